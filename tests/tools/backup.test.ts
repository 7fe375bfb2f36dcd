import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { collections } from '../../cloudfunctions/collections'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import { embeddedWalk } from '../../cloudfunctions/embedded/walk'
import type { Doc, Store } from '../../cloudfunctions/ports'
import { walked } from '../../cloudfunctions/walk'
import { checkArchive, documentsOf } from '../../tools/archive'
import { backup, keepNewest } from '../../tools/backup'
import { type Place, placeFrom, sealedBy } from '../../tools/place'
import { restore } from '../../tools/restore'

const folder = mkdtempSync(join(tmpdir(), 'backup-'))
let made = 0
const fresh = (secret = 'a secret of thirty-two bytes or more'): Place => {
  const home = join(folder, String(made++))
  mkdirSync(home)
  return { store: join(home, 'county.db'), files: join(home, 'files'), sealedBy: sealedBy(secret) }
}
afterAll(() => rmSync(folder, { recursive: true }))

const matterKeys = {
  kind: 'aid',
  stage: 'submitted',
  open: true,
  place: '150524100200',
  topic: 'wages',
  createdAt: 'c',
}
const matter = (id: string, at: number, expected = 0) => ({
  collection: 'matters',
  id,
  expected,
  keys: { ...matterKeys, desk: ['seat:centre', `person:${id}`], dueAt: `t${at}`, wakeAt: `w${at}` },
  body: JSON.stringify({ id, at, text: '字'.repeat(at % 50) }),
})

async function fill(store: Store, count: number) {
  for (let at = 0; at < count; at += 20)
    await store.save(Array.from({ length: Math.min(20, count - at) }, (_, n) => matter(`aid:${at + n}`, at + n)))
  await store.save([matter('aid:1', 7, 1)])
  await store.save([
    { collection: 'policy', id: 'policy:current', expected: 0, keys: {}, body: '{"a":"\\u2028 line"}' },
    { collection: 'codes', id: 'code:x', expected: 0, keys: { matter: 'aid:1' }, body: '{}' },
  ])
}
async function filled(count = 620): Promise<Place> {
  const place = fresh()
  const store = embeddedStore(place.store)
  await fill(store, count)
  await store.close()
  mkdirSync(place.files)
  writeFileSync(join(place.files, 'f_one'), 'a photo')
  return place
}

/** Every document of a store, by collection and id. */
async function everything(place: Place): Promise<Record<string, Doc>> {
  const walk = await embeddedWalk(place.store)
  const all: Record<string, Doc> = {}
  for (const collection of Object.keys(collections))
    for await (const doc of walked(walk, collection)) all[`${collection}/${doc.id}`] = doc
  await walk.close()
  return all
}
const archived = async (place: Place) => {
  const path = join(folder, `${made++}.jsonl.gz`)
  return { path, header: await backup(place, path) }
}

