import { createHash, createHmac } from 'node:crypto'

export type CloudKeys = { secretId: string; secretKey: string }
export type Signed = {
  service: string
  /** Header names in small letters, values as they are sent; `content-type` and `host` must be among them. */
  headers: Record<string, string>
  payload: string
  /** Unix seconds. */
  at: number
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/**
 * The Authorization header of a call to Tencent Cloud's API, by POST to `/`. Source: 签名方法 v3, TC3-HMAC-SHA256,
 * https://cloud.tencent.com/document/api/382/52072
 */
export function authorization({ secretId, secretKey }: CloudKeys, { service, headers, payload, at }: Signed): string {
  const names = Object.keys(headers).sort()
  const lines = names.map((name) => `${name}:${headers[name]?.trim().toLowerCase()}\n`).join('')
  const canonical = ['POST', '/', '', lines, names.join(';'), sha256(payload)].join('\n')
  const date = new Date(at * 1000).toISOString().slice(0, 10)
  const scope = `${date}/${service}/tc3_request`
  const text = ['TC3-HMAC-SHA256', at, scope, sha256(canonical)].join('\n')
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request')
  const signature = createHmac('sha256', key).update(text).digest('hex')
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`
}
