import type { Shape } from './checked'
import type { Doc, Keys } from './ports'

/**
 * All documents of a store as they lie there, for backup and restore only: it knows no index and guards nothing. An
 * adapter has one beside its `Store`.
 */
export type Walk = {
  /** The documents whose ids come after `after`, in the order of the ids, as many as are a page; none is the end. */
  page(collection: string, after?: string): Promise<Doc[]>
  /** Creates documents with their versions; an id that is there already is left as it is. */
  create(collection: string, docs: Doc[]): Promise<void>
  close(): Promise<void>
}

/** One document after another, from the first id to the last. */
export async function* walked(walk: Walk, collection: string): AsyncGenerator<Doc> {
  for (let after: string | undefined; ; ) {
    const docs = await walk.page(collection, after)
    yield* docs
    after = docs.at(-1)?.id
    if (after === undefined) return
  }
}

/** With exactly the keys that are declared today: one declared since is empty, one dropped since is gone. */
export function asDeclared(shape: Shape, { keys, ...doc }: Doc): Doc {
  const declared: Keys = {}
  for (const [key, holds] of shape.keys) declared[key] = keys[key] ?? (holds === 'many' ? [] : '')
  return { ...doc, keys: declared }
}
