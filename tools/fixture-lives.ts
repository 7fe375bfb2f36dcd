import { DAY, MINUTE } from '@/domain/time'

/** The lives that tools/fixtures.ts plays: who does what, and how long nobody does anything. */

type Step = [who: string, action: string, input?: object] | [wait: number]
/** `began`: how long ago the call began. */
export type Life = {
  form?: object
  asks?: true
  reports?: true
  visits?: 'office' | 'home'
  /** Which of the free hours; one account has an hour once. */
  nth?: number
  /** A notice of court, procuratorate or police. */
  notice?: 'minor' | 'life-or-death'
  by?: string
  began?: number
  steps: Step[]
}
type Lives = Record<string, Life>

const grant: Step = ['gao', 'aid.grant', { why: '符合条件' }]
const clear: Step = ['li', 'aid.conflictAnswer', { conflict: 'no' }]
const take: Step = ['li', 'aid.take']
const rang: Step = ['li', 'aid.contacted', { how: 'call', note: '约好周五见面' }]
const signed: Step = ['li', 'aid.signed']
const report = (n: number): Step => ['li', 'aid.report', { text: `第 ${n} 次：又去了一趟工地`, change: true }]
const close: Step = ['li', 'aid.close', { result: 'mediated', text: '工钱要回来了' }]
const ok: Step = ['gao', 'aid.reviewClose', { ok: true }]
const inHand: Step[] = [grant, clear, take, rang, signed]
const toClosed: Step[] = [grant, clear, take, close, ok]
const boss = { role: 'opponent', name: '钱老板', phone: '13712345678' }
export const forwarded = { consent: { kind: 'witness', name: '白邻居' }, tell: ['person', 'helper'] }

/** Those that time passes over are told first, so that the others are found as their last step left them. */
export const firstPassed: Lives = {
  overdue: { steps: [[2 * DAY]] },
  'sought-again': {
    form: { applicant: { name: '那某', phone: '13812345671', language: 'mn' } },
    steps: [grant, ['li', 'aid.conflictAnswer', { conflict: 'yes', why: '以前代理过对方' }], [60 * MINUTE]],
  },
  'overdue-contact': { steps: [grant, clear, [7 * DAY]] },
}
export const first: Lives = {
  long: { steps: [...inHand, ...Array.from({ length: 24 }, (_, n) => report(n + 1))] },
  submitted: { form: { parties: [boss], income: '每月 800 元' }, steps: [] },
  forwarded: { by: 'mei', form: { for: 'other', forwarded }, steps: [] },
  rung: { by: 'gao', began: 3 * MINUTE, steps: [] },
  assigned: { steps: [grant] },
  'assigned-clear': { form: { parties: [boss] }, steps: [grant, clear] },
  'given-back': { steps: [grant, clear, take, close, ['gao', 'aid.reviewClose', { ok: false, why: '缺一份协议' }]] },
  closing: { steps: [grant, clear, take, close] },
  closed: { steps: toClosed },
  withdrawn: { steps: [['bao', 'aid.withdraw', { why: '对方给钱了' }]] },
}

const items = [
  { key: 'id', text: '身份证' },
  { key: 'slip', text: '工资条' },
]
const owed: Step = ['gao', 'aid.supplementList', { items }]
const bad: Step[] = [...toClosed, ['bao', 'aid.rate', { stars: 1, text: '一直没人回话' }]]
const refuse: Step = ['gao', 'aid.refuse', { article: '31-5', why: '不在范围里' }]
const oneOwed = [{ key: 'id', text: '身份证给工作人员看过了' }]

