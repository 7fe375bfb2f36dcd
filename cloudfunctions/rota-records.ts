import type { PersonRef } from '@/domain/decider'
import type { Absence, Festival, Override, Swap } from '@/domain/rota-types'
import { addDays, after, DAY, type Day, dayOf, type Instant, nextDay, startOf } from '@/domain/time'
import { numbered, upToDate } from './migrations'
import type { Doc, Write } from './ports'
import { ROTA, type RotaRecord, readRota, writeRota } from './records'
import { packed, packedAbsence, unpacked, unpackedAbsence } from './rota-pack'
import type { World } from './world'

/**
 * How the rota lies in the store. `rota:standing` holds seats, layers, leaders and what a county's file loaded;
 * `rota:{yyyy-mm}` everything with a span that touches the month: what touches two lies in both, under one id.
 */

/** A roster with the name it is changed by, and when it was saved: the later one wins. */
export type RosterKept = Festival & { id: string; at: Instant; by?: PersonRef }
/** Taken back, and kept for whoever asks what was there. */
export type Cancelled = Override & { cancelled: { at: Instant; by: PersonRef; why: string } }

/** Everything with a span, each list in the order in which it was saved. */
export type Spanned = {
  festivals: RosterKept[]
  rosters: RosterKept[]
  overrides: Override[]
  cancelled: Cancelled[]
  absences: Absence[]
  swaps: Swap[]
}
type Item = { [K in keyof Spanned]: Spanned[K][number] }[keyof Spanned]

/** A letter that didn't fit into the save of the edit it tells of; whoever comes next hands it over. */
export type Letter = { edit: string; at: Instant; to: string[]; template: string; params: Record<string, string> }
/** What only edits read: requests that were answered, with what came of them, notes nobody has read, and letters that wait. */
export type StandingRecord = RotaRecord & {
  seen?: [key: string, digest: string, answer: string][]
  unread?: { id: string; seat: string; by: string; at: Instant }[]
  outbox?: Letter[]
}

/** The rota over a span, as all its documents tell it together. */
export type LoadedRota = Omit<StandingRecord, keyof Spanned> & Spanned
/** The same with the versions it was read at: what an edit is decided on, and writes back. */
export type RotaRead = {
  rota: LoadedRota
  months: string[]
  versions: Map<string, number>
  loaded: ReadonlySet<string>
}

const lists = [
  'festivals',
  'rosters',
  'overrides',
  'cancelled',
  'absences',
  'swaps',
] as const satisfies (keyof Spanned)[]

const itemsOf = (from: Spanned, list: keyof Spanned): readonly Item[] => from[list]

export const monthId = (month: string): string => `rota:${month}`

/** Every month that `[from, to)` touches, `2026-11`. */
export function monthsOf(from: Instant, to: Instant): string[] {
  const months: string[] = []
  const last = after(to, from < to ? -1 : 0).slice(0, 7)
  for (let month = from.slice(0, 7); month <= last; month = addDays(`${month}-01`, 31).slice(0, 7)) months.push(month)
  return months
}

const AROUND_DAYS = 2

/** Everything that counts around the instant, two days either way. */
export const rotaAt = (world: World, at: Instant): Promise<LoadedRota> =>
  loadRota(world, after(at, -AROUND_DAYS * DAY), after(at, AROUND_DAYS * DAY))

/** The rota of `[from, to)`: one read, however many months that are; at most four years. */
export const loadRota = async (world: World, from: Instant, to: Instant): Promise<LoadedRota> =>
  (await readRotaOf(world, monthsOf(from, to))).rota

export async function readRotaOf(world: World, months: string[]): Promise<RotaRead> {
  const docs = await world.store.getMany('rota', [ROTA, ...months.map(monthId)])
  const standing = standingOf(docs.find(({ id }) => id === ROTA))
  const read = docs.filter(({ id }) => id !== ROTA).map((doc) => readMonth(world, doc))
  const own = { ...none, festivals: standing.festivals, overrides: standing.overrides }
  const merged = Object.fromEntries(
    lists.map((list) => [list, inOrder([own, ...read].flatMap((part) => itemsOf(part, list)))]),
  )
  return {
    rota: { ...standing, ...(merged as unknown as Spanned) },
    months,
    versions: new Map(docs.map(({ id, version }) => [id, version])),
    loaded: new Set([...standing.festivals, ...standing.overrides].map(({ id }) => id)),
  }
}

const none: Spanned = {
  festivals: [],
  rosters: [],
  overrides: [],
  cancelled: [],
  absences: [],
  swaps: [],
}

/** What a county's file loaded gets names by its place in it: from the first edit on they are stored. */
function standingOf(doc: Doc | undefined): StandingRecord & { festivals: RosterKept[] } {
  const standing: StandingRecord = readRota(doc)
  return {
    ...standing,
    layers: standing.layers.map((layer, n) => ({ ...layer, id: layer.id ?? `loaded:${n}` })),
    festivals: standing.festivals.map((festival, n) => ({ id: `loaded:${n}`, at: '', ...festival })),
  }
}

/**
 * Once each, by when it was saved: what touches two months was read twice. What was saved within one instant stays in
 * the order it lies in.
 */
