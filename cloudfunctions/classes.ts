import type { ClassRow, ClassView } from '@/contract/class-views'
import {
  type ClassException,
  type ClassPlan,
  nextOccurrences,
  type Occurrence,
  occurrenceOn,
  occurrences,
} from '@/domain/classes'
import { type Actor, isRefusal, type Refusal, refuse } from '@/domain/decider'
import type { Day, Instant } from '@/domain/time'
import type { Doc, Write } from './ports'
import type { World } from './world'

/** Law classes: a document a series, with what is different on single days. Nothing in it is personal but who hosts. */

export type SeriesRecord = ClassPlan & {
  id: string
  kind: ClassView['kind']
  title: string
  about?: string
  host: string
  audience?: string
  where: ClassView['where']
  /** The town whose own it is; without one it is the centre's. */
  unit?: string
  exceptions: ClassException[]
  savedBy: string
  savedAt: Instant
  /** The keyed name and digest of the request that wrote it last. */
  request: { key: string; digest: string }
}
export type FoundSeries = { record: SeriesRecord; version: number }

const COLLECTION = 'classes'
// So that a series without an end sorts behind every day.
const NO_END: Day = '9999-12-31'
const MOST_SERIES = 100
/** A year of weekly exceptions: older ones are forgotten, they are over. */
const EXCEPTIONS_KEPT = 60

const readSeries = (doc: Doc): FoundSeries => ({ record: JSON.parse(doc.body) as SeriesRecord, version: doc.version })

export async function seriesOf(world: World, id: string): Promise<FoundSeries | undefined> {
  const doc = await world.store.get(COLLECTION, id)
  return doc && readSeries(doc)
}

export const seriesWrite = (record: SeriesRecord, expected: number): Write => {
  const exceptions = [...record.exceptions].sort((a, b) => (a.date < b.date ? -1 : 1)).slice(-EXCEPTIONS_KEPT)
  return {
    collection: COLLECTION,
    id: record.id,
    expected,
    keys: { last: lastDay(record) },
    body: JSON.stringify({ ...record, exceptions }),
  }
}

/** One moved by hand may be held after the last day of its rhythm. */
const lastDay = ({ last = NO_END, exceptions }: SeriesRecord): Day =>
  exceptions.reduce((latest, each) => (each.kind === 'moved' && each.day > latest ? each.day : latest), last)

/** Everything in the programme from one day to another, `to` excluded, in the order of time. */
export async function programme(world: World, from: Day, to: Day): Promise<ClassRow[]> {
  const { docs } = await world.store.list(COLLECTION, {
    index: 'byLast',
    where: {},
    range: { from },
    limit: MOST_SERIES,
  })
  return docs
    .map(readSeries)
    .flatMap(({ record }) =>
      occurrences(record, record.exceptions, { from, to }, world.calendar).map((on) => classRow(record, on)),
    )
    .sort((a, b) => (a.startAt === b.startAt ? (a.id < b.id ? -1 : 1) : a.startAt < b.startAt ? -1 : 1))
}

const classRow = ({ id, kind, title, host, where }: SeriesRecord, on: Occurrence): ClassRow => ({
  ...on,
  id,
  kind,
  title,
  host,
  ...(where.place && { place: where.place }),
})

/** The series with one of its days; a day that its rhythm doesn't have is not found. */
export async function foundOn(
  world: World,
  { id, date }: { id: string; date: Day },
): Promise<(FoundSeries & { on: Occurrence }) | Refusal> {
  const found = await seriesOf(world, id)
  const on = found && occurrenceOn(found.record, found.record.exceptions, date, world.calendar)
  return found && on ? { ...found, on } : refuse('class.not-found')
}

/** Who may change it and reads what is asked: the centre and the supervisor all of them, a town its own. */
export const isHost = ({ role, unit }: Actor, record: Pick<SeriesRecord, 'unit'>): boolean =>
  role === 'centre' || role === 'supervisor' || (role === 'town' && unit !== undefined && unit === record.unit)

/** The same for a command on one of its days. */
export async function hostedOn(
  world: World,
  actor: Actor,
  which: { id: string; date: Day },
): Promise<(FoundSeries & { on: Occurrence }) | Refusal> {
  const found = await foundOn(world, which)
  if (isRefusal(found)) return found
  return isHost(actor, found.record) ? found : refuse('class.not-yours')
}

const NEXT_SHOWN = 6
export const nextDays = (plan: ClassPlan, exceptions: readonly ClassException[], world: World): Occurrence[] =>
  nextOccurrences(plan, exceptions, world.clock.now(), NEXT_SHOWN, world.calendar)

type Beside = { on?: Occurrence; reminded: boolean; questions: number }

export function seriesView(world: World, { record, version }: FoundSeries, actor: Actor, beside: Beside): ClassView {
  const { exceptions, unit: _unit, request: _request, ...shown } = record
  return { ...shown, version, next: nextDays(record, exceptions, world), ...beside, mine: isHost(actor, record) }
}
