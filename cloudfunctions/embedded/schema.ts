import { createHash } from 'node:crypto'
import type { Database } from 'libsql'
import type { Index, Shape, Shapes } from '../checked'
import { flatValue } from '../plan'
import type { Keys, Scalar } from '../ports'

// A table a collection: the keys as JSON, from which everything else can be made again, and a column for each flat
// key. An index is an SQL index that ends in the id; one led by a `[]` key is a side table with an entry for each text.

const application = 0x454c4157

export const quoted = (name: string) => `"${name}"`
export const indexName = (index: Index) => quoted(`${index.collection}.${index.name}`)
export const flatKeys = (shape: Shape) => [...shape.keys].filter(([, holds]) => holds === 'one').map(([key]) => key)
export const sideTables = (shape: Shape) => [...shape.indexes.values()].filter((index) => index.many)

// A blob for a boolean: SQLite then orders numbers, texts, booleans, and `true` is never the number 1.
const no = Buffer.from([0])
const yes = Buffer.from([1])
export const toSql = (value: Scalar) => (value === true ? yes : value === false ? no : value)

/** The flat keys' values in the order of the columns. */
export const rowOf = (shape: Shape, keys: Keys) => flatKeys(shape).map((key) => toSql(flatValue(keys[key])))

/** A side table's entries for one document. */
export function entriesOf(index: Index, keys: Keys, id: string): (string | number | Buffer)[][] {
  const [lead, ...tail] = index.columns
  const texts = keys[lead ?? '']
  if (!Array.isArray(texts)) return []
  return texts.map((text) => [text, ...tail.map((column) => toSql(flatValue(keys[column]))), id])
}

/** One number for what is declared; the file remembers it, so that two programs never disagree silently. */
export function shapeNumber(shapes: Shapes): number {
  const declared = [...shapes.values()].map((shape) => [shape.name, [...shape.keys], [...shape.indexes.values()]])
  return (createHash('sha256').update(JSON.stringify(declared)).digest().readUInt32BE() >>> 1) | 1
}

export const pragma = (db: Database, name: string) => db.prepare(`PRAGMA ${name}`).raw().all().flat()[0]

/** Refuses a file that another program made, before anything in it is changed. */
export function checkOurs(db: Database, path: string) {
  const [tables] = db.prepare('SELECT count(*) FROM sqlite_master').raw().all().flat() as number[]
  if (tables !== 0 && pragma(db, 'application_id') !== application)
    throw new Error(`${path} is a database of another program`)
}

/** Makes tables, columns and indexes as declared; where the declaration has changed, all of it is made again from the stored keys. */
export function shapeFile(db: Database, shapes: Shapes) {
  const wanted = shapeNumber(shapes)
  if (pragma(db, 'user_version') === wanted) return
  db.exec('BEGIN IMMEDIATE')
  try {
    if (pragma(db, 'user_version') !== wanted) {
      dropDerived(db)
      for (const shape of shapes.values()) shapeTable(db, shape)
      db.exec(`PRAGMA application_id = ${application}`)
      db.exec(`PRAGMA user_version = ${wanted}`)
    }
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function dropDerived(db: Database) {
  const rows = db
    .prepare(
      "SELECT type, name FROM sqlite_master WHERE name LIKE '%.%' AND type IN ('table', 'index') AND sql IS NOT NULL",
    )
    .raw()
    .all() as [string, string][]
  for (const [type, name] of rows) db.exec(`DROP ${type} ${quoted(name)}`)
}

function shapeTable(db: Database, shape: Shape) {
  const table = quoted(shape.name)
  db.exec(`CREATE TABLE IF NOT EXISTS ${table} ("_id" TEXT PRIMARY KEY NOT NULL, "version" INTEGER NOT NULL,
    "keys" TEXT NOT NULL, "body" TEXT NOT NULL)`)
  const present = (db.prepare(`PRAGMA table_info(${table})`).raw().all() as unknown[][]).map((row) => row[1])
  for (const key of flatKeys(shape))
    if (!present.includes(key)) db.exec(`ALTER TABLE ${table} ADD COLUMN ${quoted(key)} NOT NULL DEFAULT ''`)
  for (const index of sideTables(shape)) {
    const columns = [...index.columns, '_id'].map(quoted).join(', ')
    db.exec(`CREATE TABLE ${indexName(index)} (${columns}, PRIMARY KEY (${columns})) WITHOUT ROWID`)
  }
  refill(db, shape)
  for (const index of shape.indexes.values())
    if (!index.many)
      db.exec(`CREATE INDEX ${indexName(index)} ON ${table} (${[...index.columns, '_id'].map(quoted).join(', ')})`)
}

// By pages of ids: the whole of a county's documents need not fit in memory.
function refill(db: Database, shape: Shape) {
  const page = db
    .prepare(`SELECT "_id", "keys" FROM ${quoted(shape.name)} WHERE "_id" > ? ORDER BY "_id" LIMIT 500`)
    .raw()
  const sets = flatKeys(shape).map((key) => `${quoted(key)} = ?`)
  const update = sets.length > 0 && db.prepare(`UPDATE ${quoted(shape.name)} SET ${sets.join(', ')} WHERE "_id" = ?`)
  const sides = sideTables(shape).map((index) => ({ index, insert: db.prepare(insertEntry(index)) }))
  for (let after = ''; ; ) {
    const rows = page.all(after) as [string, string][]
    for (const [id, text] of rows) {
      const keys = JSON.parse(text) as Keys
      if (update) update.run(...rowOf(shape, keys), id)
      for (const { index, insert } of sides) for (const entry of entriesOf(index, keys, id)) insert.run(...entry)
      after = id
    }
    if (rows.length < 500) return
  }
}

export const insertEntry = (index: Index) =>
  `INSERT INTO ${indexName(index)} VALUES (${[...index.columns, '_id'].map(() => '?').join(', ')})`
