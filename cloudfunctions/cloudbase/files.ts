import type { Files } from '../ports'
import type { Sealer } from '../seal'
import { cloudApp } from './app'
import { answered, CloudFault } from './errors'
import { type Patience, patient, reading } from './patience'
import type { CloudSettings } from './settings'

/**
 * The storage's security rule, to be set in its console: a phone may send to where it was told and nothing else, nobody
 * but our functions may read. Functions are not bound by it.
 */
export const storageRule = {
  read: false,
  write: 'auth != null && resource.openid == auth.openid && /^incoming\\//.test(resource.path) == true',
}

/** Names that follow from an id for us alone. */
export const namesBy =
  (seal: Sealer) =>
  (id: string): string =>
    seal.lookup('lookup', `file ${id}`)

const HALF_AN_HOUR = 1800
const FETCH_MS = 20_000

/**
 * Evidence in the platform's storage. `placeOf` turns an id into a name that nobody can guess from it: a phone that
 * knows its file's id must not be able to lay anything where the cleaned one will lie.
 */
export function cloudFiles(
  settings: CloudSettings,
  placeOf: (id: string) => string,
  patience: Patience = patient,
): Files {
  const app = cloudApp(settings)
  const pathOf = (id: string) => `${id.startsWith('incoming:') ? 'incoming' : 'evidence'}/${placeOf(id)}`

  // A path's full id is `cloud://<environment>.<bucket>/<path>`; the bucket's name only the platform knows, and tells
  // it where it is asked for leave to upload. Asked once.
  let root: Promise<string> | undefined
  const idOf = async (path: string) => {
    root ??= reading(patience, 'getUploadMetadata', async () => {
      const { data } = (await answered(app.getUploadMetadata({ cloudPath: path }))) as { data?: { fileId?: string } }
      if (!data?.fileId?.endsWith(`/${path}`)) throw new CloudFault('getUploadMetadata', 'NO_FILE_ID')
      return data.fileId.slice(0, -path.length)
    })
    root.catch(() => {
      root = undefined
    })
    return (await root) + path
  }

  /** A signed address; undefined where nothing lies there. */
  const addressOf = async (id: string, seconds: number) => {
    const fileID = await idOf(pathOf(id))
    return reading(patience, 'getTempFileURL', async () => {
      const { fileList } = await answered(app.getTempFileURL({ fileList: [{ fileID, maxAge: seconds }] }))
      const [found] = (fileList ?? []) as { code?: string; tempFileURL?: string }[]
      if (found?.code === 'SUCCESS' && found.tempFileURL) return found.tempFileURL
      if (found?.code && /NON_?EXIST|NOT_?EXIST|NOT_FOUND/.test(found.code)) return undefined
      throw { code: found?.code ?? 'NO_ADDRESS' }
    })
  }

  /** What the bucket answers to a signed address; undefined where nothing lies there. */
  const asked = async <T>(id: string, method: 'GET' | 'HEAD', read: (response: Response) => Promise<T>) => {
    const address = await addressOf(id, HALF_AN_HOUR)
    if (!address) return undefined
    return reading(patience, method, async () => {
      const response = await fetch(encodeURI(decodeURI(address)), { method, signal: AbortSignal.timeout(FETCH_MS) })
      if (response.status === 404) return undefined
      if (!response.ok) throw { code: response.status }
      return read(response)
    })
  }

  return {
    async put(id, bytes) {
      const upload = () => app.uploadFile({ cloudPath: pathOf(id), fileContent: Buffer.from(bytes) as never })
      await reading(patience, 'uploadFile', () => answered(upload() as Promise<object>))
    },
    get: (id) => asked(id, 'GET', async (response) => new Uint8Array(await response.arrayBuffer())),
    size: (id) => asked(id, 'HEAD', async ({ headers }) => Number(headers.get('content-length'))),
    async remove(id) {
      const fileID = await idOf(pathOf(id))
      await reading(patience, 'deleteFile', async () => {
        const { fileList } = await answered(app.deleteFile({ fileList: [fileID] }))
        const [gone] = (fileList ?? []) as { code?: string }[]
        if (gone?.code !== 'SUCCESS' && !/NON_?EXIST|NOT_?EXIST|NOT_FOUND/.test(gone?.code ?? '')) throw gone
      })
    },
    link: addressOf,
    sendTo: pathOf,
  }
}
