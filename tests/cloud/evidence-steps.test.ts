import { describe, expect, it, vi } from 'vitest'
import type { MatterView } from '@/contract/views'
import { DAY, HOUR } from '@/domain/time'
import { type Clean, CleanerDied } from '../../cloudfunctions/evidence/clean'
import { fileOf, newFileId, stateOf } from '../../cloudfunctions/evidence/file-records'
import { inspect, keep } from '../../cloudfunctions/evidence/inspect'
import { tend } from '../../cloudfunctions/evidence/tend'
import { memoryFiles } from '../../cloudfunctions/memory/files'
import { tending } from '../../cloudfunctions/server/tending'
import { application, type Given, no, value, world } from '../given-world'
import { samples } from '../support/sample-files'

/** From the phone to storage, step by step, on a platform that takes files from phones. */

// What is cleaned can be told from what was sent.
const clean: Clean = async (bytes, type) => ({ ok: true, type, bytes: Uint8Array.from([...bytes, 99]) })
const cleanedJpeg = Uint8Array.from([...samples.jpeg, 99])
const LATER = Number.POSITIVE_INFINITY

async function platform() {
  const it = await world()
  const held = memoryFiles()
  const files = {
    ...held,
    sendTo: (id: string) => `path of ${id}`,
    link: async (id: string, s: number) => `signed ${id} ${s}`,
  }
  Object.assign(it.world, { files })
  return { ...it, files }
}
type Platform = Awaited<ReturnType<typeof platform>>

const begin = async ({ as }: Given, who = 'bao', name = '工资条.jpg') =>
  value<{ fileId: string; path: string }>(await as(who)('file.begin', { name, size: 400 })).fileId
async function sent(it: Platform, bytes: Uint8Array = samples.jpeg, name?: string) {
  const fileId = await begin(it, 'bao', name)
  await it.files.put(`incoming:${fileId}`, bytes, '')
  expect(value<{ state: string }>(await it.as('bao')('file.arrived', { fileId })).state).toBe('arrived')
  return fileId
}
const tended = ({ world }: Given, by: Clean = clean) => tend(world, by, LATER)
const stateOfFile = async ({ world }: Given, id: string) => (await fileOf(world, id))?.state
const lies = async ({ files }: Platform, id: string) => [await files.size(`incoming:${id}`), await files.size(id)]
const refusedCode = (answer: Parameters<typeof no>[0]) => no(answer)

