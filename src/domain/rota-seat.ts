import type { Calendar } from '@/domain/calendar'
import { factsOf, type Grid, gridOf } from '@/domain/rota-days'
import { clock, turnsOf } from '@/domain/rota-layers'
import { type Change, changed, changesOf, type Stand } from '@/domain/rota-overrides'
import { byFrom, clip } from '@/domain/rota-spans'
import type { Festival, Rota, Seat, Span, Standing, Why } from '@/domain/rota-types'
import { addDays, at, dayOf, type Instant, nextDay, startOf } from '@/domain/time'

/**
 * One seat over a span, cut wherever somebody comes or goes: from `starts[n]` to the next start `on[n]` stand there,
 * and nobody else.
 */
export type SeatTable = { starts: Instant[]; on: Standing[][]; to: Instant }

const FESTIVAL: Why = { code: 'festival' }
const ROSTER: Why = { code: 'roster' }
const NOBODY: Standing[] = []
// Where a shift that was swapped as a whole is looked for: the longest that is published at once, and some.
const NEAR_DAYS = 2
const FAR_DAYS = 41

/** What the rota says of a seat over `[from, to)`. */
export function seatTable(rota: Rota, seat: string, span: { from: Instant; to: Instant }, grid: Grid): SeatTable {
  const changes = seatChanges(rota, seat, span.from, span.to, grid.calendar)
  return tableOf(rota, seat, span, changes, rota.absences ?? [], grid)
}

/** The changes of the seat that touch the span, with swaps of whole shifts found where those lie now. */
function seatChanges(rota: Rota, seat: string, from: Instant, to: Instant, calendar: Calendar): Change[] {
  const earliest = addDays(dayOf(from), -FAR_DAYS)
  const latest = dayOf(to)
  const follow = (person: string, begins: Instant, before: readonly Change[]) => {
    const day = dayOf(begins)
    if (day < earliest || day > latest) return undefined
    return shiftOn(NEAR_DAYS) ?? shiftOn(FAR_DAYS)

    function shiftOn(days: number) {
      const span = { from: startOf(addDays(day, -1)), to: startOf(addDays(day, days)) }
      const table = tableOf(rota, seat, span, before, [], gridOf(dayOf(span.from), dayOf(span.to), calendar))
      const own = [...new Set(table.on.flat())].filter((s) => s.person === person && dayOf(s.from) === day)
      const [nearest] = own.sort((a, b) => apart(a.from, begins) - apart(b.from, begins))
      if (!nearest || (nearest.until === span.to && days < FAR_DAYS)) return undefined
      return { from: nearest.from, to: nearest.until }
    }
  }
  return changesOf(rota, seat, follow).filter((change) => change.from < to && from < change.to)
}

const apart = (a: Instant, b: Instant): number => Math.abs(Date.parse(a) - Date.parse(b))

type Absent = { person: string; from: Instant; to: Instant }

function tableOf(
  rota: Rota,
  seat: string,
  { from, to }: { from: Instant; to: Instant },
  changes: readonly Change[],
  absences: readonly Absent[],
  grid: Grid,
): SeatTable {
  const turns = rota.layers.filter((layer) => layer.seat === seat).flatMap((layer) => turnsOf(layer, grid))
  const touching = <T extends { from: Instant; to: Instant }>(spans: readonly T[]): T[] =>
    spans.filter((span) => span.from < to && from < span.to && span.from < span.to)
  const ofSeat = (spans: readonly Festival[] = []) => touching(spans.filter((span) => span.seat === seat))
  const [festivals, rosters] = [ofSeat(rota.festivals), ofSeat(rota.rosters)]
  const shifts = (roster: Festival) => touching(roster.shifts)
  const whoever = new Set([
    ...turns.map(({ person }) => person),
    ...[...festivals, ...rosters].flatMap((roster) => roster.shifts.map(({ person }) => person)),
    ...changes.flatMap((change) => (change.in === undefined ? [] : [change.in])),
  ])
  const away = touching(absences).filter(({ person }) => whoever.has(person))

  const rosterAt = sweep(rosters)
  const festivalAt = sweep(festivals)
  const shiftsAt = new Map([...festivals, ...rosters].map((roster) => [roster, sweep(shifts(roster))]))
  const turnsAt = sweep(turns)
  const changesAt = sweep(touching(changes))
  const awayAt = sweep(away)
  // A roster replaces the layers, a festival the roster, and the later of two the earlier.
  const rostered = (when: Instant): readonly Stand[] => {
    const festival = festivalAt(when).at(-1)
    const roster = festival ?? rosterAt(when).at(-1)
    if (roster) {
      const on = shiftsAt.get(roster)?.(when) ?? []
      return on.map(({ person }) => ({ person, why: festival ? FESTIVAL : ROSTER }))
    }
    const here = turnsAt(when)
    if (here.length < 2) return here
    const highest = Math.max(...here.map(({ priority }) => priority))
    return here.filter(({ priority }) => priority === highest)
  }
  const standing = (when: Instant): readonly Stand[] => {
    const base = rostered(when)
    const now = changesAt(when)
    const all = once(now.length > 0 ? changed(base, now) : base)
    const gone = awayAt(when)
    return gone.length > 0 ? all.filter(({ person }) => !gone.some((absent) => absent.person === person)) : all
  }
  const edges = [turns, festivals, rosters, [...festivals, ...rosters].flatMap(shifts), changes, away]
  return joined(cuts(edges.flat(), from, to), standing, to)
}