/** What came with issue 3: papers, refusal, transfer, the wall, the organisation, rating. */
export const secondPassed: Lives = {
  'deemed-withdrawn': {
    steps: [
      owed,
      [40 * DAY],
      ['gao', 'matter.callLog'],
      ['gao', 'aid.deemedWithdrawn', { call: '打通了，她说不办了' }],
    ],
  },
  'supplementing-overdue': { steps: [owed, [40 * DAY]] },
}
export const second: Lives = {
  // The wall's other side: whom `li` acts for here is sued in the matter that is frozen.
  'acted-for': {
    by: 'wu',
    form: { applicant: { name: '乌某', phone: '13812345699' } },
    steps: [['gao', 'aid.grant', { lawyer: 'li', why: '熟悉' }], clear],
  },
  supplementing: { steps: [owed, ['bao', 'aid.supplement', { items: oneOwed }]] },
  'second-list': {
    steps: [
      owed,
      ['bao', 'aid.supplement', { items: items.map(({ key }) => ({ key, text: '看过了' })) }],
      ['sun', 'aid.supplementList', { items: [{ key: 'more', text: '考勤表' }], why: '第一次漏了' }],
    ],
  },
  'refusal-unconfirmed': { steps: [refuse] },
  'refusal-returned': { steps: [refuse, ['ma', 'aid.confirmRefusal', { ok: false, why: '条文不对' }]] },
  refused: { steps: [refuse, ['ma', 'aid.confirmRefusal', { ok: true }]] },
  transferred: {
    steps: [['gao', 'aid.transfer', { to: { agency: '邻旗法律援助中心', phone: '0475-1234567' }, why: '事情在那边' }]],
  },
  swapped: { steps: [grant, ['zhou', 'aid.swapInside', { lawyer: 'tao', why: '他出差' }]] },
  frozen: {
    steps: [
      grant,
      clear,
      ['bao', 'aid.parties', { parties: [{ role: 'opponent', name: '乌某', phone: '13812345699' }] }],
    ],
  },
  bad: { steps: bad },
  rectified: {
    steps: [
      ...bad,
      ['gao', 'aid.contacted', { how: 'call', note: '听了' }],
      ['gao', 'aid.rectified', { text: '律师当面道歉，约了回话的日子' }],
    ],
  },
  'to-call-back': {
    by: 'mei',
    form: { for: 'other', forwarded },
    steps: [...toClosed, ['ma', 'aid.calledBack', { reached: false }]],
  },
  reassigned: { steps: [['gao', 'matter.reassign', { to: 'ma', why: '下乡' }]] },
}

/** What came with issue 5: questions, of which time changes none until the documents are opened. */
export const third: Lives = {
  'question-taken': {
    asks: true,
    steps: [
      ['gao', 'question.take'],
      ['gao', 'question.message', { text: '您有欠条吗' }],
      ['bao', 'question.message', { text: '有' }],
    ],
  },
  'question-routed': { asks: true, steps: [['bao', 'question.ringLater', { at: 'in five days at this hour' }]] },
  'question-helped': {
    asks: true,
    steps: [
      ['gao', 'question.take'],
      ['gao', 'question.answer', { summary: '带欠条去劳动监察大队', next: 'aid' }],
      ['bao', 'question.helped', { yes: true, text: '说清楚了' }],
    ],
  },
  'question-withdrawn': { asks: true, steps: [['bao', 'question.withdraw']] },
}
const accepted: Step = ['kong', 'grievance.accept', { type: 'help', handling: 'quick' }]
const atLand: Step[] = [
  accepted,
  ['kong', 'grievance.dispatch', { main: 'dept:land', with: ['150524100'], why: '由它牵头' }],
  ['ke', 'grievance.sign'],
]
const result: Step[] = [
  ['tong', 'grievance.respond', { text: '镇里谈过了' }],
  ['ke', 'grievance.resolve', { result: 'solved', text: '当面还清了' }],
]
const rung: Step = ['kong', 'grievance.callBack', { reached: true, satisfied: true, note: '满意' }]

/** What came with issue 6: what people report. */
export const fourthPassed: Lives = { 'grievance-urged': { reports: true, steps: [[30 * MINUTE]] } }
export const fourth: Lives = {
  'grievance-incomplete': { reports: true, steps: [['kong', 'grievance.sendBack', { items: ['借条'] }]] },
  'grievance-declined': {
    reports: true,
    steps: [['kong', 'grievance.decline', { reason: 'litigation', channel: '旗人民法院', phone: '12368' }]],
  },
  'grievance-in-hand': { reports: true, steps: atLand },
  'grievance-returned': {
    reports: true,
    steps: [...atLand, ['ke', 'grievance.return', { why: '不归我们', basis: '三定方案' }]],
  },
  'grievance-resolved': { reports: true, steps: [...atLand, ...result] },
  'grievance-checked': { reports: true, steps: [...atLand, ...result, ['kong', 'grievance.check', { ok: true }]] },
  'grievance-bad': {
    reports: true,
    steps: [
      ...atLand,
      ...result,
      ['kong', 'grievance.check', { ok: true }],
      rung,
      ['bao', 'grievance.rate', { stars: 1, text: '还差五百' }],
    ],
  },
  'grievance-withdrawn': { reports: true, steps: [...atLand, ['bao', 'grievance.withdraw']] },
}
/** What came with issue 7: visits. */
export const fifthPassed: Lives = {
  'visit-missed': { visits: 'office', steps: [[3 * DAY], ['bao', 'visit.noShow', { who: 'staff' }]] },
}
const met: Step = ['gao', 'visit.arrive']
export const fifth: Lives = {
  'visit-booked': { visits: 'office', nth: 1, by: 'wu', steps: [] },
  'visit-confirmed': { visits: 'office', by: 'wu', steps: [['wu', 'visit.confirm']] },
  'visit-owed': { visits: 'home', steps: [] },
  'visit-arrived': { visits: 'home', by: 'mei', steps: [met] },
  'visit-done': { visits: 'home', by: 'mei', steps: [met, ['gao', 'visit.done', { note: '当面说清楚了' }]] },
  'visit-cancelled': { visits: 'office', steps: [['bao', 'visit.cancel', { why: '不用了' }]] },
}
const ask = { why: '还是不同意' }
const terminate: Step = ['gao', 'aid.terminate', { ground: '48-6', why: '自己请了律师' }]
const leave: Step = ['li', 'aid.leave', { cause: 'health', why: '住院' }]
const hes: Step[] = [
  ['he', 'aid.conflictAnswer', { conflict: 'no' }],
  ['he', 'aid.take'],
]
const stay = { ground: 'court', until: 'in a month', evidence: ['a photo'] }
const provideFirst: Step = ['gao', 'aid.provideFirst', { ground: 'limitation', why: '快到期了' }]
const confirmed: Step = ['ma', 'aid.confirmRefusal', { ok: true }]
const doubt: Step = ['gao', 'aid.falsePromise', { what: '名下有两套房' }]

