import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { program } from '../support/program'
import { startServer, type TestServer } from '../support/server'
import { smallCounty } from '../support/small-county'

const AT = '2026-10-12T09:00:00.000+08:00'

describe('the demonstration', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ now: AT, county: smallCounty })
  })
  afterAll(() => server.stop())

  const clock = (body: unknown) => server.http('POST', '/demo/clock', body)

  it('lists everybody once, and finds by a part of the name', async () => {
    const people = await server.demo.people()
    expect(people.map(({ id }) => id).sort()).toEqual(['bao', 'gao', 'li', 'sun', 'wu'])
    expect(await server.demo.people('律师')).toEqual([
      { id: 'li', name: '李律师', roles: [{ role: 'lawyer', unit: 'firm:1' }] },
    ])
  })

  it('signs nobody in who is not there', async () => {
    const { status, body } = await server.http('POST', '/demo/sign-in', { person: 'ghost' })
    expect([status, body]).toMatchObject([404, { refused: 'person.not-found' }])
    expect((await server.http('POST', '/demo/sign-in', {})).body).toMatchObject({
      invalid: [{ field: 'person', code: 'missing' }],
    })
  })

  it('moves the clock forwards only', async () => {
    expect(await server.demo.now()).toBe(AT)
    expect((await clock({ to: '2026-10-12T02:00:00Z' })).body).toMatchObject({
      value: { now: '2026-10-12T10:00:00.000+08:00' },
    })
    expect(await server.demo.advance('PT8M')).toBe('2026-10-12T10:08:00.000+08:00')
    const back = await clock({ to: AT })
    expect([back.status, back.body]).toMatchObject([422, { refused: 'clock.forwards-only' }])
    expect(await server.demo.now()).toBe('2026-10-12T10:08:00.000+08:00')
  })

  it.each([
    [{}, 'to', 'missing'],
    [{ to: 'tomorrow' }, 'to', 'bad-instant'],
    [{ to: '2026-10-12T09:00:00' }, 'to', 'bad-instant'],
    [{ advance: 'P1M' }, 'advance', 'bad-duration'],
    [{ advance: '-PT1M' }, 'advance', 'bad-duration'],
    [{ advance: 8 }, 'advance', 'wrong-type'],
    [{ advance: 'PT1M', sweep: 'no' }, 'sweep', 'wrong-type'],
    [{ to: '2027-01-01T00:00:00+08:00', advance: 'PT1M' }, 'advance', 'one-of-two'],
  ])('does not understand the clock %j', async (body, field, code) => {
    const answer = await clock(body)
    expect([answer.status, answer.body]).toMatchObject([400, { ok: false, invalid: [{ field, code }] }])
  })

  it('loads a county into an empty store once', async () => {
    const again = await server.http('POST', '/demo/load', smallCounty)
    expect([again.status, again.body]).toMatchObject([422, { refused: 'demo.not-empty' }])
  })

  it('says what is wrong with a county, by its path', async () => {
    const empty = await startServer({ now: AT })
    const people = [{ id: 'li', name: '李', roles: [{ role: 'king' }] }]
    const { status, body } = await empty.http('POST', '/demo/load', { ...smallCounty, people })
    expect(status).toBe(400)
    expect(body).toMatchObject({ invalid: [{ field: 'people.0.roles.0.role', code: 'not-an-option' }] })
    expect((await empty.http('POST', '/demo/load', smallCounty)).body).toMatchObject({
      ok: true,
      value: { units: 5, people: 5 },
    })
    await empty.stop()
  })

  it('resumes its clock after a restart', async () => {
    const first = await startServer({ now: AT, county: smallCounty })
    await first.demo.to('2026-10-15T08:00:00+08:00')
    await first.stop({ keep: true })
    const second = await startServer({ now: '2026-01-01T00:00:00+08:00', folder: first.folder })
    expect(await second.demo.now()).toBe('2026-10-15T08:00:00.000+08:00')
    await second.stop()
  })
})

describe('production', () => {
  const main = program('cloudfunctions/server/main.ts')
  const SECRET = 'a secret of this county alone, long enough'

  it.each([
    ['GET', '/demo/people'],
    ['POST', '/demo/sign-in'],
    ['GET', '/demo/clock'],
    ['POST', '/demo/clock'],
    ['GET', '/demo/outbox'],
    ['POST', '/demo/load'],
  ])('has no %s %s', async (method, path) => {
    const server = await startServer({ env: { MODE: 'production', SECRET, DEMO_EMPTY: '1' } })
    const { status, body } = await server.http(method, path, method === 'POST' ? {} : undefined)
    expect([status, body]).toMatchObject([404, { refused: 'path.not-found' }])
    await server.stop()
  })

  it.each([
    ['without a secret', {}, /needs SECRET/],
    [
      'with the demonstration secret',
      { SECRET: 'a-demonstration-secret-that-everybody-may-read' },
      /demonstration secret/,
    ],
    ['with a short secret', { SECRET: 'short' }, /shorter than 32/],
  ])('does not start %s', async (_, env, says) => {
    const home = mkdtempSync(join(tmpdir(), 'circle-'))
    const child = await main([], {
      PATH: process.env.PATH,
      MODE: 'production',
      PORT: '0',
      STORE: join(home, 'county.db'),
      ...env,
    })
    rmSync(home, { recursive: true })
    expect(child.status).toBe(1)
    expect(child.err).toMatch(says)
    expect(child.out).toBe('')
  })
})
