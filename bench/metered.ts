import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { counted } from '../cloudfunctions/counted'
import { embeddedStore } from '../cloudfunctions/embedded/store'
import { handle } from '../cloudfunctions/handle'
import type { World } from '../cloudfunctions/world'
import { benchWorld } from './world'

/** Every action's store operations, which must be equal at each size, and its median time, which is only told. */

export const ROUNDS = 30
export type Line = { operations: string; medianMs: number }
export type Timed = <T>(name: string, run: () => Promise<T>) => Promise<T>
export type Life = {
  /** So many matters that lie there already. */
  fill: (world: World, size: number) => Promise<void>
  /** One matter from its first word to its end, each action timed. */
  live: (world: World, round: number, timed: Timed) => Promise<void>
}

/** On the embedded store in a file, 30 lives one minute apart. `start`: ms. */
export async function measure(size: number, start: number, { fill, live }: Life): Promise<Map<string, Line>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const meter = counted(embeddedStore(join(folder, 'county.db')))
  let now = start
  const world = await benchWorld(meter.store, () => now)
  await fill(world, size)
  const samples = new Map<string, { ms: number[]; operations: string[] }>()
  const timed: Timed = async (name, run) => {
    meter.reset()
    const began = performance.now()
    const value = await run()
    const ms = performance.now() - began
    const { gets, lists, saves, docsWritten } = meter.counts()
    const sample = samples.get(name) ?? { ms: [], operations: [] }
    sample.ms.push(ms)
    sample.operations.push(`${gets} get ${lists} list ${saves} save/${docsWritten} doc`)
    samples.set(name, sample)
    return value
  }
  for (let round = 0; round < ROUNDS; round++) {
    now += 60_000
    await live(world, round, timed)
  }
  await world.store.close()
  rmSync(folder, { recursive: true, force: true })
  return new Map(
    [...samples].map(([name, { ms, operations }]) => [name, { operations: usual(operations), medianMs: median(ms) }]),
  )
}

/** Asks as a phone would; throws where it is answered with anything but a value. */
export async function asked<T>(world: World, person: string, action: string, input: object): Promise<T> {
  const who = { person, session: 'bench' }
  const { status, reply } = await handle(world, action, input, who, { source: 'bench', trace: 'bench' })
  if (!reply.ok) throw new Error(`${action} ${status} ${JSON.stringify(reply)}`)
  return reply.value as T
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
/** What most rounds cost. A round in which a long history spills writes one document more. */
function usual(operations: string[]): string {
  const times = new Map<string, number>()
  for (const each of operations) times.set(each, (times.get(each) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** One size after the other, side by side on the console; the process exits 1 where operations differ. */
export async function compare(sizes: readonly number[], measured: (size: number) => Promise<Map<string, Line>>) {
  const results: Map<string, Line>[] = []
  for (const size of sizes) {
    const began = Date.now()
    results.push(await measured(size))
    console.error(`${size} open matters: ${((Date.now() - began) / 1000).toFixed(0)} s, filling included`)
  }
  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, median of ${ROUNDS}`)
  console.log(['action'.padEnd(22), ...sizes.map((size) => `at ${size}`.padStart(12)), '  operations'].join(''))
  let differ = 0
  for (const [name, first] of results[0] ?? []) {
    const lines = results.map((result) => result.get(name) ?? first)
    const same = lines.every(({ operations }) => operations === first.operations)
    if (!same) differ += 1
    const costs = same ? first.operations : `DIFFERENT: ${lines.map(({ operations }) => operations).join(' | ')}`
    const times = lines.map(({ medianMs }) => `${medianMs.toFixed(2)} ms`.padStart(12))
    console.log([name.padEnd(22), ...times, `  ${costs}`].join(''))
  }
  console.log(differ === 0 ? 'operations are equal at every size' : `${differ} actions cost more at another size`)
  process.exitCode = differ === 0 ? 0 : 1
}
