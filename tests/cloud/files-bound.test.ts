import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { collections } from '../../cloudfunctions/collections'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import { fileWrite, foundIn, newFileId } from '../../cloudfunctions/evidence/file-records'
import { tend } from '../../cloudfunctions/evidence/tend'
import { application, value, world } from '../given-world'

const record = (id: string) => ({ id, owner: 'bao', type: 'image/png', size: 1, name: 'x.png' })

describe('files on their way into a matter', () => {
  it('are all bound, more than fit beside it too, while one of them is being looked at', async () => {
    const w = await world()
    const { id } = value(await w.as('bao')('aid.submit', application()))
    const items = ['a', 'b'].map((key) => ({ key, text: key }))
    value(await w.as('gao')('aid.supplementList', { id, items }))
    const ids = Array.from({ length: 14 }, newFileId)
    for (const each of ids) await w.store.save([fileWrite(w.world, record(each), 0, { state: 'arrived' })])
    // Time claims one just as her request binds it.
    let once = true
    w.hooks.pause = async (point) => {
      if (point !== 'save.before' || !once) return
      once = false
      const doc = await w.store.get('files', ids[0] ?? '')
      if (!doc) throw new Error('no such file')
      const found = foundIn(w.world, doc)
      await w.store.save([fileWrite(w.world, found.record, doc.version, { state: 'ready', matter: found.matter })])
    }
    const answers = [ids.slice(0, 9), ids.slice(9)].map((fileIds, n) => ({ key: 'ab'[n] ?? '', fileIds }))
    value(await w.as('bao')('aid.supplement', { id, items: answers }))
    w.hooks.pause = undefined
    expect(once).toBe(false)
    expect((await w.docs('files')).filter(({ keys }) => keys.matter !== id)).toEqual([])
  })

  it('sent the day before an upgrade and not named yet, they are still there after it', async () => {
    const w = await world()
    const folder = mkdtempSync(join(tmpdir(), 'older-files-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'county.db')
    const before = { ...collections, files: { keys: ['owner', 'matter'], indexes: { byMatter: ['matter'] } } }
    const old = embeddedStore(path, before)
    const id = newFileId()
    const made = fileWrite(w.world, record(id), 0, { state: 'ready' })
    await old.save([{ ...made, keys: { owner: 'bao', matter: '' } }])
    await old.close()
    const store = embeddedStore(path)
    onTestFinished(() => store.close())
    await tend({ ...w.world, store }, async () => ({ ok: false, code: 'heic' }), Number.POSITIVE_INFINITY)
    expect((await store.get('files', id))?.keys.matter).toBe('')
  })
})

describe('files of a report that nobody is to know the sender of', () => {
  it('are kept without her account; those of any other report with it', async () => {
    const w = await world()
    const sent = async (anonymity: string, id: string) => {
      await w.store.save([fileWrite(w.world, record(id), 0, { state: 'ready' })])
      const report = { topic: 'water', place: '150524100200', text: `${anonymity}：水渠堵了`, anonymity, photos: [id] }
      value(await w.as('bao')('grievance.submit', report))
      const doc = await w.store.get('files', id)
      if (!doc) throw new Error('no such file')
      return { matter: String(doc.keys.matter), owners: [doc.keys.owner, foundIn(w.world, doc).record.owner] }
    }
    const nameless = await sent('full', newFileId())
    expect(nameless.owners).toEqual([`code:${nameless.matter}`, `code:${nameless.matter}`])
    expect((await sent('handler', newFileId())).owners).toEqual(['bao', 'bao'])
  })
})
