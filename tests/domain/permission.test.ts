import { describe, expect, it } from 'vitest'
import { type ActionName, actions } from '@/contract/actions'
import type { MatterView, Reply } from '@/contract/views'
import { type Role, roles } from '@/domain/decider'
import { can, mayEver, onlyByCode, permissions, rolesOf } from '@/domain/permission'
import { sentence } from '@/words/refusals'
import { given, people } from '../given'
import {
  application,
  type Given,
  no,
  nobodyFree,
  reach,
  type Step,
  type Stored,
  steps,
  value,
  world,
} from '../given-world'
import { asked } from './aid-given'

const names = Object.keys(actions) as ActionName[]
/** Everybody who could knock: by role, and where it matters by how they stand to the matter of `bao`, which `li` has. */
const callers: Record<string, { role: Role; stands: boolean }> = {
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
const inputs: Partial<Record<ActionName, object>> = {
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
const elsewhere = /^(question|grievance|visit|notice)\./
const onMatter = names.filter((name) => permissions[name]?.on && !elsewhere.test(name))
const commands = onMatter.filter((name) => actions[name].kind === 'command')

/** What lies beside the straight way: from which step, and who does what. */
type Beside = [from: Step, ...did: [who: string, action: ActionName, input?: object][]]
const beside = {
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
const stages = [...steps, ...(Object.keys(beside) as (keyof typeof beside)[])] as const
type Stage = (typeof stages)[number]
/** When it is then, where that matters. */
const later: Partial<Record<Stage, string>> = {
  'papers late': '2026-10-14 09:00',
  'papers given up': '2026-10-14 09:00',
}
const reached = new Map<string, { docs: Stored[]; id: string; last?: Given }>()
/** A world at this stage; where nobody has saved anything in the last one, that one again. */
async function at(stage: Stage): Promise<{ w: Given; id: string }> {
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
const call = (w: Given, who: string | undefined, action: ActionName, id: string) =>
  w.as(who)(action, { desk: deskOf(who), ...(onMatter.includes(action) && { id }), ...inputs[action] })
const deskOf = (who = '') =>
  ({ lawyer: 'lawyer', organisation: 'organisation', guide: 'village' })[callers[who]?.role as string] ??
  callers[who]?.role ??
  'centre'

describe('the table', () => {
  it('has a row for every action of the contract, and none for what isn’t one', () => {
    expect(Object.keys(permissions).sort()).toEqual([...names].sort())
  })
  it('names every role somewhere, and never lets time itself knock', () => {
    for (const name of names) expect(rolesOf(name)).not.toContain('system')
    for (const role of roles)
      if (role !== 'system')
        expect(
          names.some((name) => mayEver(name, role)),
          role,
        ).toBe(true)
  })
  it('an action that nobody knows belongs to nobody', () => {
    for (const name of ['aid.erase', 'constructor', '__proto__', 'toString'])
      for (const role of roles) expect(mayEver(name, role)).toBe(false)
  })
  it('every command on a matter says from which standing and in which stages', () => {
    for (const name of commands)
      expect(permissions[name]?.on, name).toMatchObject({ standing: expect.any(Array), stages: expect.any(Array) })
  })
  it('its refusals have sentences', () => {
    for (const code of ['session.missing', 'permission.role', 'aid.not-found', 'matter.not-found', 'action.not-found'])
      expect(sentence(code)).not.toBe(sentence('no.such-code'))
  })
})

describe('every action by everybody', () => {
  it.each(names)(
    '%s: 401 without a session, 403 to roles that never have it, and let in to the others',
    async (action) => {
      const { w, id } = await at('submitted')
      const { status, reply } = await call(w, undefined, action, id)
      if (mayEver(action, 'visitor') && !onlyByCode(action)) expect(status).not.toBe(401)
      else expect([status, !reply.ok && 'refused' in reply && reply.refused]).toEqual([401, 'session.missing'])
      for (const [who, { role }] of Object.entries(callers)) {
        const answer = await call((await at('submitted')).w, who, action, id)
        if (!mayEver(action, role)) expect(no(answer), who).toEqual({ status: 403, refused: 'permission.role' })
        else expect([who, answer.status]).not.toEqual([who, 403])
      }
    },
  )
  it('a forged identity is nobody: an unknown person, an unknown action', async () => {
    const { w } = await at('submitted')
    expect(no(await w.as('nobody')('matter.list'))).toEqual({ status: 401, refused: 'session.missing' })
    expect(no(await w.as('system')('matter.list'))).toEqual({ status: 401, refused: 'session.missing' })
    for (const action of ['aid.erase', 'constructor', '__proto__', ''])
      expect(no(await w.as('gao')(action))).toEqual({ status: 404, refused: 'action.not-found' })
  })
  it('a role, an actor or a standing in the request itself is ignored', async () => {
    const { w, id } = await at('submitted')
    const forged = { id, role: 'centre', actor: { id: 'gao', role: 'centre' }, person: 'gao', by: 'gao' }
    expect(no(await w.as('bao')('aid.grant', forged))).toEqual({ status: 403, refused: 'permission.role' })
    expect(
      value(await w.as('wu')('aid.submit', { ...application(), owner: 'bao', stage: 'closed', lawyer: 'li' })),
    ).toMatchObject({ stage: 'submitted' })
    expect(value<{ items: unknown[] }>(await w.as('wu')('matter.list')).items).toHaveLength(1)
  })
})

/** Before a lawyer was asked, and where none ever will be. */
const nobodys: Stage[] = ['submitted', 'withdrawn', 'searching', 'owing', 'papers late', 'papers given up']
nobodys.push('unconfirmed', 'refused', 'transferred', 'objected', 'upheld')

describe('somebody else’s matter', () => {
  it.each(stages)('%s: is not found by whoever doesn’t stand to it, though his role has the action', async (stage) => {
    const { id } = await at(stage)
    const offered = nobodys.includes(stage)
    for (const [who, { role, stands }] of Object.entries(callers)) {
      if (stands && !(offered && (who === 'li' || who === 'zhou'))) continue
      for (const action of onMatter) {
        const { w } = await at(stage)
        const answer = no(await call(w, who, action, id))
        expect(answer, `${who} ${action}`).toEqual(
          mayEver(action, role)
            ? { status: 404, refused: action === 'matter.get' ? 'matter.not-found' : 'aid.not-found' }
            : { status: 403, refused: 'permission.role' },
        )
      }
    }
  })
  it('looks exactly as one that doesn’t exist', async () => {
    const { w, id } = await at('in-hand')
    for (const action of onMatter)
      for (const who of ['wu', 'he', 'mei']) {
        const [theirs, none] = [await call(w, who, action, id), await call(w, who, action, 'aid:AAAAAAAAAAAAAAAA')]
        expect(theirs, `${who} ${action}`).toEqual(none)
      }
  })
})

/** Offered though the door may say no: whether somebody fits is asked there; the sheet itself asks to ring first. */
const unless: Record<string, string> = {
  'searching aid.assign': 'aid.nobody-fits',
  'papers late aid.deemedWithdrawn': 'aid.ring-first',
}

const hers = 'complete parties withdraw'
const withLawyer = `${hers} changeLawyer`
const granted = 'complete parties terminate falsePromise callLog note'
const decides =
  'complete supplementList parties candidates grant refuse transfer provideFirst falsePromise callLog note reassign'
/** What each one's page offers, stage by stage. */
const offers: Partial<Record<Stage, Record<string, string>>> = {
  submitted: { bao: hers, gao: decides, ma: decides, sun: 'supplementList callLog note reassign' },
  owing: {
    bao: 'complete supplement parties withdraw',
    gao: 'complete supplement parties transfer provideFirst falsePromise callLog note reassign',
    sun: 'supplementList callLog note reassign',
  },
  'papers late': {
    gao: 'complete supplement deemedWithdrawn parties transfer provideFirst falsePromise callLog note reassign',
  },
  unconfirmed: {
    bao: hers,
    gao: 'complete parties falsePromise callLog note reassign',
    ma: 'complete parties confirmRefusal falsePromise callLog note reassign',
    sun: 'confirmRefusal callLog note reassign',
  },
  searching: { bao: hers, gao: 'complete parties candidates assign terminate falsePromise callLog note reassign' },
  asked: {
    bao: withLawyer,
    li: 'conflictAnswer leave',
    zhou: 'candidates confirm swapInside',
    gao: granted,
    sun: 'callLog note',
  },
  clear: {
    li: 'parties take contacted signed leave callLog note',
    zhou: 'candidates confirm swapInside',
    gao: granted,
  },
  'in-hand': {
    bao: withLawyer,
    li: 'parties contacted signed report close leave suspend ended callLog note',
    gao: granted,
  },
  spoken: { li: 'parties report close leave suspend ended callLog note' },
  'asked again': { bao: withLawyer, li: 'conflictAnswer leave', gao: granted },
  frozen: {
    bao: withLawyer,
    li: '',
    zhou: 'candidates',
    gao: 'complete parties ruleChange terminate falsePromise callLog note reassign',
  },
  'asked to change': {
    bao: hers,
    li: 'parties contacted signed report close leave suspend ended callLog note',
    gao: 'complete parties ruleChange terminate falsePromise callLog note reassign',
    sun: 'callLog note reassign',
  },
  first: {
    bao: withLawyer,
    gao: `${'complete supplementList parties regularise terminate falsePromise'} callLog note`,
  },
  'first and owing': {
    bao: 'complete supplement parties withdraw changeLawyer',
    gao: 'complete supplement parties regularise terminate falsePromise callLog note',
  },
  doubted: { gao: 'complete parties terminate callLog note', sun: 'ruleFalsePromise callLog note' },
  terminated: { bao: 'object', li: '', zhou: '', gao: 'terminationTold falsePromise callLog note reassign' },
  'told that terminated': { bao: 'object', li: '', gao: 'falsePromise' },
  objected: { bao: '', gao: 'falsePromise callLog note reassign', sun: 'rule callLog note reassign' },
  upheld: { bao: '', gao: 'falsePromise', sun: '' },
  closing: { bao: '', li: 'callLog note', zhou: '', gao: 'reviewClose falsePromise callLog note reassign' },
  closed: { bao: 'rate', li: '', zhou: '', gao: 'falsePromise', sun: '' },
  // Her number is no longer the lawyer's: the centre rings.
  rated: {
    bao: '',
    li: '',
    zhou: '',
    gao: 'contacted falsePromise callLog note reassign',
    sun: 'callLog note reassign',
  },
  'spoken of it': { bao: '', gao: 'rectified falsePromise callLog note reassign' },
  refused: { bao: 'object', gao: 'falsePromise', sun: '' },
  transferred: { bao: '', gao: '', sun: '' },
  withdrawn: { bao: '', gao: 'falsePromise', sun: '' },
}

/** What is done with papers once they are printed: by whom, whatever the stage. */
const paperwork = ['documentSigned', 'renumber']
const papersOf: Partial<Record<Stage, Record<string, string>>> = {
  submitted: { bao: 'documentSigned', gao: 'documentSigned', sun: 'documentSigned' },
  asked: { bao: 'documentSigned', li: '', zhou: '', gao: 'documentSigned renumber', sun: 'documentSigned' },
  clear: { li: 'documentSigned', zhou: '', gao: 'documentSigned renumber' },
  frozen: { li: '', gao: 'documentSigned renumber' },
  closed: { bao: 'documentSigned', li: 'documentSigned', gao: 'documentSigned renumber' },
  refused: { bao: 'documentSigned', gao: 'documentSigned renumber' },
  transferred: { bao: '', gao: '' },
  withdrawn: { bao: '', gao: '' },
}

describe('what a view offers and what the door lets through', () => {
  it.each(stages)('%s: are the same, for everybody', async (stage) => {
    for (const who of Object.keys(callers)) {
      const { id, w: fresh } = await at(stage)
      const seen = (await fresh.as(who)('matter.get', { id })).reply as Reply<MatterView>
      const offered = seen.ok ? seen.value.can.map(({ action }) => action) : []
      for (const action of onMatter.filter((name) => name !== 'matter.get')) {
        const { w } = await at(stage)
        const before = (await w.docs('matters')).map(({ body }) => JSON.parse(body).seq)
        const answer = await call(w, who, action, id)
        const { status } = answer
        const after = (await w.docs('matters')).map(({ body }) => JSON.parse(body).seq)
        const open = offered.includes(action)
        const refused = unless[`${stage} ${action}`]
        // A paper has to be there before it can be named.
        if (open && action === 'aid.suspend') expect([stage, who, action, status]).toEqual([stage, who, action, 400])
        else if (open && refused) expect(no(answer)).toMatchObject({ refused })
        else if (open) expect([stage, who, action, status]).toEqual([stage, who, action, 200])
        // Once he has spoken with her he isn't asked to again, but a further talk may be written down.
        else if (stage === 'spoken' && who === 'li' && action === 'aid.contacted') expect(status).toBe(200)
        // What isn't offered is refused, or is a repeat of what was done and changes nothing.
        else expect([stage, who, action, after]).toEqual([stage, who, action, before])
      }
    }
  })
  it('offers only what is in the contract', () => {
    const { state } = given(...asked)
    for (const { action } of Object.values(people).flatMap((actor) => can(state, actor)))
      expect(names).toContain(action)
  })
  it('papers come back signed by whoever may make them; a number is cancelled by the centre alone', async () => {
    for (const [stage, row] of Object.entries(papersOf))
      for (const [who, said] of Object.entries(row)) {
        const { w, id } = await at(stage as Stage)
        const { can } = value(await w.as(who)('matter.get', { id }))
        const named = can.map(({ action }) => action.replace('aid.', ''))
        expect([stage, who, named.filter((action) => paperwork.includes(action)).join(' ')]).toEqual([stage, who, said])
      }
  })
  it('first the conflict question, then the matter; what is done isn’t offered again', async () => {
    for (const [stage, row] of Object.entries(offers))
      for (const [who, said] of Object.entries(row)) {
        const { w, id } = await at(stage as Stage)
        const { can } = value(await w.as(who)('matter.get', { id }))
        const named = can.map(({ action }) => action.replace(/^(aid|matter)\./, ''))
        const short = named.filter((action) => !paperwork.includes(action)).join(' ')
        expect([stage, who, short]).toEqual([stage, who, said])
      }
  })
})
