import { describe, expect, it } from 'vitest'
import { serve as serveApi } from '../../cloudfunctions/api/index'
import { serve as serveClock } from '../../cloudfunctions/clock/index'
import { worldOver } from '../../cloudfunctions/cloudbase/world'
import { loadCounty } from '../../cloudfunctions/county'
import { memoryStore } from '../../cloudfunctions/memory/store'
import { sealer } from '../../cloudfunctions/seal'
import { smallCounty } from '../support/small-county'

const SECRET = 'a secret of this county alone, long enough'
const as = (openid?: string) => ({
  environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', ...(openid && { WX_OPENID: openid }) }),
})

/** A county whose person 包群众 is the account `openid-of-bao`. */
async function county() {
  const lines: object[] = []
  const world = worldOver(memoryStore(), sealer([{ id: 'k1', secret: SECRET }]), (line) => void lines.push(line))
  const bao = world.seal.lookup('lookup', 'openid openid-of-bao')
  const people = smallCounty.people.map((person) => (person.id === 'bao' ? { ...person, id: bao } : person))
  const loaded = await loadCounty(world, { ...smallCounty, people })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return { world, lines, api: serveApi(world), clock: serveClock(world) }
}

describe("the cloud's door for people", () => {
  it('knows a person by what the platform says of her', async () => {
    const { api } = await county()
    expect(await api({ action: 'session.me', input: {} }, as('openid-of-bao'))).toMatchObject({
      ok: true,
      value: { name: '包群众' },
    })
  })

  it('believes nothing about a person that the event says', async () => {
    const { api } = await county()
    const forged = {
      action: 'session.me',
      input: { WX_OPENID: 'openid-of-bao', person: 'gao' },
      WX_OPENID: 'openid-of-bao',
      openid: 'openid-of-bao',
      userInfo: { openId: 'openid-of-bao' },
      environment: as('openid-of-bao').environment,
    }
    for (const context of [as(), {}, undefined])
      expect(await api(forged, context)).toMatchObject({ ok: false, refused: 'session.missing' })
    expect(await api(forged, as('a-stranger'))).toMatchObject({ ok: true, value: { name: '微信用户' } })
  })

  it('takes an account that nobody registered for a resident of its own, and stores nothing about her', async () => {
    const { world, api } = await county()
    const me = await api({ action: 'session.me' }, as('a-stranger'))
    const id = world.seal.lookup('lookup', 'openid a-stranger')
    expect(me).toMatchObject({
      ok: true,
      value: { id, name: '微信用户', roles: [{ role: 'resident' }], acting: { role: 'resident' } },
    })
    expect(await world.store.get('people', `p:${id}`)).toBeUndefined()
    expect(await api({ action: 'desk.list', input: { desk: 'centre' } }, as('a-stranger'))).toMatchObject({
      refused: 'permission.role',
    })
  })

  it.each([null, undefined, {}, { action: 'aid.nonsense' }, { action: 'constructor' }, { action: 5 }])(
    'has no action in %j',
    async (event) => {
      const { api } = await county()
      expect(await api(event, as('openid-of-bao'))).toMatchObject({ ok: false, refused: 'action.not-found' })
    },
  )

  it('lets a visitor look up what visitors may', async () => {
    const { api } = await county()
    expect(await api({ action: 'unit.list', input: { kind: 'town' } }, as())).toMatchObject({ ok: true })
  })

  it('sends no answer that the platform would cut, and the log names the action that made it', async () => {
    const { world, lines } = await county()
    const wordy = { code: '1', kind: 'town', name: '镇'.repeat(8_000), parents: {} }
    const docs = Array.from({ length: 50 }, () => ({ id: '1', version: 1, keys: {}, body: JSON.stringify(wordy) }))
    const list = { action: 'unit.list', input: { kind: 'town', limit: 50 } }
    const store = (many: typeof docs) => ({ ...world, store: { ...world.store, list: async () => ({ docs: many }) } })
    expect(await serveApi(store(docs.slice(0, 20)))(list, as())).toMatchObject({ ok: true })
    expect(await serveApi(store(docs))(list, as())).toMatchObject({ ok: false, fault: expect.any(String) })
    expect(lines.at(-1)).toMatchObject({ level: 'error', action: 'unit.list', status: 500 })
  })
})

describe("the cloud's door for time", () => {
  it('lets the timer in, and never a person who sends its event', async () => {
    const { clock } = await county()
    expect(await clock({ Type: 'Timer' }, as())).toMatchObject({ ok: true, touched: 0, more: false })
    expect(await clock({ Type: 'Timer' }, as('openid-of-bao'))).toMatchObject({ ok: false, refused: 'permission.role' })
    expect(await clock({}, as())).toMatchObject({ ok: false, refused: 'permission.role' })
  })

  it('does all its jobs page by page, whatever becomes of one of them, and tells of the one that broke', async () => {
    const { world, lines } = await county()
    const pages = [2, 2, 1]
    const done: string[] = []
    const clock = serveClock(world, [
      {
        name: 'broken',
        share: 0.5,
        run: async () => {
          throw new TypeError('泄露')
        },
      },
      {
        name: 'long',
        share: 0.5,
        run: async () => {
          const touched = pages.shift() ?? 0
          done.push(`long ${touched}`)
          return { touched, more: pages.length > 0 }
        },
      },
    ])
    expect(await clock({ Type: 'Timer' }, as())).toMatchObject({ ok: false, fault: expect.any(String) })
    expect(done).toEqual(['long 2', 'long 2', 'long 1'])
    expect(lines).toMatchObject([
      { level: 'error', what: 'clock broken', error: 'TypeError' },
      { level: 'error', action: 'clock', status: 500, touched: 5 },
    ])
    expect(JSON.stringify(lines)).not.toContain('泄露')
  })

  it('gives each job its share of a beat while others wait, and what is left to whoever has more to do', async () => {
    const beat = async (does: Record<string, number>) => {
      const { world } = await county()
      let wall = 0
      const spent: Record<string, number> = {}
      const waiting = { ...does }
      const job = (name: string, share: number) => ({
        name,
        share,
        run: async () => {
          const page = Math.min(1000, waiting[name] ?? 0)
          wall += page
          spent[name] = (spent[name] ?? 0) + page
          waiting[name] = (waiting[name] ?? 0) - page
          return { touched: page, more: (waiting[name] ?? 0) > 0 }
        },
      })
      const timed = { ...world, clock: { ...world.clock, wall: () => wall } }
      const clock = serveClock(timed, [job('first', 0.6), job('second', 0.3), job('third', 0.1)])
      const answer = await clock({ Type: 'Timer' }, { ...as(), time_limit_in_ms: 60_000 })
      return { ...spent, more: answer.ok && answer.more }
    }
    const endless = 1_000_000
    expect(await beat({ first: endless, second: endless, third: endless })).toEqual({
      first: 24_000,
      second: 12_000,
      third: 4_000,
      more: true,
    })
    expect(await beat({ first: endless, second: 2_000, third: 0 })).toEqual({
      first: 38_000,
      second: 2_000,
      third: 0,
      more: true,
    })
    expect(await beat({ first: 0, second: endless, third: 1_000 })).toEqual({
      first: 0,
      second: 39_000,
      third: 1_000,
      more: true,
    })
    expect(await beat({ first: 3_000, second: 2_000, third: 0 })).toMatchObject({
      first: 3_000,
      second: 2_000,
      more: false,
    })
  })
})
