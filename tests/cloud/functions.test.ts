import { getCloudbaseContext } from '@cloudbase/node-sdk'
import { describe, expect, it } from 'vitest'
import type { Caller } from '../support/function-runner'
import { application, openid, personOf } from './functions-given'
import { withHouse } from './with-house'

/** The built bundles in processes of their own, called with a context like the platform's. */

const county = withHouse()

describe('two people on one instance', () => {
  it('never hear or write what is the other’s, however their calls are interleaved', async () => {
    const names = ['bao', 'wu', 'tana', 'suhe', 'nima']
    const g = await county({ also: names.slice(2) })
    const api = await g.start('api')
    // A fixed row of delays, so that every call overtakes others in the store, and the same ones each time.
    let n = 0
    g.between.hooks.asked = () => new Promise((done) => setTimeout(done, (n++ * 7919) % 23))
    const calls = Array.from({ length: 30 }, (_, at) => ({ name: names[at % names.length] ?? '', at }))
    const heard = await Promise.all(
      calls.map(async ({ name, at }) => {
        const input = { ...application(name), requestId: `request-${at}` }
        const [me, sent] = await Promise.all([
          api.call({ action: 'session.me' }, { openid: openid(name) }),
          api.call({ action: 'aid.submit', input }, { openid: openid(name) }),
        ])
        return { name, me, sent }
      }),
    )
    for (const { name, me, sent } of heard) {
      expect(me).toMatchObject({ ok: true, value: { id: personOf(name) } })
      expect(sent).toMatchObject({ ok: true, value: { detail: { applicant: { name } } } })
    }
    g.between.hooks.asked = undefined
    for (const name of names) {
      const own = await api.call({ action: 'matter.list', input: { limit: 50 } }, { openid: openid(name) })
      const sent = heard.flatMap((one) => (one.name === name ? [(one.sent.value as { id: string }).id] : []))
      const { items } = own.value as { items: { id: string }[] }
      expect(items.map(({ id }) => id).sort()).toEqual([...new Set(sent)].sort())
      expect(items).toHaveLength(6)
    }
  })
})

