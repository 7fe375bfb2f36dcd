import type { Calendar } from '@/domain/calendar'
import { answerShifts, answersAt } from '@/domain/rota-answering'
import type { Answering, AnswerShift, PersonShift, Rota, Span, Standing } from '@/domain/rota-types'
import { type RotaWindow, rotaWindow } from '@/domain/rota-window'
import { addDays, after, type Instant, MINUTE, startOf } from '@/domain/time'

export type * from './rota-types'
export { type RotaWindow, rotaWindow } from './rota-window'

// A standing that goes on for longer is cut this far before and after the month: who is on matters, not since when.
const BESIDE_DAYS = 8
const KEPT = 16

/** Everybody who stands in the seat at the instant, since when and until when; nobody is a gap. */
export function whoIsOn(rota: Rota, seat: string, at: Instant, calendar: Calendar): Standing[] {
  return [...monthsOf(rota, at, at, calendar).on(seat, at)]
}

/** Who stands in the seat within `[from, to)`, earliest first; one person's unbroken time for one reason is one standing. */
export function shifts(rota: Rota, seat: string, from: Instant, to: Instant, calendar: Calendar): Standing[] {
  return from < to ? monthsOf(rota, from, to, calendar).shifts(seat, from, to) : []
}

/** Where a person stands within `[from, to)`, in whatever seat, earliest first. */
export function personShifts(
  rota: Rota,
  person: string,
  from: Instant,
  to: Instant,
  calendar: Calendar,
): PersonShift[] {
  return from < to ? monthsOf(rota, from, to, calendar).of(person, from, to) : []
}

/** When the seat, within its hours, holds fewer than its minimum, merged. */
export function gaps(rota: Rota, seat: string, from: Instant, to: Instant, calendar: Calendar): Span[] {
  return from < to ? monthsOf(rota, from, to, calendar).gaps(seat, from, to) : []
}

/**
 * Who answers for the seat: who stands in it, else the centre's duty seat, else that seat's head, else the first
 * of the leaders. Undefined only where there is no leader either: nothing resolves to nobody.
 */
export function answering(
  rota: Rota,
  seat: string,
  at: Instant,
  calendar: Calendar,
  leaders: readonly string[],
): Answering | undefined {
  // One minute of it: every step of every matter asks this, and the rest of the month isn't worked out for it.
  return answersAt({ rota, seat, calendar, leaders }, at, rotaWindow(rota, at, after(at, MINUTE), calendar))
}

/** Who answers for the seat over `[from, to)`, in a gap too; without holes wherever there is a leader. */
export function answeringShifts(
  rota: Rota,
  seat: string,
  from: Instant,
  to: Instant,
  calendar: Calendar,
  leaders: readonly string[],
): AnswerShift[] {
  if (from >= to) return []
  return answerShifts({ rota, seat, calendar, leaders }, from, to, monthsOf(rota, from, to, calendar))
}

type Kept = { was: Rota; length: number; calendar: Calendar; windows: Map<string, RotaWindow>; latest?: Latest }
type Latest = { first: string; last: string; window: RotaWindow }
const kept = new WeakMap<Rota, Kept>()

/** The months around the span, worked out once for a rota: what is asked once is asked again. */
function monthsOf(rota: Rota, from: Instant, to: Instant, calendar: Calendar): RotaWindow {
  let known = kept.get(rota)
  if (!known || known.calendar !== calendar || changedSince(known, rota)) {
    known = { was: { ...rota }, length: lengthOf(rota), calendar, windows: new Map() }
    kept.set(rota, known)
  }
  const { latest, windows } = known
  if (latest && from.startsWith(latest.first) && to.startsWith(latest.last)) return latest.window
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)]
  const months = `${first} ${last}`
  let window = windows.get(months)
  if (!window) {
    const begin = startOf(addDays(`${first}-01`, -BESIDE_DAYS))
    const end = startOf(addDays(`${last}-01`, 31 + BESIDE_DAYS))
    window = rotaWindow(rota, begin, end, calendar)
    if (windows.size >= KEPT) windows.clear()
    windows.set(months, window)
  }
  known.latest = { first, last, window }
  return window
}

// A rota is a value, and a list in it is replaced; one that somebody lengthened in place is noticed all the same.
const changedSince = ({ was, length }: Kept, rota: Rota): boolean =>
  was.seats !== rota.seats ||
  was.layers !== rota.layers ||
  was.festivals !== rota.festivals ||
  was.overrides !== rota.overrides ||
  was.rosters !== rota.rosters ||
  was.absences !== rota.absences ||
  was.swaps !== rota.swaps ||
  length !== lengthOf(rota)

const lengthOf = ({ seats, layers, festivals, overrides, rosters, absences, swaps }: Rota): number =>
  seats.length +
  layers.length +
  festivals.length +
  overrides.length +
  (rosters?.length ?? 0) +
  (absences?.length ?? 0) +
  (swaps?.length ?? 0)
