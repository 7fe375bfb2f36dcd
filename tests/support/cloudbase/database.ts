import { randomUUID } from 'node:crypto'
import { type Refusal, refusals } from './refusal'

/** A document of the pretended database. */
export type Flat = Record<string, unknown>
type Version = { at: number; doc?: Flat }
type Place = { collection: string; id: string }
type Transaction = {
  id: string
  /** Taken at its first operation; what is committed later it doesn't see. */
  snapshot?: number
  writes: Map<string, Place & { doc?: Flat }>
  ended: Promise<void>
  end(): void
}
export type Options = { names: Iterable<string>; lifeMs: number; duplicateShape: () => 'code' | 'message' }

const keyOf = ({ collection, id }: Place) => `${collection}\0${id}`

/**
 * Documents with every version that an open transaction may still see. Transactions read their snapshot and the first
 * writer wins, so write skew is possible, as it is on the platform; a write outside waits for a transaction's lock.
 */
export function database({ names, lifeMs, duplicateShape }: Options) {
  const rooms = new Map([...names].map((name) => [name, new Map<string, Version[]>()]))
  const open = new Map<string, Transaction>()
  const locks = new Map<string, Transaction>()
  const counts = { started: 0, committed: 0, aborted: 0, lost: 0, expired: 0 }
  let clock = 0

  const room = (name: string) => {
    const found = rooms.get(name)
    if (!found) throw refusals.collection(name)
    return found
  }
  const seen = (versions: Version[] | undefined, at = Number.POSITIVE_INFINITY) =>
    versions?.findLast((version) => version.at <= at)?.doc

  const transactionOf = (id: string): Transaction => {
    const transaction = open.get(id)
    if (!transaction) throw refusals.gone()
    transaction.snapshot ??= clock
    return transaction
  }
  const finish = (transaction: Transaction, how: keyof typeof counts) => {
    counts[how]++
    open.delete(transaction.id)
    for (const [key, holder] of locks) if (holder === transaction) locks.delete(key)
    transaction.end()
  }
  /** What the platform's database does at a conflict: the whole transaction is over. */
  const lose = (transaction: Transaction, refusal: Refusal = refusals.conflict()): never => {
    finish(transaction, 'lost')
    throw refusal
  }

  const keep = (place: Place, doc: Flat | undefined, at: number) => {
    const versions = room(place.collection).get(place.id) ?? []
    const oldest = Math.min(at, ...[...open.values()].map((transaction) => transaction.snapshot ?? at))
    const first = versions.findLastIndex((version) => version.at <= oldest)
    // A removed document that nobody can see any longer leaves nothing behind.
    if (!doc && open.size === 0) room(place.collection).delete(place.id)
    else
      room(place.collection).set(place.id, [
        ...(open.size === 0 ? [] : versions.slice(Math.max(0, first))),
        { at, doc },
      ])
  }

  const read = (collection: string, id: string, within?: string): Flat | undefined => {
    const versions = room(collection).get(id)
    if (!within) return seen(versions)
    const transaction = transactionOf(within)
    const own = transaction.writes.get(keyOf({ collection, id }))
    return own ? own.doc : seen(versions, transaction.snapshot)
  }

  const claim = (place: Place, transaction: Transaction) => {
    const holder = locks.get(keyOf(place))
    const last = room(place.collection).get(place.id)?.at(-1)
    const late = last !== undefined && last.at > (transaction.snapshot ?? clock)
    if ((holder && holder !== transaction) || late) lose(transaction)
    locks.set(keyOf(place), transaction)
  }

  /** Writes, or removes where `doc` is undefined. Outside of a transaction the caller has waited for `free`. */
  const write = (place: Place, doc: Flat | undefined, within?: string) => {
    if (!within) return keep(place, doc, ++clock)
    const transaction = transactionOf(within)
    claim(place, transaction)
    transaction.writes.set(keyOf(place), { ...place, doc })
  }

  return {
    counts,
    openTransactions: () => open.size,
    has: (collection: string) => rooms.has(collection),
    addCollection: (name: string) => {
      if (!rooms.has(name)) rooms.set(name, new Map())
    },
    read,
    write,
    all: (collection: string): Flat[] =>
      [...room(collection).values()].map((versions) => seen(versions)).filter((doc) => doc !== undefined),
    /** Resolves when no transaction holds any of these; undefined when it is so already. */
    free: (places: Place[]): Promise<void> | undefined =>
      places.map((place) => locks.get(keyOf(place))).find((holder) => holder !== undefined)?.ended,
    insert: (place: Place, doc: Flat, within?: string) => {
      const there = read(place.collection, place.id, within) !== undefined
      if (!there) return write(place, doc, within)
      const refusal = refusals.duplicate(duplicateShape(), place.collection, place.id)
      if (within) lose(transactionOf(within), refusal)
      throw refusal
    },
    start: (): string => {
      let end = () => {}
      const ended = new Promise<void>((resolve) => {
        end = resolve
      })
      const transaction: Transaction = { id: randomUUID(), writes: new Map(), ended, end }
      counts.started++
      open.set(transaction.id, transaction)
      setTimeout(() => open.has(transaction.id) && finish(transaction, 'expired'), lifeMs).unref()
      return transaction.id
    },
    commit: (id: string) => {
      const transaction = transactionOf(id)
      finish(transaction, 'committed')
      const at = ++clock
      for (const { doc, ...place } of transaction.writes.values()) keep(place, doc, at)
    },
    abort: (id: string) => finish(transactionOf(id), 'aborted'),
    /** A conflict from outside, for tests. */
    lose: (id: string): never => lose(transactionOf(id)),
  }
}

export type Database = ReturnType<typeof database>
