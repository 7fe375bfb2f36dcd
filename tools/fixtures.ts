import { after, DAY, MINUTE } from '@/domain/time'
import { collections } from '../cloudfunctions/collections'
import { fileWrite, newFileId } from '../cloudfunctions/evidence/file-records'
import { application, county, type Given, value, world } from '../tests/given-world'

/**
 * Plays a whole life of every kind through this version's own pipeline and prints every document it stored, so that
 * later versions can be held to open them:
 * `npx tsx tools/fixtures.ts > tests/fixtures/documents/<version>.json && npm run format`.
 *
 * The files of past versions were made by their own code: `git archive <the version's last commit>` unpacked into an
 * empty folder, this script put into its `tools/` (made to call what the version called otherwise, as in `photo`), and
 * run there, with `spine` as its argument where the version knew no more than lives of the first kind. An old one is
 * never made again with newer code. Everybody in it is invented; the secret is the one of tests/given-world.ts.
 */

type Step = [who: string, action: string, input?: object] | [wait: number]
/** `began`: how long ago the call began. */
type Life = {
  form?: object
  asks?: true
  reports?: true
  visits?: 'office' | 'home'
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
const forwarded = { consent: { kind: 'witness', name: '白邻居' }, tell: ['person', 'helper'] }

/** Those that time passes over are told first, so that the others are found as their last step left them. */
const firstPassed: Lives = {
  overdue: { steps: [[2 * DAY]] },
  'sought-again': {
    form: { applicant: { name: '那某', phone: '13812345671', language: 'mn' } },
    steps: [grant, ['li', 'aid.conflictAnswer', { conflict: 'yes', why: '以前代理过对方' }], [60 * MINUTE]],
  },
  'overdue-contact': { steps: [grant, clear, [7 * DAY]] },
}
const first: Lives = {
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
const secondPassed: Lives = {
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
const second: Lives = {
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
const third: Lives = {
  'question-taken': {
    asks: true,
    steps: [
      ['gao', 'question.take'],
      ['gao', 'question.message', { text: '您有欠条吗' }],
      ['bao', 'question.message', { text: '有' }],
    ],
  },
  'question-routed': { asks: true, steps: [['bao', 'question.ringLater', { at: 'in five days' }]] },
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
const fourthPassed: Lives = { 'grievance-urged': { reports: true, steps: [[30 * MINUTE]] } }
const fourth: Lives = {
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
const fifthPassed: Lives = {
  'visit-missed': { visits: 'office', steps: [[3 * DAY], ['bao', 'visit.noShow', { who: 'staff' }]] },
}
const met: Step = ['gao', 'visit.arrive']
const fifth: Lives = {
  'visit-booked': { visits: 'office', by: 'wu', steps: [] },
  'visit-confirmed': { visits: 'office', by: 'wu', steps: [['wu', 'visit.confirm']] },
  'visit-owed': { visits: 'home', steps: [] },
  'visit-arrived': { visits: 'home', by: 'mei', steps: [met] },
  'visit-done': { visits: 'home', by: 'mei', steps: [met, ['gao', 'visit.done', { note: '当面说清楚了' }]] },
  'visit-cancelled': { visits: 'office', steps: [['bao', 'visit.cancel', { why: '不用了' }]] },
}
const atHome = { kind: 'home', need: 'elder', address: '东头第一家', name: '乌某', phone: '13812345677' }
const reporting = { place: '150524100200', topic: 'debt', text: '工头借走三千块不还，电话也不接' }
const asking = { village: '150524100200', topic: 'wages', text: '工钱三个月没给', language: 'zh' }

type Played = { id: string; code?: string; stage: string }

/** An hour that is free, as somebody would choose it. */
async function visitForm(w: Given, way: 'office' | 'home', by: string): Promise<object> {
  const shared = { village: '150524100200', topic: 'wages', ...(by === 'mei' && { forwarded }) }
  if (way === 'home') return { ...shared, ...atHome }
  const span = { from: w.now(), to: after(w.now(), 14 * DAY) }
  const { items } = value<{ items: { slot: string }[] }>(await w.as(by)('visit.slots', { kind: way, ...span }))
  return { ...shared, name: '乌某', phone: '13812345677', slot: items[0]?.slot }
}

async function play(w: Given, { form, asks, reports, visits, by = 'bao', began, steps }: Life): Promise<Played> {
  const told = application({ ...form, ...(began && { callFrom: after(w.now(), -began) }) })
  const [action, input] = asks
    ? ['question.ask', asking]
    : reports
      ? ['grievance.submit', reporting]
      : visits
        ? ['visit.book', await visitForm(w, visits, by)]
        : ['aid.submit', told]
  const { id, code } = value(await w.as(by)(action, input))
  for (const [who, action, input] of steps as [string | number, string?, object?][]) {
    if (typeof who === 'number') {
      w.advance(who)
      for (;;) if (!(await w.sweep()).more) break
    } else {
      const at = input && 'at' in input ? { at: after(w.now(), 5 * DAY) } : {}
      value(await w.as(who)(action ?? '', { id, ...input, ...at }))
    }
  }
  const doc = (await w.docs('matters')).find((each) => each.id === id)
  return { id, ...(code && { code }), stage: String(doc?.keys.stage) }
}

async function photo({ world }: Given): Promise<string> {
  const record = { id: newFileId(), owner: 'bao', type: 'image/jpeg', size: 4, name: '工资条.jpg' }
  await world.files.put(record.id, Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), record.type)
  const saved = await world.store.save([fileWrite(world, record, 0, { state: 'ready' })])
  if (!saved.ok) throw new Error('a file id came twice')
  return record.id
}

/** Two blank slips, one of them bound to a matter. */
async function slips(w: Given): Promise<{ blank: string; matter: Played }> {
  const { codes } = value<{ codes: string[] }>(await w.as('mei')('slip.print', { village: '150524100200', count: 2 }))
  const [bound, blank = ''] = codes
  const matter = await play(w, {
    by: 'gao',
    form: { slip: bound, route: undefined, source: 'paper' },
    steps: [['gao', 'matter.note', { text: '下午再来' }]],
  })
  return { blank, matter: { ...matter, ...(bound && { code: bound }) } }
}

/** The machine stopped between the save and the letters: the outbox lies in the document. */
async function stopped(w: Given): Promise<void> {
  const known = (await w.docs('matters')).length
  w.hooks.pause = async (point) => {
    if (point === 'save.before' && (await w.docs('matters')).length > known) throw new Error('stopped')
  }
  await w.as('wu')('aid.submit', application({ applicant: { name: '吴某', phone: '13812345677' } }))
  w.hooks.pause = undefined
}

async function main(version: string) {
  const lawyer = { capacity: 40 }
  const week = { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }
  const plans = [{ person: 'li', kind: 'office', ...week, minutes: 30, capacity: 4 }]
  const people = county({ li: lawyer, he: lawyer, tao: lawyer })
  const w = await world({ at: '2026-09-10 10:00', county: { ...people, plans } as typeof people })
  const spine = version === 'spine'
  const later = spine ? {} : { ...second, ...third, ...fourth, ...fifth }
  const lives = {
    ...firstPassed,
    ...(!spine && { ...secondPassed, ...fourthPassed, ...fifthPassed }),
    ...first,
    ...later,
  }
  const matters: Record<string, Played> = {}
  for (const [label, life] of Object.entries(lives)) matters[label] = await play(w, life)
  const file = await photo(w)
  matters.evidence = await play(w, { form: { evidence: [await photo(w)] }, steps: [] })
  const printed = spine ? undefined : await slips(w)
  if (printed) matters.slip = printed.matter
  await stopped(w)
  // Due, and nobody has looked.
  w.advance(3 * DAY)
  // Letters are many and alike: those of a few matters stand for all.
  const told = TOLD.flatMap((label) => matters[label]?.id ?? [])
  const docs = (await w.docs())
    .filter(({ collection, keys }) => collection !== 'notices' || told.includes(String(keys.matter)))
    .map(({ collection, id, version, keys, body }) => ({ collection, id, version, keys, body }))
  console.log(
    JSON.stringify(
      { at: w.now(), file, ...(printed && { blank: printed.blank }), matters, declared: collections, docs },
      null,
      1,
    ),
  )
}

const TOLD = ['overdue', 'refused', 'closed']

void main(process.argv[2] ?? '')