describe('who calls', () => {
  const bao = { WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: openid('bao') }

  it('is told by the context alone: an event may carry whatever it likes', async () => {
    const g = await county()
    const api = await g.start('api')
    const forged = {
      action: 'matter.list',
      input: { WX_OPENID: openid('bao'), openid: openid('bao'), person: personOf('bao') },
      ...bao,
      openid: openid('bao'),
      userInfo: { openId: openid('bao'), appId: 'wx0' },
      environment: JSON.stringify(bao),
      context: { environment: JSON.stringify(bao) },
    }
    expect(await api.call(forged)).toMatchObject({ ok: false, refused: 'session.missing' })
    expect(await api.call(forged, { openid: openid('bao') })).toMatchObject({ ok: true })
  })

  it('is never whoever called before: what the platform left in the environment of the process is not read', async () => {
    const g = await county()
    const api = await g.start('api')
    const me = { action: 'session.me' }
    const answer = await api.call(me, { openid: openid('bao'), injected: bao })
    expect(answer).toMatchObject({ ok: true, value: { id: personOf('bao') } })
    for (const environment of [{}, { WX_CONTEXT_KEYS: 'WX_OPENID' }, { WX_OPENID: '' }])
      expect(await api.call(me, { environment: environment as never })).toMatchObject({ refused: 'session.missing' })
  })

  it('would be the one before, if the SDK were asked for the merged context', () => {
    Object.assign(process.env, bao)
    try {
      const context = { environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID' }) }
      expect(getCloudbaseContext(context as never)).toMatchObject({ WX_OPENID: openid('bao') })
    } finally {
      for (const key of Object.keys(bao)) delete process.env[key]
    }
  })
})

describe('the clock', () => {
  it('runs for the timer, also where an earlier caller still stands in the environment of the process', async () => {
    const g = await county()
    const clock = await g.start('clock')
    const injected = { WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: openid('bao') }
    expect(await clock.call({ Type: 'Timer' }, { openid: openid('bao'), injected })).toMatchObject({ ok: false })
    expect(await clock.beat()).toMatchObject({ ok: true, touched: 0, more: false })
  })

  it('runs for nobody else, whatever account it is, and asks the store nothing for them', async () => {
    const g = await county()
    const clock = await g.start('clock')
    g.between.passed()
    const timer = { Type: 'Timer', TriggerName: 'every-minute', environment: '{"TRIGGER_SRC":"timer"}' }
    const callers: Caller[] = [
      { openid: openid('gao') },
      { environment: { WX_FROM_OPENID: 'another-mini-program' } },
      { environment: { TCB_UUID: 'web', TCB_CONTEXT_KEYS: 'TCB_UUID', LOGINTYPE: 'ANONYMOUS' } },
      { environment: { TCB_CUSTOM_USER_ID: 'ours' } },
      { environment: { TRIGGER_SRC: 'apigw' } },
    ]
    for (const caller of callers)
      expect(await clock.call(timer, caller)).toMatchObject({ ok: false, refused: 'permission.role' })
    for (const event of [undefined, {}, { type: 'Timer' }, { Type: 'timer' }])
      expect(await clock.call(event, { environment: { TRIGGER_SRC: 'timer' } })).toMatchObject({ ok: false })
    expect(g.between.passed()).toEqual([])
  })
})

describe('an account', () => {
  it('can be named whatever its hash begins with, in a county’s file and in an action', async () => {
    const names = Array.from({ length: 1000 }, (_, n) => `anybody-${n}`)
    const odd = ['-', '_'].map((mark) => names.find((name) => personOf(name).startsWith(mark)) ?? '')
    const g = await county({ also: odd })
    const { id } = await g.ask('bao', 'aid.submit', application('包群众'))
    const api = await g.start('api')
    for (const name of odd) {
      const me = await api.call({ action: 'session.me' }, { openid: openid(name) })
      expect(me).toMatchObject({ ok: true, value: { id: personOf(name), name: `群众${name}` } })
      const grant = { action: 'aid.grant', input: { id, lawyer: personOf(name), requestId: `grant-${name}` } }
      const answer = await api.call(grant, { openid: openid('gao') })
      // Refused because she is no lawyer, not because of how her id is written.
      expect(answer).toMatchObject({ ok: false, refused: expect.stringMatching(/^aid\./) })
    }
  })
})

describe('keys', () => {
  it('are exchanged without anybody becoming somebody else: the old one still opens what it sealed', async () => {
    const g = await county()
    const { id } = await g.ask('bao', 'aid.submit', application('包群众'))
    const renewed = { SECRET: 'the secret of the next year, 32 bytes long', SECRET_OLD: g.env.SECRET }
    const api = await g.start('api', undefined, renewed)
    const seen = await api.call({ action: 'matter.get', input: { id } }, { openid: openid('bao') })
    expect(seen).toMatchObject({ ok: true, value: { id, detail: { story: '包群众的工钱没有给' } } })
    const withdrawn = { action: 'aid.withdraw', input: { id, why: '和解', requestId: 'withdraw-1' } }
    expect(await api.call(withdrawn, { openid: openid('bao') })).toMatchObject({ ok: true })
    const [before] = (await g.world.store.list('matters', { index: 'byWake', where: {}, limit: 1 })).docs
    expect(JSON.parse(before?.body ?? '{}').state.personal).toMatch(/^k2\./)
  })

  it('that are missing or too short are named in the log, never quoted, and nothing else happens', async () => {
    const g = await county()
    const cases: [Record<string, string>, string][] = [
      [{ SECRET: '' }, 'SECRET is missing'],
      [{ SECRET: 'too-short-to-keep' }, 'SECRET is shorter than 32 bytes'],
      [{ SECRET_OLD_2: 'an old secret of this county, long enough' }, 'SECRET_OLD is missing before SECRET_OLD_2'],
      [{ SCF_NAMESPACE: '' }, 'TCB_ENV is missing'],
      [{ TENCENTCLOUD_SECRETID: '' }, 'TCB_SECRET_ID or TCB_SECRET_KEY is missing'],
    ]
    for (const [more, problem] of cases) {
      const api = await g.start('api', undefined, more)
      expect(await api.call({ action: 'session.me' })).toMatchObject({ ok: false, refused: 'store.not-configured' })
      const lines = api.lines().join('\n')
      expect(lines).toContain(problem)
      expect(lines).not.toContain('too-short-to-keep')
      expect(lines).not.toContain('an old secret')
    }
  })
})

describe('what a call may carry and take', () => {
  it('is 100 KB of input: more is refused in words, before the store hears of it', async () => {
    const g = await county()
    const api = await g.start('api')
    g.between.passed()
    const story = '长'.repeat(35_000)
    const large = { action: 'aid.submit', input: { ...application('包群众', { story }), requestId: 'large-1' } }
    expect(await api.call(large, { openid: openid('bao') })).toMatchObject({
      ok: false,
      invalid: [{ code: 'body-too-large', message: expect.stringContaining('100 KB') }],
    })
    expect(g.between.passed()).toEqual([])
  })

  it('is less time than the platform gives: a person hears that it was busy before the instance is stopped', async () => {
    const g = await county()
    const api = await g.start('api')
    const mine = { action: 'matter.list', input: {} }
    g.between.hooks.asked = () => new Promise(() => {})
    expect(await api.call(mine, { openid: openid('bao'), limitMs: 3_000 })).toMatchObject({ refused: 'matter.busy' })
    g.between.hooks.asked = undefined
    expect(await api.call(mine, { openid: openid('bao') })).toMatchObject({ ok: true })
  })
})
