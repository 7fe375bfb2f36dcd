import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import Libsql from 'libsql'
import { afterAll, describe, expect, it } from 'vitest'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import type { Store } from '../../cloudfunctions/ports'
import { step } from './kill-writer'
import { given, ids, walk } from './suite/desk'

const folder = mkdtempSync(join(tmpdir(), 'kill-'))
const children = new Set<ChildProcess>()
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

// Bundled once: thirty starts through a loader would take longer than everything else here.
const root = resolve(import.meta.dirname, '../..')
const script = join(folder, 'kill-writer.cjs')
buildSync({
  entryPoints: [join(root, 'tests/cloud/kill-writer.ts')],
  outfile: script,
  bundle: true,
  platform: 'node',
  packages: 'external',
  logLevel: 'error',
})
const env = { ...process.env, NODE_PATH: join(root, 'node_modules') }

function start(mode: 'write' | 'race', path: string, count = 0) {
  const args = [script, mode, path, String(count)]
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] })
  children.add(child)
  let said = ''
  let heard = () => {}
  child.stdout.on('data', (text) => {
    said += text
    heard()
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  /** Complete lines only: a half one was not said. */
  const lines = () => said.split('\n').slice(0, -1)
  const until = (there: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      heard = () => there() && resolve()
      heard()
      void ended.then(() => reject(new Error(`the writer ended by itself after ${said.slice(-200)}`)))
    })
  return { child, lines, until, ended }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The number of the last step, if every step up to it is there whole, in the documents and in the indexes. */
async function lastWhole(store: Store): Promise<number> {
  const docs = await Promise.all([store.get('matters', 'm'), store.get('lawyers', 'guard'), store.get('rota', 'r')])
  const last = docs[0]?.version ?? 0
  for (const doc of docs) expect([doc?.version ?? 0, Number(doc?.body ?? 0)]).toEqual([last, last])
  const pages = await walk(store, 'history', { index: 'byMatter', where: { matter: 'm' }, limit: 100 })
  expect(pages.flat()).toEqual(Array.from({ length: last }, (_, at) => `h${at + 1}`))
  for (const desk of ['all', 'desk0', 'desk1', 'desk2']) {
    const page = await store.list('matters', { index: 'byDesk', where: { desk, open: true }, limit: 9 })
    const here = last > 0 && (desk === 'all' || desk === `desk${last % 3}`)
    expect([desk, ids(page.docs)]).toEqual([desk, here ? ['m'] : []])
  }
  return last
}

async function killed(path: string, after: 'a while' | 'opening') {
  const writer = start('write', path)
  await writer.until(() => writer.lines().length > (after === 'opening' ? 0 : 1))
  await pause(Math.random() * (after === 'opening' ? 60 : 150))
  writer.child.kill('SIGKILL')
  await writer.ended
  expect(writer.child.signalCode).toBe('SIGKILL')
  const store = embeddedStore(path)
  const last = await lastWhole(store)
  await store.close()
  return { acknowledged: Number(writer.lines().slice(1).at(-1) ?? 0), last }
}

describe('a writer killed with SIGKILL', () => {
  it.concurrent.each([1, 2, 3])(
    'nine times on one file: all it acknowledged is there, no save half (file %i)',
    async (lane) => {
      const path = join(folder, `lane${lane}.db`)
      let before = 0
      for (let kill = 0; kill < 9; kill++) {
        const { acknowledged, last } = await killed(path, 'a while')
        expect(acknowledged).toBeGreaterThan(before)
        // One save may have been on the disk and its answer not yet said.
        expect([acknowledged, acknowledged + 1]).toContain(last)
        before = last
      }
      const db = new Libsql(path)
      expect(db.prepare('PRAGMA integrity_check').raw().all()).toEqual([['ok']])
      db.close()
    },
    60_000,
  )
  it.concurrent('six times while it makes the file: the file opens, and has what was acknowledged', async () => {
    for (let kill = 0; kill < 6; kill++) {
      const { acknowledged, last } = await killed(join(folder, `new${kill}.db`), 'opening')
      expect([acknowledged, acknowledged + 1]).toContain(last)
    }
  })
})

describe('the check itself', () => {
  it.each([0, 1, 2, 3])('notices a step of which document %i is missing', async (missing) => {
    const store = embeddedStore(join(folder, `half${missing}.db`))
    await given(store, step(1))
    expect(await lastWhole(store)).toBe(1)
    await given(
      store,
      step(2).filter((_, at) => at !== missing),
    )
    await expect(lastWhole(store)).rejects.toThrow()
    await store.close()
  })
  it('notices a matter that an index has lost', async () => {
    const path = join(folder, 'index.db')
    const store = embeddedStore(path)
    await given(store, step(1))
    const db = new Libsql(path)
    db.exec(`DELETE FROM "matters.byDesk" WHERE "desk" = 'all'`)
    db.close()
    await expect(lastWhole(store)).rejects.toThrow()
    await store.close()
  })
})

describe('several processes on one file', () => {
  it('every version is won by exactly one of them', async () => {
    const path = join(folder, 'race.db')
    const racers = [1, 2, 3].map(() => start('race', path, 60))
    // None is let go before all are there, and all make the new file at once.
    await Promise.all(racers.map((racer) => racer.until(() => racer.lines().includes('ready'))))
    for (const { child } of racers) child.stdin?.write('go\n')
    await Promise.all(racers.map(({ ended }) => ended))
    const results = racers.map(({ lines }) => JSON.parse(lines().at(-1) ?? '') as { won: number[]; lost: number })
    const won = results.flatMap((result) => result.won).sort((a, b) => a - b)
    expect(won).toEqual(Array.from({ length: 180 }, (_, at) => at + 1))
    const store = embeddedStore(path)
    expect((await store.get('rota', 'prize'))?.version).toBe(180)
    await store.close()
  })
})
