import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { ActionName, Input, Output } from '@/contract/actions'
import type { OutboxRow, Reply } from '@/contract/views'
import type { Log } from '../../cloudfunctions/ports'
import { app } from '../../cloudfunctions/server/door'
import { furnish } from '../../cloudfunctions/server/furnish'
import type { Cost } from '../../cloudfunctions/server/password'
import { settingsFrom } from '../../cloudfunctions/server/settings'
import { type Beat, takingTurns, ticking } from '../../cloudfunctions/server/turns'
import { codeExchange } from '../../cloudfunctions/server/wechat'
import { openWorld } from '../../cloudfunctions/server/world'
import { beginningOf, keepBeginning, layInto } from './beginnings'
import { docsIn, storeIn } from './journey-store'

export type Answered<T = unknown> = { status: number; headers: Headers; body: Reply<T> }

type Person = { id: string; name: string; roles: { role: string; unit?: string }[] }

type Options = {
  /** Where the clock of a new store stands still; without it real time runs. */
  now?: string
  /** A county in the shape of /demo/load, `'demo'` for the demonstration's own; without it the store stays empty. */
  county?: unknown
  /** Another server's folder, to start again where it stopped. */
  folder?: string
  /** Real seconds make a test slow and its story blurred: the background tick is off unless asked for. */
  tick?: boolean
  env?: Record<string, string>
  site?: string
  /** A password's cost, where a test tries many. */
  cost?: Cost
}

export type TestServer = Awaited<ReturnType<typeof startServer>>

/** The real app on a real port with a store of its own; every call is a real HTTP request. */
export async function startServer({ now, county, folder, tick = false, env = {}, site, cost }: Options = {}) {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'circle-'))
  // Where time runs, or somebody was here before, a county isn't the same a second time.
  const key = now && county && !folder && !tick ? JSON.stringify([now, county, env]) : undefined
  const beginning = beginningOf(key)
  if (beginning) layInto(home, beginning)
  const read = settingsFrom({
    STORE: join(home, 'county.db'),
    ...(county !== 'demo' && { DEMO_EMPTY: '1' }),
    ...(now && { DEMO_NOW: now }),
    ...(await storeIn(home, beginning?.docs)),
    ...env,
  })
  if (!read.ok) throw new Error(read.problem)
  const lines: Parameters<Log>[0][] = []
  const { world, clock, fresh } = await openWorld(read.settings, (line) => lines.push(line))
  if (county === 'demo' && fresh) await furnish(world)
  const turns = takingTurns()
  const demo = clock && { clock, turns, empty: read.settings.empty }
  const { proxied, limits, metricsToken, smsIn } = read.settings
  const wechat = read.settings.wechat && codeExchange(read.settings.wechat, world.log)
  const beat: Beat = { lateMs: 0 }
  const door = app(world, { demo, site, proxied, limits, metricsToken, smsIn, wechat, cost, ...(tick && { beat }) })
  const listener = getRequestListener(door.fetch, { overrideGlobalObjects: false })
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const time = tick ? ticking(world, turns, beat) : undefined
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = clientOf(url)
  if (county !== undefined && county !== 'demo' && fresh) await client.demo.load(county)
  if (key && !beginning) keepBeginning(key, home, await docsIn(home))

  return {
    url,
    world,
    folder: home,
    /** What was logged. */
    lines,
    ...client,
    async stop({ keep = false } = {}) {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await time?.stop()
      await world.store.close()
      if (!keep) rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A client of any running server, ours or another process's. */
export function clientOf(url: string) {
  const tokens = new Map<string, string>()

  const http = async <T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<Answered<T>> => {
    const response = await fetch(url + path, {
      method,
      headers: { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, headers: response.headers, body: (await response.json()) as Reply<T> }
  }
  const must = async <T>(answer: Promise<Answered<T>>): Promise<T> => {
    const { status, body } = await answer
    if (!body.ok) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body.value
  }
  const tokenOf = async (person: string): Promise<string> => {
    const known = tokens.get(person) ?? (await demo.signIn(person))
    tokens.set(person, known)
    return known
  }

  const demo = {
    people: async (q = '') =>
      (await must(http<{ items: Person[] }>('GET', `/demo/people?q=${encodeURIComponent(q)}`))).items,
    signIn: async (person: string) => (await must(http<{ token: string }>('POST', '/demo/sign-in', { person }))).token,
    now: async () => (await must(http<{ now: string }>('GET', '/demo/clock'))).now,
    to: async (to: string, sweep = true) =>
      (await must(http<{ now: string }>('POST', '/demo/clock', { to, sweep }))).now,
    advance: async (advance: string, sweep = true) =>
      (await must(http<{ now: string }>('POST', '/demo/clock', { advance, sweep }))).now,
    outbox: async (matter?: string) =>
      (
        await must(
          http<{ items: OutboxRow[] }>('GET', `/demo/outbox${matter ? `?matter=${encodeURIComponent(matter)}` : ''}`),
        )
      ).items,
    load: (county: unknown) => must(http<Record<string, number>>('POST', '/demo/load', county)),
  }

  /** Asks as a person (signed in once), with a token (it has dots), or as nobody; commands get a request id of their own. */
  const ask = async <A extends ActionName>(
    as: string | undefined,
    action: A,
    input: Omit<Input<A>, 'requestId'> & { requestId?: string },
  ) => {
    const token = as === undefined || as.includes('.') ? as : await tokenOf(as)
    return http<Output<A>>('POST', `/api/${action}`, { requestId: randomUUID(), ...input }, token)
  }
  /** The same, for where only success will do: the value, or an error that tells what was said instead. */
  const api = <A extends ActionName>(
    as: string | undefined,
    action: A,
    input: Omit<Input<A>, 'requestId'> & { requestId?: string },
  ) => must<Output<A>>(ask(as, action, input))

  return { http, ask, api, tokenOf, demo }
}
