import { checkId, checkIds, checkWrites, type Declaration, type Index, shapeIn, shapesOf } from '../checked'
import { collections } from '../collections'
import { compareTuples, flatValue, pageOf, planOf } from '../plan'
import type { Doc, Keys, Scalar, Store, Write } from '../ports'

/** Called before and after each operation, with `get.before`, `save.after` …: wait there, or throw to crash there. */
export type Pause = (point: string) => Promise<void>

type Room = { docs: Map<string, Doc>; entries: Map<string, Scalar[][]> }

/** A store that forgets: for the simulator and for tests. Every call yields at least once, so that races show. */
export function memoryStore(options: { declared?: Declaration; pause?: Pause } = {}): Store {
  const shapes = shapesOf(options.declared ?? collections)
  const pause: Pause = options.pause ?? (async () => {})
  const rooms = new Map<string, Room>()
  for (const [name, shape] of shapes)
    rooms.set(name, { docs: new Map(), entries: new Map([...shape.indexes.keys()].map((index) => [index, []])) })
  let open = true

  const during = async <T>(operation: string, work: () => T): Promise<T> => {
    await pause(`${operation}.before`)
    if (!open) throw new Error('store is closed')
    const result = work()
    await pause(`${operation}.after`)
    return result
  }
  const roomOf = (collection: string): Room => {
    const room = rooms.get(shapeIn(shapes, collection).name)
    if (!room) throw new Error(`undeclared collection ${collection}`)
    return room
  }

  const put = (write: Write) => {
    const room = roomOf(write.collection)
    const doc = { id: write.id, version: write.expected + 1, keys: write.keys, body: write.body }
    for (const index of shapeIn(shapes, write.collection).indexes.values()) {
      const entries = room.entries.get(index.name) ?? []
      const old = room.docs.get(write.id)
      for (const entry of old ? entriesOf(index, old) : []) entries.splice(placeOf(entries, entry), 1)
      for (const entry of entriesOf(index, doc)) entries.splice(placeOf(entries, entry), 0, entry)
    }
    room.docs.set(write.id, doc)
  }

  return {
    get: (collection, id) =>
      during('get', () => {
        const room = roomOf(collection)
        checkId(collection, id)
        return copyOf(room.docs.get(id))
      }),
    getMany: (collection, ids) =>
      during('getMany', () => {
        const room = roomOf(collection)
        checkIds(collection, ids)
        return ids.flatMap((id) => copyOf(room.docs.get(id)) ?? [])
      }),
    list: (collection, query) =>
      during('list', () => {
        const plan = planOf(shapes, collection, query)
        const room = roomOf(collection)
        const entries = room.entries.get(plan.index.name) ?? []
        const { lower, upper, fixed } = plan
        const start = placeOf(entries, [...fixed, ...(lower?.values ?? [])], lower?.inclusive === false)
        const end = placeOf(entries, [...fixed, ...(upper?.values ?? [])], !upper)
        const found = plan.descending
          ? entries.slice(Math.max(start, end - plan.limit - 1), Math.max(start, end)).reverse()
          : entries.slice(start, Math.min(end, start + plan.limit + 1))
        return pageOf(
          plan,
          found.flatMap((entry) => copyOf(room.docs.get(String(entry.at(-1)))) ?? []),
        )
      }),
    save: (writes) =>
      during('save', () => {
        const checked = checkWrites(shapes, writes)
        const stale = checked.filter(
          ({ collection, id, expected }) => (roomOf(collection).docs.get(id)?.version ?? 0) !== expected,
        )
        if (stale.length > 0) return { ok: false, stale: stale.map(({ collection, id }) => ({ collection, id })) }
        for (const write of checked) put(write)
        return { ok: true }
      }),
    close: async () => {
      open = false
    },
  }
}

function entriesOf(index: Index, doc: Doc): Scalar[][] {
  const tail = index.columns.slice(index.many ? 1 : 0).map((column) => flatValue(doc.keys[column]))
  if (!index.many) return [[...tail, doc.id]]
  const texts = doc.keys[index.columns[0] ?? '']
  return Array.isArray(texts) ? texts.map((text) => [text, ...tail, doc.id]) : []
}

/** Where the first entry lies that is not before `bound`, or with `past` the first one after everything that begins with it. */
function placeOf(entries: Scalar[][], bound: Scalar[], past = false): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    const order = compareTuples(entries[middle] ?? [], bound)
    if (order < 0 || (past && order === 0)) low = middle + 1
    else high = middle
  }
  return low
}

function copyOf(doc: Doc | undefined): Doc | undefined {
  if (!doc) return undefined
  const keys: Keys = {}
  for (const [key, value] of Object.entries(doc.keys)) keys[key] = Array.isArray(value) ? [...value] : value
  return { ...doc, keys }
}
