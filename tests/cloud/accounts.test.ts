import { describe, expect, it } from 'vitest'
import type { MatterRow, MatterView, Me } from '@/contract/views'
import { closeAccounts, INVITE_DAYS, invite } from '../../cloudfunctions/accounts'
import { handle } from '../../cloudfunctions/handle'
import { personId } from '../../cloudfunctions/records'
import { application, county, type Given, no, value, world } from '../given-world'

const DAY = 24 * 60 * 60_000
let requests = 0

/** A phone's WeChat account, as the platform names it. */
const phone = (w: Given, name: string) => {
  const account = w.world.seal.lookup('lookup', `openid ${name}`)
  const who = { person: account, session: `s:${name}`, account: 'wechat' as const }
  const ask = (action: string, input: object = {}) =>
    handle(w.world, action, { requestId: `account-${++requests}`, ...input }, who, { source: name, trace: 't' })
  return { account, ask, me: async () => value<Me>(await ask('session.me')) }
}
async function codeFor(w: Given, person: string): Promise<string> {
  const made = await invite(w.world, person)
  if ('refused' in made) throw new Error(made.refused)
  return made.code
}

describe('a WeChat account that nobody registered', () => {
  it('does whatever a resident does, and her matters are hers alone', async () => {
    const w = await world()
    const [mine, other] = [phone(w, 'one'), phone(w, 'two')]
    const { id } = value(await mine.ask('aid.submit', application()))
    expect(value<{ items: MatterRow[] }>(await mine.ask('matter.list')).items.map((row) => row.id)).toEqual([id])
    expect(value<{ items: MatterRow[] }>(await other.ask('matter.list')).items).toEqual([])
    expect(no(await other.ask('matter.get', { id }))).toEqual({ status: 404, refused: 'matter.not-found' })
    for (const [who, action, input] of [
      ['gao', 'aid.grant', {}],
      ['li', 'aid.conflictAnswer', { conflict: 'no' }],
      ['li', 'aid.take', {}],
      ['li', 'aid.close', { result: 'mediated', text: '工钱要回来了' }],
      ['gao', 'aid.reviewClose', { ok: true }],
    ] as const)
      value(await w.as(who)(action, { id, ...input }))
    expect((await mine.me()).unread).toBeGreaterThan(0)
    const { items } = value<{ items: { id: string; matter: string }[] }>(await mine.ask('notice.list'))
    expect(items.every(({ matter }) => matter === id)).toBe(true)
    value(await mine.ask('notice.seen', { ids: items.map((notice) => notice.id) }))
    expect((await mine.me()).unread).toBe(0)
    expect(value<MatterView>(await mine.ask('aid.rate', { id, stars: 5 })).detail.rating?.stars).toBe(5)
  })

  it('acts as a resident and as nobody else; nothing is stored for it', async () => {
    const w = await world()
    const { ask, account } = phone(w, 'one')
    expect(value<Me>(await ask('session.actAs', { role: 'resident' })).acting).toEqual({ role: 'resident' })
    expect(no(await ask('session.actAs', { role: 'centre' }))).toEqual({ status: 403, refused: 'permission.role' })
    expect(no(await ask('desk.list', { desk: 'centre' }))).toEqual({ status: 403, refused: 'permission.role' })
    expect(await w.store.get('people', personId(account))).toBeUndefined()
  })

  it('is no excuse for a session of another kind whose person is gone', async () => {
    const w = await world()
    for (const account of [undefined, 'login' as const]) {
      const who = { person: 'ghost', session: 's', ...(account && { account }) }
      const answer = await handle(w.world, 'session.me', {}, who, { source: 'x', trace: 't' })
      expect(no(answer)).toEqual({ status: 401, refused: 'session.missing' })
    }
  })
})

