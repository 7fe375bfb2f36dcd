import { describe, expect, it } from 'vitest'
import { type ActionName, actions } from '@/contract/actions'
import type { MatterView, Reply } from '@/contract/views'
import { type Role, roles } from '@/domain/decider'
import { can, mayEver, permissions, rolesOf } from '@/domain/permission'
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
  'aid.submit': application({ forwarded: { consent: { kind: 'voice' }, tell: ['helper'] } }),
  'aid.conflictAnswer': { conflict: 'no' },
  'aid.contacted': { how: 'call' },
  'aid.report': { change: true, text: '开庭了' },
  'aid.close': { result: 'advice', text: '写了诉状' },
  'aid.reviewClose': { ok: true },
}
const onMatter = names.filter((name) => permissions[name]?.on)
const commands = onMatter.filter((name) => actions[name].kind === 'command')

const stages = [...steps, 'searching', 'spoken'] as const
const reached = new Map<string, { docs: Stored[]; id: string }>()
async function at(stage: (typeof stages)[number]): Promise<{ w: Given; id: string }> {
  const known = reached.get(stage)
  if (known) return { w: await world({ from: known.docs }), id: known.id }
  const w = await world(stage === 'searching' ? { county: nobodyFree() } : {})
  const id = await reach(w, stage === 'searching' ? 'submitted' : stage === 'spoken' ? 'in-hand' : (stage as Step))
  if (stage === 'searching') value(await w.as('gao')('aid.grant', { id }))
  if (stage === 'spoken')
    for (const [action, input] of [
      ['aid.contacted', { how: 'visit' }],
      ['aid.signed', {}],
    ] as const)
      value(await w.as('li')(action, { id, ...input }))
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
      if (mayEver(action, 'visitor')) expect(status).not.toBe(401)
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

describe('somebody else’s matter', () => {
  it.each(stages)('%s: is not found by whoever doesn’t stand to it, though his role has the action', async (stage) => {
    const { id } = await at(stage)
    const offered = stage === 'submitted' || stage === 'searching' || stage === 'withdrawn'
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

describe('what a view offers and what the door lets through', () => {
  it.each(stages)('%s: are the same, for everybody', async (stage) => {
    const { id, w: fresh } = await at(stage)
    for (const who of Object.keys(callers)) {
      const seen = (await fresh.as(who)('matter.get', { id })).reply as Reply<MatterView>
      const offered = seen.ok ? seen.value.can.map(({ action }) => action) : []
      for (const action of onMatter.filter((name) => name !== 'matter.get')) {
        const { w } = await at(stage)
        const before = (await w.docs('matters')).map(({ body }) => JSON.parse(body).seq)
        const { status } = await call(w, who, action, id)
        const after = (await w.docs('matters')).map(({ body }) => JSON.parse(body).seq)
        if (offered.includes(action)) expect([stage, who, action, status]).toEqual([stage, who, action, 200])
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
  it('first the conflict question, then the matter; what is done isn’t offered again', async () => {
    const offers = async (stage: (typeof stages)[number], who: string) => {
      const { w, id } = await at(stage)
      return value(await w.as(who)('matter.get', { id })).can.map(({ action }) => action)
    }
    expect(await offers('submitted', 'gao')).toEqual(['aid.candidates', 'aid.grant', 'matter.callLog'])
    expect(await offers('searching', 'gao')).toEqual(['aid.candidates', 'matter.callLog'])
    expect(await offers('asked', 'li')).toEqual(['aid.conflictAnswer'])
    expect(await offers('clear', 'li')).toEqual(['aid.take', 'aid.contacted', 'aid.signed', 'matter.callLog'])
    expect(await offers('in-hand', 'li')).toEqual([
      'aid.contacted',
      'aid.signed',
      'aid.report',
      'aid.close',
      'matter.callLog',
    ])
    expect(await offers('spoken', 'li')).toEqual(['aid.report', 'aid.close', 'matter.callLog'])
    expect(await offers('in-hand', 'bao')).toEqual(['aid.withdraw'])
    expect(await offers('closing', 'bao')).toEqual([])
    expect(await offers('closing', 'gao')).toEqual(['aid.reviewClose', 'matter.callLog'])
    for (const who of ['bao', 'li', 'gao', 'sun', 'zhou']) expect(await offers('closed', who), who).toEqual([])
  })
})
