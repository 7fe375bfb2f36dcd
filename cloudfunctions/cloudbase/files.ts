import { FONT_FILE } from '../paper-font'
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

/** The font that papers in PDF are drawn with, which a deployment lays there: no phone reads or writes it. */
export const FONT_ID = `font:${FONT_FILE}`

const HALF_AN_HOUR = 1800
// How long the bucket may take over one request; bytes travel in it.
const ANSWER_MS = 20_000

/** Leave to lay something at one path, as the platform gives it. */
type Leave = { url: string; token: string; authorization: string; fileId: string; cosFileId: string }

const headersOf = ({ token, authorization, cosFileId }: Leave, path: string) => ({
  Signature: authorization,
  authorization,
  'x-cos-security-token': token,
  'x-cos-meta-fileid': cosFileId,
  key: encodeURIComponent(path),
})

// A network in between may leave the length out, or know no HEAD. No length isn't a length of none: an empty file is
// refused for good.
const UNTOLD = 'untold'
const notHead = (error: unknown) => {
  if (error instanceof CloudFault) return UNTOLD
  throw error
}

async function counted({ body }: Response): Promise<number> {
  let count = 0
  const counting = new WritableStream<Uint8Array>({
    write: ({ byteLength }) => {
      count += byteLength
    },
  })
  await body?.pipeTo(counting)
  return count
}

/**
 * Evidence in the platform's storage. `placeOf` turns an id into a name that nobody can guess from it: a phone that
 * knows its file's id must not be able to lay anything where the cleaned one will lie.
 */
export function cloudFiles(
  settings: CloudSettings,
  placeOf: (id: string) => string,
  { answerMs = ANSWER_MS, ...patience }: Patience & { answerMs?: number } = patient,
): Files {
  const app = cloudApp(settings)
  const pathOf = (id: string) =>
    id === FONT_ID ? `fonts/${FONT_FILE}` : `${id.startsWith('incoming:') ? 'incoming' : 'evidence'}/${placeOf(id)}`

  const leaveToPut = async (path: string): Promise<Leave> => {
    const { data } = (await answered(app.getUploadMetadata({ cloudPath: path }))) as { data?: Partial<Leave> }
    const { url, token, authorization, fileId, cosFileId } = data ?? {}
    if (!url || !token || !authorization || !cosFileId || !fileId?.endsWith(`/${path}`)) throw { code: 'NO_LEAVE' }
    return { url, token, authorization, fileId, cosFileId }
  }

  // A path's full id is `cloud://<environment>.<bucket>/<path>`; the bucket's name only the platform knows, and tells
  // it where it is asked for leave to upload. Asked once.
  let root: Promise<string> | undefined
  const idOf = async (path: string) => {
    root ??= reading(patience, 'getUploadMetadata', async () => (await leaveToPut(path)).fileId.slice(0, -path.length))
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
      const headers = { 'accept-encoding': 'identity' }
      const response = await fetch(encodeURI(decodeURI(address)), {
        method,
        headers,
        signal: AbortSignal.timeout(answerMs),
      })
      if (response.status === 404) return undefined
      if (!response.ok) throw { code: response.status }
      return read(response)
    })
  }

  return {
    // As the SDK's uploadFile does it, which waits for ever and takes whatever isn't an error in XML for success.
    async put(id, bytes) {
      await reading(patience, 'uploadFile', async () => {
        const leave = await leaveToPut(pathOf(id))
        const headers = headersOf(leave, pathOf(id))
        const request = { method: 'PUT', headers, body: Buffer.from(bytes), signal: AbortSignal.timeout(answerMs) }
        const response = await fetch(leave.url, request)
        if (!response.ok) throw { code: response.status }
      })
    },
    get: (id) => asked(id, 'GET', async (response) => new Uint8Array(await response.arrayBuffer())),
    async size(id) {
      const told = await asked(id, 'HEAD', async ({ headers }) => headers.get('content-length') ?? UNTOLD).catch(
        notHead,
      )
      if (told === UNTOLD) return asked(id, 'GET', counted)
      return told === undefined ? undefined : Number(told)
    },
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
