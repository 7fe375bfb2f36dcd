import { addDays, type Day, isDay, nextDay, weekdayOf } from './time'

/** One State Council notice, as it lies in src/data/calendars. A notice may reach into a neighbouring year. */
export type CalendarYear = {
  year: number
  status: 'official' | 'provisional'
  notice: string | null
  note?: string
  /** Days off, first and last included. */
  off: { name: string; from: Day; to: Day }[]
  /** Make-up days: weekends on which people work. */
  on: Day[]
}

export type DayKind = 'weekday' | 'make-up' | 'weekend' | 'holiday'
export type DayFacts = { working: boolean; kind: DayKind; name?: string; provisional: boolean }

type Named = { kind: 'make-up' | 'holiday'; name?: string; provisional: boolean }
const loaded = Symbol('loaded')

/** Opaque: ask it with dayKind. */
export type Calendar = { readonly [loaded]: { official: ReadonlySet<number>; named: ReadonlyMap<Day, Named> } }

/**
 * Years may be given more than once: an official notice replaces a provisional year, else the later one stands.
 * Throws at a day that doesn't exist, a span that runs backwards, or a day both off and on: a typing error in a
 * notice must not move anybody's deadline.
 */
export function calendarFrom(years: readonly CalendarYear[]): Calendar {
  const named = new Map<Day, Named>()
  const official = new Set<number>()
  for (const year of standing(years)) {
    const provisional = year.status === 'provisional'
    if (!provisional) official.add(year.year)
    for (const { name, from, to } of year.off) {
      check(year, from, to)
      for (let day = from; day <= to; day = nextDay(day)) mark(day, { kind: 'holiday', name, provisional })
    }
    for (const day of year.on) {
      check(year, day, day)
      if (year.off.some(({ from, to }) => from <= day && day <= to)) {
        throw new Error(`calendar ${year.year}: ${day} is both off and on`)
      }
      mark(day, { kind: 'make-up', provisional })
    }
  }
  return { [loaded]: { official, named } }

  function mark(day: Day, facts: Named) {
    // What an official notice says of a day isn't overruled by somebody's guess at the neighbouring year.
    if (named.get(day)?.provisional === false && facts.provisional) return
    named.set(day, facts)
  }
}

/** The working days and days off of a year nobody has loaded are a guess by weekday, and say so. */
export function dayKind(day: Day, calendar: Calendar): DayFacts {
  const { official, named } = calendar[loaded]
  const known = named.get(day)
  if (known) return { working: known.kind === 'make-up', ...known }
  const weekday = weekdayOf(day)
  const working = weekday !== 0 && weekday !== 6
  const provisional = !official.has(Number(day.slice(0, 4)))
  return { working, kind: working ? 'weekday' : 'weekend', provisional }
}

export const isWorkingDay = (day: Day, calendar: Calendar): boolean => dayKind(day, calendar).working

/** One notice a year, oldest year first. */
function standing(years: readonly CalendarYear[]): CalendarYear[] {
  const chosen = new Map<number, CalendarYear>()
  for (const year of years) {
    const other = chosen.get(year.year)
    if (other?.status !== 'official' || year.status === 'official') chosen.set(year.year, year)
  }
  return [...chosen.values()].sort((a, b) => a.year - b.year)
}

function check(year: CalendarYear, from: Day, to: Day) {
  const first = addDays(`${year.year}-01-01`, -31)
  const last = addDays(`${year.year}-12-31`, 31)
  if (isDay(from) && isDay(to) && from <= to && from >= first && to <= last) return
  throw new Error(`calendar ${year.year}: no such span of days: ${from} to ${to}`)
}
