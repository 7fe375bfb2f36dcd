import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import Libsql from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdsLawyer } from '@/domain/aid-types'
import { counted } from '../../cloudfunctions/counted'
import { loadCounty } from '../../cloudfunctions/county'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import { chainHolds, openAid, openMatter } from '../../cloudfunctions/matter-document'
import { codeId, codeOf } from '../../cloudfunctions/query-code'
import { readLawyer } from '../../cloudfunctions/records'
import { outbox } from '../../cloudfunctions/server/outbox'
import { sweep } from '../../cloudfunctions/sweep'
import type { World } from '../../cloudfunctions/world'
import { smallCounty } from '../support/small-county'
import { type Clocked, life, play, worldOf } from './kill-life'

const folder = mkdtempSync(join(tmpdir(), 'kill-life-'))
afterAll(() => rmSync(folder, { recursive: true }))

const root = resolve(import.meta.dirname, '../..')
const script = join(folder, 'kill-life.cjs')
const loaded = join(folder, 'loaded.db')
const env = { ...process.env, NODE_PATH: join(root, 'node_modules') }

// Whoever is asked next when li knows the other side.
const [li] = smallCounty.people.filter(({ id }) => id === 'li')
const county = { ...smallCounty, people: [...smallCounty.people, { ...li, id: 'wang', name: '王律师' }] }

beforeAll(async () => {
  buildSync({
    entryPoints: [join(root, 'tests/cloud/kill-life.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  const { world } = worldOf(embeddedStore(loaded))
  const result = await loadCounty(world, county)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  await world.store.close()
})

/** The loaded county's file under another name; what SQLite has not yet folded into it lies in its log. */
function copied(name: string): string {
  const path = join(folder, name)
  for (const tail of ['', '-wal']) if (existsSync(loaded + tail)) copyFileSync(loaded + tail, path + tail)
  return path
}

/** What must hold whenever nothing is under way: nothing lost, nothing doubled, nothing stuck. */
async function audit(path: string, { world }: Clocked): Promise<string> {
  const { docs } = await world.store.list('matters', { index: 'byWake', where: {}, limit: 10 })
  expect(docs).toHaveLength(1)
  const [doc] = docs
  if (!doc) throw new Error('no matter')
  const matter = openAid(doc, world.seal)
  expect(matter.outbox).toEqual([])
  expect(String(doc.keys.wakeAt) > world.clock.now()).toBe(true)
  expect(chainHolds('', matter.events, matter.head)).toBe(true)
  expect(matter.events.map(({ seq }) => seq)).toEqual(Array.from({ length: matter.seq }, (_, n) => n + 1))
  for (const person of ['li', 'wang']) {
    const card = await world.store.get('lawyers', `lawyer:${person}`)
    const holds = holdsLawyer(matter.state) && matter.state.lawyer?.ref.id === person
    expect([person, card && readLawyer(world, card).matters]).toEqual([person, holds ? [doc.id] : []])
  }
  const code = await world.store.get('codes', codeId(world, codeOf(world, doc.id, 'bao')))
  expect(code?.keys.matter).toBe(doc.id)
  const db = new Libsql(path)
  expect(db.prepare('SELECT count(*) FROM "codes"').raw().get()).toEqual([1])
  db.close()
  return doc.id
}

/** All that a life leaves behind for people to read. */
const left = async (world: World, id: string) => {
  const doc = await world.store.get('matters', id)
  const { state, events } = openMatter(doc ?? { id, version: 0, keys: {}, body: '' }, world.seal)
  const history = events.map(({ sealed: _, ...open }) => open)
  return { stage: state.stage, clocks: state.clocks, history, told: await outbox(world, id) }
}

async function untroubled() {
  const path = copied('untroubled.db')
  const { store, counts, reset } = counted(embeddedStore(path))
  const clocked = worldOf(store)
  reset()
  let id: string | undefined
  for (const step of life) id = await play(clocked, step, id)
  const saves = counts().saves
  const all = await left(clocked.world, await audit(path, clocked))
  await store.close()
  return { saves, all }
}

function killed(path: string, fatal: number, side: string): Promise<number> {
  const child = spawn(process.execPath, [script, path, String(fatal), side], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  return new Promise((done, failed) =>
    child.once('close', (code, signal) =>
      signal === 'SIGKILL'
        ? done(said.split('\n').length - 1)
        : failed(new Error(`not killed, but ended with ${code}`)),
    ),
  )
}

/** Kills a life at one save, opens its file again, repeats what was not acknowledged, lets time pass, lives on. */
async function survived(fatal: number, side: string, expected: unknown) {
  const path = copied(`${fatal}-${side}.db`)
  const acknowledged = await killed(path, fatal, side)
  const clocked = worldOf(embeddedStore(path))
  const { docs } = await clocked.world.store.list('matters', { index: 'byWake', where: {}, limit: 10 })
  const [unanswered, ...rest] = life.slice(acknowledged)
  if (!unanswered) throw new Error('it had acknowledged everything')
  let id = await play(clocked, unanswered, docs[0]?.id)
  await sweep(clocked.world)
  expect(await audit(path, clocked)).toBe(id)
  for (const step of rest) id = await play(clocked, step, id)
  expect(await left(clocked.world, await audit(path, clocked))).toEqual(expected)
  await clocked.world.store.close()
  return acknowledged
}

describe('a server killed with SIGKILL while it serves one matter', () => {
  it('right before or right after any save of its life: nothing is lost, nothing doubled, nothing stuck', async () => {
    const { saves, all } = await untroubled()
    expect(all.stage).toBe('closed')
    expect(all.told.map(({ to, template }) => `${to} ${template}`)).toEqual([
      'bao aid.received',
      'gao aid.to-review',
      'bao aid.assigned',
      'bao aid.assigned',
      'li aid.assigned-to-you',
      'gao aid.lawyer-left',
      'bao aid.assigned',
      'bao aid.assigned',
      'wang aid.assigned-to-you',
      'bao aid.taken',
      'wang clock.overdue',
      'bao aid.progress',
      'bao aid.closing',
      'gao aid.to-check',
      'bao aid.closed',
      'bao aid.closed',
    ])
    expect(saves).toBeGreaterThan(life.length)
    const moments = Array.from({ length: saves }, (_, n) => n + 1).flatMap((n) => [
      { fatal: n, side: 'before' },
      { fatal: n, side: 'after' },
    ])
    const acknowledged: number[] = []
    // Two lanes on two cores.
    await Promise.all(
      [0, 1].map(async (lane) => {
        for (const [n, { fatal, side }] of moments.entries())
          if (n % 2 === lane) acknowledged.push(await survived(fatal, side, all))
      }),
    )
    expect(acknowledged).toHaveLength(2 * saves)
    // Every step was the one that died at least once.
    expect(new Set(acknowledged)).toEqual(new Set(life.keys()))
  }, 180_000)
})
