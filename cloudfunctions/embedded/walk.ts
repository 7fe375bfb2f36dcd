import { existsSync } from 'node:fs'
import Libsql from 'libsql'
import { type Declaration, shapeIn, shapesOf } from '../checked'
import { collections } from '../collections'
import type { Doc } from '../ports'
import { asDeclared, type Walk } from '../walk'
import { checkOurs, entriesOf, flatKeys, insertEntry, quoted, rowOf, sideTables } from './schema'
import { embeddedStore } from './store'

const PAGE = 500

/** All documents of a store's file; one that isn't there yet is made, and one of an older declaration is brought up. */
export async function embeddedWalk(path: string, declared: Declaration = collections): Promise<Walk> {
  await embeddedStore(path, declared).close()
  const shapes = shapesOf(declared)
  const db = new Libsql(path, { timeout: 5000 })
  return {
    async page(collection, after = '') {
      const shape = shapeIn(shapes, collection)
      const sql = `SELECT "_id", "version", "keys", "body" FROM ${quoted(shape.name)} WHERE "_id" > ? ORDER BY "_id" LIMIT ?`
      const rows = db.prepare(sql).raw().all(after, PAGE) as [string, number, string, string][]
      return rows.map(([id, version, keys, body]) => asDeclared(shape, { id, version, keys: JSON.parse(keys), body }))
    },
    async create(collection, docs) {
      const shape = shapeIn(shapes, collection)
      const columns = ['_id', 'version', 'keys', 'body', ...flatKeys(shape)].map(quoted)
      const values = columns.map(() => '?').join(', ')
      const insert = db.prepare(
        `INSERT OR IGNORE INTO ${quoted(shape.name)} (${columns.join(', ')}) VALUES (${values})`,
      )
      const put = ({ id, version, keys, body }: Doc) => {
        if (insert.run(id, version, JSON.stringify(keys), body, ...rowOf(shape, keys)).changes === 0) return
        for (const index of sideTables(shape))
          for (const entry of entriesOf(index, keys, id)) db.prepare(insertEntry(index)).run(...entry)
      }
      db.exec('BEGIN IMMEDIATE')
      try {
        for (const doc of docs) put(doc)
        db.exec('COMMIT')
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK')
        throw error
      }
    },
    async close() {
      if (db.open) db.close()
    },
  }
}

/** A copy of the file as it is at one instant, also while others go on writing to it; `into` must not exist. */
export function copyAtOnce(path: string, into: string) {
  if (!existsSync(path)) throw new Error(`${path}: no such file`)
  const db = new Libsql(path, { timeout: 5000 })
  try {
    checkOurs(db, path)
    db.prepare('VACUUM INTO ?').run(into)
  } finally {
    db.close()
  }
}