describe('a file from a phone', () => {
  it('is announced, sent, looked at and then opened, and never before', async () => {
    const it = await platform()
    const fileId = await begin(it)
    const link = () => it.as('bao')('file.link', { fileId })
    expect(refusedCode(await link())).toEqual({ status: 422, refused: 'file.not-ready' })
    await it.files.put(`incoming:${fileId}`, samples.jpeg, '')
    await it.as('bao')('file.arrived', { fileId })
    expect(refusedCode(await link())).toEqual({ status: 422, refused: 'file.not-ready' })
    expect(await tended(it)).toEqual({ touched: 1, more: false })
    const { url, expiresAt } = value<{ url: string; expiresAt: string }>(await link())
    expect([url, Date.parse(expiresAt) - Date.parse(it.now())]).toEqual([`signed ${fileId} 300`, 300_000])
    expect([await it.files.get(fileId), await it.files.size(`incoming:${fileId}`)]).toEqual([cleanedJpeg, undefined])
  })

  it('announced again by the same request is the same file, by another person another', async () => {
    const { as } = await platform()
    const announce = (who: string, name = '一.jpg') =>
      as(who)('file.begin', { name, requestId: 'one-request' }).then((answer) => answer)
    const first = value<{ fileId: string }>(await announce('bao'))
    expect(value(await announce('bao'))).toEqual(first)
    expect(value<{ fileId: string }>(await announce('wu')).fileId).not.toBe(first.fileId)
    expect(no(await announce('bao', '二.jpg'))).toEqual({ status: 409, refused: 'request.reused' })
  })

  it.each([
    [{ name: 'a.jpg', size: 0 }, 'size empty'],
    [{ name: 'a.jpg', size: 10 * 1024 * 1024 + 1 }, 'size too-large'],
    [{ name: '', size: 5 }, 'name missing'],
    [{ name: 'a.jpg', size: -1 }, 'size wrong-type'],
  ])('announced as %j is told what is wrong', async (input, wrong) => {
    const { as } = await platform()
    expect(no(await as('bao')('file.begin', input))).toEqual({ status: 400, invalid: [wrong] })
  })

  it('is nobody else’s to say it arrived, nor to open, nor to name', async () => {
    const it = await platform()
    const fileId = await sent(it)
    const nobodys = { status: 404, refused: 'file.not-found' }
    for (const action of ['file.arrived', 'file.link'])
      for (const who of ['wu', 'gao']) expect(no(await it.as(who)(action, { fileId }))).toEqual(nobodys)
    expect(no(await it.as(undefined)('file.begin', { name: 'a.jpg' }))).toMatchObject({ status: 401 })
    const named = await it.as('wu')('aid.submit', application({ evidence: [fileId] }))
    expect(no(named)).toEqual({ status: 400, invalid: ['evidence.0 unknown-file'] })
  })

  it('cannot be announced where files come by a form', async () => {
    const { as } = await world()
    expect(no(await as('bao')('file.begin', { name: 'a.jpg' }))).toEqual({ status: 422, refused: 'file.by-form' })
  })

  it.each([
    ['exe', samples.exe, 'not-allowed'],
    ['pdf', samples.pdf, 'not-what-it-says'],
    ['heic', samples.heic, 'heic'],
    ['nothing', samples.nothing, 'empty'],
    ['too much', new Uint8Array(10 * 1024 * 1024 + 1), 'too-large'],
  ])('that is %s in truth is refused with its reason, and its bytes are gone', async (_, bytes, code) => {
    const it = await platform()
    const fileId = await sent(it, bytes, '照片.jpg')
    await tended(it)
    expect(no(await it.as('bao')('file.link', { fileId }))).toEqual({
      status: 422,
      refused: 'file.refused',
      detail: { code },
    })
    expect(await lies(it, fileId)).toEqual([undefined, undefined])
    const named = await it.as('bao')('aid.submit', application({ evidence: [fileId] }))
    expect(no(named)).toEqual({ status: 400, invalid: ['evidence.0 file-refused'] })
  })

  it('said to have arrived, but sent nowhere we look, is refused as missing', async () => {
    const it = await platform()
    const fileId = await begin(it)
    await it.files.put(fileId, samples.exe, '')
    await it.as('bao')('file.arrived', { fileId })
    await tended(it)
    expect(no(await it.as('bao')('file.link', { fileId }))).toMatchObject({ detail: { code: 'missing' } })
    expect(await it.files.get(fileId)).toBeUndefined()
  })
})

describe('a file that a matter names', () => {
  const papersOf = async (it: Platform, id: string, who = 'gao') =>
    value<MatterView>(await it.as(who)('matter.get', { id })).papers

  it('before it was looked at is shown as being looked at, then opens to whoever may see it', async () => {
    const it = await platform()
    const fileId = await sent(it)
    const { id } = value(await it.as('bao')('aid.submit', application({ evidence: [fileId] })))
    expect(await papersOf(it, id)).toMatchObject([{ id: fileId, state: 'checking' }])
    expect(no(await it.as('gao')('file.link', { fileId }))).toMatchObject({ refused: 'file.not-ready' })
    await tended(it)
    expect((await papersOf(it, id)).map(({ state }) => state)).toEqual([undefined])
    expect(value(await it.as('gao')('file.link', { fileId }))).toMatchObject({ url: `signed ${fileId} 300` })
    expect(no(await it.as('wu')('file.link', { fileId }))).toMatchObject({ status: 404 })
  })

  it('and that is refused afterwards stays in the matter as what can’t be opened', async () => {
    const it = await platform()
    const fileId = await sent(it, samples.exe)
    const { id } = value(await it.as('bao')('aid.submit', application({ evidence: [fileId] })))
    await tended(it)
    expect(await papersOf(it, id)).toMatchObject([{ id: fileId, state: 'refused' }])
    expect(no(await it.as('gao')('file.link', { fileId }))).toMatchObject({ detail: { code: 'not-allowed' } })
  })

  it('may be named while somebody looks at it: both are kept', async () => {
    const it = await platform()
    const fileId = await sent(it)
    let id = ''
    const meanwhile: Clean = async (bytes, type) => {
      id = value(await it.as('bao')('aid.submit', application({ evidence: [fileId] }))).id
      return clean(bytes, type)
    }
    await tended(it, meanwhile)
    expect(await fileOf(it.world, fileId)).toMatchObject({ matter: id, state: 'ready' })
  })

  it('only announced is not named', async () => {
    const it = await platform()
    const fileId = await begin(it)
    const named = await it.as('bao')('aid.submit', application({ evidence: [fileId] }))
    expect(no(named)).toEqual({ status: 400, invalid: ['evidence.0 unknown-file'] })
  })
})