/** What came with issue 8: the turns of legal aid. */
export const sixthPassed: Lives = {
  // Six days are left of the year since the employment ended.
  'urgent-by-time': { form: { employment: { ended: 'ten days before a year ago' } }, steps: [[7 * DAY]] },
}
export const sixth: Lives = {
  'notice-minor': { notice: 'minor', by: 'gao', steps: [] },
  'notice-told': {
    notice: 'life-or-death',
    by: 'gao',
    steps: [
      ['gao', 'aid.assign', { lawyer: 'tao', why: '办过这类案件' }],
      ['gao', 'aid.organTold', { how: '公函' }],
    ],
  },
  custody: {
    by: 'gao',
    form: { for: 'other', forwarded, custody: { askedAt: 'an hour ago' }, matter: 'criminal', route: undefined },
    steps: [],
  },
  urgent: { form: { deadline: 'in five days' }, steps: [] },
  'provided-first': { form: { deadline: 'in five days' }, steps: [provideFirst, owed] },
  regularised: {
    form: { deadline: 'in five days' },
    steps: [
      provideFirst,
      owed,
      ['bao', 'aid.supplement', { items: items.map(({ key }) => ({ key, text: '看过了' })) }],
      ['gao', 'aid.regularise'],
    ],
  },
  'left-once': { steps: [...inHand, leave] },
  'leave-asked': { steps: [...inHand, leave, ...hes, ['he', 'aid.leave', { cause: 'recusal', why: '对方是亲属' }]] },
  'change-asked': { steps: [...inHand, ['bao', 'aid.changeLawyer', { why: '不回电话' }]] },
  'change-refused': {
    steps: [...inHand, ['bao', 'aid.changeLawyer', {}], ['gao', 'aid.ruleChange', { ok: false, why: '一直在联系' }]],
  },
  suspended: { steps: [...inHand, ['li', 'aid.suspend', stay]] },
  resumed: { steps: [...inHand, ['li', 'aid.suspend', stay], ['li', 'aid.resume']] },
  'case-ended': { steps: [...inHand, ['li', 'aid.ended', { on: 'today' }]] },
  terminated: { steps: [...inHand, terminate] },
  'termination-told': { steps: [...inHand, terminate, ['gao', 'aid.terminationTold', { how: '当面' }]] },
  objected: { steps: [refuse, confirmed, ['bao', 'aid.object', ask]] },
  upheld: {
    steps: [refuse, confirmed, ['bao', 'aid.object', ask], ['sun', 'aid.rule', { decision: 'uphold', why: '维持' }]],
  },
  corrected: {
    steps: [
      ...inHand,
      terminate,
      ['bao', 'aid.object', ask],
      ['sun', 'aid.rule', { decision: 'correct', why: '应当援助' }],
    ],
  },
  doubted: { steps: [doubt] },
  'doubt-ruled': { steps: [doubt, ['sun', 'aid.ruleFalsePromise', { found: false, why: '登记有误' }]] },
  drafting: { steps: [['gao', 'aid.grant', { lawyer: 'li', why: '代拟文书', form: 'drafting' }]] },
  renumbered: { steps: [grant, ['gao', 'aid.renumber', { why: '打印坏了' }]] },
  'signed-paper': { steps: [...inHand, ['li', 'aid.documentSigned', { document: 'mandate', files: ['a photo'] }]] },
}
