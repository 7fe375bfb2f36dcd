import { type ActionName, actions } from '@/contract/actions'
import type { Role } from '@/domain/decider'
import { permissions } from '@/domain/permission'
import { application, type Given, nobodyFree, reach, type Step, type Stored, steps, value, world } from '../given-world'

export const names = Object.keys(actions) as ActionName[]
/** Everybody who could knock: by role, and where it matters by how they stand to the matter of `bao`, which `li` has. */
export const callers: Record<string, { role: Role; stands: boolean }> = {
  bao: { role: 'resident', stands: true },
  wu: { role: 'resident', stands: false },
  li: { role: 'lawyer', stands: true },
  he: { role: 'lawyer', stands: false },
  zhou: { role: 'organisation', stands: true },
  qin: { role: 'organisation', stands: false },
  ding: { role: 'guide', stands: false },
  mei: { role: 'village', stands: false },
  tong: { role: 'town', stands: false },
  ke: { role: 'department', stands: false },
  gao: { role: 'centre', stands: true },
  ma: { role: 'centre', stands: true },
  kong: { role: 'command', stands: false },
  sun: { role: 'supervisor', stands: true },
  guan: { role: 'admin', stands: false },
}
export const inputs: Partial<Record<ActionName, object>> = {
  'session.actAs': { role: 'resident' },
  'circle.show': { village: '150524100200' },
  'rota.whoIsOn': { seat: 'centre-duty' },
  'notice.seen': { ids: [] },
  'matter.track': { code: '0000000000000' },
  'aid.submit': application({ forwarded: { consent: { kind: 'witness', name: '丁' }, tell: ['helper'] } }),
  'aid.conflictAnswer': { conflict: 'no' },
  'aid.contacted': { how: 'call' },
  'aid.report': { change: true, text: '开庭了' },
  'aid.close': { result: 'advice', text: '写了诉状' },
  'aid.reviewClose': { ok: true },
  'matter.note': { text: '电话里说清楚了' },
  'matter.reassign': { to: 'ma', why: '病了' },
  'slip.print': { village: '150524100200', count: 1 },
  'aid.complete': { body: '劳动监察' },
  'aid.supplementList': { items: [{ key: 'id', text: '身份证' }], why: '看不清' },
  'aid.supplement': { items: [{ key: 'id', text: '丢了，村里能证明' }] },
  'aid.deemedWithdrawn': { call: '她说不办了' },
  'aid.parties': { parties: [{ role: 'opponent', name: '某公司' }] },
  'aid.refuse': { article: '31-5', why: '不是劳动争议' },
  'aid.confirmRefusal': { ok: true },
  'aid.transfer': { to: { agency: '铁西区法律援助中心', phone: '02400000000' }, why: '工地在铁西区' },
  'aid.ruleChange': { ok: false, why: '核对过了' },
  'aid.nearAnswer': { same: false, why: '核对过了' },
  'aid.criminalNotice': {
    organ: 'police',
    organName: '公安局',
    person: { name: '乌少年' },
    ground: 'minor',
    offence: '盗窃',
    receivedAt: '2026-09-29T15:00:00+08:00',
  },
  'aid.organTold': { how: '公函' },
  'aid.provideFirst': { ground: 'limitation', why: '快到期了' },
  'aid.leave': { cause: 'health' },
  'aid.changeLawyer': { why: '不联系' },
  'aid.suspend': { ground: 'court', evidence: ['f_AAAAAAAAAAAAAAAAAAAAAA'] },
  'aid.ended': { on: '2026-09-30' },
  'aid.terminate': { ground: '48-6', why: '自己请了律师' },
  'aid.terminationTold': { how: '当面' },
  'aid.object': { why: '有工牌' },
  'aid.rule': { decision: 'uphold', why: '是合伙' },
  'aid.falsePromise': { what: '有两套房' },
  'aid.ruleFalsePromise': { found: false, why: '是他弟弟的' },
  'aid.swapInside': { lawyer: 'tao', why: '李律师生病' },
  'aid.rate': { stars: 1 },
  'aid.calledBack': { reached: true, stars: 5 },
  'aid.rectified': { text: '道了歉' },
  'matter.transcribe': { text: '工钱没发' },
  'aid.document': { document: 'application' },
  'aid.documentSigned': { document: 'application', files: [] },
  'aid.renumber': { why: '盖错了' },
  'matter.consentChecked': { reached: true, agrees: true, note: '她说同意' },
}
/** On an application; a question has a file of its own. */
/** Of other kinds: they have tables of their own (question-permission, grievance-permission, visit-permission). */
export const elsewhere = /^(question|grievance|visit|notice)\./
export const onMatter = names.filter((name) => permissions[name]?.on && !elsewhere.test(name))
export const commands = onMatter.filter((name) => actions[name].kind === 'command')

