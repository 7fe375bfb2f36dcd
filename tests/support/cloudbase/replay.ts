import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Recorded = { call: string; headers: IncomingHttpHeaders; body: Record<string, unknown>; response: object }
export type Sent = { headers: IncomingHttpHeaders; url: string; body: Record<string, unknown> }

/** A server that answers whatever is asked with the next recorded response, and keeps what it was asked. */
export async function replay(responses: object[]) {
  const sent: Sent[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const answer = responses[sent.length] ?? { code: 'SYS_ERR', message: 'nothing recorded' }
    sent.push({ headers: request.headers, url: request.url ?? '', body: JSON.parse(Buffer.concat(parts).toString()) })
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    sent,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
