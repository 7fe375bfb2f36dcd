import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ActionName, actions } from '@/contract/actions'
import { instantFrom } from '@/domain/time'
import { refusalCodes } from '@/words/refusals'
import { loadCounty } from '../../cloudfunctions/county'
import { handle } from '../../cloudfunctions/handle'
import { memoryStore } from '../../cloudfunctions/memory/store'
import { readNotice } from '../../cloudfunctions/outbox'
import { rotaTick } from '../../cloudfunctions/rota-tick'
import { rotaCounty } from '../journeys/rota-given'
import { worldAt } from './county-given'

const INPUTS = 600
const names = Object.keys(actions).filter((name) => name.startsWith('rota.') && name !== 'rota.draft') as ActionName[]
const people = ['gao', 'qin', 'sun', 'li', 'wang', 'batu', 'chen', 'tang', 'zhou']

const hour = (n: number) =>
  instantFrom(new Date(Date.parse('2026-10-29T00:00:00Z') + n * 3_600_000).toISOString()) ?? ''
const later = (from: string, hours: number) =>
  instantFrom(new Date(Date.parse(from) + hours * 3_600_000).toISOString()) ?? from
const instant = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -10, max: 150 }).map(hour) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('9999-12-31T00:00:00.000+08:00', '1000-01-01T00:00:00.000+08:00', '2026-11-01'),
  },
)
const day = fc.integer({ min: -30, max: 30 }).map((n) => hour(n * 24).slice(0, 10))
const who = fc.constantFrom(...people, 'nobody')
const values: Record<string, fc.Arbitrary<unknown>> = {
  seat: fc.constantFrom('hotline', 'hotline', 'centre-duty', 'town:150524100', 'new', 'nowhere'),
  person: who,
  in: who,
  out: who,
  with: who,
  cover: who,
  head: who,
  from: instant,
  to: instant,
  until: instant,
  at: instant,
  day,
  anchor: day,
  kind: fc.constantFrom('replace', 'add', 'remove', 'town'),
  people: fc.array(who, { maxLength: 3 }),
  every: fc.constantFrom('day', 'week', 'working-day', 'day-off'),
  handover: fc.constantFrom('08:00', '20:00', '24:00'),
  why: fc.constantFrom('开庭', '开庭', '开庭', ''),
  note: fc.constantFrom('留言', ''),
  force: fc.constantFrom('先这样', undefined),
  rather: fc.boolean(),
  yes: fc.boolean(),
  renew: fc.boolean(),
  minimum: fc.nat(3),
  shifts: fc.array(fc.record({ person: who, from: instant, to: instant }), { maxLength: 3 }),
  return: fc.option(fc.record({ from: instant, to: instant }), { nil: undefined }),
  month: fc.constantFrom('2026-11', '2026-13'),
}
const clocks = ['rota.saveLayer', 'rota.saveSeat']

it(`whatever anybody asks of the rota is answered, never by a fault, and it can be read afterwards: ${INPUTS} inputs`, async () => {
  const store = memoryStore()
  let now = hour(0)
  const lines: object[] = []
  const world = {
    ...worldAt(now, store),
    clock: { now: () => now, wall: Date.now },
    log: (line: object) => void lines.push(line),
  }
  expect((await loadCounty(world, rotaCounty())).ok).toBe(true)
  const made: string[] = ['none']
  const asked = fc.constantFrom(...names).chain((action) =>
    fc.record({
      action: fc.constant(action),
      person: fc.constantFrom(...people, 'gao', 'gao', 'gao', 'gao', 'gao', 'gao', 'li', 'li'),
      input: fc.record(
        Object.fromEntries(
          Object.keys(actions[action].input.entries).map((field) => [
            field,
            clocks.includes(action) && (field === 'from' || field === 'to')
              ? fc.constantFrom('08:00', '20:00', undefined)
              : (values[field] ?? fc.constant(undefined)),
          ]),
        ),
      ),
      request: fc.nat(600),
      pick: fc.nat(),
      passes: fc.nat(2),
      // Mostly a span that runs forwards.
      hours: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined, freq: 8 }),
    }),
  )
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(asked, async ({ action, person, input, request, pick, passes, hours }) => {
      now = instantFrom(new Date(Date.parse(now) + passes * 60_000).toISOString()) ?? now
      const one = made[pick % made.length]
      const { from } = input as { from?: string }
      const to = hours && from?.includes('T') ? { to: later(from, hours) } : {}
      const body = {
        ...input,
        ...to,
        id: one,
        override: one,
        layer: pick % 3 ? one : undefined,
        handOver: undefined,
        requestId: `fuzz-${request}`,
      }
      const { status, reply } = await handle(world, action, body, { person, session: 's' }, { source: 'x', trace: 't' })
      seen.set(`${action} ${status}`, (seen.get(`${action} ${status}`) ?? 0) + 1)
      if (status === 500) throw new Error(JSON.stringify([action, body, lines.at(-1)]))
      if (!reply.ok && 'refused' in reply) expect(refusalCodes).toContain(reply.refused)
      if (reply.ok) {
        const value = reply.value as Record<string, unknown>
        for (const id of [value.override, value.id, value.layer]) if (typeof id === 'string') made.push(id)
      }
      if (passes === 0) await rotaTick(world)
    }),
    { numRuns: INPUTS, endOnFailure: true },
  )
  // It got somewhere: what changes the rota was done, and not only refused.
  for (const action of ['rota.leave', 'rota.away'])
    expect([action, (seen.get(`${action} 200`) ?? 0) > 0]).toEqual([action, true])
  const board = await handle(
    world,
    'rota.board',
    { from: hour(0), to: hour(24 * 7) },
    { person: 'gao', session: 's' },
    { source: 'x', trace: 't' },
  )
  expect(board.status).toBe(200)
  for (const to of people) {
    const { docs } = await store.list('notices', { index: 'byRecipient', where: { to }, limit: 100 })
    for (const doc of docs) expect(readNotice(world, doc).text).not.toMatch(/undefined|有一件事有了新进展/)
  }
}, 120_000)
