import { sign } from 'hono/jwt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../support/server'
import { smallCounty } from '../support/small-county'

const AT = '2026-10-12T09:00:00.000+08:00'
let server: TestServer
beforeAll(async () => {
  server = await startServer({ now: AT, county: smallCounty })
})
afterAll(() => server.stop())

const raw = (path: string, init?: RequestInit) => fetch(server.url + path, init)

describe('what the door answers itself', () => {
  it('puts everything into the envelope, with the time and in Chinese', async () => {
    const { status, body, headers } = await server.http('GET', '/health')
    expect([status, body]).toEqual([200, { ok: true, value: { mode: 'demo', store: 'ok' }, now: AT }])
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['POST', '/api/aid.nonsense', 404, 'action.not-found'],
    ['POST', '/api/constructor', 404, 'action.not-found'],
    ['POST', '/api/__proto__', 404, 'action.not-found'],
    ['GET', '/api/session.me', 405, 'method.not-allowed'],
    ['DELETE', '/files', 405, 'method.not-allowed'],
    ['PUT', '/demo/clock', 405, 'method.not-allowed'],
    ['GET', '/nowhere', 404, 'path.not-found'],
    ['GET', '/../../etc/passwd', 404, 'path.not-found'],
  ])('%s %s is %i %s', async (method, path, status, refused) => {
    const answer = await server.http(method, path)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ ok: false, now: AT, refused, message: expect.stringMatching(/[一-鿿]/) })
  })

  it('names the allowed methods', async () => {
    expect((await raw('/demo/clock', { method: 'PUT' })).status).toBe(405)
  })

  it('says that malformed JSON is malformed', async () => {
    const { status, body } = await server.http('POST', '/api/session.me', '{"a":')
    expect(status).toBe(400)
    expect(body).toMatchObject({ ok: false, now: AT, invalid: [{ field: '', code: 'bad-json' }] })
  })

  it.each(['null', '[]', '"text"', '3'])('takes %s for an input that is not right', async (input) => {
    const { status, body } = await server.http('POST', '/api/matter.track', input)
    expect(status).toBe(400)
    expect(body).toMatchObject({ ok: false, now: AT, invalid: [{ message: expect.any(String) }] })
  })

  it('reads 100 KB and not a byte more, whether the length is told or not', async () => {
    const padded = (length: number) => `{"code":"${'x'.repeat(length - 11)}"}`
    const most = await server.http('POST', '/api/matter.track', padded(100 * 1024))
    expect(most.body).toMatchObject({ invalid: [{ field: 'code', code: 'too-long' }] })
    const told = await server.http('POST', '/api/matter.track', padded(100 * 1024 + 1))
    expect([told.status, told.body]).toMatchObject([
      400,
      { ok: false, now: AT, invalid: [{ field: '', code: 'body-too-large' }] },
    ])
    const body = new Blob([padded(300 * 1024)]).stream()
    const streamed = await raw('/api/matter.track', { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect(await streamed.json()).toMatchObject({ invalid: [{ field: '', code: 'body-too-large' }] })
  })

  it('guards every answer with headers', async () => {
    const { headers } = await raw('/health')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe-eval')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('answers a fault with its trace, logs that trace, and tells neither the reason', async () => {
    const { store } = server.world
    const get = store.get
    store.get = async () => {
      throw new Error('包群众 13900000002')
    }
    const { status, body } = await server.http('POST', '/demo/sign-in', { person: 'bao' })
    store.get = get
    expect(status).toBe(500)
    expect(body).toEqual({ ok: false, now: AT, fault: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    const line = server.lines.at(-1)
    expect(line).toMatchObject({ level: 'error', trace: (body as { fault: string }).fault, error: 'Error' })
    expect(JSON.stringify(line)).not.toMatch(/包群众|13900000002/)
  })
})

describe('sessions', () => {
  const key = () => server.world.seal.lookup('session', 'token')
  const me = async (token?: string) => {
    const { status, body } = await server.http('POST', '/api/session.me', {}, token)
    return [status, 'refused' in body ? body.refused : body.ok]
  }
  const seconds = () => Math.floor(Date.now() / 1000)

  it('knows the person who signed in', async () => {
    expect(await me(await server.demo.signIn('bao'))).toEqual([200, true])
  })

  it.each([
    ['no token', undefined],
    ['garbage', 'garbage'],
    ['an unsigned token', 'eyJhbGciOiJub25lIn0.eyJwZXJzb24iOiJnYW8ifQ.'],
    ['a broken signature', 'eyJhbGciOiJIUzI1NiJ9.eyJwZXJzb24iOiJnYW8ifQ.AAAA'],
  ])('asks to sign in with %s', async (_, token) => {
    expect(await me(token)).toEqual([401, 'session.missing'])
  })

  it('does not take a token signed by anybody else, or for somebody who is not there', async () => {
    const payload = { person: 'gao', session: 's', exp: seconds() + 60 }
    expect(await me(await sign(payload, 'another key', 'HS256'))).toEqual([401, 'session.missing'])
    expect(await me(await sign({ ...payload, person: 'ghost' }, key(), 'HS256'))).toEqual([401, 'session.missing'])
    expect(await me(await sign({ session: 's', exp: seconds() + 60 }, key(), 'HS256'))).toEqual([
      401,
      'session.missing',
    ])
    expect(await me(await sign({ person: 'gao', session: 's' }, key(), 'HS256'))).toEqual([401, 'session.missing'])
  })

  it('says that a session is over by real time, wherever the product clock stands', async () => {
    const over = await sign({ person: 'gao', session: 's', exp: seconds() - 1 }, key(), 'HS256')
    expect(await me(over)).toEqual([401, 'session.expired'])
  })

  it('lets somebody with an old session sign in again and open the page', async () => {
    const over = await sign({ person: 'gao', session: 's', exp: seconds() - 1 }, key(), 'HS256')
    expect((await server.http('POST', '/demo/sign-in', { person: 'gao' }, over)).status).toBe(200)
    expect((await server.http('GET', '/health', undefined, over)).status).toBe(200)
  })
})
