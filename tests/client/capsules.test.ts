import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Registration } from '@/client/register-draft'

/** The queue on a phone: the phone's store, its files and its network are stood in for, the queue is the real one. */
const phone = vi.hoisted(() => ({
  stored: new Map<string, string>(),
  /** Files by path: temporary ones die with the app, copies don't. */
  files: new Map<string, number>(),
  online: false,
  /** What the server was asked, in order. */
  asked: [] as string[],
  /** The commands that were carried out, by request id: a second is the first. */
  done: new Map<string, string>(),
  uploads: 0,
  /** Texts that the server doesn't take. */
  bad: new Map<string, object>(),
  /** The answer is lost on its way back. */
  losesAnswer: false,
  room: Number.POSITIVE_INFINITY,
  signal: (_: { isConnected: boolean }): unknown => undefined,
  shown: (): unknown => undefined,
}))

type Ends = { success: (result?: unknown) => void; fail: (error: unknown) => void }
type At = Ends & { filePath: string; srcPath: string; destPath: string; path: string }
const ended = (ok: boolean, { success, fail }: Ends, result?: unknown) =>
  ok ? success(result) : fail({ errMsg: 'no' })

vi.mock('@tarojs/taro', () => ({
  default: {
    env: { USER_DATA_PATH: 'usr' },
    getStorageSync: (key: string) => phone.stored.get(key) ?? '',
    setStorageSync: (key: string, value: string) => void phone.stored.set(key, value),
    removeStorageSync: (key: string) => void phone.stored.delete(key),
    getStorageInfoSync: () => ({ keys: [...phone.stored.keys()] }),
    getFileSystemManager: () => ({
      getFileInfo: (at: At) => ended(phone.files.has(at.filePath), at, { size: phone.files.get(at.filePath) }),
      mkdir: (at: At) => at.success(),
      copyFile: (at: At) => {
        const size = phone.files.get(at.srcPath)
        if (size === undefined || size > phone.room) return at.fail({ errMsg: 'the maximum size' })
        phone.files.set(at.destPath, size)
        at.success()
      },
      access: (at: At) => ended(phone.files.has(at.path), at),
      readdir: (at: At) => at.success({ files: copies() }),
      unlink: (at: At) => ended(phone.files.delete(at.filePath), at),
    }),
    onNetworkStatusChange: (heard: typeof phone.signal) => {
      phone.signal = heard
    },
    onAppShow: (heard: typeof phone.shown) => {
      phone.shown = heard
    },
    uploadFile: async ({ filePath }: { filePath: string }) => {
      if (!phone.online) throw new Error('uploadFile:fail')
      if (!phone.files.has(filePath)) throw new Error('no such file')
      phone.uploads += 1
      phone.asked.push(`file ${filePath.split('/').pop()}`)
      return { data: JSON.stringify({ ok: true, value: { fileId: `f_stored${phone.uploads}` } }) }
    },
    request: async ({ data }: { data: Said }) => {
      if (!phone.online) throw new Error('request:fail')
      const now = '2026-10-14T10:40:00.000+08:00'
      phone.asked.push(data.text)
      const bad = phone.bad.get(data.text)
      if (bad) return { data: { ok: false, now, ...bad } }
      const id = phone.done.get(data.requestId) ?? `m${phone.done.size + 1} ${data.photos?.join() ?? ''}`.trim()
      phone.done.set(data.requestId, id)
      if (phone.losesAnswer) throw new Error('request:fail')
      return { data: { ok: true, now, value: { id, createdAt: now, code: 'K7QM3WXP9TDH8' } } }
    },
  },
}))
type Said = { requestId: string; text: string; photos?: string[] }
const copies = () => [...phone.files.keys()].filter((path) => path.startsWith('usr/')).map((path) => path.slice(13))

