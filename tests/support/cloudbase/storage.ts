import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Params } from './actions'
import { refusals } from './refusal'

export type Stored = { bytes: Buffer; type: string }
/**
 * What may go wrong between us and the bucket, before it is done: an error without a word, one that is no XML, no answer
 * at all; or an answer that doesn't say how long it is.
 */
export type BucketTrouble = 'error-empty' | 'error-page' | 'unanswered' | 'no-length'
/** The files of one environment, by their path, and what may be put or fetched. */
export type Storage = {
  /** What befalls the next requests to the bucket, one each. */
  troubles: BucketTrouble[]
  files: Map<string, Stored>
  puts: Map<string, string>
  links: Map<string, { path: string; until: number }>
}

export const storage = (): Storage => ({ troubles: [], files: new Map(), puts: new Map(), links: new Map() })

const prefixOf = (env: string) => `cloud://${env}.bucket/`
const pathOf = (env: string, fileId: unknown): string => {
  if (typeof fileId !== 'string' || !fileId.startsWith(prefixOf(env)))
    throw refusals.invalid('not a file of this environment')
  return fileId.slice(prefixOf(env).length)
}
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

type Act = (params: Params, env: string, files: Storage, base: string) => { data: unknown }

/** The storage's actions; the bytes themselves travel by `PUT` and `GET` under `/cos/`. */
export const storageActions: Record<string, Act> = {
  'storage.getUploadMetadata': ({ path, method }, env, { puts }, base) => {
    if (typeof path !== 'string' || path === '' || method !== 'put')
      throw refusals.invalid('path and method are needed')
    const authorization = `q-signature=${randomUUID()}`
    puts.set(authorization, path)
    const url = `${base}/cos/${env}/${encodeURI(path)}`
    return { data: { url, token: 'cos-token', authorization, fileId: prefixOf(env) + path, cosFileId: randomUUID() } }
  },
  'storage.batchGetDownloadUrl': ({ file_list }, env, { files, links }, base) => {
    const download_list = listOf(file_list).map((asked) => {
      const { fileid, max_age = 600 } = asked as { fileid?: string; max_age?: number }
      const path = pathOf(env, fileid)
      if (!files.has(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' }
      const sign = randomUUID()
      links.set(sign, { path, until: Date.now() + max_age * 1000 })
      return { code: 'SUCCESS', fileID: fileid, tempFileURL: `${base}/cos/${env}/${encodeURI(path)}?sign=${sign}` }
    })
    return { data: { download_list } }
  },
  'storage.batchDeleteFile': ({ fileid_list }, env, { files }) => ({
    data: {
      delete_list: listOf(fileid_list).map((fileID) => ({
        code: files.delete(pathOf(env, fileID)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
        fileID,
      })),
    },
  }),
}

const xml = (code: string) =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${code}</Message><RequestId>r</RequestId><TraceId>t</TraceId></Error>`

/** The bucket: takes bytes with the authorization of their path, gives them to who holds a link that still lasts. */
export function bucket(request: IncomingMessage, response: ServerResponse, body: Buffer, files: Storage) {
  const url = new URL(request.url ?? '', 'http://bucket')
  const path = decodeURI(url.pathname.split('/').slice(3).join('/'))
  const refuse = (status: number, code: string) =>
    response.writeHead(status, { 'content-type': 'application/xml' }).end(xml(code))
  const trouble = files.troubles.shift()
  if (trouble === 'unanswered') return
  if (trouble === 'error-empty') return response.writeHead(503).end()
  if (trouble === 'error-page') return response.writeHead(502).end('<html><body>bad gateway</body></html>')
  if (request.method === 'PUT') {
    if (files.puts.get(String(request.headers.authorization)) !== path) return refuse(403, 'AccessDenied')
    files.files.set(path, { bytes: body, type: request.headers['content-type'] ?? 'application/octet-stream' })
    return response.writeHead(200, { etag: '"e"' }).end()
  }
  const link = files.links.get(url.searchParams.get('sign') ?? '')
  if (!link || link.path !== path || link.until < Date.now()) return refuse(403, 'AccessDenied')
  const file = files.files.get(path)
  if (!file) return refuse(404, 'NoSuchKey')
  const length = trouble !== 'no-length' && { 'content-length': file.bytes.length }
  response.writeHead(200, { 'content-type': file.type, ...length })
  return response.end(request.method === 'HEAD' ? undefined : file.bytes)
}