describe('bad luck', () => {
  it('two who look at once: one does the work, and it is done once', async () => {
    const it = await platform()
    const fileId = await sent(it)
    let cleanings = 0
    const counting: Clean = async (...asked) => {
      cleanings += 1
      return clean(...asked)
    }
    await Promise.all([1, 2, 3].map(() => inspect(it.world, counting, fileId)))
    expect([cleanings, await it.files.get(fileId)]).toEqual([1, cleanedJpeg])
    expect(await inspect(it.world, counting, fileId)).toEqual({ state: 'ready' })
    expect(cleanings).toBe(1)
  })

  it('two who finish the same work settle it once', async () => {
    const it = await platform()
    const fileId = await sent(it)
    const second: Clean = async (bytes, type) => {
      // The first took so long that another began anew, and was quicker.
      it.advance(HOUR)
      expect(await inspect(it.world, clean, fileId)).toEqual({ state: 'ready' })
      return clean(bytes, type)
    }
    expect(await inspect(it.world, second, fileId)).toEqual({ state: 'ready' })
    expect([await it.files.get(fileId), await it.files.size(`incoming:${fileId}`)]).toEqual([cleanedJpeg, undefined])
  })

  // Every write to store or storage, in turn, is the last thing that happens.
  it.each([0, 1, 2, 3, 4, 5, 6])(
    'a machine that dies after %i steps: the next look makes it good',
    async (survived) => {
      const it = await platform()
      const fileId = await sent(it)
      let steps = 0
      const mortal =
        <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
        async (...args: A): Promise<R> => {
          if (steps++ >= survived) throw new CleanerDied('power is off')
          return work(...args)
        }
      const { files, world } = it
      const dying = {
        ...world,
        store: { ...world.store, save: mortal(world.store.save) },
        files: { ...files, put: mortal(files.put), remove: mortal(files.remove) },
      }
      await inspect(dying, clean, fileId).catch(() => undefined)
      it.advance(HOUR)
      await tended(it)
      expect([await stateOfFile(it, fileId), await it.files.get(fileId), await lies(it, fileId)]).toEqual([
        'ready',
        cleanedJpeg,
        [undefined, cleanedJpeg.length],
      ])
      const [doc] = await it.docs('files')
      expect(doc?.keys.state).toBe('ready')
    },
  )

  it('a file that kills whoever looks at it is given up in the end, and harms no other', async () => {
    const it = await platform()
    const deadly = await sent(it)
    const harmless = await sent(it, samples.pdf, '合同.pdf')
    const dies: Clean = async (bytes, type) => {
      if (type === 'image/jpeg') throw new CleanerDied('out of memory')
      return clean(bytes, type)
    }
    await tended(it, dies)
    expect([await stateOfFile(it, deadly), await stateOfFile(it, harmless)]).toEqual(['arrived', 'ready'])
    for (let n = 0; n < 6; n++) {
      it.advance(HOUR)
      await tended(it, dies)
    }
    expect(no(await it.as('bao')('file.link', { fileId: deadly }))).toMatchObject({ detail: { code: 'unreadable' } })
  })

  it('a storage that is away for days costs no file', async () => {
    const it = await platform()
    const fileId = await sent(it)
    await it.as('bao')('aid.submit', application({ evidence: [fileId] }))
    const away = async () => Promise.reject(new Error('storage is away'))
    const without = { ...it.world, files: { ...it.files, size: away } }
    for (let n = 0; n < 10; n++) {
      expect((await tend(without, clean, LATER)).touched).toBe(0)
      it.advance(HOUR)
    }
    expect(await tended(it)).toMatchObject({ touched: 1 })
    expect(await stateOfFile(it, fileId)).toBe('ready')
  })

  it('nothing new is begun after the time is over', async () => {
    const it = await platform()
    const fileId = await sent(it)
    expect(await tend(it.world, clean, it.world.clock.wall())).toEqual({ touched: 0, more: true })
    expect(await stateOfFile(it, fileId)).toBe('arrived')
  })
})

