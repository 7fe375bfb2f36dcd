import { describe, expect, it, onTestFinished } from 'vitest'
import { app } from '../../cloudfunctions/server/door'
import { settingsFrom } from '../../cloudfunctions/server/settings'
import { production, SECRET, said } from '../support/production'
import { startServer } from '../support/server'

type Metrics = Record<string, number>
const TOKEN = 'a-token-to-watch-with-long-enough'
/** The lines of a scrape as `name{labels}` → figure. */
const metricsIn = (text: string): Metrics =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )

describe('haste', () => {
  it('is told to wait, for how many seconds and in a sentence; a slower place isn’t', async () => {
    const county = await production({ LIMIT_PAGES: '1000', LIMIT_API: '3', LIMIT_SIGN_IN: '1000', BEHIND_PROXY: '1' })
    const from = async (place: string) => {
      const headers = { 'x-forwarded-for': `9.9.9.9, ${place}`, 'content-type': 'application/json' }
      const response = await fetch(`${county.url}/api/unit.list`, { method: 'POST', headers, body: '{}' })
      return { status: response.status, headers: response.headers, body: await response.json() }
    }
    const answers = []
    for (let n = 0; n < 4; n++) answers.push(await from('1.1.1.1'))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    const last = answers[3]
    expect(last?.body).toMatchObject({
      ok: false,
      refused: 'throttle.wait',
      message: expect.stringMatching(/^试得太多了，请等 \d+\u00a0秒再试。$/),
    })
    const { seconds } = last?.body.detail ?? {}
    expect(seconds >= 1 && seconds <= 60).toBe(true)
    expect(Number(last?.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect((await from('2.2.2.2')).status).toBe(200)
  })

  it('of one household is one, whichever of its many addresses it comes from', async () => {
    const county = await production({ LIMIT_PAGES: '1000', LIMIT_API: '1', BEHIND_PROXY: '1' })
    const from = async (place: string) => {
      const headers = { 'x-forwarded-for': place, 'content-type': 'application/json' }
      return (await fetch(`${county.url}/api/unit.list`, { method: 'POST', headers, body: '{}' })).status
    }
    expect([await from('2001:db8:0:7::1'), await from('2001:db8:0:7:ffff::2')]).toEqual([200, 429])
    expect([await from('2001:db8:0:8::1'), await from('::ffff:1.1.1.1'), await from('::ffff:1.1.1.2')]).toEqual([
      200, 200, 200,
    ])
    expect(await from('1.1.1.1')).toBe(429)
  })

  it('of one signed-in person isn’t her colleague’s, though they sit behind one address', async () => {
    const server = await startServer({ county: 'demo', env: { LIMIT_API: '3' } })
    onTestFinished(() => server.stop())
    const me = async (who: string) => (await server.ask(who, 'session.me', {})).status
    expect([await me('gao'), await me('gao'), await me('gao'), await me('gao')]).toEqual([200, 200, 200, 429])
    expect(await me('zhao')).toBe(200)
  })

  it('at signing in is tighter than at pages', async () => {
    const county = await production({ LIMIT_SIGN_IN: '2', LIMIT_PAGES: '1000' })
    const tries = []
    for (let n = 0; n < 3; n++) tries.push(said(await county.post('/sign-in/password', {})))
    expect(tries).toEqual([...Array(2).fill('login missing, password missing, otp missing'), '429 throttle.wait'])
    expect((await county.http('GET', '/health')).status).toBe(200)
  })
})

describe('settings', () => {
  const read = (env: Record<string, string>) => settingsFrom({ MODE: 'production', SECRET, ...env })
  const limitsOf = (env: Record<string, string>) => {
    const settings = read(env)
    return settings.ok ? settings.settings.limits : settings.problem
  }
  it('a county sets its own limits; a demonstration is more patient than production', () => {
    const starting = limitsOf({})
    expect(limitsOf({ LIMIT_API: '7' })).toEqual({ ...(starting as object), api: 7 })
    for (const [name, most] of Object.entries(starting))
      expect((limitsOf({ MODE: 'demo' }) as Record<string, number>)[name]).toBeGreaterThan(Number(most))
  })
  it.each([
    [{ LIMIT_API: 'many' }, 'LIMIT_API is "many"'],
    [{ LIMIT_SIGN_IN: '0' }, 'LIMIT_SIGN_IN is "0"'],
    [{ WECHAT_APPID: 'wx1' }, 'WECHAT_APPID is set and WECHAT_SECRET is not'],
    [{ WECHAT_SECRET: 's' }, 'WECHAT_SECRET is set and WECHAT_APPID is not'],
    [{ WECHAT_APPID: 'wx1', WECHAT_SECRET: 's', WECHAT_URL: 'here' }, 'WECHAT_URL is "here"'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN needs 24'],
    [{ METRICS_TOKEN: 'with spaces in it, though it is long' }, 'METRICS_TOKEN needs 24'],
    [{ SECRET_OLD: 'short' }, 'SECRET_OLD is shorter'],
  ])('%j is told by name, and never what a secret is', (env, problem) => {
    const settings = read(env)
    expect(settings).toMatchObject({ ok: false, problem: expect.stringContaining(problem) })
    expect(JSON.stringify(settings)).not.toContain(SECRET)
  })
})

describe('headers', () => {
  const hsts = async (env: Record<string, string>) => {
    const server = await startServer({ env })
    onTestFinished(() => server.stop())
    return (await fetch(`${server.url}/health`)).headers.get('strict-transport-security')
  }
  it('promise TLS only where a proxy of ours speaks it', async () => {
    expect(await hsts({ MODE: 'production', SECRET, BEHIND_PROXY: '1' })).toBe('max-age=31536000')
    expect(await hsts({ MODE: 'production', SECRET })).toBeNull()
    expect(await hsts({ BEHIND_PROXY: '1' })).toBeNull()
  })
})

describe('health', () => {
  it('says that the store answers and when the clocks were last looked at', async () => {
    const county = await production({}, { tick: true })
    await expect
      .poll(async () => (await county.http('GET', '/health')).body, { timeout: 10_000 })
      .toMatchObject({ ok: true, value: { mode: 'production', store: 'ok', sweptSecondsAgo: 0 } })
  })

  it('is bad in production when the clocks weren’t looked at for a minute, not before; a demonstration stands', async () => {
    const { world } = await production()
    let wall = world.clock.wall()
    world.clock.wall = () => wall
    const beat = { lateMs: 0, sweptAt: wall }
    const health = async () => {
      const response = await app(world, { beat }).request('/health')
      return [response.status, ((await response.json()) as { refused?: string }).refused]
    }
    expect(await health()).toEqual([200, undefined])
    wall += 60_000
    expect(await health()).toEqual([200, undefined])
    wall += 1
    expect(await health()).toEqual([503, 'health.sweep-late'])
    beat.sweptAt = wall
    expect(await health()).toEqual([200, undefined])
  })

  it('is bad when the store doesn’t answer', async () => {
    const { world, http } = await production()
    const { get } = world.store
    world.store.get = async () => {
      throw new Error('包群众')
    }
    const { status, body } = await http('GET', '/health')
    world.store.get = get
    expect([status, body]).toMatchObject([503, { refused: 'health.no-store' }])
    expect(JSON.stringify(body)).not.toContain('包群众')
  })
})

describe('figures', () => {
  const scrape = async (url: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/metrics`, { headers })
    return { status: response.status, text: await response.text() }
  }
  it('count actions by how they ended, the clocks that are late and the letters that wait; no person, no id', async () => {
    const county = await production({}, { tick: false })
    await county.post('/api/session.me', {})
    await county.post('/api/unit.list', { kind: 'castle' })
    await county.post('/api/unit.list', { kind: 'town' })
    await county.post('/api/constructor', {})
    const { text } = await scrape(county.url)
    const found = metricsIn(text)
    expect(found).toMatchObject({
      'circle_actions_total{action="session.me",outcome="session.missing"}': 1,
      'circle_actions_total{action="unit.list",outcome="invalid"}': 1,
      'circle_actions_total{action="unit.list",outcome="ok"}': 1,
      'circle_action_seconds_count{action="unit.list"}': 2,
      circle_due_unjudged: 0,
      circle_outbox_waiting: 0,
      circle_sweep_late_seconds: 0,
      circle_sweep_age_seconds: -1,
    })
    expect(text).not.toMatch(/constructor|高审查|gao|1390000/)
  })

  it('tell how late a clock was judged, what is due and what waits to be sent', async () => {
    const server = await startServer({ county: 'demo', env: { METRICS_TOKEN: TOKEN } })
    onTestFinished(() => server.stop())
    const before = metricsIn((await scrape(server.url)).text)
    await server.demo.advance('P2D', false)
    const after = metricsIn((await scrape(server.url)).text)
    expect(after.circle_due_unjudged).toBeGreaterThan(before.circle_due_unjudged ?? 0)
    expect(after.circle_outbox_waiting).toBeGreaterThan(0)
  })

  it('are for this machine, and for whoever has the token; nobody else hears that they exist', async () => {
    const county = await production({ METRICS_TOKEN: TOKEN })
    const through = { 'x-forwarded-for': '127.0.0.1' }
    expect((await scrape(county.url)).status).toBe(200)
    const others: Record<string, string>[] = [
      through,
      { ...through, authorization: 'Bearer wrong' },
      { forwarded: 'for=127.0.0.1' },
    ]
    for (const headers of others) {
      const { status, text } = await scrape(county.url, headers)
      expect([status, JSON.parse(text)]).toMatchObject([404, { refused: 'path.not-found' }])
    }
    expect((await scrape(county.url, { ...through, authorization: `Bearer ${TOKEN}` })).status).toBe(200)
    const elsewhere = await app(county.world, {}).request('/metrics')
    expect(elsewhere.status).toBe(404)
  })
})
