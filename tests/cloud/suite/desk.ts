import { type Collection, collections } from '../../../cloudfunctions/collections'
import type { Doc, Keys, Query, Store, Write } from '../../../cloudfunctions/ports'

/** Opens an empty store that knows the product's collections. */
export type Open = () => Promise<Store>

/** Every declared key of a collection, empty unless given: a key declared tomorrow breaks no test. */
export function keysOf(collection: Collection, given: Keys = {}): Keys {
  const declared: readonly string[] = collections[collection].keys
  return {
    ...Object.fromEntries(declared.map((key) => (key.endsWith('[]') ? [key.slice(0, -2), []] : [key, '']))),
    ...given,
  }
}

export function write(collection: Collection, id: string, expected = 0, keys: Keys = {}, body = '{}'): Write {
  return { collection, id, expected, keys: keysOf(collection, keys), body }
}

export const matter = (id: string, keys: Keys = {}, expected = 0) => write('matters', id, expected, keys)

/** Saves what a test needs beforehand, twenty at a time. */
export async function given(store: Store, writes: Write[]) {
  for (let at = 0; at < writes.length; at += 20) {
    const saved = await store.save(writes.slice(at, at + 20))
    if (!saved.ok) throw new Error(`not empty: ${JSON.stringify(saved.stale)}`)
  }
}

export const backwards = <T>(list: T[]) => [...list].reverse()
export const ids = (docs: Doc[]) => docs.map((doc) => doc.id)

export async function listed(store: Store, collection: Collection, query: Omit<Query, 'limit'> & { limit?: number }) {
  return ids((await store.list(collection, { limit: 100, ...query })).docs)
}

/** Every page of a list, with something done between two of them. */
export async function walk(store: Store, collection: Collection, query: Query, between = async () => {}) {
  const pages: string[][] = []
  for (let after = query.after; pages.length < 1000; ) {
    const page = await store.list(collection, { ...query, after })
    pages.push(ids(page.docs))
    if (page.next === undefined) return pages
    after = page.next
    await between()
  }
  throw new Error('the pages never end')
}
