import { randomUUID } from 'node:crypto'
import { EJSON } from 'bson'
import { type Shapes, shapeIn } from '../../../cloudfunctions/checked'
import { changed } from './change'
import type { Database, Flat } from './database'
import { checkIndexed, checkOperators, matches, sorted, usedIn } from './query'
import { refusals } from './refusal'

/** The parameters of a request: documents, queries and changes are EJSON texts within the JSON. */
export type Params = {
  action: string
  collectionName?: string
  transactionId?: string
  queryType?: 'DOC' | 'WHERE'
  query?: string
  data?: string | string[]
  order?: string
  limit?: number
  offset?: number
  projection?: string
  merge?: boolean
  upsert?: boolean
  multi?: boolean
  [other: string]: unknown
}
type Answer = { data?: unknown; transactionId?: string }
type Act = (params: Params, database: Database, shapes: Shapes) => Promise<Answer> | Answer

const parsed = (text: unknown): Flat => {
  if (typeof text !== 'string') throw refusals.invalid('an EJSON text is missing')
  return EJSON.parse(text, { relaxed: true }) as Flat
}
const told = (doc: Flat) => EJSON.stringify(doc, { relaxed: false })
const named = ({ collectionName }: Params, database: Database): string => {
  if (!collectionName) throw refusals.invalid('collectionName is missing')
  if (!database.has(collectionName)) throw refusals.collection(collectionName)
  return collectionName
}

// The server's own time where a document asks for it.
function stored(doc: Flat): Flat {
  return Object.fromEntries(
    Object.entries(doc).map(([key, value]) => {
      const date = (value as { $tcb_server_date?: { offset?: number } } | null)?.$tcb_server_date
      return [key, date ? new Date(Date.now() + (date.offset ?? 0)) : value]
    }),
  )
}

/** What a read or a change meets: one document by its id, or all that match, by an index or by `_id`. */
function meant(params: Params, database: Database, collection: string): Flat[] {
  const query = params.query ? parsed(params.query) : {}
  checkOperators(query)
  if (params.queryType === 'DOC') {
    if (typeof query._id !== 'string') throw refusals.invalid('a document is named by its _id')
    return [database.read(collection, query._id, params.transactionId) ?? []].flat()
  }
  // Only single documents belong to a transaction; the platform's documentation says so of all the others.
  if (params.transactionId) throw refusals.operator('a transaction knows documents by their id only')
  if (typeof query._id === 'string') {
    const doc = database.read(collection, query._id)
    return doc && matches(doc, query) ? [doc] : []
  }
  return database.all(collection).filter((doc) => matches(doc, query))
}

/** Outside of a transaction a write waits until no transaction holds what it is about to change. */
async function unlocked(params: Params, database: Database, collection: string): Promise<Flat[]> {
  for (;;) {
    const docs = meant(params, database, collection)
    const locked = params.transactionId
      ? undefined
      : database.free(docs.map((doc) => ({ collection, id: String(doc._id) })))
    if (!locked) return docs
    await locked
  }
}

const checkById = (params: Params) => {
  if (params.queryType === 'WHERE' && !usedIn(parsed(params.query ?? '{}')).includes('_id'))
    throw refusals.operator('a change of many documents without an index')
}

const list: Act = (params, database, shapes) => {
  const collection = named(params, database)
  const { limit = 100, offset = 0 } = params
  if (limit > 1000) throw refusals.invalid('limit over 1000')
  if (params.queryType === 'DOC') return { data: { list: meant(params, database, collection).map(told), offset } }
  const order = params.order ? (parsed(params.order) as Record<string, number>) : undefined
  if (!params.transactionId) checkIndexed(shapeIn(shapes, collection), parsed(params.query ?? '{}'), order)
  const docs = sorted(meant(params, database, collection), order ?? {}).slice(offset, offset + limit)
  return { data: { list: docs.map(told), limit, offset } }
}

const insert: Act = async (params, database) => {
  const collection = named(params, database)
  const docs = (Array.isArray(params.data) ? params.data : []).map((text) => stored(parsed(text)))
  if (docs.length === 0) throw refusals.invalid('nothing to insert')
  const insertedIds: string[] = []
  for (const doc of docs) {
    const id = typeof doc._id === 'string' ? doc._id : randomUUID().replaceAll('-', '')
    if (!params.transactionId) for (let held = free(); held; held = free()) await held
    database.insert({ collection, id }, { ...doc, _id: id }, params.transactionId)
    insertedIds.push(id)
    function free() {
      return database.free([{ collection, id }])
    }
  }
  return { data: { insertedIds } }
}

const modify: Act = async (params, database) => {
  const collection = named(params, database)
  checkById(params)
  const data = stored(parsed(params.data))
  if (params.merge === false) return replace(params, database, collection, data)
  const odd = Object.keys(data).find((key) => !key.startsWith('$'))
  if (odd !== undefined || Object.keys(data).length === 0) throw refusals.invalid('a change is made of operators')
  let updated = 0
  for (const doc of await unlocked(params, database, collection)) {
    const next = changed(doc, data)
    // Whether the platform counts what it matched or what it changed is not known: the smaller number here.
    if (told(next) === told(doc)) continue
    database.write({ collection, id: String(doc._id) }, next, params.transactionId)
    updated++
  }
  return { data: { updated, upsert_id: '' } }
}

async function replace(params: Params, database: Database, collection: string, data: Flat): Promise<Answer> {
  const { _id: id } = parsed(params.query)
  if (params.queryType !== 'DOC' || typeof id !== 'string') throw refusals.invalid('set names one document')
  const before = await unlocked(params, database, collection)
  database.write({ collection, id }, { _id: id, ...data }, params.transactionId)
  return { data: { updated: before.length, upsert_id: before.length === 0 ? id : '' } }
}

const remove: Act = async (params, database) => {
  const collection = named(params, database)
  const docs = await unlocked(params, database, collection)
  for (const doc of docs) database.write({ collection, id: String(doc._id) }, undefined, params.transactionId)
  return { data: { deleted: docs.length } }
}

const count: Act = (params, database) => ({ data: { total: meant(params, database, named(params, database)).length } })

const transactionIn = ({ transactionId }: Params): string => {
  if (!transactionId) throw refusals.invalid('transactionId is missing')
  return transactionId
}

/** The database's actions, as node-sdk 3.18 names them. */
export const databaseActions: Record<string, Act> = {
  'database.getDocument': list,
  'database.insertDocument': insert,
  'database.modifyDocument': modify,
  'database.removeDocument': remove,
  'database.calculateDocument': count,
  'database.aggregateDocuments': () => {
    throw refusals.operator('no index answers an aggregation')
  },
  'database.addCollection': (params, database) => {
    if (params.collectionName) database.addCollection(params.collectionName)
    return {}
  },
  'database.startTransaction': (_, database) => ({ transactionId: database.start() }),
  'database.commitTransaction': (params, database) => {
    database.commit(transactionIn(params))
    return {}
  },
  'database.abortTransaction': (params, database) => {
    database.abort(transactionIn(params))
    return {}
  },
}