/** What lies beside the straight way: from which step, and who does what. */
export type Beside = [from: Step, ...did: [who: string, action: ActionName, input?: object][]]
export const beside = {
  searching: ['submitted', ['gao', 'aid.grant']],
  spoken: ['in-hand', ['li', 'aid.contacted', { how: 'visit' }], ['li', 'aid.signed']],
  owing: ['submitted', ['gao', 'aid.supplementList']],
  'papers late': ['submitted', ['gao', 'aid.supplementList']],
  'papers given up': ['submitted', ['gao', 'aid.supplementList']],
  unconfirmed: ['submitted', ['gao', 'aid.refuse']],
  refused: ['submitted', ['gao', 'aid.refuse'], ['ma', 'aid.confirmRefusal']],
  transferred: ['submitted', ['gao', 'aid.transfer']],
  'asked again': ['in-hand', ['bao', 'aid.parties']],
  // The wall knows that he answers the telephone of the other side.
  frozen: ['in-hand', ['bao', 'aid.parties', { parties: [{ role: 'opponent', name: '某', phone: '13900000001' }] }]],
  first: ['submitted', ['gao', 'aid.provideFirst']],
  'first and owing': ['submitted', ['gao', 'aid.provideFirst'], ['gao', 'aid.supplementList']],
  'asked to change': ['in-hand', ['bao', 'aid.changeLawyer']],
  terminated: ['in-hand', ['gao', 'aid.terminate']],
  'told that terminated': ['in-hand', ['gao', 'aid.terminate'], ['gao', 'aid.terminationTold']],
  objected: ['submitted', ['gao', 'aid.refuse'], ['ma', 'aid.confirmRefusal'], ['bao', 'aid.object']],
  upheld: [
    'submitted',
    ['gao', 'aid.refuse'],
    ['ma', 'aid.confirmRefusal'],
    ['bao', 'aid.object'],
    ['sun', 'aid.rule'],
  ],
  doubted: ['in-hand', ['gao', 'aid.falsePromise']],
  rated: ['closed', ['bao', 'aid.rate']],
  'spoken of it': ['closed', ['bao', 'aid.rate'], ['ma', 'aid.contacted']],
} satisfies Record<string, Beside>
export const stages = [...steps, ...(Object.keys(beside) as (keyof typeof beside)[])] as const
export type Stage = (typeof stages)[number]
/** When it is then, where that matters. */
export const later: Partial<Record<Stage, string>> = {
  'papers late': '2026-10-14 09:00',
  'papers given up': '2026-10-14 09:00',
}
export const reached = new Map<string, { docs: Stored[]; id: string; last?: Given }>()
/** A world at this stage; where nobody has saved anything in the last one, that one again. */
export async function at(stage: Stage): Promise<{ w: Given; id: string }> {
  const known = reached.get(stage)
  if (known) {
    if (!known.last || known.last.touched())
      known.last = await world({ from: known.docs, ...(later[stage] && { at: later[stage] }) })
    return { w: known.last, id: known.id }
  }
  const w = await world(stage === 'searching' ? { county: nobodyFree() } : {})
  const [from, ...did] = stage in beside ? beside[stage as keyof typeof beside] : ([stage as Step] as const)
  const id = await reach(w, from)
  for (const [who, action, input = inputs[action]] of did as [string, ActionName, object?][])
    value(await w.as(who)(action, { id, ...input }))
  if (later[stage]) w.set(later[stage])
  // What time has done is judged before anybody tries.
  if (later[stage]) value<object>(await w.as('gao')('matter.get', { id }))
  if (stage === 'papers given up') value<object>(await w.as('gao')('matter.callLog', { id }))
  reached.set(stage, { docs: await w.docs(), id })
  return at(stage)
}
export const call = (w: Given, who: string | undefined, action: ActionName, id: string) =>
  w.as(who)(action, { desk: deskOf(who), ...(onMatter.includes(action) && { id }), ...inputs[action] })
export const deskOf = (who = '') =>
  ({ lawyer: 'lawyer', organisation: 'organisation', guide: 'village' })[callers[who]?.role as string] ??
  callers[who]?.role ??
  'centre'
