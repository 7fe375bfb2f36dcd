import { checkId, checkIds, checkWrites, type Declaration, shapeIn, shapesOf } from '../checked'
import { collections } from '../collections'
import { pageOf, planOf } from '../plan'
import type { Doc, Store, Write } from '../ports'
import { cloudApp } from './app'
import { docOf, type Flat } from './documents'
import { answered } from './errors'
import { type Patience, patient, reading } from './patience'
import { type Look, saving } from './saving'
import type { CloudSettings } from './settings'
import { type Condition, conditionOf } from './where'

type Order = [column: string, direction: 'asc' | 'desc'][]

/**
 * The store on CloudBase's document database. Its collections and indexes are made by the deployment; each document is
 * `{ _id, version, ...keys, body, write_id }`. Calls that may pass by themselves are tried again, then StoreBusy.
 */
export function cloudStore(
  settings: CloudSettings,
  declared: Declaration = collections,
  patience: Patience & { timeoutMs?: number } = patient,
): Store {
  const shapes = shapesOf(declared)
  const db = cloudApp(settings, patience.timeoutMs).database()
  let open = true
  const checkOpen = () => {
    if (!open) throw new Error('store is closed')
  }

  const find = (collection: string, condition: Condition, order: Order, limit: number): Promise<Flat[]> =>
    reading(patience, `read ${collection}`, async () => {
      const all = db.collection(collection).options({ raw: true }).where(condition)
      const ordered = order.reduce((query, [column, direction]) => query.orderBy(column, direction), all)
      return (await answered(ordered.limit(limit).get())).data
    })

  const byId = async (collection: string, ids: string[]): Promise<Map<string, Flat>> => {
    const [only, ...others] = new Set(ids)
    if (only === undefined) return new Map()
    const condition = others.length === 0 ? { _id: only } : { _id: { $in: [only, ...others] } }
    const found = await find(collection, condition, [['_id', 'asc']], others.length + 1)
    return new Map(found.map((flat) => [String(flat._id), flat]))
  }

  const look: Look = async (writes) => {
    const names = [...new Set(writes.map((write) => write.collection))]
    const inOne = async (name: string) => {
      const own = writes.filter((write) => write.collection === name)
      const found = await byId(
        name,
        own.map((write) => write.id),
      )
      return own.flatMap((write) => {
        const flat = found.get(write.id)
        return flat ? [{ write, flat }] : []
      })
    }
    return (await Promise.all(names.map(inOne))).flat()
  }

  const getMany = async (collection: string, ids: string[]): Promise<Doc[]> => {
    checkOpen()
    const shape = shapeIn(shapes, collection)
    checkIds(collection, ids)
    const found = await byId(collection, ids)
    return ids.flatMap((id) => {
      const flat = found.get(id)
      return flat ? docOf(shape, flat) : []
    })
  }

  return {
    async get(collection, id) {
      shapeIn(shapes, collection)
      checkId(collection, id)
      return (await getMany(collection, [id]))[0]
    },
    getMany,
    async list(collection, query) {
      checkOpen()
      const plan = planOf(shapes, collection, query)
      const condition = conditionOf(plan)
      if (!condition) return pageOf(plan, [])
      const direction = plan.descending ? 'desc' : 'asc'
      const order: Order = [...plan.rest, '_id'].map((column) => [column, direction])
      const found = await find(collection, condition, order, plan.limit + 1)
      const shape = shapeIn(shapes, collection)
      return pageOf(
        plan,
        found.map((flat) => docOf(shape, flat)),
      )
    },
    async save(writes: Write[]) {
      checkOpen()
      return saving(db, patience, look, checkWrites(shapes, writes))
    },
    async close() {
      open = false
    },
  }
}
