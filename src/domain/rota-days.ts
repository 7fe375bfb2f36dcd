import { type Calendar, type DayFacts, dayKind } from '@/domain/calendar'
import { addDays, type Day, daysBetween, nextDay } from '@/domain/time'

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

/** Both included. */
export function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
