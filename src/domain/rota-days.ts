import { type Calendar, type DayFacts, dayKind } from '@/domain/calendar'
import { addDays, at, type Day, daysBetween, type Instant, nextDay } from '@/domain/time'

/** Each year's days and how many of them are worked before each, counted once for a calendar. */
type Year = { facts: DayFacts[]; workedBefore: number[] }
const counted = new WeakMap<Calendar, Map<number, Year>>()

/** What dayKind() says, looked up. */
export const factsOf = (day: Day, calendar: Calendar): DayFacts => {
  const { facts } = yearOf(Number(day.slice(0, 4)), calendar)
  return facts[daysBetween(`${day.slice(0, 4)}-01-01`, day)] ?? dayKind(day, calendar)
}

/** Working days in `[from, to)`, however far apart they lie; `from` may not be the later one. */
export function workingDays(from: Day, to: Day, calendar: Calendar): number {
  const last = Number(to.slice(0, 4))
  let days = workedBefore(to, calendar) - workedBefore(from, calendar)
  for (let year = Number(from.slice(0, 4)); year < last; year += 1)
    days += yearOf(year, calendar).workedBefore.at(-1) ?? 0
  return days
}

const workedBefore = (day: Day, calendar: Calendar): number =>
  yearOf(Number(day.slice(0, 4)), calendar).workedBefore[daysBetween(`${day.slice(0, 4)}-01-01`, day)] ?? 0

function yearOf(year: number, calendar: Calendar): Year {
  const years = counted.get(calendar) ?? new Map<number, Year>()
  counted.set(calendar, years)
  const known = years.get(year)
  if (known) return known
  const text = String(year)
  const facts: DayFacts[] = []
  const workedBefore = [0]
  for (let day = `${text}-01-01`; day.startsWith(text); day = nextDay(day)) {
    const kind = dayKind(day, calendar)
    facts.push(kind)
    workedBefore.push((workedBefore.at(-1) ?? 0) + (kind.working ? 1 : 0))
  }
  years.set(year, { facts, workedBefore })
  return { facts, workedBefore }
}

/** The days of a span, written once for everything that repeats in it: the day before it, its own, and the day after. */
export type Grid = {
  days: readonly Day[]
  calendar: Calendar
  /** That clock time on each of the days. */
  at: (time: string) => readonly Instant[]
}

export function gridOf(first: Day, last: Day, calendar: Calendar): Grid {
  const days: Day[] = []
  for (let day = addDays(first, -1), end = addDays(last, 1); day <= end; day = nextDay(day)) days.push(day)
  const times = new Map<string, Instant[]>()
  return {
    days,
    calendar,
    at(time) {
      const known = times.get(time)
      if (known) return known
      const instants = days.map((day) => at(day, time))
      times.set(time, instants)
      return instants
    },
  }
}
