import { describe, expect, it } from 'vitest'
import { roles } from '@/domain/decider'
import { mayEver, onlyByCode, permissions, rolesOf } from '@/domain/permission'
import { sentence } from '@/words/refusals'
import { application, no, value } from '../given-world'
import { at, call, callers, commands, names, onMatter, type Stage, stages } from './permission-given'

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
