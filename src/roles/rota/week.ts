import type { OverrideView, ProblemView, RotaBoard, ShiftView } from '@/contract/views'
import { addDays, at, type Day, daysBetween, earliest, type Instant, nextDay, timeOf, weekdayOf } from '@/domain/time'
import { whyText } from '@/words/rota'

/** A week of seats, cut into cells: one seat on one day. */
export type SeatRow = Pick<RotaBoard['seats'][number], 'seat' | 'name' | 'shifts'> &
  Partial<Pick<RotaBoard['seats'][number], 'hours' | 'minimum' | 'languages' | 'subjects' | 'mine' | 'unitName'>>
export type Mark = 'override' | 'swap' | 'festival'
export type Piece = ShiftView & {
  mark?: Mark
  /** It fills its cell: its hours need no saying. */
  whole: boolean
  /** It runs on after what is known. */
  open: boolean
}
export type Cell = {
  seat: string
  day: Day
  from: Instant
  to: Instant
  pieces: Piece[]
  problems: ProblemView[]
}

export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))
export const weekFrom = (monday: Day): Day[] => Array.from({ length: 7 }, (_, n) => addDays(monday, n))
export const daysFrom = (from: Day, to: Day): Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))

/** When a seat's day begins: with its hours, or as most of its shifts do. What runs past midnight belongs to the day it starts on. */
export function beginOf({ hours, shifts }: Pick<SeatRow, 'hours' | 'shifts'>): string {
  if (hours) return hours.from
  const times = new Map<string, number>()
  for (const { start, gap } of shifts) if (!gap) times.set(timeOf(start), (times.get(timeOf(start)) ?? 0) + 1)
  const [most] = [...times].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return most?.[0] ?? '00:00'
}

/** What stands in one seat on one day. `end` is where the board's knowledge stops: a shift cut there runs on. */
export function cellOf(row: SeatRow, day: Day, problems: readonly ProblemView[], end?: Instant): Cell {
  const begin = beginOf(row)
  const [from, to] = [at(day, begin), at(nextDay(day), begin)]
  const closes = row.hours ? closing(row.hours, day) : to
  const inside = row.shifts.filter(({ start, end, why }) => start < to && end > from && why !== closed)
  const cut = inside.map((shift): Piece => {
    const start = latest(shift.start, from)
    const till = earliest(shift.end, to)
    const mark = markOf(shift.why)
    return { ...shift, start, end: till, whole: false, open: false, ...(mark && { mark }) }
  })
  const pieces = oneHole(cut).map((piece) => ({
    ...piece,
    open: piece.end === end && piece.end < to,
    whole: piece.start <= from && (piece.end >= closes || piece.end === end),
  }))
  const cell = { seat: row.seat, day, from, to, pieces, problems: [] }
  return { ...cell, problems: problems.filter((problem) => touches(problem, cell)) }
}

const closing = ({ from, to }: { from: string; to: string }, day: Day): Instant =>
  to > from || to === '24:00' ? at(day, to) : at(nextDay(day), to)

function touches(problem: ProblemView, { seat, from, to, pieces }: Cell): boolean {
  const { code, person } = problem
  if (code === 'no-mongolian' || (problem.seat && problem.seat !== seat)) return false
  // It is the second of two shifts that begins too soon.
  if (code === 'short-rest')
    return pieces.some((each) => each.person === person && each.start >= problem.from && each.start <= problem.until)
  if (person)
    return pieces.some(
      (each) => !each.gap && each.person === person && each.start < problem.until && each.end > problem.from,
    )
  return problem.from < to && problem.until > from
}

/** Who answers for a hole may change in it; it stays one hole. */
function oneHole(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (!piece.gap || !last?.gap || last.end !== piece.start) joined.push({ ...piece })
    else {
      last.end = piece.end
      if (!last.name.split('、').includes(piece.name)) last.name = `${last.name}、${piece.name}`
    }
  }
  return joined
}

/** Outside the seat's hours somebody else answers: that isn't the seat. */
const closed = whyText({ code: 'closed' })
const festival = whyText({ code: 'festival' })
const swap = whyText({ code: 'swap', swap: '', out: '' })
const override = whyText({ code: 'override', override: '', kind: 'add', text: '' })

/** What kind of change a shift's reason tells of; none for the ordinary turns. */
function markOf(why: string): Mark | undefined {
  if (why.startsWith(festival)) return 'festival'
  if (why.startsWith(swap)) return 'swap'
  return why.startsWith(override) ? 'override' : undefined
}

// Text order is time order.
export const latest = (a: string, b: string): string => [a, b].sort()[1] ?? a

export const overlaps = (span: { from: Instant; to: Instant }, cell: Pick<Cell, 'from' | 'to'>): boolean =>
  span.from < cell.to && span.to > cell.from

/** The changes of one cell, the latest first: it is the one that counts. */
export const overridesIn = (overrides: readonly OverrideView[], cell: Cell): OverrideView[] =>
  overrides
    .filter((each) => each.seat === cell.seat && overlaps(each, cell))
    .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))

/** Whether these days were published, all or some; `force` is why it was although problems were left. */
export function publishedIn(published: RotaBoard['published'], from: Day, to: Day) {
  const days = daysFrom(from, to)
  const over = published.filter((each) => each.from <= to && each.to >= from)
  const done = days.filter((day) => over.some((each) => each.from <= day && each.to >= day))
  const forced = over.find(({ force }) => force)
  const state = done.length === 0 ? 'none' : done.length === days.length ? 'all' : 'some'
  return { state, forced } as const
}
