import { addDays, type Day, dayOf, HOUR, type Instant, msBetween, nextDay, startOf, weekdayOf } from '@/domain/time'
import type { Mine } from '@/pages/duty/on-duty'
import type { Mark } from '@/words/duty-month'

/** A month as a grid of days, and what stands on each. `month` is written 2026-10. */
export type Shift = Mine['shifts'][number]

export const firstDay = (month: string): Day => `${month}-01`
export function monthAfter(month: string, by: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const count = year * 12 + at - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
export const spanOf = (month: string): { from: Instant; to: Instant } => ({
  from: startOf(firstDay(month)),
  to: startOf(firstDay(monthAfter(month, 1))),
})

/** Weeks from Monday on; days of other months are left out. */
export function weeksOf(month: string): (Day | undefined)[][] {
  const first = firstDay(month)
  const before = (weekdayOf(first) + 6) % 7
  const days: (Day | undefined)[] = Array.from({ length: before }, () => undefined)
  for (let day = first; day.startsWith(month); day = nextDay(day)) days.push(day)
  while (days.length % 7 > 0) days.push(undefined)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

const NEARLY_A_DAY = 20 * HOUR
/** A night is told by the midnight it reaches over; it belongs to the day it begins on. */
export function markOf({ start, end }: Pick<Shift, 'start' | 'end'>): Mark {
  if (msBetween(start, end) >= NEARLY_A_DAY) return 'whole'
  return end > startOf(nextDay(dayOf(start))) ? 'night' : 'day'
}

/** The shifts that begin on this day, and those that last over all of it. */
export const shiftsOn = (day: Day, shifts: readonly Shift[]): Shift[] =>
  shifts
    .filter(({ gap }) => !gap)
    .filter(({ start, end }) => dayOf(start) === day || (start < startOf(day) && end >= startOf(nextDay(day))))

export function marksOn(
  day: Day,
  { shifts, leaves = [], wishes = [] }: Pick<Mine, 'shifts' | 'leaves' | 'wishes'>,
): Mark[] {
  const noon = `${day}T12:00:00.000+08:00`
  const wish = wishes.find((each) => each.day === day)
  return [
    ...new Set<Mark>([
      ...shiftsOn(day, shifts).map(markOf),
      ...(leaves.some(({ from, to }) => from <= noon && noon < to) ? (['leave'] as const) : []),
      ...(wish ? [wish.rather ? ('rather' as const) : ('not' as const)] : []),
    ]),
  ]
}

/** Where a page about this month begins: today, or its first day with a shift. */
export function dayToShow(month: string, shifts: readonly Shift[], today: Day): Day {
  if (today.startsWith(month)) return today
  const [first] = shifts.filter(({ start }) => start.startsWith(month)).sort((a, b) => (a.start < b.start ? -1 : 1))
  return first ? dayOf(first.start) : firstDay(month)
}

/** The one right before and the one right after in the same seat. */
export function neighbours<S extends Pick<Shift, 'start' | 'end'>>(shift: S, seat: readonly S[]) {
  const before = seat.filter(({ end }) => end <= shift.start).sort((a, b) => (a.end < b.end ? 1 : -1))[0]
  const after = seat.filter(({ start }) => start >= shift.end).sort((a, b) => (a.start < b.start ? -1 : 1))[0]
  return { before, after }
}
export const around = ({ start, end }: Pick<Shift, 'start' | 'end'>): { from: Instant; to: Instant } => ({
  from: startOf(addDays(dayOf(start), -1)),
  to: startOf(addDays(dayOf(end), 2)),
})
