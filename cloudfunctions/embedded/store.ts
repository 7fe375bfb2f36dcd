import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Libsql, { type Database, type Statement } from 'libsql'
import {
  checkId,
  checkIds,
  checkWrites,
  type Declaration,
  type Shape,
  type Shapes,
  shapeIn,
  shapesOf,
} from '../checked'
import { collections } from '../collections'
import { WrittenByNewer } from '../migrations'
import { pageOf, planOf } from '../plan'
import type { Doc, Keys, Saved, Store, Write } from '../ports'
import { asDeclared } from '../walk'
import {
  checkOurs,
  entriesOf,
  flatKeys,
  indexName,
  insertEntry,
  pragma,
  quoted,
  rowOf,
  shapeFile,
  shapeNumber,
  sideTables,
} from './schema'
import { selectOf } from './select'

type Row = [id: string, version: number, keys: string, body: string]
type Prepare = (sql: string) => Statement

/** The store on one machine: an SQLite file that several processes may open; an answered save is on the disk. */
export function embeddedStore(path: string, declared: Declaration = collections): Store {
  const shapes = shapesOf(declared)
  const db = openFile(path, shapes)
  const statements = new Map<string, Statement>()
  const prepare: Prepare = (sql) => {
    const known = statements.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const number = shapeNumber(shapes)
  const select = 'SELECT "_id", "version", "keys", "body" FROM'

  // The driver is synchronous: nothing can come between the lines of a call, and a thrown error is a rejection.
  return {
    async get(collection, id) {
      const shape = shapeIn(shapes, collection)
      checkId(collection, id)
      const [row] = rowsOf(prepare(`${select} ${quoted(shape.name)} WHERE "_id" = ?`), [id])
      return row && docOf(shape, row)
    },
    async getMany(collection, ids) {
      const shape = shapeIn(shapes, collection)
      checkIds(collection, ids)
      // One statement is one snapshot, also while another process writes.
      const sql = `${select} ${quoted(shape.name)} WHERE "_id" IN (SELECT value FROM json_each(?))`
      const found = new Map(rowsOf(prepare(sql), [JSON.stringify(ids)]).map((row) => [row[0], row]))
      return ids.flatMap((id) => {
        const row = found.get(id)
        return row ? docOf(shape, row) : []
      })
    },
    async list(collection, query) {
      const plan = planOf(shapes, collection, query)
      const { sql, values } = selectOf(plan)
      const shape = shapeIn(shapes, collection)
      return pageOf(
        plan,
        rowsOf(prepare(sql), values).map((row) => docOf(shape, row)),
      )
    },
    async save(writes) {
      const checked = checkWrites(shapes, writes)
      return inTransaction(db, () => {
        const found = pragma(db, 'user_version')
        if (found !== number)
          throw new WrittenByNewer(`${path}: a program with other declarations has taken over; restart`)
        return saveAll(prepare, shapes, checked)
      })
    },
    async close() {
      statements.clear()
      if (db.open) db.close()
    },
  }
}

function openFile(path: string, shapes: Shapes): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const db = new Libsql(path, { timeout: 5000 })
  try {
    checkOurs(db, path)
    const mode = switchToWal(db)
    if (mode !== 'wal' && path !== ':memory:') throw new Error(`${path}: write-ahead log refused, mode ${mode}`)
    db.exec('PRAGMA synchronous = FULL')
    shapeFile(db, shapes)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

// SQLite doesn't wait its busy timeout when two processes make a new file's log at once.
function switchToWal(db: Database, tries = 50): unknown {
  try {
    return pragma(db, 'journal_mode = WAL')
  } catch (error) {
    if (tries === 0 || !String(error).includes('locked')) throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    return switchToWal(db, tries - 1)
  }
}

const rowsOf = (statement: Statement, values: unknown[]) => statement.raw().all(...values) as Row[]
/** A row as it was written may know fewer keys than are declared today. */
const docOf = (shape: Shape, [id, version, keys, body]: Row): Doc =>
  asDeclared(shape, { id, version, keys: JSON.parse(keys) as Keys, body })

// The write lock comes first: what is compared is still true when it is written.
function inTransaction<T extends Saved>(db: Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec(result.ok ? 'COMMIT' : 'ROLLBACK')
    return result
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function saveAll(prepare: Prepare, shapes: Shapes, writes: Write[]): Saved {
  const stored = writes.map(({ collection, id }) => {
    const read = prepare(`SELECT "version", "keys" FROM ${quoted(collection)} WHERE "_id" = ?`).raw()
    return read.all(id)[0] as [number, string] | undefined
  })
  const stale = writes.filter(({ expected }, at) => (stored[at]?.[0] ?? 0) !== expected)
  if (stale.length > 0) return { ok: false, stale: stale.map(({ collection, id }) => ({ collection, id })) }
  writes.forEach((write, at) => {
    const shape = shapeIn(shapes, write.collection)
    const old = stored[at]
    const row = [write.expected + 1, JSON.stringify(write.keys), write.body, ...rowOf(shape, write.keys), write.id]
    prepare(old ? updateOf(shape) : insertOf(shape)).run(...row)
    putEntries(prepare, shape, write, old ? (JSON.parse(old[1]) as Keys) : {})
  })
  return { ok: true }
}

const columnsOf = (shape: Shape) => ['version', 'keys', 'body', ...flatKeys(shape)].map(quoted)

const updateOf = (shape: Shape) =>
  `UPDATE ${quoted(shape.name)} SET ${columnsOf(shape).join(' = ?, ')} = ? WHERE "_id" = ?`

function insertOf(shape: Shape): string {
  const columns = [...columnsOf(shape), '"_id"']
  return `INSERT INTO ${quoted(shape.name)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
}

// Only entries that differ are touched: most saves leave a matter on the same desks.
function putEntries(prepare: Prepare, shape: Shape, { id, keys }: Write, old: Keys) {
  for (const index of sideTables(shape)) {
    const before = new Map(entriesOf(index, old, id).map((entry) => [JSON.stringify(entry), entry]))
    const after = new Map(entriesOf(index, keys, id).map((entry) => [JSON.stringify(entry), entry]))
    const match = [...index.columns, '_id'].map((column) => `${quoted(column)} = ?`).join(' AND ')
    for (const [text, entry] of before)
      if (!after.has(text)) prepare(`DELETE FROM ${indexName(index)} WHERE ${match}`).run(...entry)
    for (const [text, entry] of after) if (!before.has(text)) prepare(insertEntry(index)).run(...entry)
  }
}
