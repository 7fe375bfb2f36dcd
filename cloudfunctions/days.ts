import type { Travel } from '@/domain/circle'
import { type DayBook, daysAround, daysTouching, type Taken, withTaken } from '@/domain/day-book'
import type { Day, Instant } from '@/domain/time'
import type { Entry } from '@/domain/visit-entries'
import { numbered, upToDate } from './migrations'
import type { Doc, Write } from './ports'
import { TRAVEL } from './records'
import type { World } from './world'

/** Days as they lie in the store: a document a person and day, the guard of capacity, overlap and the way. */

export type Books = ReadonlyMap<string, { book: DayBook; version: number }>

export const dayId = (person: string, day: Day): string => `day:${person}:${day}`
export const booksIn = (books: Books): DayBook[] => [...books.values()].map(({ book }) => book)

/** Every book that decides about these hours of one person; a day that nobody booked is an empty one of version 0. */
export async function readBooks(
  world: World,
  person: string,
  spans: readonly { start: Instant; end: Instant }[],
): Promise<Books> {
  const travel = await travelOf(world)
  const days = [...new Set(spans.flatMap((span) => daysAround(span, travel)))]
  return readDays(
    world,
    days.map((day) => ({ person, day })),
  )
}

const AT_ONCE = 50

export async function readDays(world: World, wanted: readonly { person: string; day: Day }[]): Promise<Books> {
  const ids = new Map(wanted.map(({ person, day }) => [dayId(person, day), { person, day }]))
  const all = [...ids.keys()]
  const batches = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) =>
    world.store.getMany('days', all.slice(n * AT_ONCE, (n + 1) * AT_ONCE)),
  )
  const docs = new Map((await Promise.all(batches)).flat().map((doc) => [doc.id, doc]))
  return new Map(
    [...ids].map(([id, { person, day }]) => {
      const doc = docs.get(id)
      return [id, { book: { person, day, taken: doc ? takenIn(doc) : [] }, version: doc?.version ?? 0 }]
    }),
  )
}
export const takenIn = ({ body }: Pick<Doc, 'body'>): Taken[] =>
  (upToDate('days', JSON.parse(body)) as { taken: Taken[] }).taken

/**
 * What a matter's step changes in people's days, to be written in its own save. Whatever is new is written with the
 * versions that were decided on (`books`), in every book that decided; what the matter gave back goes. An entry of
 * another matter is written beside what that one has.
 */
export async function dayWrites(
  world: World,
  matter: string,
  was: readonly Entry[],
  is: readonly Entry[],
  now: Instant,
  books: Books = new Map(),
): Promise<Write[]> {
  const before = new Set(was.map(told))
  const after = new Set(is.map(told))
  const added = is.filter((entry) => !before.has(told(entry)))
  const gone = was.filter((entry) => !after.has(told(entry)))
  if (added.length === 0 && gone.length === 0) return []
  const travel = await travelOf(world)
  const touched = [
    ...added.flatMap(({ person, taken }) => daysAround(taken, travel).map((day) => ({ person, day }))),
    ...gone.flatMap(({ person, taken }) => daysTouching(taken.start, taken.end).map((day) => ({ person, day }))),
  ]
  const known = new Map(books)
  const unread = touched.filter(({ person, day }) => !known.has(dayId(person, day)))
  for (const [id, read] of await readDays(world, unread)) known.set(id, read)
  return [...new Set(touched.map(({ person, day }) => dayId(person, day)))].flatMap((id) => {
    const read = known.get(id)
    if (!read) return []
    const { person, day } = read.book
    const inIt = is.filter((entry) => entry.person === person && liesIn(entry.taken, day)).map(({ taken }) => taken)
    const [own, others] = [inIt.filter((one) => one.matter === matter), inIt.filter((one) => one.matter !== matter)]
    const kept = withTaken(read.book, matter, own, now)
    const replaced = new Set(others.map((one) => `${one.matter} ${one.slot}`))
    const beside = kept.taken.filter((one) => !replaced.has(`${one.matter} ${one.slot}`))
    return [dayWrite({ ...kept, taken: [...beside, ...others] }, read.version)]
  })
}

const told = ({ person, taken }: Entry): string => JSON.stringify([person, taken.matter, taken.slot, taken.until ?? ''])
const liesIn = ({ start, end }: Taken, day: Day): boolean => daysTouching(start, end).includes(day)

const dayWrite = ({ person, day, taken }: DayBook, expected: number): Write => ({
  collection: 'days',
  id: dayId(person, day),
  expected,
  keys: { person, day },
  body: JSON.stringify(numbered('days', { taken })),
})

// It is written once, when a county is loaded, and every booking asks for it.
const tables = new WeakMap<World['store'], readonly Travel[]>()

/** The county's minutes between towns; empty where it has none. */
export async function travelOf({ store }: World): Promise<readonly Travel[]> {
  const known = tables.get(store)
  if (known) return known
  const sheet = await store.get('policy', TRAVEL)
  if (!sheet) return []
  const table = JSON.parse(sheet.body) as Travel[]
  tables.set(store, table)
  return table
}