/** The product on this phone, begun anew: what was only in its memory is gone. */
async function started(role = 'village', id = 'zhou') {
  vi.resetModules()
  vi.stubEnv('TARO_ENV', 'weapp')
  vi.stubEnv('API_URL', 'https://county.example')
  const { useSession } = await import('@/client/session')
  const me = { id, name: id, acting: { role, unit: 'village:east' }, roles: [] }
  useSession.setState({ token: 't', me: me as never })
  const capsules = await import('@/client/capsules')
  await capsules.openCapsules()
  return {
    ...capsules,
    ...(await import('@/client/capsule-put')),
    form: await import('@/client/register-draft'),
    room: await import('@/client/capsule-room'),
  }
}
type Phone = Awaited<ReturnType<typeof started>>

const blank = {} as Registration
const idOf = (path: string) => path.replace(/^tmp\/|\.\w+$/g, '')
let taken = 0
/** Taken down a minute after the one before, with so many photos. */
function put({ putCapsule, waitingId }: Phone, text: string, photos: string[] = [], key = text, form = blank) {
  for (const path of photos) if (!phone.files.has(path)) phone.files.set(path, 1000)
  taken += 1
  return putCapsule({
    key,
    action: 'grievance.submit',
    input: { requestId: key, text, photos: photos.map((path) => waitingId(idOf(path))) },
    files: photos.map((path) => ({ id: idOf(path), path })),
    takenAt: `2026-10-14T10:${String(taken).padStart(2, '0')}:00.000+08:00`,
    whom: text,
    what: '反映问题：用水',
    form,
  })
}
const waiting = ({ useCapsules }: Phone) => useCapsules.getState().items.map(({ key }) => key)
const arrived = ({ useCapsules }: Phone) => useCapsules.getState().arrived.map(({ whom }) => whom)

beforeEach(() => {
  for (const kept of [phone.stored, phone.files, phone.done, phone.bad]) kept.clear()
  Object.assign(phone, { online: false, asked: [], uploads: 0, losesAnswer: false, room: Number.POSITIVE_INFINITY })
  taken = 0
})
afterEach(() => {
  vi.unstubAllEnvs()
})