/** One person's unbroken time for one reason becomes one standing. */
function joined(starts: Instant[], standing: (when: Instant) => readonly Stand[], to: Instant): SeatTable {
  const table: SeatTable = { starts: [], on: [], to }
  let before = NOBODY
  starts.forEach((from, n) => {
    const until = starts[n + 1] ?? to
    const stands = standing(from)
    const on = stands.map(({ person, why }): Standing => {
      const same = before.find((other) => other.person === person && other.why === why)
      if (!same) return { person, from, until, why }
      same.until = until
      return same
    })
    if (n > 0 && on.length === before.length && on.every((one, m) => one === before[m])) return
    table.starts.push(from)
    table.on.push(on)
    before = on
  })
  return table
}

/** A person whom two layers name stands there once. */
function once(stands: readonly Stand[]): readonly Stand[] {
  if (stands.length < 2) return stands
  return stands.filter((a, n) => stands.findIndex((b) => b.person === a.person) === n)
}

/** `from`, and every edge of the spans within `[from, to)`, in order: in between nothing changes. */
function cuts(spans: readonly { from: Instant; to: Instant }[], from: Instant, to: Instant): Instant[] {
  const all = new Set([from])
  for (const span of spans) {
    if (from < span.from && span.from < to) all.add(span.from)
    if (from < span.to && span.to < to) all.add(span.to)
  }
  return [...all].sort()
}

/** Asked at instants that only go forward, which spans cover each, in the order they were given. */
function sweep<T extends { from: Instant; to: Instant }>(spans: readonly T[]): (when: Instant) => T[] {
  const queue = spans.map((span, n) => ({ span, n })).sort((a, b) => byFrom(a.span, b.span))
  let next = 0
  let active: typeof queue = []
  let answer: T[] = []
  return (when) => {
    let moved = false
    if (active.some(({ span }) => span.to <= when)) {
      active = active.filter(({ span }) => span.to > when)
      moved = true
    }
    for (let head = queue[next]; head && head.span.from <= when; head = queue[next]) {
      if (head.span.to > when) active.push(head)
      next += 1
      moved = true
    }
    if (moved) answer = active.sort((a, b) => a.n - b.n).map(({ span }) => span)
    return answer
  }
}

/** When the seat must be covered within `[from, to)`: its hours, or all of it. */
export function neededIn({ hours }: Pick<Seat, 'hours'>, from: Instant, to: Instant, calendar: Calendar): Span[] {
  if (!hours) return from < to ? [{ from, until: to }] : []
  const [open, close] = [clock(hours.from), clock(hours.to)]
  const { every = 'day' } = hours
  return gridOf(dayOf(from), dayOf(to), calendar).days.flatMap((day) => {
    const working = every === 'working-day'
    if ((working || every === 'day-off') && factsOf(day, calendar).working !== working) return []
    const span = clip({ from: at(day, open), until: at(close > open ? day : nextDay(day), close) }, from, to)
    return span ? [span] : []
  })
}
