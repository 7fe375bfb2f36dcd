import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Shapes } from '../../../cloudfunctions/checked'
import { databaseActions, type Params } from './actions'
import type { Database } from './database'
import type { FaultKind, Faults } from './faults'
import { Refusal, refusals } from './refusal'
import { type Storage, storageActions } from './storage'

/** One environment: its documents and its files. */
export type Space = { database: Database; storage: Storage }
export type Request = { action: string; env: string; collection?: string; transactionId?: string; code?: string }
export type Server = {
  secretId: string
  shapes: Shapes
  faults: Faults
  requests: Request[]
  spaceOf(env: string): Space | undefined
  base(): string
}

// One packet, in either direction.
const packetBytes = 16 * 1024 * 1024

/** Answers `POST /admin`: 200 whatever happened, with `data`, or with `code` and `message`. */
export async function admin(server: Server, request: IncomingMessage, response: ServerResponse, body: Buffer) {
  const params = paramsOf(body)
  const env = String(params.envName ?? '')
  const noted: Request = {
    action: params.action,
    env,
    collection: params.collectionName,
    transactionId: params.transactionId,
  }
  server.requests.push(noted)
  const fault = server.faults.take(params)
  if (fault === 'reset') return request.socket.destroy()
  if (fault === 'unanswered') return
  let answer: object
  try {
    checkSigned(server, request)
    if (body.length > packetBytes) throw new Refusal('EXCEED_MAX_PAYLOAD_SIZE', 'request over 16 MB')
    const space = server.spaceOf(env)
    if (!space) throw new Refusal('INVALID_ENV', `no environment ${env}`)
    before(fault, params, space.database)
    if (fault === 'gateway') return response.writeHead(502).end('bad gateway')
    answer = await act(server, space, params, env)
    if (fault === 'wrote-reset') return request.socket.destroy()
    if (fault === 'wrote-unanswered') return
    if (fault === 'wrote-empty') return response.writeHead(200).end()
    if (fault === 'wrote-gateway') return response.writeHead(504).end('gateway timeout')
    if (fault === 'wrote-system') throw refusals.system()
    if (fault === 'wrote-timeout') throw refusals.timeout()
  } catch (error) {
    // Anything else is a fault of this server's own, and must not look like the platform's.
    if (!(error instanceof Refusal)) throw error
    noted.code = error.code
    answer = { code: error.code, message: error.message }
  }
  const text = JSON.stringify({ requestId: randomUUID(), ...answer })
  if (Buffer.byteLength(text) > packetBytes) return response.writeHead(413).end()
  return response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(text)
}

function paramsOf(body: Buffer): Params {
  const params: unknown = JSON.parse(body.toString())
  if (typeof params !== 'object' || params === null || !('action' in params) || typeof params.action !== 'string')
    throw new Error('a request without an action')
  return params as Params
}

function checkSigned(server: Server, request: IncomingMessage) {
  const [, secretId] =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/\d{4}-\d\d-\d\d\/tcb\/tc3_request, /.exec(
      request.headers.authorization ?? '',
    ) ?? []
  if (secretId !== server.secretId) throw new Refusal('SIGN_PARAM_INVALID', 'the secret id is not known')
}

const refused: Partial<Record<FaultKind, () => Refusal>> = {
  busy: refusals.busy,
  limit: refusals.limit,
  concurrent: refusals.concurrent,
  system: refusals.system,
  timeout: refusals.timeout,
}

function before(fault: FaultKind | undefined, { transactionId }: Params, database: Database) {
  if (fault === 'conflict' && transactionId) database.lose(transactionId)
  const refusal = fault && refused[fault]
  if (refusal) throw refusal()
}

async function act(server: Server, space: Space, params: Params, env: string): Promise<object> {
  const inDatabase = databaseActions[params.action]
  if (inDatabase) return inDatabase(params, space.database, server.shapes)
  const inStorage = storageActions[params.action]
  if (inStorage) return inStorage(params, env, space.storage, server.base())
  if (params.action === 'functions.invokeFunction') throw new Refusal('FUNCTION_NOT_FOUND', 'no functions here')
  throw new Refusal('INVALID_ACTION', params.action)
}