describe('what waits on a phone for a signal', () => {
  it('stays there without one, and goes oldest first with its files when there is one', async () => {
    const one = await started()
    await put(one, 'ditch', ['tmp/a.jpg', 'tmp/b.jpg'])
    await put(one, 'road')
    await one.sendCapsules()
    expect([waiting(one), phone.asked]).toEqual([['ditch', 'road'], []])
    phone.online = true
    await one.sendCapsules()
    expect(phone.asked).toEqual(['file a.jpg', 'file b.jpg', 'ditch', 'road'])
    expect([...phone.done.values()]).toEqual(['m1 f_stored1,f_stored2', 'm2'])
    expect([waiting(one), arrived(one), copies()]).toEqual([[], ['ditch', 'road'], []])
  })

  it('survives the end of the app: form, order and the copies of its files', async () => {
    const before = await started()
    await put(before, 'road')
    await put(before, 'ditch', ['tmp/a.jpg'])
    phone.files.delete('tmp/a.jpg')
    const after = await started()
    expect(waiting(after)).toEqual(['road', 'ditch'])
    phone.online = true
    await after.sendCapsules()
    expect(phone.asked).toEqual(['road', 'file a.jpg', 'ditch'])
    // What came of it stays until it was seen, the code with it.
    const later = await started()
    expect(later.useCapsules.getState().arrived.map(({ whom, code }) => [whom, code])).toEqual([
      ['road', 'K7QM3WXP9TDH8'],
      ['ditch', 'K7QM3WXP9TDH8'],
    ])
    later.markSeen('road')
    expect(arrived(await started())).toEqual(['ditch'])
  })

  it('one that isn’t taken says what is wrong and keeps nobody waiting; mended it goes', async () => {
    const one = await started()
    await put(one, 'bad')
    await put(one, 'refused')
    await put(one, 'good')
    phone.bad.set('bad', { invalid: [{ field: 'text', code: 'too-short', message: '经过：写得太短' }] })
    phone.bad.set('refused', { refused: 'grievance.against-your-own', message: '不能由您代交' })
    phone.online = true
    await one.sendCapsules()
    expect(one.useCapsules.getState().items.map(({ key, wrong }) => [key, wrong])).toEqual([
      ['bad', '经过：写得太短'],
      ['refused', '不能由您代交'],
    ])
    expect(arrived(one)).toEqual(['good'])
    // By itself it isn't sent again and again.
    await one.sendCapsules()
    expect(phone.asked).toEqual(['bad', 'refused', 'good'])
    await put(one, 'mended', [], 'bad')
    await one.sendCapsules()
    expect([waiting(one), arrived(one)]).toEqual([['refused'], ['good', 'mended']])
    phone.bad.clear()
    await one.sendAgain('refused')
    expect(waiting(one)).toEqual([])
  })

  it('sent twice is once: a lost answer, two sendings at the same time, a file that was sent before', async () => {
    const one = await started()
    await put(one, 'ditch', ['tmp/a.jpg'])
    phone.online = true
    phone.losesAnswer = true
    await one.sendCapsules()
    expect(waiting(one)).toEqual(['ditch'])
    phone.losesAnswer = false
    await Promise.all([one.sendCapsules(), one.sendCapsules(), one.sendCapsules()])
    expect([phone.uploads, phone.done.size, arrived(one)]).toEqual([1, 1, ['ditch']])
    expect(phone.asked.filter((said) => said === 'ditch')).toHaveLength(2)
  })

  it('goes by itself when the phone says that the signal is back', async () => {
    const one = await started()
    await put(one, 'road')
    one.watchSignal()
    phone.signal({ isConnected: false })
    await one.sendCapsules()
    expect(waiting(one)).toEqual(['road'])
    phone.online = true
    phone.signal({ isConnected: true })
    await vi.waitFor(() => expect(arrived(one)).toEqual(['road']))
  })

  it('a session that is over, or too much at once, stops it without blaming anyone’s form', async () => {
    const one = await started()
    await put(one, 'road')
    phone.online = true
    phone.bad.set('road', { refused: 'throttle.wait', message: '请等一等' })
    await one.sendCapsules()
    const { items, stopped } = one.useCapsules.getState()
    expect([items[0]?.wrong, stopped]).toEqual([undefined, '请等一等'])
  })
})

describe('the app starts, or comes to the front', () => {
  it('and what waits goes by itself, whatever page is open; where nothing waits nothing is looked for', async () => {
    const before = await started()
    expect(before.room.waitsHere()).toBe(false)
    await put(before, 'road')
    const after = await started()
    expect(after.room.waitsHere()).toBe(true)
    await after.beginSending()
    expect([waiting(after), phone.asked]).toEqual([['road'], []])
    phone.online = true
    phone.shown()
    await vi.waitFor(() => expect(arrived(after)).toEqual(['road']))
  })
})

