import { randomUUID } from 'node:crypto'
import { type Saved, StoreBusy, type Write } from '../ports'
import type { CloudDatabase } from './app'
import { type Flat, flatOf, markKey } from './documents'
import { answered, CloudFault, codeOf, meaningOf } from './errors'
import { type Patience, pause, spent } from './patience'

type Transaction = {
  collection(name: string): ReturnType<CloudDatabase['collection']>
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

/** The documents of these writes as they are now, outside of any transaction; what doesn't exist is left out. */
export type Look = (writes: Write[]) => Promise<{ write: Write; flat: Flat }[]>

/**
 * Saves all or none. However a try failed, what lies there decides: our mark on any of the documents means that the
 * whole save happened; a version that has moved means stale; neither, and it is tried again, until StoreBusy.
 */
export async function saving(db: CloudDatabase, patience: Patience, look: Look, writes: Write[]): Promise<Saved> {
  const mark = randomUUID()
  const [only] = writes
  const put = writes.length === 1 && only ? () => putOne(db, only, mark) : () => putAll(db, writes, mark)
  const began = performance.now()
  for (let failed = 0; ; ) {
    let code = 'stale'
    try {
      if (await put()) return { ok: true }
    } catch (error) {
      code = codeOf(error)
      if (meaningOf(error) === 'fault') throw new CloudFault(`save ${placesOf(writes)}`, code)
    }
    const verdict = verdictOf(await look(writes), writes, mark)
    if (verdict) return verdict
    if (spent(patience, ++failed, began))
      throw new StoreBusy(`cloudbase save ${placesOf(writes)}: ${code}, ${failed} times`)
    await pause(patience, failed)
  }
}

const placesOf = (writes: Write[]) => [...new Set(writes.map((write) => write.collection))].join(', ')

function verdictOf(found: { write: Write; flat: Flat }[], writes: Write[], mark: string): Saved | undefined {
  // A transaction is whole: where one document of it lies, the others lay too, even if somebody has written over them.
  if (found.some(({ flat }) => flat[markKey] === mark)) return { ok: true }
  const versions = new Map(found.map(({ write, flat }) => [write, flat.version]))
  const stale = writes.filter((write) => (versions.get(write) ?? 0) !== write.expected)
  return stale.length === 0 ? undefined : { ok: false, stale: stale.map(({ collection, id }) => ({ collection, id })) }
}

/** One document needs no transaction: a create by its id, an update where the version is still the expected one. */
async function putOne(db: CloudDatabase, write: Write, mark: string): Promise<boolean> {
  const collection = db.collection(write.collection)
  const flat = flatOf(write, mark)
  if (write.expected === 0) {
    await answered(collection.add({ _id: write.id, ...flat }))
    return true
  }
  // Operators as they are: without `raw` the SDK takes a document apart into dotted paths and merges them.
  const same = collection.options({ raw: true }).where({ _id: write.id, version: write.expected })
  const { updated } = await answered(same.update({ $set: flat }))
  return updated === 1
}

// In one order for everybody, so that two saves of the same documents don't each hold what the other one needs.
const inOrder = (writes: Write[]) =>
  [...writes].sort((a, b) => (`${a.collection}\0${a.id}` < `${b.collection}\0${b.id}` ? -1 : 1))

/**
 * Several documents in one transaction of our own: the SDK's `runTransaction` tries again at once and leaves the failed
 * one open. On a transaction only single documents and `add`: `where().update`, `remove`, `count` and `aggregate` look
 * as if they belonged to it and silently run outside. False where a version has moved.
 */
async function putAll(db: CloudDatabase, writes: Write[], mark: string): Promise<boolean> {
  const transaction = await answered<Transaction>(db.startTransaction())
  try {
    const ordered = inOrder(writes)
    for (const { collection, id, expected } of ordered) {
      // A create is checked by the database: its id is taken or not.
      if (expected === 0) continue
      const { data } = await answered(transaction.collection(collection).doc(id).get())
      // Typed as a list, but within a transaction it is the document itself, or null.
      const version = (data as Flat | null)?.version
      if (version !== expected) {
        await abandon(transaction)
        return false
      }
    }
    for (const write of ordered) {
      const collection = transaction.collection(write.collection)
      const flat = flatOf(write, mark)
      await answered(
        write.expected === 0 ? collection.add({ _id: write.id, ...flat }) : collection.doc(write.id).set(flat),
      )
    }
    await answered(transaction.commit())
    return true
  } catch (error) {
    await abandon(transaction)
    throw error
  }
}

/** Lets go of what a transaction holds; otherwise others wait for it up to thirty seconds. */
async function abandon(transaction: Transaction) {
  for (let tries = 0; tries < 3; tries++) {
    try {
      await answered(transaction.rollback())
      return
    } catch (error) {
      const meaning = meaningOf(error)
      // Already gone: the server gave it up at the conflict, or it has been committed after all.
      if (meaning === 'conflict' || meaning === 'fault') return
    }
  }
}
