import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CloudSettings } from '../../cloudfunctions/cloudbase/settings'
import { cloudStore } from '../../cloudfunctions/cloudbase/store'
import { backfill, cloudWalk } from '../../cloudfunctions/cloudbase/walk'
import { collections } from '../../cloudfunctions/collections'
import { embeddedWalk } from '../../cloudfunctions/embedded/walk'
import type { Doc } from '../../cloudfunctions/ports'
import { type Walk, walked } from '../../cloudfunctions/walk'
import { backup } from '../../tools/backup'
import { type Place, sealedBy } from '../../tools/place'
import { restore } from '../../tools/restore'
import { type CloudBase, startCloudBase } from '../support/cloudbase'

const folder = mkdtempSync(join(tmpdir(), 'backup-cloud-'))
let cloud: CloudBase
beforeAll(async () => {
  cloud = await startCloudBase()
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true })
})

let made = 0
const own = { sealedBy: sealedBy('a secret of thirty-two bytes or more'), files: join(folder, 'no-files') }
const onDisk = (): Place => ({ ...own, store: join(folder, `${made++}.db`) })
const onCloud = (settings: CloudSettings): Place => ({ ...own, store: '', cloud: settings })
const archive = () => join(folder, `${made++}.jsonl.gz`)

const notice = (id: string, expected = 0) => ({
  collection: 'notices',
  id,
  expected,
  keys: { to: `p${Number(id) % 7}`, matter: 'm', at: `t${id}`, state: 'new', seen: false },
  body: JSON.stringify({ id, expected }),
})
/** More than two pages of notices, one of them written twice, and a person with two roles. */
async function filled(): Promise<CloudSettings> {
  const settings = cloud.fresh()
  const store = cloudStore(settings)
  const ids = Array.from({ length: 230 }, (_, at) => String(at))
  for (const id of ids) await store.save([notice(id)])
  await store.save([notice('5', 1)])
  const person = { collection: 'people', id: 'gao', expected: 0, keys: { role: ['centre', 'admin'], name: '' } }
  await store.save([{ ...person, body: '{}' }])
  return settings
}
async function everything(walk: Walk): Promise<Record<string, Doc>> {
  const all: Record<string, Doc> = {}
  for (const collection of Object.keys(collections))
    for await (const doc of walked(walk, collection)) all[`${collection}/${doc.id}`] = doc
  await walk.close()
  return all
}

describe('a backup of an environment', () => {
  it('comes back into another environment and onto a disk, every document as it was', async () => {
    const from = await filled()
    const path = archive()
    const header = await backup(onCloud(from), path)
    expect(header.counts).toMatchObject({ notices: 230, people: 1, matters: 0 })
    const before = await everything(cloudWalk(from))
    expect(before['notices/5']?.version).toBe(2)

    const other = cloud.fresh()
    await restore(onCloud(other), path)
    expect(await everything(cloudWalk(other))).toEqual(before)
    const query = { index: 'byRecipient', where: { to: 'p3' }, limit: 100 }
    const page = await cloudStore(other).list('notices', query)
    expect(page).toEqual(await cloudStore(from).list('notices', query))
    expect(page.docs.length).toBe(33)
    expect(await cloudStore(other).save([notice('5', 1)])).toMatchObject({ ok: false })
    expect(await cloudStore(other).save([notice('5', 2)])).toEqual({ ok: true })

    const disk = onDisk()
    await restore(disk, path)
    expect(await everything(await embeddedWalk(disk.store))).toEqual(before)
    const back = archive()
    await backup(disk, back)
    const third = cloud.fresh()
    await restore(onCloud(third), back)
    expect(await everything(cloudWalk(third))).toEqual(before)
  })

  it('is refused by an environment in use; a restore that stopped goes on, and loses nothing when answers get lost', async () => {
    const from = await filled()
    const path = archive()
    await backup(onCloud(from), path)
    const used = cloud.fresh()
    await cloudStore(used).save([{ ...notice('5'), body: '{"its own":true}' }])
    await expect(restore(onCloud(used), path)).rejects.toThrow('the store is not empty')
    expect(cloud.documents('notices', used.env)).toHaveLength(1)

    const half = cloud.fresh()
    const walk = cloudWalk(half)
    await walk.create('notices', (await cloudWalk(from).page('notices')).slice(0, 60))
    cloud.faults.next('wrote-reset', { action: 'insertDocument', count: 3 })
    cloud.faults.next('limit', { action: 'insertDocument', count: 2 })
    expect((await restore(onCloud(half), path)).written).toBe(231 - 60)
    expect(cloud.faults.hits.length).toBe(5)
    expect(await everything(cloudWalk(half))).toEqual(await everything(cloudWalk(from)))
  })
})

describe('a key declared later', () => {
  const declared = { notices: { keys: ['to', 'at'], indexes: { byRecipient: ['to', 'at'] } } } as const
  const grown = {
    notices: { keys: ['to', 'at', 'tone', 'desk[]'], indexes: { byRecipient: ['to', 'at'], byTone: ['tone', 'at'] } },
  } as const
  const old = (id: string) => ({ collection: 'notices', id, expected: 0, keys: { to: 'p', at: id }, body: '{}' })
  const query = { index: 'byTone', where: { tone: '' }, limit: 100 }

  it('is filled in, empty, in every older document, after which its index finds them; no version moves', async () => {
    const later = await startCloudBase({ declared: grown })
    const before = cloudStore(later.settings, declared)
    for (let at = 0; at < 130; at++) await before.save([old(`n${1000 + at}`)])
    const after = cloudStore(later.settings, grown)
    await after.save([{ ...old('young'), keys: { to: 'p', at: 'z', tone: 'kind', desk: ['d'] } }])
    expect((await after.list('notices', query)).docs).toEqual([])
    expect(await backfill(later.settings, grown)).toEqual({ notices: 130 })
    const first = await after.list('notices', query)
    const rest = await after.list('notices', { ...query, after: first.next })
    expect(first.docs.length + rest.docs.length).toBe(130)
    expect(first.docs[0]).toMatchObject({ version: 1, keys: { tone: '', desk: [] } })
    expect((await after.get('notices', 'young'))?.keys).toEqual({ to: 'p', at: 'z', tone: 'kind', desk: ['d'] })
    expect(await backfill(later.settings, grown)).toEqual({})
    // The program of yesterday, still running beside, goes on writing what it knows.
    expect(await before.save([{ ...old('n1000'), expected: 1 }])).toEqual({ ok: true })
    expect((await after.get('notices', 'n1000'))?.keys.tone).toBe('')
    await later.stop()
  })

  it('never overwrites what somebody wrote between the look and the filling', async () => {
    const later = await startCloudBase({ declared: grown })
    await cloudStore(later.settings, declared).save([old('n')])
    const after = cloudStore(later.settings, grown)
    const once = { left: 1 }
    const meanwhile = {
      attempts: 7,
      wait: async () => {
        if (once.left-- === 1)
          await after.save([{ ...old('n'), expected: 1, keys: { to: 'p', at: 'n', tone: 'kind', desk: ['d'] } }])
      },
    }
    // Its update is turned away once; while it waits, the new program writes the document.
    later.faults.next('limit', { action: 'modifyDocument' })
    expect(await backfill(later.settings, grown, meanwhile)).toEqual({})
    expect(once.left).toBe(0)
    expect(await after.get('notices', 'n')).toMatchObject({ version: 2, keys: { tone: 'kind', desk: ['d'] } })
    await later.stop()
  })
})