describe('a backup', () => {
  it('restores every document as it was, with its version, and every list finds it again', async () => {
    const from = await filled()
    const { path, header } = await archived(from)
    expect(header.counts).toMatchObject({ matters: 620, policy: 1, codes: 1, people: 0 })
    const into = fresh()
    const { written, missing } = await restore(into, path)
    expect(written).toBe(622)
    expect(missing).toEqual(['f_one'])
    const all = await everything(into)
    expect(all).toEqual(await everything(from))
    expect(all['matters/aid:1']?.version).toBe(2)
    const [old, now] = [embeddedStore(from.store), embeddedStore(into.store)]
    for (const desk of ['seat:centre', 'person:aid:77']) {
      const query = { index: 'byDesk', where: { desk, open: true }, limit: 100 }
      const page = await now.list('matters', query)
      expect(page).toEqual(await old.list('matters', query))
      expect(page.docs.length).toBe(desk === 'seat:centre' ? 100 : 1)
    }
    expect(await now.save([matter('aid:1', 8, 1)])).toMatchObject({ ok: false })
    expect(await now.save([matter('aid:1', 8, 2)])).toEqual({ ok: true })
    await old.close()
    await now.close()
  })

  it('says nothing is missing where the files lie too, and names one that was changed', async () => {
    const { path } = await archived(await filled(20))
    const into = fresh()
    mkdirSync(into.files)
    writeFileSync(join(into.files, 'f_one'), 'a photo')
    expect((await restore(into, path)).missing).toEqual([])
    writeFileSync(join(into.files, 'f_one'), 'another')
    expect((await restore(into, path)).missing).toEqual(['f_one'])
  })

  it('is of one instant though another process goes on writing: no save is in it by half', async () => {
    const place = fresh()
    const tsx = ['node_modules/tsx/dist/cli.mjs', join(import.meta.dirname, 'backup-writer.ts'), place.store]
    const writer = spawn(process.execPath, tsx, { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = once(writer, 'exit')
    await once(writer.stdout, 'data')
    const versions: number[] = []
    for (let round = 0; round < 5; round++) {
      const { path } = await archived(place)
      const both: Doc[] = []
      for await (const { doc } of documentsOf(path)) both.push(doc)
      expect(both.map(({ id }) => id)).toEqual(['left', 'right'])
      expect(both[0]?.version).toBe(both[1]?.version)
      versions.push(both[0]?.version ?? 0)
    }
    writer.kill()
    await gone
    // It did write meanwhile, or this test showed nothing.
    expect(versions.at(-1)).toBeGreaterThan(versions[0] ?? 0)
  })

  it('leaves nothing beside it, overwrites nothing, and nobody else may read it', async () => {
    const place = await filled(20)
    const home = join(folder, `home${made++}`)
    mkdirSync(home)
    const path = join(home, 'a.jsonl.gz')
    await backup(place, path)
    expect(readdirSync(home)).toEqual(['a.jsonl.gz'])
    const before = readFileSync(path)
    await expect(backup(place, path)).rejects.toThrow('is there already')
    expect(readFileSync(path)).toEqual(before)
    await expect(backup(fresh(), join(home, 'b.jsonl.gz'))).rejects.toThrow('no such file')
    expect(readdirSync(home)).toEqual(['a.jsonl.gz'])
  })

  it('keeps the newest and never deletes what a person named', () => {
    const home = join(folder, `home${made++}`)
    mkdirSync(home)
    const name = (day: number) => `county-2026110${day}T000000Z.jsonl.gz`
    for (const each of [name(1), name(2), name(3), 'before-the-move.jsonl.gz']) writeFileSync(join(home, each), '')
    expect(keepNewest(home, 2)).toEqual([name(1)])
    expect(readdirSync(home).sort()).toEqual(['before-the-move.jsonl.gz', name(2), name(3)])
  })
})

describe('a restore refuses before it writes anything', () => {
  const nothingIn = async (place: Place) =>
    expect(existsSync(place.store) ? Object.keys(await everything(place)) : []).toEqual([])
  const altered = async (change: (bytes: Buffer) => Buffer, message: RegExp) => {
    const { path } = await archived(await filled(300))
    writeFileSync(path, change(readFileSync(path)))
    const into = fresh()
    await expect(restore(into, path)).rejects.toThrow(message)
    await nothingIn(into)
  }
  const lines = (change: (lines: string[]) => string[]) => (bytes: Buffer) =>
    gzipSync(`${change(gunzipSync(bytes).toString().trimEnd().split('\n')).join('\n')}\n`)

  it('an archive that was cut, wherever', async () => {
    await altered((bytes) => bytes.subarray(0, bytes.length - 9), /cannot be read to its end/)
    await altered((bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)), /cannot be read to its end/)
    await altered((bytes) => bytes.subarray(0, 0), /cannot be read to its end|is empty/)
    await altered(
      lines((all) => all.slice(0, 1)),
      /not as many in/,
    )
    await altered(
      lines((all) => [...all.slice(0, -3), ...all.slice(-2)]),
      /not as many in/,
    )
  })
  it('an archive in which one byte or one value is another', async () => {
    await altered((bytes) => {
      const other = Buffer.from(bytes)
      const at = Math.floor(bytes.length / 2)
      other[at] = (other[at] ?? 0) ^ 1
      return other
    }, /cannot be read to its end|was altered/)
    await altered(
      lines((all) => all.map((line) => line.replace('"t17"', '"t18"'))),
      /its hash is another/,
    )
    await altered(
      lines((all) => [all[0] ?? '', ...all.slice(1).reverse()]),
      /its hash is another/,
    )
    await altered(() => gzipSync('{"format":"something"}\n'), /not an archive of this program/)
  })
  it('an error never quotes what a document holds', async () => {
    const { path } = await archived(await filled(20))
    writeFileSync(path, lines((all) => [all[0] ?? '', '{"collection":"people","doc":包某某'])(readFileSync(path)))
    const error = await restore(fresh(), path).catch((thrown: Error) => thrown)
    expect(String(error)).toMatch(/no JSON/)
    expect(String(error)).not.toContain('包某某')
  })
  it('a store that holds a document of its own, even a single one', async () => {
    const { path } = await archived(await filled(100))
    const into = fresh()
    const store = embeddedStore(into.store)
    await store.save([matter('aid:5', 99)])
    await store.close()
    const before = await everything(into)
    await expect(restore(into, path)).rejects.toThrow('the store is not empty')
    expect(await everything(into)).toEqual(before)
  })
  it('an archive that another secret sealed, or that holds collections this program does not know', async () => {
    const { path } = await archived(await filled(20))
    const into = fresh('another secret of thirty-two bytes or more')
    await expect(restore(into, path)).rejects.toThrow('another SECRET')
    await nothingIn(into)
    const rewritten = lines((all) => all.map((line) => line.replaceAll('"codes"', '"later"')))(readFileSync(path))
    const text = gunzipSync(rewritten).toString()
    const { createHash } = await import('node:crypto')
    const [head = '', ...rest] = text.trimEnd().split('\n')
    const sha256 = createHash('sha256')
      .update(`${rest.join('\n')}\n`)
      .digest('hex')
    writeFileSync(path, gzipSync(`${[JSON.stringify({ ...JSON.parse(head), sha256 }), ...rest].join('\n')}\n`))
    await expect(checkArchive(path)).resolves.toBeTruthy()
    await expect(restore(fresh(), path)).rejects.toThrow('made by a newer program')
  })
})

describe('an archive and a secret that was replaced', () => {
  const [old, next] = ['the first secret of this county, long', 'the secret that replaced it, also long']
  const place = (...secrets: string[]): Place => ({ ...fresh(), sealedBy: sealedBy(...secrets) })
  const from = async (...secrets: string[]) => ({ ...(await filled(20)), sealedBy: sealedBy(...secrets) })
  it('is restored where the old one is still set, made before or after', async () => {
    for (const sealed of [await from(old), await from(next, old)])
      expect((await restore(place(next, old), (await archived(sealed)).path)).written).toBe(22)
  })
  it('is not restored where one of its secrets is missing, or stands in another place', async () => {
    const { path } = await archived(await from(next, old))
    for (const into of [place(next), place(old), place(old, next)])
      await expect(restore(into, path)).rejects.toThrow('another SECRET')
    const before = await archived(await from(old))
    await expect(restore(place(next), before.path)).rejects.toThrow('another SECRET')
  })
  it('the place marks every secret it is told of', () => {
    const read = placeFrom({ SECRET: next, SECRET_OLD: old })
    expect(read).toMatchObject({ place: { sealedBy: sealedBy(next, old) } })
    expect(JSON.stringify(read)).not.toContain(old)
  })
})

describe('a restore that stopped', () => {
  it('goes on where it was, and ends with all of it and nothing twice', async () => {
    const from = await filled(320)
    const { path } = await archived(from)
    const into = fresh()
    const walk = await embeddedWalk(into.store)
    let left = 150
    for await (const { collection, doc } of documentsOf(path)) if (left-- > 0) await walk.create(collection, [doc])
    await walk.close()
    expect(Object.keys(await everything(into))).toHaveLength(150)
    expect((await restore(into, path)).written).toBe(322 - 150)
    expect(await everything(into)).toEqual(await everything(from))
    expect((await restore(into, path)).written).toBe(0)
  })
  it('the policy is the last document, so that half a store is never taken for a county', async () => {
    const { path } = await archived(await filled(20))
    const order: string[] = []
    for await (const { collection } of documentsOf(path)) order.push(collection)
    expect(order.at(-1)).toBe('policy')
    expect(order.indexOf('policy')).toBe(order.length - 1)
  })
})

describe('where the documents are', () => {
  it('comes from the variables of the server, and what is missing is named', () => {
    const SECRET = 'x'.repeat(40)
    expect(placeFrom({ SECRET, STORE: '/srv/county.db' })).toMatchObject({
      place: { store: '/srv/county.db', cloud: undefined },
    })
    expect(placeFrom({ SECRET, TCB_ENV: 'e', TCB_SECRET_ID: 'i', TCB_SECRET_KEY: 'k' })).toMatchObject({
      place: { cloud: { env: 'e', keys: { secretId: 'i', secretKey: 'k' } } },
    })
    expect(placeFrom({ SECRET, TCB_ENV: 'e', TCB_SECRET_ID: 'i' })).toEqual({
      problem: 'TCB_ENV is e, but TCB_SECRET_ID or TCB_SECRET_KEY is not set.',
    })
    expect(placeFrom({ MODE: 'production' })).toMatchObject({ problem: expect.stringContaining('needs SECRET') })
  })
})