describe('the server’s own round', () => {
  it('finishes what it was doing when it stopped', async () => {
    const it = await world()
    const id = newFileId()
    await keep(it.world, { id, owner: 'bao', type: '', size: 3, name: '合同.pdf' }, samples.pdf)
    it.advance(HOUR)
    const round = tending(it.world, 5)
    await vi.waitFor(async () => expect((await fileOf(it.world, id))?.state).toBe('ready'), { timeout: 60_000 })
    await round.stop()
  })

  it('leaves to the door what the door is looking at', async () => {
    const it = await world()
    const id = newFileId()
    await keep(it.world, { id, owner: 'bao', type: '', size: 3, name: '合同.pdf' }, samples.pdf)
    expect(await tend(it.world, clean, LATER)).toEqual({ touched: 0, more: false })
    expect(await inspect(it.world, clean, id, true)).toEqual({ state: 'ready' })
  })
})

describe('what nobody named', () => {
  it('is forgotten after a week with its bytes: announced, arrived, looked at or refused; what was named stays', async () => {
    const it = await platform()
    const waiting = [await begin(it), await sent(it), await sent(it, samples.exe)]
    await tended(it)
    const named = await sent(it)
    await it.as('bao')('aid.submit', application({ evidence: [named] }))
    await tended(it)
    it.advance(7 * DAY - 1)
    await tended(it)
    expect(await Promise.all(waiting.map((id) => stateOfFile(it, id)))).toEqual(['awaited', 'ready', 'refused'])
    it.advance(2)
    await tended(it)
    expect(await Promise.all(waiting.map((id) => stateOfFile(it, id)))).toEqual([undefined, undefined, undefined])
    for (const id of waiting) expect(await lies(it, id)).toEqual([undefined, undefined])
    expect([await stateOfFile(it, named), await it.files.get(named)]).toEqual(['ready', cleanedJpeg])
    const [id = ''] = waiting.slice(1)
    expect(no(await it.as('bao')('file.link', { fileId: id }))).toMatchObject({ status: 404 })
    expect(no(await it.as('bao')('aid.submit', application({ evidence: [id] })))).toMatchObject({
      invalid: ['evidence.0 unknown-file'],
    })
  })

  it('and that the machine died over is forgotten with the next round', async () => {
    const it = await platform()
    const fileId = await sent(it)
    await tended(it)
    it.advance(8 * DAY)
    const away = async () => Promise.reject(new Error('storage is away'))
    await tend({ ...it.world, files: { ...it.files, remove: away } }, clean, LATER)
    expect([await stateOfFile(it, fileId), await it.files.get(fileId)]).toEqual([undefined, cleanedJpeg])
    await tended(it)
    expect(await it.files.get(fileId)).toBeUndefined()
    expect((await it.docs('files')).map((doc) => stateOf({ ...doc, id: fileId, version: 1 }))).toEqual(['gone'])
  })
})

describe('a file of an earlier version', () => {
  it('without a state opens as ever', async () => {
    const it = await platform()
    const id = newFileId()
    await keep(it.world, { id, owner: 'bao', type: '', size: 3, name: '旧.jpg' }, samples.jpeg)
    await inspect(it.world, clean, id, true)
    const [doc] = await it.docs('files')
    if (!doc) throw new Error('no document')
    expect(stateOf({ ...doc, id, version: 1, keys: { owner: 'bao', matter: '', state: '', at: '' } })).toBe('ready')
    expect(stateOf({ ...doc, id, version: 1, keys: { owner: 'bao', matter: '' } })).toBe('ready')
  })
})
