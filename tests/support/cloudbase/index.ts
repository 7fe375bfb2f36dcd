import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Declaration, shapesOf } from '../../../cloudfunctions/checked'
import type { CloudSettings } from '../../../cloudfunctions/cloudbase/settings'
import { collections } from '../../../cloudfunctions/collections'
import { database, type Flat } from './database'
import { faultsOf } from './faults'
import { bucket, storage } from './storage'
import { admin, type Request, type Server, type Space } from './wire'

// The SDK asks a metadata server at every request unless it is told that it runs on the platform (60 ms a call), and
// warns on the console after three seconds, also when the request has long failed.
process.env.TENCENTCLOUD = 'true'
process.env.SILENCE = 'true'

const secretId = 'AKIDloopback'

/** Documents to begin with, by collection: each with its `_id`. */
export type Seed = Record<string, Flat[]>

/**
 * A server of CloudBase's wire format on loopback, in memory, no kinder than the platform: declared collections, listed
 * by declared indexes only. `fresh()` gives the settings of another, empty environment on the same server.
 */
export async function startCloudBase({
  declared = collections as Declaration,
  seed = {} as Seed,
  transactionLifeMs = 30_000,
} = {}) {
  const shapes = shapesOf(declared)
  const faults = faultsOf()
  const requests: Request[] = []
  const spaces = new Map<string, Space>()
  const addSpace = (env: string, docs: Seed = {}) => {
    const names = shapes.keys()
    const space: Space = {
      database: database({ names, lifeMs: transactionLifeMs, duplicateShape: () => faults.duplicate }),
      storage: storage(),
    }
    for (const [collection, list] of Object.entries(docs))
      for (const doc of list) space.database.write({ collection, id: String(doc._id) }, doc)
    spaces.set(env, space)
    return env
  }
  const spaceOf = (env: string): Space => {
    const space = spaces.get(env)
    if (!space) throw new Error(`no environment ${env}`)
    return space
  }
  const state: Server = { secretId, shapes, faults, requests, spaceOf: (env) => spaces.get(env), base: () => base }

  const server = createServer(async (request, response) => {
    try {
      const body = await bytesOf(request)
      const { pathname } = new URL(request.url ?? '', 'http://loopback')
      const place = spaces.get(pathname.split('/')[2] ?? '')
      if (pathname.startsWith('/cos/') && place) bucket(request, response, body, place.storage)
      else if (pathname === '/admin' && request.method === 'POST') await admin(state, request, response, body)
      else response.writeHead(404).end()
    } catch (error) {
      // The test fails by it, instead of seeing an error that the platform never sends.
      console.error(error)
      response.writeHead(500).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = addSpace('loopback', seed)
  const settingsOf = (name: string): CloudSettings => ({
    env: name,
    keys: { secretId, secretKey: 'loopback-key' },
    url: `${base}/admin`,
  })
  return {
    url: `${base}/admin`,
    env,
    settings: settingsOf(env),
    faults,
    requests,
    fresh: (docs?: Seed): CloudSettings => settingsOf(addSpace(`loopback-${spaces.size}`, docs)),
    documents: (collection: string, of = env): Flat[] => spaceOf(of).database.all(collection),
    files: (of = env) => spaceOf(of).storage.files,
    bucketTroubles: (of = env) => spaceOf(of).storage.troubles,
    transactions: (of = env) => ({ ...spaceOf(of).database.counts, open: spaceOf(of).database.openTransactions() }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        // The SDK keeps its connections open, and some faults leave a request without an answer.
        server.closeAllConnections()
      }),
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export type CloudBase = Awaited<ReturnType<typeof startCloudBase>>
