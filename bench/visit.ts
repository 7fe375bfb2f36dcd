import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CountyInput } from '@/contract/county'
import { slotName } from '@/domain/hours'
import { addDays, after, at, dayOf, instantOf, MINUTE } from '@/domain/time'
import { entryOf } from '@/domain/visit-entries'
import { counted } from '../cloudfunctions/counted'
import { loadCounty } from '../cloudfunctions/county'
import { dayWrites } from '../cloudfunctions/days'
import { bureau } from '../cloudfunctions/demo/bureau'
import { embeddedStore } from '../cloudfunctions/embedded/store'
import { facts } from '../cloudfunctions/facts'
import { sealer } from '../cloudfunctions/seal'
import type { World } from '../cloudfunctions/world'
import { asked } from './metered'

/**
 * What a booking costs the store: 130 people with working plans, few or many hours taken. Operations are counted; the times
 * beside them are only told. Exits 1 where holding, booking or moving costs more operations beside many.
 */
const SIZES = (process.env.SIZES ?? '100,10000').split(',').map(Number)
const HOSTS = 130
const ROUNDS = 10
/** Telephone hours of one person in one day. */
const A_DAY = 6
const NOW = '2026-10-12T08:00:00.000+08:00'
const town = '150524100'
const village = '150524100200'

const hosts = Array.from({ length: HOSTS }, (_, n) => `host${n}`)
const weekdays = [1, 2, 3, 4, 5]
const plans: NonNullable<CountyInput['plans']> = hosts.flatMap((person) => [
  { person, kind: 'office', weekdays, from: '09:00', to: '11:30', minutes: 30, capacity: 1 },
  { person, kind: 'phone', weekdays, from: '14:00', to: '17:00', minutes: 30, capacity: 1 },
])
const county: CountyInput = {
  ...bureau,
  people: [
    ...bureau.people,
    ...hosts.map((id, n) => ({ id, name: `所员${n}`, roles: [{ role: 'town' as const, unit: town }] })),
    ...Array.from({ length: ROUNDS * 4 }, (_, n) => ({ id: `r${n}`, name: `群众${n}` })),
  ],
  plans,
}

/** Telephone hours from tomorrow on, one person after the other: the office hours stay free. */
async function fill(world: World, size: number) {
  const place = { code: village, text: '', town }
  const days = Array.from({ length: 30 }, (_, n) => addDays(dayOf(NOW), n + 1))
  for (let n = 0; n < size; n += A_DAY) {
    const person = { id: hosts[(n / A_DAY) % HOSTS] ?? '', name: '' }
    const day = days[Math.floor(n / A_DAY / HOSTS)] ?? ''
    const entries = Array.from({ length: Math.min(A_DAY, size - n) }, (_, hour) => {
      const start = after(at(day, '14:00'), hour * 30 * MINUTE)
      const end = after(start, 30 * MINUTE)
      const slot = slotName({ way: 'phone', start, end, person })
      return entryOf(`visit:${n}-${hour}`, { slot, way: 'phone', start, end, person, place, capacity: 1 })
    })
    await world.store.save(await dayWrites(world, 'the bench', [], entries, NOW))
  }
}

async function measure(size: number): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-visit-'))
  const meter = counted(embeddedStore(join(folder, 'county.db')))
  let now = Date.parse(NOW)
  const world: World = {
    ...facts,
    store: meter.store,
    seal: sealer([{ id: 'k1', secret: 'a secret for the bench only, 32 bytes and more' }]),
    clock: { now: () => instantOf(now), wall: () => now },
    files: { put: async () => {}, get: async () => undefined, remove: async () => {}, size: async () => undefined },
    log: (line) => console.error(line),
  }
  const loaded = await loadCounty(world, county)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  await fill(world, size)
  const found = new Map<string, { operations: string; docsRead: number; ms: number[] }>()
  const timed = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    meter.reset()
    const began = performance.now()
    const value = await run()
    const ms = performance.now() - began
    const { gets, lists, saves, docsRead, docsWritten } = meter.counts()
    const operations = `${gets} get ${lists} list ${saves} save/${docsWritten} doc`
    found.set(name, { operations, docsRead, ms: [...(found.get(name)?.ms ?? []), ms] })
    return value
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    now += MINUTE
    const [holder, booker, loser, mover] = [0, 1, 2, 3].map((n) => `r${round * 4 + n}`) as [
      string,
      string,
      string,
      string,
    ]
    const send = (who: string, action: string, input: object) => () =>
      asked<{ id: string }>(world, who, action, { requestId: `${who}-${action}-${round}`, ...input })
    const slot = (host: number, time: string, day = '20261016') => `office.${day}T${time}.30.host${host}`
    await timed(
      'a day’s office hours',
      send(booker, 'visit.slots', { kind: 'office', village, from: '2026-10-16', to: '2026-10-17' }),
    )
    await timed(
      'a week’s, telephone',
      send(booker, 'visit.slots', { kind: 'phone', village, from: '2026-10-13', to: '2026-10-20' }),
    )
    await timed('hold', send(holder, 'visit.hold', { slot: slot(round, '0900'), village }))
    await timed('book what is held', send(holder, 'visit.book', { slot: slot(round, '0900'), village }))
    const booked = await timed('book at once', send(mover, 'visit.book', { slot: slot(round, '0930'), village }))
    await timed('move', send(mover, 'visit.reschedule', { id: booked.id, slot: slot(round, '1000', '20261019') }))
    await timed('too late', () =>
      send(loser, 'visit.book', { slot: slot(round, '0900'), village })().catch(() => undefined),
    )
    await timed('cancel', send(mover, 'visit.cancel', { id: booked.id }))
  }
  await world.store.close()
  rmSync(folder, { recursive: true, force: true })
  for (const [name, { operations, docsRead, ms }] of found) {
    const median = ms.sort((a, b) => a - b)[Math.floor(ms.length / 2)] ?? 0
    console.log(
      `${String(size).padStart(6)} taken  ${name.padEnd(24)} ${operations}  (${docsRead} documents read, ${median.toFixed(1)} ms)`,
    )
  }
  return new Map([...found].map(([name, { operations }]) => [name, operations]))
}

async function main() {
  const results: Map<string, string>[] = []
  for (const size of SIZES) results.push(await measure(size))
  const [few, many] = results
  const dearer = ['hold', 'book what is held', 'book at once', 'move', 'cancel'].filter(
    (name) => few?.get(name) !== many?.get(name),
  )
  console.log(dearer.length === 0 ? 'the same beside few and many' : `not the same: ${dearer.join(', ')}`)
  process.exitCode = dearer.length === 0 ? 0 : 1
}

void main()
