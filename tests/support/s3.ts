import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Fault = 'overloaded' | 'cut' | 'cut-after'
const KEY = 'AKIDEXAMPLE'
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'

/**
 * An S3 store on loopback, in memory: it works out each request's signature by itself, after Amazon's description of
 * Signature Version 4, and answers 403 to any other. `faults` are what the next requests meet.
 */
export async function startS3({ bucket = 'county', region = 'cn-north-1' } = {}) {
  const objects = new Map<string, { bytes: Buffer; type: string }>()
  const faults: Fault[] = []
  const seen: string[] = []
  const server: Server = createServer(async (request, response) => {
    const body = await bytesOf(request)
    const [path = ''] = (request.url ?? '').split('?')
    seen.push(`${request.method} ${path}`)
    const fault = faults.shift()
    if (fault === 'cut') return request.socket.destroy()
    if (fault === 'overloaded') return response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>')
    if (!isSigned(request, body, region)) return response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>')
    if (!path.startsWith(`/${bucket}/`)) return response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>')
    const found = objects.get(path)
    if (request.method === 'PUT')
      objects.set(path, { bytes: body, type: request.headers['content-type'] ?? 'binary/octet-stream' })
    if (request.method === 'DELETE') objects.delete(path)
    if (fault === 'cut-after') return request.socket.destroy()
    if (request.method === 'PUT') return response.writeHead(200, { etag: '"e"' }).end()
    if (request.method === 'DELETE') return response.writeHead(204).end()
    if (!found) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
    response.writeHead(200, { 'content-type': found.type, 'content-length': found.bytes.length })
    return response.end(request.method === 'HEAD' ? undefined : found.bytes)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings: { endpoint, bucket, region, key: KEY, secret: SECRET },
    objects,
    faults,
    seen,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

function isSigned(request: IncomingMessage, body: Buffer, region: string): boolean {
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    )
  if (!said) return false
  const [, key, day = '', where, names = '', signature = ''] = said
  const at = String(request.headers['x-amz-date'])
  const told = String(request.headers['x-amz-content-sha256'])
  const late = Math.abs(Date.now() - Date.parse(at.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'))) > 900_000
  const must = ['host', 'x-amz-date', 'x-amz-content-sha256']
  if (key !== KEY || where !== region || late || !at.startsWith(day)) return false
  if (must.some((name) => !names.split(';').includes(name))) return false
  if (told !== 'UNSIGNED-PAYLOAD' && told !== digest(body)) return false
  // What changes something says what it is.
  if (request.method === 'PUT' && told === 'UNSIGNED-PAYLOAD') return false
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim().replace(/ +/g, ' ')}\n`)
  const canonical = [request.method, path, query, headers.join(''), names, told].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', at, scope, digest(canonical)].join('\n')
  const signing = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${SECRET}`, day), region))
  return timingSafeEqual(hmac(signing, text), Buffer.from(signature, 'hex'))
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
