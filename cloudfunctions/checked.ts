import type { Keys, Scalar, Write } from './ports'

export type Declaration = Record<string, { keys: readonly string[]; indexes: Record<string, readonly string[]> }>

/** An index as declared. `many`: its first column is a key of several texts, so a document has an entry for each. */
export type Index = { collection: string; name: string; columns: string[]; many: boolean }
export type Shape = { name: string; keys: Map<string, 'one' | 'many'>; indexes: Map<string, Index> }
export type Shapes = Map<string, Shape>

const limits = { writes: 20, ids: 50, idLength: 200, keyLength: 512, values: 100 }
const bodyBytes = (collection: string) => (collection === 'matters' ? 64 : 256) * 1024
const reserved = ['_id', 'version', 'keys', 'body']

/** Reads a declaration; in documents and queries the key `desk[]` is called `desk`. */
export function shapesOf(declared: Declaration): Shapes {
  return new Map(Object.entries(declared).map(([name, spec]) => [name, shapeOf(name, spec)]))
}

function shapeOf(collection: string, spec: Declaration[string]): Shape {
  const keys = new Map(spec.keys.map((key) => [key.replace('[]', ''), key.endsWith('[]') ? 'many' : 'one'] as const))
  for (const name of [collection, ...keys.keys(), ...Object.keys(spec.indexes)])
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name) || reserved.includes(name)) throw new Error(`not a name: ${name}`)
  const indexes = Object.entries(spec.indexes).map(([name, columns]): [string, Index] => {
    const where = `index ${collection}.${name}`
    if (columns.length === 0 || new Set(columns).size < columns.length)
      throw new Error(`${where}: keys missing or twice`)
    for (const column of columns) if (!spec.keys.includes(column)) throw new Error(`${where}: undeclared key ${column}`)
    if (columns.slice(1).some((column) => column.endsWith('[]'))) throw new Error(`${where}: a [] key may only lead`)
    const many = columns[0]?.endsWith('[]') ?? false
    return [name, { collection, name, columns: columns.map((column) => column.replace('[]', '')), many }]
  })
  return { name: collection, keys, indexes: new Map(indexes) }
}

export function shapeIn(shapes: Shapes, collection: string): Shape {
  const shape = shapes.get(collection)
  if (!shape) throw new Error(`undeclared collection ${collection}`)
  return shape
}

// SQLite's binding cuts a text at NUL and replaces half a surrogate pair: two ids could become one.
const unstorable = /\0|\p{Surrogate}/u

export function checkId(collection: string, id: string) {
  if (typeof id !== 'string' || id === '') throw new Error(`${collection}: empty id`)
  if (id.length > limits.idLength) throw new Error(`${collection}: id over ${limits.idLength} characters`)
  if (unstorable.test(id)) throw new Error(`${collection}: id is not storable text`)
}

export function checkIds(collection: string, ids: string[]) {
  if (ids.length > limits.ids) throw new Error(`${collection}: getMany of ${ids.length} ids, at most ${limits.ids}`)
  for (const id of ids) checkId(collection, id)
}

/** Refuses what no store may take, and answers with copies that share nothing with the caller. */
export function checkWrites(shapes: Shapes, writes: Write[]): Write[] {
  if (writes.length < 1 || writes.length > limits.writes)
    throw new Error(`save of ${writes.length} writes, 1 to ${limits.writes} allowed`)
  const seen = new Set<string>()
  return writes.map((write) => {
    const clean = checkWrite(shapeIn(shapes, write.collection), write)
    const place = `${write.collection}/${write.id}`
    if (seen.has(place)) throw new Error(`${place} twice in one save`)
    seen.add(place)
    return clean
  })
}

function checkWrite(shape: Shape, write: Write): Write {
  const { collection, id, expected, body } = write
  checkId(collection, id)
  const place = `${collection}/${id}`
  if (!Number.isSafeInteger(expected) || expected < 0)
    throw new Error(`${place}: expected version is not a whole number`)
  if (typeof body !== 'string' || unstorable.test(body)) throw new Error(`${place}: body is not storable text`)
  const bytes = Buffer.byteLength(body)
  if (bytes > bodyBytes(collection))
    throw new Error(`${place}: body of ${bytes} bytes, at most ${bodyBytes(collection)} in ${collection}`)
  return { collection, id, expected, keys: checkKeys(shape, place, write.keys), body }
}

function checkKeys(shape: Shape, place: string, keys: Keys): Keys {
  for (const key of Object.keys(keys)) if (!shape.keys.has(key)) throw new Error(`${place}: undeclared key ${key}`)
  const clean: Keys = {}
  for (const [key, holds] of shape.keys) {
    const value = Object.hasOwn(keys, key) ? keys[key] : undefined
    if (value === undefined || value === null) throw new Error(`${place}: missing key ${key}`)
    clean[key] =
      holds === 'many' ? checkTexts(`${place}: key ${key}`, value) : checkScalar(`${place}: key ${key}`, value)
  }
  return clean
}

function checkTexts(place: string, value: Scalar | string[]): string[] {
  if (!Array.isArray(value)) throw new Error(`${place} is not a list of texts`)
  if (value.length > limits.values) throw new Error(`${place} holds ${value.length} texts, at most ${limits.values}`)
  for (const text of value) if (typeof text !== 'string') throw new Error(`${place} holds something other than a text`)
  return [...new Set(value.map((text) => String(checkScalar(place, text))))]
}

/** A key's value, or a query's: a storable text, a finite number or a boolean; minus zero becomes zero. */
export function checkScalar(place: string, value: unknown): Scalar {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0
  if (typeof value !== 'string') throw new Error(`${place} is neither a text, a finite number nor a boolean`)
  if (value.length > limits.keyLength) throw new Error(`${place} is over ${limits.keyLength} characters`)
  if (unstorable.test(value)) throw new Error(`${place} is not storable text`)
  return value
}