describe('an invite code', () => {
  it('makes the account the member of staff, in all her roles and with what she was told', async () => {
    const w = await world()
    const { ask, me } = phone(w, 'gao')
    const before = await me()
    const joined = value<Me>(await ask('session.bind', { invite: await codeFor(w, 'gao') }))
    expect([before.name, joined.id, joined.name, joined.acting]).toEqual([
      '微信用户',
      'gao',
      '高审查',
      { role: 'centre' },
    ])
    expect(await me()).toEqual(joined)
    expect(value<{ items: [] }>(await ask('desk.list', { desk: 'centre' })).items).toEqual([])
    expect(value<Me>(await ask('session.actAs', { role: 'resident' })).acting).toEqual({ role: 'resident' })
    expect((await me()).acting).toEqual({ role: 'resident' })
  })

  it('costs a resident one read to be known, and a member of staff two', async () => {
    const w = await world()
    value(await phone(w, 'gao').ask('session.bind', { invite: await codeFor(w, 'gao') }))
    const get = w.store.get
    const reads: string[] = []
    w.store.get = async (collection, id) => {
      if (collection === 'people') reads.push(id)
      return get(collection, id)
    }
    const readBy = async (name: string) => {
      reads.length = 0
      await phone(w, name).me()
      return reads.length
    }
    expect([await readBy('a stranger'), await readBy('gao')]).toEqual([1, 2])
  })

  it('is typed as people type: small letters, dashes, O for 0', async () => {
    const w = await world()
    const code = await codeFor(w, 'gao')
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase().replaceAll('0', 'o')
    expect(value<Me>(await phone(w, 'gao').ask('session.bind', { invite: typed })).id).toBe('gao')
  })

  it('works once: the same account may say it again, another one is told', async () => {
    const w = await world()
    const code = await codeFor(w, 'gao')
    const { ask } = phone(w, 'gao')
    expect(value<Me>(await ask('session.bind', { invite: code })).id).toBe('gao')
    expect(value<Me>(await ask('session.bind', { invite: code })).id).toBe('gao')
    const second = await phone(w, 'thief').ask('session.bind', { invite: code })
    expect(no(second)).toEqual({ status: 422, refused: 'invite.used' })
    expect((await phone(w, 'thief').me()).name).toBe('微信用户')
  })

  it('two accounts at once: one of them is she, and the other is told', async () => {
    for (let round = 0; round < 10; round++) {
      const w = await world()
      const code = await codeFor(w, 'gao')
      const both = await Promise.all(['a', 'b'].map((name) => phone(w, name).ask('session.bind', { invite: code })))
      expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
      const names = await Promise.all(['a', 'b'].map(async (name) => (await phone(w, name).me()).name))
      expect(names.sort()).toEqual(['微信用户', '高审查'].sort())
    }
  })

  it(`ends after ${INVITE_DAYS} days of real time, and not a minute sooner`, async () => {
    const w = await world()
    const [gao, ma] = [await codeFor(w, 'gao'), await codeFor(w, 'ma')]
    w.advance(INVITE_DAYS * DAY - 60_000)
    expect(value<Me>(await phone(w, 'gao').ask('session.bind', { invite: gao })).id).toBe('gao')
    w.advance(60_000)
    expect(no(await phone(w, 'ma').ask('session.bind', { invite: ma }))).toMatchObject({ refused: 'invite.expired' })
  })

  it('counts no longer once a newer one was given out', async () => {
    const w = await world()
    const [old, recent] = [await codeFor(w, 'gao'), await codeFor(w, 'gao')]
    const { ask } = phone(w, 'gao')
    expect(no(await ask('session.bind', { invite: old }))).toMatchObject({ refused: 'invite.replaced' })
    expect(value<Me>(await ask('session.bind', { invite: recent })).id).toBe('gao')
  })

  it('is for people of the county only', async () => {
    const w = await world()
    expect(await invite(w.world, 'ghost')).toEqual({ refused: 'person.not-found' })
    expect(await invite(w.world, phone(w, 'x').account)).toEqual({ refused: 'person.not-found' })
  })

  it('wrong is answered five times a minute and then no more, whatever the code', async () => {
    const w = await world()
    const code = await codeFor(w, 'gao')
    const { ask } = phone(w, 'gao')
    const wrong = async () => no(await ask('session.bind', { invite: '0000000000000' }))
    for (let n = 0; n < 5; n++) expect(await wrong()).toEqual({ status: 422, refused: 'invite.unknown' })
    expect(await wrong()).toMatchObject({ status: 429, refused: 'throttle.wait', detail: { seconds: 60 } })
    expect(no(await ask('session.bind', { invite: code }))).toMatchObject({ status: 429 })
    w.advance(60_000)
    expect(value<Me>(await ask('session.bind', { invite: code })).id).toBe('gao')
  })

  it('is not taken from a session that no WeChat account stands behind', async () => {
    const w = await world()
    const code = await codeFor(w, 'gao')
    expect(no(await w.as('bao')('session.bind', { invite: code }))).toMatchObject({ refused: 'invite.needs-wechat' })
    expect(no(await w.as(undefined)('session.bind', { invite: code }))).toMatchObject({ status: 401 })
  })

  it('lies nowhere as it is written', async () => {
    const w = await world()
    const code = await codeFor(w, 'gao')
    value(await phone(w, 'gao').ask('session.bind', { invite: code }))
    expect(JSON.stringify(await w.docs())).not.toContain(code)
    expect(JSON.stringify(w.logs)).not.toContain(code)
  })
})