describe('whose it is', () => {
  it('nobody else at this phone sees or sends it, nor she herself in another role', async () => {
    const one = await started()
    await put(one, 'ditch', ['tmp/a.jpg'])
    phone.online = true
    for (const [role, id] of [
      ['village', 'other'],
      ['guide', 'zhou'],
    ] as const) {
      const other = await started(role, id)
      await other.sendCapsules()
      expect([waiting(other), phone.asked, copies()]).toEqual([[], [], ['a.jpg']])
    }
    const again = await started()
    await again.sendCapsules()
    expect(arrived(again)).toEqual(['ditch'])
  })

  it('who signs out hears that something of hers waits; nobody else does, nor she once it arrived', async () => {
    const one = await started()
    await put(one, 'ditch')
    expect([one.room.waitsHere('zhou.'), one.room.waitsHere('zho.'), one.room.waitsHere()]).toEqual([true, false, true])
    phone.online = true
    await one.sendCapsules()
    expect(arrived(one)).toEqual(['ditch'])
    expect([one.room.waitsHere('zhou.'), one.room.waitsHere()]).toEqual([false, false])
  })

  it('what was being mended when the app ended keeps the changes and its photo, and waits as it was', async () => {
    const one = await started()
    const photo = { id: 'a', use: 'photo' as const, path: 'tmp/a.jpg', state: 'failed' as const, lost: true }
    const form = { ...one.form.useRegistration.getState().draft, story: 'ditch', touched: true, files: [photo] }
    await put(one, 'ditch', ['tmp/a.jpg'], 'ditch', form)
    const [first] = one.useCapsules.getState().items
    if (!first) throw new Error('nothing waits')
    one.form.takeUp('zhou', await one.formOf(first))
    one.form.fill({ story: 'the ditch behind the school' })
    phone.files.delete('tmp/a.jpg')

    const after = await started()
    phone.online = true
    await after.sendCapsules()
    expect([waiting(after), phone.asked]).toEqual([['ditch'], []])
    await after.resumeMending('zhou')
    const { draft } = after.form.useRegistration.getState()
    expect([draft.story, draft.capsule, draft.files.map(({ path }) => path)]).toEqual([
      'the ditch behind the school',
      'ditch',
      ['usr/capsules/a.jpg'],
    ])
    // Opened once more it is under her hands: nothing is put back.
    after.form.fill({ story: 'the ditch' })
    await after.resumeMending('zhou')
    expect(after.form.useRegistration.getState().draft.story).toBe('the ditch')
  })

  it('what is being mended in the form isn’t sent from under her hands', async () => {
    const one = await started()
    await put(one, 'ditch')
    await put(one, 'road')
    const [first] = one.useCapsules.getState().items
    if (!first) throw new Error('nothing waits')
    one.form.takeUp('zhou', { ...(await one.formOf({ ...first, form: { files: [] } as never })), touched: true })
    phone.online = true
    await one.sendCapsules()
    expect([waiting(one), arrived(one)]).toEqual([['ditch'], ['road']])
    one.form.forgetRegistration()
    await one.sendCapsules()
    expect(arrived(one)).toEqual(['road', 'ditch'])
  })
})

describe('a kind no before the phone is full', () => {
  it('after twenty forms; what was there stays, and one of them may still be mended', async () => {
    const one = await started()
    for (let n = 0; n < one.CAPSULES; n++) expect(await put(one, `form ${n}`)).toBeUndefined()
    expect(await put(one, 'one more')).toMatch(/^这部手机里已经存了 20.份/)
    expect(waiting(one)).toHaveLength(20)
    expect(await put(one, 'mended', [], 'form 3')).toBeUndefined()
    await one.dropCapsule('form 5')
    expect(await put(one, 'one more')).toBeUndefined()
  })

  it('after forty megabytes, or where the phone itself has no room; no copy stays behind', async () => {
    const one = await started()
    const half = one.CAPSULE_BYTES / 2
    phone.files.set('tmp/a.mp4', half)
    phone.files.set('tmp/b.mp4', half)
    expect(await put(one, 'first', ['tmp/a.mp4'])).toBeUndefined()
    expect(await put(one, 'second', ['tmp/b.mp4', 'tmp/c.jpg'])).toMatch(/已经太多/)
    expect([waiting(one), copies()]).toEqual([['first'], ['a.mp4']])
    phone.room = 500
    expect(await put(one, 'third', ['tmp/c.jpg'])).toMatch(/没有地方存了/)
    expect([waiting(one), copies()]).toEqual([['first'], ['a.mp4']])
  })

  it('what was taken off, and what nothing names, leaves no copy', async () => {
    const one = await started()
    await put(one, 'ditch', ['tmp/a.jpg', 'tmp/b.jpg'])
    await put(one, 'ditch', ['tmp/b.jpg'])
    expect(copies()).toEqual(['b.jpg'])
    phone.files.set('usr/capsules/orphan.jpg', 1)
    const after = await started()
    expect(copies()).toEqual(['b.jpg'])
    await after.dropCapsule('ditch')
    expect([waiting(after), copies()]).toEqual([[], []])
    expect([...phone.stored.keys()].filter((key) => key.startsWith('draft'))).toEqual([])
  })
})
