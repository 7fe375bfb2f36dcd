import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request to the database, as the SDK names it. */
export type Asked = { action: string; collection?: string; data?: string; transactionId?: string }
/** `asked` runs before the database hears of it, `answered` when it is done there and nobody knows yet. */
export type Hooks = {
  asked?: (asked: Asked) => Promise<void> | void
  answered?: (asked: Asked) => Promise<void> | void
}

/** Stands between a function and its database: counts what passes, and may hold or interrupt it. */
export async function standBetween(url: string) {
  const { hostname, port, pathname } = new URL(url)
  const hooks: Hooks = {}
  let passed: Asked[] = []
  const agent = new Agent({ keepAlive: true })

  const server = createServer(async (incoming, outgoing) => {
    const body = await read(incoming)
    const asked = askedIn(body)
    passed.push(asked)
    await hooks.asked?.(asked)
    const onward = request(
      { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers, agent },
      async (answer) => {
        const bytes = await read(answer)
        await hooks.answered?.(asked)
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        outgoing.end(bytes)
      },
    )
    onward.on('error', () => outgoing.destroy())
    onward.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    hooks,
    /** What passed since the last time this was asked. */
    passed: (): Asked[] => {
      const all = passed
      passed = []
      return all
    },
    async stop() {
      server.closeAllConnections()
      agent.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function askedIn(body: Buffer): Asked {
  const { action = '', collectionName, data, transactionId } = JSON.parse(body.toString() || '{}')
  return { action, collection: collectionName, data: JSON.stringify(data), transactionId }
}