describe('who has lost her phone', () => {
  it('binds another with a new code, and the lost one is a resident’s again', async () => {
    const w = await world()
    const [lost, found] = [phone(w, 'lost'), phone(w, 'found')]
    value(await lost.ask('session.bind', { invite: await codeFor(w, 'gao') }))
    expect((await lost.me()).id).toBe('gao')
    value(await found.ask('session.bind', { invite: await codeFor(w, 'gao') }))
    expect([(await lost.me()).name, (await found.me()).id]).toEqual(['微信用户', 'gao'])
    expect(no(await lost.ask('desk.list', { desk: 'centre' }))).toMatchObject({ refused: 'permission.role' })
  })

  it('an account speaks for one person: with somebody else’s code it speaks for her', async () => {
    const w = await world()
    const { ask, me } = phone(w, 'shared')
    value(await ask('session.bind', { invite: await codeFor(w, 'gao') }))
    value(await ask('session.bind', { invite: await codeFor(w, 'ma') }))
    expect((await me()).id).toBe('ma')
    // Closing the first one's account doesn't reach the second's.
    expect(await closeAccounts(w.world, 'gao')).toEqual({ closed: 0 })
    expect((await me()).id).toBe('ma')
    expect(await closeAccounts(w.world, 'ma')).toEqual({ closed: 1 })
    expect((await me()).name).toBe('微信用户')
  })

  it('whose own application is under way binds another phone, so that she neither loses it nor decides it', async () => {
    const w = await world()
    const own = phone(w, 'clerk at home')
    const { id } = value(await own.ask('aid.submit', application()))
    const invite = await codeFor(w, 'gao')
    expect(no(await own.ask('session.bind', { invite }))).toEqual({ status: 422, refused: 'invite.own-matter' })
    expect(value<{ items: MatterRow[] }>(await own.ask('matter.list')).items.map((row) => row.id)).toEqual([id])
    expect(no(await own.ask('aid.grant', { id, version: 1 }))).toMatchObject({ refused: 'permission.role' })
    value(await own.ask('aid.withdraw', { id, why: '不申请了' }))
    expect(value<Me>(await own.ask('session.bind', { invite })).id).toBe('gao')
  })

  it('an account that the county itself lists needs no code and keeps its record', async () => {
    const made = await world()
    const { account } = phone(made, 'listed one')
    const people = [...county().people, { id: account, name: '登记过的人', roles: [{ role: 'resident' }] }]
    const w = await world({ county: { ...county(), people } })
    const { ask, me } = phone(w, 'listed one')
    expect(no(await ask('session.bind', { invite: await codeFor(w, 'gao') }))).toMatchObject({
      refused: 'invite.known-account',
    })
    expect((await me()).name).toBe('登记过的人')
  })
})
