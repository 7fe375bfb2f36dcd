import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { type Files, StoreBusy } from '../ports'

/** Any store of Amazon's S3 protocol, addressed by path: `endpoint/bucket/key`. */
export type S3Settings = { endpoint: string; bucket: string; region: string; key: string; secret: string }
type Patience = { attempts: number; waitMs: number; answerMs: number }

const patient: Patience = { attempts: 5, waitMs: 100, answerMs: 30_000 }

/**
 * Evidence in an S3-compatible store. It hands out no links of its own: the browser gets the bytes from our server, with
 * our headers, and the store need not be reachable from outside. Throws StoreBusy where it was tried long enough.
 */
export function s3Files({ endpoint, bucket, region, key, secret }: S3Settings, patience: Patience = patient): Files {
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, service: 's3', region, retries: 0 })
  const root = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}/evidence/`

  /** Overloaded, broken or cut off is tried again: each of these may be done twice. */
  async function asked<T>(method: string, id: string, read: (response: Response) => Promise<T>, init?: RequestInit) {
    for (let failed = 0; ; ) {
      const signal = AbortSignal.timeout(patience.answerMs)
      try {
        const response = await client.fetch(root + encodeURIComponent(id), { ...init, method, signal })
        if (response.ok) return await read(response)
        await response.body?.cancel()
        if (response.status === 404) return undefined
        if (response.status < 500 && response.status !== 429) throw new S3Refused(method, response.status)
      } catch (error) {
        if (error instanceof S3Refused) throw error
      }
      if (++failed >= patience.attempts) throw new StoreBusy(`s3 ${method}: ${failed} times without an answer`)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * patience.waitMs * 2 ** failed))
    }
  }

  return {
    async put(id, bytes, type) {
      const digest = createHash('sha256').update(bytes).digest('hex')
      const headers = { 'content-type': type, 'x-amz-content-sha256': digest }
      const stored = await asked('PUT', id, async () => true, { body: bytes as Uint8Array<ArrayBuffer>, headers })
      if (!stored) throw new S3Refused('PUT', 404)
    },
    get: (id) => asked('GET', id, async (response) => new Uint8Array(await response.arrayBuffer())),
    async remove(id) {
      await asked('DELETE', id, async () => true)
    },
    size: (id) => asked('HEAD', id, async ({ headers }) => Number(headers.get('content-length'))),
  }
}

/** A key, a bucket or a right that isn't there: told by the status alone, never by an id. */
export class S3Refused extends Error {
  override name = 'S3Refused'
  constructor(
    readonly method: string,
    readonly status: number,
  ) {
    super(`s3 ${method}: ${status}`)
  }
}
