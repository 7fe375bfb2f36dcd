/** What is done next with each life that a past version left, and where that leads. */

const close = { result: 'mediated', text: '要回来了' }
export const rest = {
  grant: ['gao', 'aid.grant', {}],
  clear: ['li', 'aid.conflictAnswer', { conflict: 'no' }],
  take: ['li', 'aid.take', {}],
  close: ['li', 'aid.close', close],
  ok: ['gao', 'aid.reviewClose', { ok: true }],
} as const
type Next = readonly [who: string, action: string, input: object]
const { grant, clear, take, close: done, ok } = rest
const supply = (...keys: string[]): Next => [
  'bao',
  'aid.supplement',
  { items: keys.map((key) => ({ key, text: '看过了' })) },
]

/** Who has it on the desk: the centre, or the command seat. */
export const clerkOf = (id: string): string => (id.startsWith('grievance:') ? 'kong' : 'gao')
const accepted: Next = ['kong', 'grievance.accept', { type: 'help', handling: 'quick' }]

/** By the label of a life: what is done next, and where that leads. */
export const onward: Record<string, { steps: Next[]; stage: string }> = {
  overdue: { steps: [grant, clear, take, done, ok], stage: 'closed' },
  submitted: { steps: [grant, clear, take, done, ok], stage: 'closed' },
  rung: { steps: [['gao', 'aid.refuse', { article: '31-5', why: '不在范围' }]], stage: 'refusal-unconfirmed' },
  forwarded: {
    steps: [['gao', 'aid.supplementList', { items: [{ key: 'id', text: '身份证' }] }]],
    stage: 'supplementing',
  },
  evidence: { steps: [['gao', 'aid.transfer', { to: '邻旗', why: '在那边' }]], stage: 'transferred' },
  'sought-again': { steps: [['gao', 'matter.reassign', { to: 'ma', why: '下乡' }]], stage: 'granted-unassigned' },
  'overdue-contact': { steps: [take, done, ok], stage: 'closed' },
  assigned: { steps: [clear, take, done, ok], stage: 'closed' },
  'assigned-clear': { steps: [['bao', 'aid.withdraw', {}]], stage: 'withdrawn' },
  long: { steps: [['li', 'aid.report', { text: '又去了', change: true }], done, ok], stage: 'closed' },
  'given-back': { steps: [done, ok], stage: 'closed' },
  closing: { steps: [ok], stage: 'closed' },
  closed: { steps: [['bao', 'aid.rate', { stars: 1 }]], stage: 'closed' },
  withdrawn: { steps: [], stage: 'withdrawn' },
  'deemed-withdrawn': { steps: [], stage: 'withdrawn' },
  'supplementing-overdue': { steps: [supply('id', 'slip'), grant], stage: 'assigned' },
  'acted-for': { steps: [take], stage: 'in-hand' },
  supplementing: { steps: [supply('slip'), grant], stage: 'assigned' },
  'second-list': { steps: [supply('more'), grant], stage: 'assigned' },
  'refusal-unconfirmed': { steps: [['ma', 'aid.confirmRefusal', { ok: true }]], stage: 'refused' },
  'refusal-returned': { steps: [grant], stage: 'assigned' },
  refused: { steps: [], stage: 'refused' },
  transferred: { steps: [], stage: 'transferred' },
  swapped: { steps: [['tao', 'aid.conflictAnswer', { conflict: 'no' }]], stage: 'assigned' },
  frozen: { steps: [['gao', 'aid.ruleChange', { ok: true, why: '换' }]], stage: 'assigned' },
  bad: {
    steps: [
      ['gao', 'aid.contacted', { how: 'call' }],
      ['gao', 'aid.rectified', { text: '改了' }],
    ],
    stage: 'closed',
  },
  rectified: { steps: [], stage: 'closed' },
  'to-call-back': { steps: [], stage: 'closed' },
  reassigned: { steps: [['ma', 'matter.note', { text: '接了' }], grant], stage: 'assigned' },
  slip: { steps: [grant], stage: 'assigned' },
  'urgent-by-time': {
    steps: [['gao', 'aid.provideFirst', { ground: 'limitation', why: '快到期了' }]],
    stage: 'assigned',
  },
  'notice-minor': { steps: [['gao', 'aid.assign', { lawyer: 'li', why: '办过' }], clear, take], stage: 'in-hand' },
  'notice-told': { steps: [['tao', 'aid.conflictAnswer', { conflict: 'no' }]], stage: 'assigned' },
  custody: { steps: [['gao', 'aid.complete', { route: 'promise' }], grant], stage: 'assigned' },
  urgent: { steps: [['gao', 'aid.provideFirst', { ground: 'limitation', why: '快到期了' }]], stage: 'assigned' },
  'provided-first': { steps: [supply('id', 'slip'), ['gao', 'aid.regularise', {}]], stage: 'assigned' },
  regularised: { steps: [clear, take, done, ok], stage: 'closed' },
  'left-once': { steps: [['he', 'aid.conflictAnswer', { conflict: 'no' }]], stage: 'assigned' },
  'leave-asked': { steps: [['sun', 'aid.ruleChange', { ok: false, why: '还能办' }]], stage: 'in-hand' },
  'change-asked': { steps: [['ma', 'aid.ruleChange', { ok: true, why: '换' }]], stage: 'assigned' },
  'change-refused': { steps: [['bao', 'aid.changeLawyer', { why: '还是不回' }]], stage: 'in-hand' },
  suspended: { steps: [['li', 'aid.resume', {}]], stage: 'in-hand' },
  resumed: { steps: [['li', 'aid.report', { text: '开庭了', change: true }], done, ok], stage: 'closed' },
  'case-ended': { steps: [done, ok], stage: 'closed' },
  terminated: { steps: [['gao', 'aid.terminationTold', { how: '当面' }]], stage: 'terminated' },
  'termination-told': { steps: [['bao', 'aid.object', { why: '不是这样' }]], stage: 'objected' },
  objected: { steps: [['sun', 'aid.rule', { decision: 'correct', why: '应当援助' }]], stage: 'granted-unassigned' },
  upheld: { steps: [], stage: 'refused' },
  corrected: { steps: [['gao', 'aid.assign', { lawyer: 'he', why: '换一位' }]], stage: 'assigned' },
  doubted: { steps: [['sun', 'aid.ruleFalsePromise', { found: true, why: '属实' }], grant], stage: 'assigned' },
  'doubt-ruled': { steps: [grant], stage: 'assigned' },
  drafting: { steps: [clear, take, ['li', 'aid.close', { ...close, result: 'other' }], ok], stage: 'closed' },
  renumbered: { steps: [clear], stage: 'assigned' },
  'signed-paper': { steps: [done, ok], stage: 'closed' },
  'question-taken': { steps: [['gao', 'question.answer', { summary: '去劳动监察大队' }]], stage: 'answered' },
  'question-routed': { steps: [['gao', 'question.calledBack', { reached: true, note: '打通了' }]], stage: 'answered' },
  'question-helped': { steps: [], stage: 'closed' },
  'question-withdrawn': { steps: [], stage: 'withdrawn' },
  'grievance-urged': { steps: [accepted], stage: 'accepted' },
  'grievance-incomplete': { steps: [['bao', 'grievance.complete', { text: '借条补来了' }]], stage: 'submitted' },
  'grievance-declined': { steps: [['bao', 'grievance.object', { why: '法院说归你们' }]], stage: 'declined' },
  'grievance-in-hand': {
    steps: [
      ['tong', 'grievance.respond', { text: '镇里谈过了' }],
      ['ke', 'grievance.resolve', { result: 'explained', text: '说明了情况' }],
    ],
    stage: 'resolved',
  },
  'grievance-returned': {
    steps: [['kong', 'grievance.ruleReturn', { decision: 'keep', why: '归你们' }]],
    stage: 'dispatched',
  },
  'grievance-resolved': { steps: [['kong', 'grievance.check', { ok: true }]], stage: 'checked' },
  'grievance-checked': {
    steps: [['kong', 'grievance.callBack', { reached: true, satisfied: true, note: '满意' }]],
    stage: 'closed',
  },
  'grievance-bad': {
    steps: [
      ['ke', 'grievance.contacted', { note: '去看了' }],
      ['ke', 'grievance.rectified', { text: '补上了' }],
    ],
    stage: 'closed',
  },
  'grievance-withdrawn': { steps: [], stage: 'withdrawn' },
  'visit-missed': { steps: [['bao', 'visit.cancel', {}]], stage: 'cancelled' },
  'visit-booked': { steps: [], stage: 'booked' },
  'visit-confirmed': { steps: [], stage: 'confirmed' },
  'visit-owed': {
    steps: [
      ['gao', 'visit.arrive', {}],
      ['gao', 'visit.done', { note: '当面说清楚了' }],
    ],
    stage: 'done',
  },
  'visit-arrived': { steps: [['gao', 'visit.done', { note: '谈完了' }]], stage: 'done' },
  'visit-done': { steps: [], stage: 'done' },
  'visit-cancelled': { steps: [], stage: 'cancelled' },
}
