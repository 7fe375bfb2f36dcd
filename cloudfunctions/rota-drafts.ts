import { type DraftRequest, draftMonth, type SeatShift } from '@/domain/rota-draft'
import { fairness } from '@/domain/rota-fairness'
import type { Festival, Rota, RotaGiven, Seat } from '@/domain/rota-types'
import { rotaWindow } from '@/domain/rota-window'
import { addDays, type Day, type Instant, nextDay, startOf } from '@/domain/time'
import { numbered, upToDate } from './migrations'
import type { Write } from './ports'
import { everybodyForSeats, guarded, namedIn, staffOf } from './rota-people'
import { type LoadedRota, loadRota, type RosterKept } from './rota-records'
import { readSheet, type Wish, wishesId } from './rota-sheets'
import type { World } from './world'

/** A month that was drafted: it lies beside the rota and counts for nothing until it is published. */
export type DraftRecord = {
  id: string
  month: string
  rosters: Festival[]
  wishes: { met: number; all: number }
  madeInMs: number
  at: Instant
  by: string
  publishedAt?: Instant
  /** The requests that made and changed it. */
  seen: [key: string, digest: string][]
}

export const draftId = (id: string): string => `rota:draft:${id}`
const place = (id: string) => ({ collection: 'rota', id, field: 'draft' })

export async function readDraft(
  world: World,
  id: string,
): Promise<{ draft: DraftRecord; version: number } | undefined> {
  const doc = await world.store.get('rota', draftId(id))
  if (!doc) return undefined
  const { sealed } = upToDate('rota', JSON.parse(doc.body))
  return { draft: world.seal.unseal(place(doc.id), String(sealed)) as DraftRecord, version: doc.version }
}

export function writeDraft(world: World, draft: DraftRecord, expected: number): Write {
  const id = draftId(draft.id)
  const body = JSON.stringify(numbered('rota', { sealed: world.seal.seal(place(id), draft) }))
  return { collection: 'rota', id, expected, keys: {}, body }
}

export const lastDayOf = (month: string): Day => addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1)
/** `[from, to)` of a month. */
export const spanOf = (month: string): { from: Instant; to: Instant } => ({
  from: startOf(`${month}-01`),
  to: startOf(nextDay(lastDayOf(month))),
})

const EDGE_DAYS = 3
export const loadAround = (world: World, { month }: { month: string }): Promise<LoadedRota> =>
  loadRota(world, startOf(addDays(`${month}-01`, -EDGE_DAYS)), startOf(addDays(lastDayOf(month), EDGE_DAYS + 1)))

/** The rota as it would be with this draft: its seats' other rosters give way. */
export function withDraft(rota: LoadedRota, { rosters, id, at }: DraftRecord): LoadedRota {
  const kept = rosters.map((roster): RosterKept => ({ ...roster, id: `${id}:${roster.seat}`, at }))
  const others = rota.rosters.filter((roster) => !kept.some((own) => own.id === roster.id))
  return { ...rota, rosters: [...others, ...kept] }
}

// A season: whoever had the nights then has fewer now.
const LEDGER_DAYS = 90

/** Drafts the month for these seats by what stands in the store. */
export async function makeDraft(world: World, month: string, seatIds: string[] | undefined, given: RotaGiven) {
  const started = world.clock.wall()
  const { from, to } = spanOf(month)
  const since = startOf(addDays(from.slice(0, 10), -LEDGER_DAYS))
  const [rota, wishes, everybody] = await Promise.all([
    loadRota(world, since, startOf(addDays(lastDayOf(month), EDGE_DAYS + 1))),
    readSheet<Wish>(world, wishesId(month)),
    everybodyForSeats(world),
  ])
  const seats = rota.seats.filter(({ id }) => !seatIds || seatIds.includes(id))
  const staff = await staffOf(world, [...namedIn(rota), ...everybody.map(({ id }) => id)])
  const people = [...staff.values()].map(guarded)
  const eligible = Object.fromEntries(seats.map((seat) => [seat.id, eligibleFor(rota, seat, staff)]))
  const { rows } = fairness(onLeave(rota), since, from, [...staff.keys()], given)
  const request: DraftRequest = {
    month,
    seats,
    people: people as DraftRequest['people'],
    eligible,
    layers: rota.layers,
    absences: rota.absences.filter(({ kind }) => kind === 'leave'),
    wishes: wishes.items.map(({ person, day, rather }) => ({ person, day, rather })),
    ledger: Object.fromEntries(rows.map(({ person, weighted }) => [person, weighted])),
    festivals: rota.festivals,
    beside: besideOf(rota, seats, from, to, given),
    calendar: given.calendar,
    policy: given.policy,
  }
  const { rosters, wishes: met } = draftMonth(request)
  return { rosters, wishes: met, madeInMs: Math.max(0, Math.round(world.clock.wall() - started)) }
}

/** An hour in court takes nothing off the ledger: the shift was his all the same. */
export const onLeave = (rota: LoadedRota): LoadedRota => ({
  ...rota,
  absences: rota.absences.filter(({ kind }) => kind === 'leave'),
})

/** Whoever the seat's layers name; else the lawyers of its town; else whoever holds its role. */
function eligibleFor(rota: Rota, seat: Seat, staff: Awaited<ReturnType<typeof staffOf>>): string[] {
  const named = new Set(rota.layers.filter((layer) => layer.seat === seat.id).flatMap(({ people }) => people))
  if (named.size > 0) return [...named].sort()
  const all = [...staff.values()]
  const attached = all.filter(({ card }) => seat.unit !== undefined && card?.towns.includes(seat.unit))
  if (attached.length > 0) return attached.map(({ person }) => person.id).sort()
  const role = seat.kind === 'centre' || seat.kind === 'command' ? seat.kind : 'lawyer'
  return all
    .filter(({ person }) => person.roles.some((held) => held.role === role))
    .map(({ person }) => person.id)
    .sort()
}

/** What stands already: the days at either end of the month, and the seats that aren't drafted here. */
function besideOf(rota: LoadedRota, seats: Seat[], from: Instant, to: Instant, given: RotaGiven): SeatShift[] {
  const [before, after] = [
    startOf(addDays(from.slice(0, 10), -EDGE_DAYS)),
    startOf(addDays(to.slice(0, 10), EDGE_DAYS)),
  ]
  const window = rotaWindow(rota, before, after, given.calendar)
  const drafted = new Set(seats.map(({ id }) => id))
  const stands = (seat: string, since: Instant, until: Instant) =>
    window.shifts(seat, since, until).map(({ person, from, until }) => ({ seat, person, from, to: until }))
  return rota.seats.flatMap(({ id }) =>
    drafted.has(id) ? [...stands(id, before, from), ...stands(id, to, after)] : stands(id, before, after),
  )
}

/** The part of a roster whose shifts begin on these days: a night belongs to the day it starts on. */
export function clipped({ shifts, ...roster }: Festival, from: Day, to: Day): Festival | undefined {
  const starts = [...new Set(shifts.map((shift) => shift.from))].sort()
  const first = starts.find((at) => at >= startOf(from))
  const next = starts.find((at) => at >= startOf(nextDay(to)))
  const begins = roster.from >= startOf(from) ? roster.from : first
  const ends = next ?? roster.to
  if (begins === undefined || begins >= ends) return undefined
  const inside = shifts.filter((shift) => begins <= shift.from && shift.from < ends)
  return { ...roster, from: begins, to: ends, shifts: inside }
}