const inOrder = (items: Item[]): Item[] =>
  [...new Map(items.map((item) => [item.id, item])).values()].sort((a, b) => {
    const [one, other] = [savedAt(a), savedAt(b)]
    return one < other ? -1 : one > other ? 1 : 0
  })
const savedAt = (item: Item): Instant =>
  'askedAt' in item ? item.askedAt : 'approvedAt' in item ? (item.approvedAt ?? '') : 'at' in item ? item.at : ''

type Span = { from: Instant; to: Instant }

/** Every span of the item: a swap's return may lie in another month, a night ends after its roster. */
function spansOf(item: Item): Span[] {
  const shifts = 'shifts' in item ? item.shifts : []
  const back = 'return' in item && item.return ? [item.return] : []
  return [item, ...shifts, ...back]
}
export const monthsOfItem = (item: Item): string[] => [
  ...new Set(spansOf(item).flatMap(({ from, to }) => monthsOf(from, to))),
]

/** The months of whatever differs between the two: all of them must have been read before it is saved. */
export function changedMonths(before: Spanned, next: Spanned): string[] {
  const texts = (from: Spanned, list: keyof Spanned) =>
    new Map(itemsOf(from, list).map((item) => [item.id, JSON.stringify(item)]))
  const months = lists.flatMap((list) => {
    const [was, is] = [texts(before, list), texts(next, list)]
    const differ = [...itemsOf(before, list), ...itemsOf(next, list)].filter(({ id }) => was.get(id) !== is.get(id))
    return differ.flatMap(monthsOfItem)
  })
  return [...new Set(months)].sort()
}

const AWAYS_KEPT_DAYS = 7

/**
 * Every document that was read, written back: an edit decided on what somebody changed meanwhile is refused. An hour in
 * court that is long over is left out: whoever stood there then has answered.
 */
export function rotaWrites(
  world: World,
  { months, versions, loaded }: RotaRead,
  next: LoadedRota,
  now: Instant,
): Write[] {
  const forgotten = after(now, -AWAYS_KEPT_DAYS * DAY)
  const over = (item: Item) => 'kind' in item && item.kind === 'away' && item.to < forgotten
  const { rosters: _r, cancelled: _c, absences: _a, swaps: _s, ...standing } = next
  const own = <T extends Item>(items: T[]) => items.filter(({ id }) => loaded.has(id))
  const kept = { ...standing, festivals: own(next.festivals), overrides: own(next.overrides) }
  const inMonth = (month: string): Spanned =>
    Object.fromEntries(
      lists.map((list) => [
        list,
        itemsOf(next, list).filter(
          (item) => !isLoaded(list, item, loaded) && !over(item) && monthsOfItem(item).includes(month),
        ),
      ]),
    ) as unknown as Spanned
  return [
    writeRota(kept, versions.get(ROTA) ?? 0),
    ...months.map((month) => writeMonth(world, month, inMonth(month), versions.get(monthId(month)) ?? 0)),
  ]
}
const isLoaded = (list: keyof Spanned, { id }: Item, loaded: ReadonlySet<string>): boolean =>
  (list === 'festivals' || list === 'overrides') && loaded.has(id)

/** Why somebody is away may tell whom he sees in court, or that he is ill: it lies sealed. */
type Words = Record<string, string>
const wordsAt = (id: string) => ({ collection: 'rota', id, field: 'words' })

function readMonth(world: World, doc: Doc): Spanned {
  const { sealed, ...body } = upToDate('rota', JSON.parse(doc.body))
  const words = world.seal.unseal(wordsAt(doc.id), String(sealed)) as Words
  const month = { ...none, ...body } as Spanned
  const withWhy = <T extends Override | Absence>(item: T): T =>
    words[item.id] === undefined ? item : { ...item, why: words[item.id] }
  return {
    ...month,
    festivals: month.festivals.map(unpacked),
    rosters: month.rosters.map(unpacked),
    overrides: month.overrides.map(withWhy),
    cancelled: month.cancelled.map(withWhy),
    absences: month.absences.map(unpackedAbsence).map(withWhy),
  }
}

function writeMonth(world: World, month: string, record: Spanned, expected: number): Write {
  const id = monthId(month)
  const { overrides, cancelled, absences } = record
  const whys = [...overrides, ...cancelled, ...absences].map(({ id, why }) => [id, why])
  const bare = <T extends Override | Absence>({ why: _, ...item }: T) => item
  const body = {
    ...record,
    festivals: record.festivals.map(packed),
    rosters: record.rosters.map(packed),
    overrides: overrides.map(bare),
    cancelled: cancelled.map(bare),
    absences: absences.map(packedAbsence),
    sealed: world.seal.seal(wordsAt(id), Object.fromEntries(whys)),
  }
  return { collection: 'rota', id, expected, keys: {}, body: JSON.stringify(numbered('rota', body)) }
}

/** `[from, to)` of the days, both included. */
export const spanOfDays = (from: Day, to: Day): Span => ({ from: startOf(from), to: startOf(nextDay(to)) })
/** The instants around which a decision looks: rest and shifts reach over the ends of its span. */
export const around = ({ from, to }: Span, days = AROUND_DAYS): Span => ({
  from: startOf(addDays(dayOf(from), -days)),
  to: startOf(addDays(dayOf(to), days + 1)),
})
