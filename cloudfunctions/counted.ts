import type { Store } from './ports'

export type Counts = { gets: number; lists: number; saves: number; docsRead: number; docsWritten: number }

const none = (): Counts => ({ gets: 0, lists: 0, saves: 0, docsRead: 0, docsWritten: 0 })

/**
 * A store that counts what is asked of it, for the bench. A `getMany` is one of the `gets`; a refused save counts
 * as a save that wrote no document. What throws is counted as a call.
 */
export function counted(store: Store): { store: Store; counts(): Counts; reset(): void } {
  let counts = none()
  return {
    counts: () => ({ ...counts }),
    reset: () => {
      counts = none()
    },
    store: {
      async get(collection, id) {
        counts.gets++
        const doc = await store.get(collection, id)
        counts.docsRead += doc ? 1 : 0
        return doc
      },
      async getMany(collection, ids) {
        counts.gets++
        const docs = await store.getMany(collection, ids)
        counts.docsRead += docs.length
        return docs
      },
      async list(collection, query) {
        counts.lists++
        const page = await store.list(collection, query)
        counts.docsRead += page.docs.length
        return page
      },
      async save(writes) {
        counts.saves++
        const saved = await store.save(writes)
        counts.docsWritten += saved.ok ? writes.length : 0
        return saved
      },
      close: () => store.close(),
    },
  }
}
