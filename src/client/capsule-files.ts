import Taro from '@tarojs/taro'
import { CAPSULE_ROOM } from './capsule-room'

/** Photos, recordings, signatures that wait on this phone: copies that outlive the app, under names of our own. */
export type CapsuleFiles = {
  /** In bytes. It throws where nothing lies at that path any more. */
  size: (path: string) => Promise<number>
  /** Keeps a copy of what lies at the path. It throws where the phone has no room. */
  keep: (name: string, path: string) => Promise<void>
  /** Where the copy can be read from now; nothing where it is gone. */
  path: (name: string) => Promise<string | undefined>
  names: () => Promise<string[]>
  drop: (names: readonly string[]) => Promise<void>
}

type Ends<R> = { success: (result: R) => void; fail: (error: unknown) => void }
const asked = <R>(ask: (ends: Ends<R>) => unknown): Promise<R> =>
  new Promise<R>((success, fail) => void ask({ success, fail: (error) => fail(new Error(JSON.stringify(error))) }))

const folder = () => `${Taro.env.USER_DATA_PATH}/${CAPSULE_ROOM}`
const files = () => Taro.getFileSystemManager()
const at = (name: string) => `${folder()}/${name}`

const onPhone: CapsuleFiles = {
  size: async (filePath) =>
    (await asked<{ size: number }>((ends) => files().getFileInfo({ filePath, ...(ends as object) }))).size,
  keep: async (name, srcPath) => {
    // It says no where the folder is there already.
    await asked((ends) => files().mkdir({ dirPath: folder(), recursive: true, ...ends })).catch(() => undefined)
    await asked((ends) => files().copyFile({ srcPath, destPath: at(name), ...ends }))
  },
  path: (name) =>
    asked((ends) => files().access({ path: at(name), ...ends })).then(
      () => at(name),
      () => undefined,
    ),
  names: () =>
    asked<{ files: string[] }>((ends) => files().readdir({ dirPath: folder(), ...ends })).then(
      (found) => found.files,
      () => [],
    ),
  drop: async (names) => {
    for (const name of names)
      await asked((ends) => files().unlink({ filePath: at(name), ...ends })).catch(() => undefined)
  },
}

const blobOf = async (path: string): Promise<Blob> => (await fetch(path)).blob()

const answered = <R>(request: IDBRequest<R>): Promise<R> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })

async function inStore<R>(mode: IDBTransactionMode, does: (store: IDBObjectStore) => IDBRequest<R>): Promise<R> {
  const opening = indexedDB.open(CAPSULE_ROOM, 1)
  opening.onupgradeneeded = () => void opening.result.createObjectStore('files')
  const room = await answered(opening)
  try {
    const work = room.transaction('files', mode)
    const result = await answered(does(work.objectStore('files')))
    // Only then it lies on the disk.
    if (mode === 'readwrite')
      await new Promise<void>((done, fail) => {
        work.oncomplete = () => done()
        work.onabort = () => fail(work.error)
      })
    return result
  } finally {
    room.close()
  }
}

const inBrowser: CapsuleFiles = {
  size: async (path) => (await blobOf(path)).size,
  keep: async (name, path) => {
    const blob = await blobOf(path)
    await inStore('readwrite', (store) => store.put(blob, name))
  },
  path: async (name) => {
    const blob = await inStore<unknown>('readonly', (store) => store.get(name))
    return blob instanceof Blob ? URL.createObjectURL(blob) : undefined
  },
  names: async () => (await inStore('readonly', (store) => store.getAllKeys())).map(String),
  drop: async (names) => {
    for (const name of names) await inStore('readwrite', (store) => store.delete(name))
  },
}

export const capsuleFiles: CapsuleFiles = process.env.TARO_ENV === 'weapp' ? onPhone : inBrowser
