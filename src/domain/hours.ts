import type { Calendar } from './calendar'
import { dayKind } from './calendar'
import type { Travel } from './circle'
import { type DayBook, daysTouching, everythingIn, fits, type Taken } from './day-book'
import type { PersonRef } from './decider'
import type { PlaceRef } from './matter'
import type { Policy } from './policy'
import { byFrom, later } from './rota-spans'
import type { Span } from './rota-types'
import {
  addDays,
  after,
  at,
  DAY,
  type Day,
  dayOf,
  HOUR,
  type Instant,
  isDay,
  MINUTE,
  msBetween,
  msOf,
  previousDay,
  timeOf,
  weekdayOf,
} from './time'
import { type Hour, type HourProblem, type OfferedHour, type VisitNeed, type VisitWay, visitWays } from './visit-types'

/** A person's working plan: on these weekdays, between these times, hours of so many minutes. */
export type Plan = {
  id: string
  way: VisitWay
  /** 1 is Monday, 7 (or 0) Sunday. */
  weekdays: number[]
  from: string
  to: string
  minutes: number
  capacity: number
  /** A unit's code: where he sits; his own office where it isn't said. */
  place?: string
  since?: Day
  until?: Day
}
/** Beside the plan, once: 「国庆值班加开」. It holds on days off too. */
export type Opening = {
  id: string
  way: VisitWay
  from: Instant
  to: Instant
  minutes: number
  capacity: number
  place?: string
  why?: string
  by: PersonRef
  at: Instant
}
/** No hour is offered in it; what is booked stays until somebody moves it. */
export type Closing = { id: string; from: Instant; to: Instant; why: string; by: PersonRef; at: Instant }

/** Somebody who may be visited, or visits, with all that decides when. */
export type Host = {
  person: PersonRef
  languages: string[]
  subjects: string[]
  /** Towns he goes to; whoever has none goes everywhere. */
  towns: string[]
  /** Where he sits. */
  office: PlaceRef
  /** Other places that his plan names, by their code. */
  places?: Readonly<Record<string, PlaceRef>>
  plans: Plan[]
  openings: Opening[]
  closings: Closing[]
  /** When he isn't there: on leave, away, or in a seat that wants the whole person. */
  busy: Span[]
  /** Of it, when he is on leave or away. */
  away?: Span[]
  /** When he stands for a town and goes out there to whoever can't come, at any hour. */
  onCall: (Span & { town: string })[]
}

export type HoursAsked = {
  way: VisitWay
  /** Where she lives or asks from; a home visit goes there. */
  where?: PlaceRef
  subject?: string
  /** Who is entitled is visited at any hour. */
  need?: VisitNeed
  /** Half-open. */
  from: Instant
  to: Instant
}
export type HoursGiven = {
  now: Instant
  calendar: Calendar
  policy: Policy
  travel: readonly Travel[]
  books: readonly DayBook[]
}

/** `office.20261009T0900.30.li`: everything an hour is made of but its place. */
export const slotName = ({
  way,
  start,
  end,
  person,
}: Pick<Hour, 'way' | 'start' | 'end'> & { person: { id: string } }) =>
  `${way}.${dayOf(start).replaceAll('-', '')}T${timeOf(start).replace(':', '')}.${msBetween(start, end) / MINUTE}.${person.id}`

const SLOT = new RegExp(
  `^(${visitWays.join('|')})\\.(\\d{4})(\\d\\d)(\\d\\d)T((?:[01]\\d|2[0-3])[0-5]\\d)\\.([1-9]\\d{0,3})\\.(.+)$`,
)

/** What a slot's name says; undefined for what isn't one. */
export function slotFrom(slot: string): { way: VisitWay; start: Instant; end: Instant; person: string } | undefined {
  const [, way, year, month, date, time = '', minutes, person = ''] = SLOT.exec(slot) ?? []
  const day = `${year}-${month}-${date}`
  if (!way || !isDay(day) || Number(minutes) * MINUTE > DAY) return undefined
  const start = at(day, `${time.slice(0, 2)}:${time.slice(2)}`)
  return { way: way as VisitWay, start, end: after(start, Number(minutes) * MINUTE), person }
}

/** An hour as somebody's plan, opening or seat has it, whether or not it may be had. */
type Planned = { start: Instant; end: Instant; capacity: number; place?: string; provisional?: true }

/** All hours of this person that may be booked now, earliest first; those on a trip he makes anyway come marked. */
export function hoursOf(host: Host, asked: HoursAsked, given: HoursGiven): OfferedHour[] {
  const { way, where } = asked
  const { now, policy, books, travel } = given
  if (way === 'home' && !where) return []
  const from = later(asked.from, soonest(now, policy))
  const standing = everythingIn(books, now)
  return plannedOf(host, { ...asked, from }, given)
    .filter(
      ({ start, end }) =>
        from <= start && start < asked.to && dayOf(start) <= latestDay(now, policy) && isThere(host, start, end),
    )
    .flatMap((planned): OfferedHour[] => {
      const hour = hourFrom(host, way, planned, where)
      if (fits(books, takenAs(hour, ''), hour.capacity, travel, now) !== 'free') return []
      const left = hour.capacity - standing.filter(({ slot }) => slot === hour.slot).length
      return [
        {
          ...hour,
          left,
          ...(isOnTrip(standing, hour) && { sameTrip: true }),
          ...(planned.provisional && { provisional: true }),
        },
      ]
    })
}

/** Whoever is visited that day in the same town, for good and not only held. */
const isOnTrip = (standing: readonly Taken[], { way, start, place, slot }: Hour): boolean =>
  way === 'home' &&
  standing.some(
    (one) =>
      one.way === 'home' &&
      one.until === undefined &&
      one.slot !== slot &&
      one.town === place.town &&
      dayOf(one.start) === dayOf(start),
  )

/** Nearby ones first, for a visit at home; otherwise, and among them, by the hour. */
export const inOrder = (hours: readonly OfferedHour[], way: VisitWay): OfferedHour[] =>
  [...hours].sort(
    (a, b) =>
      (way === 'home' ? Number(b.sameTrip ?? false) - Number(a.sameTrip ?? false) : 0) ||
      byFrom({ from: a.start }, { from: b.start }) ||
      (a.person.id < b.person.id ? -1 : a.person.id > b.person.id ? 1 : 0),
  )

/** The hour that a slot names, as this person offers it; or why it isn't one. Whether it is taken is the day's book's word. */
export function hourNamed(
  host: Host,
  slot: string,
  asked: Omit<HoursAsked, 'way' | 'from' | 'to'>,
  given: HoursGiven,
): { hour: Hour } | { problem: HourProblem } {
  const said = slotFrom(slot)
  const { now, policy } = given
  if (!said || said.person !== host.person.id) return { problem: 'not-in-plan' }
  const { way, start, end } = said
  if (start < now) return { problem: 'in-the-past' }
  if (start < soonest(now, policy)) return { problem: 'too-soon' }
  if (dayOf(start) > latestDay(now, policy)) return { problem: 'too-far' }
  if (way === 'home' && !asked.where) return { problem: 'not-in-plan' }
  const there = (host_: Host) => plannedOf(host_, { ...asked, way, from: start, to: after(start, 1) }, given)
  const planned = there(host).find((one) => one.start === start && one.end === end)
  if (planned)
    return isThere(host, start, end) ? { hour: hourFrom(host, way, planned, asked.where) } : { problem: 'away' }
  if (there({ ...host, towns: [] }).some((one) => one.start === start && one.end === end))
    return { problem: 'unreachable' }
  return { problem: isDayOff(host, dayOf(start), given.calendar) ? 'day-off' : 'not-in-plan' }
}

/** What an hour that somebody has already was made of, whatever became of the plan. */
export function hourHeld(host: Host, slot: string, where?: PlaceRef): Hour | undefined {
  const said = slotFrom(slot)
  return said && hourFrom(host, said.way, { ...said, capacity: 1 }, where)
}

/** An hour as it would lie in the book. */
export const takenAs = ({ slot, way, start, end, place }: Hour, matter: string): Taken => ({
  matter,
  slot,
  way,
  start,
  end,
  town: place.town,
  village: place.code,
})

/** Whether nothing is offered that day because nobody works. */
export const isDayOff = ({ plans, openings }: Host, day: Day, calendar: Calendar): boolean =>
  !dayKind(day, calendar).working &&
  !plans.some((plan) => holdsOn(plan, day, calendar)) &&
  !openings.some(({ from, to }) => dayOf(from) <= day && day <= dayOf(after(to, -1)))

const soonest = (now: Instant, policy: Policy): Instant => after(now, policy['visit.soonestMinutes'] * MINUTE)
const latestDay = (now: Instant, policy: Policy): Day => addDays(dayOf(now), policy['visit.aheadDays'])

const isThere = ({ busy, closings }: Host, start: Instant, end: Instant): boolean =>
  !closings.some(({ from, to }) => from < end && start < to) &&
  !busy.some(({ from, until }) => from < end && start < until)

function hourFrom(
  { person, office, places = {} }: Host,
  way: VisitWay,
  { start, end, capacity, place }: Planned,
  where: PlaceRef | undefined,
): Hour {
  const sits = (place && places[place]) || office
  const at = way === 'home' ? (where ?? sits) : sits
  return { slot: slotName({ way, start, end, person }), way, start, end, person, place: at, capacity }
}

/** Everything planned, opened or on call that begins in `[from, to)`, each hour once, earliest first. */
function plannedOf(host: Host, asked: HoursAsked, given: HoursGiven): Planned[] {
  const { way, where, from, to } = asked
  if (from >= to) return []
  const { plans, openings, towns } = host
  const goes = way !== 'home' || towns.length === 0 || (where !== undefined && towns.includes(where.town))
  // A night's opening began the day before.
  const days = daysTouching(startingBefore(from), to)
  const planned = goes
    ? [
        ...days.flatMap((day) =>
          plans.flatMap((plan) =>
            plan.way === way && holdsOn(plan, day, given.calendar) ? planHours(plan, day, given) : [],
          ),
        ),
        ...openings.flatMap((opening) => (opening.way === way ? cut(opening, opening.from, opening.to) : [])),
      ]
    : []
  const found = [...planned, ...calledHours(host, asked, given)].filter(({ start }) => from <= start && start < to)
  const best = new Map<string, Planned>()
  for (const hour of found) {
    const key = `${hour.start} ${hour.end}`
    if ((best.get(key)?.capacity ?? 0) < hour.capacity) best.set(key, hour)
  }
  return [...best.values()].sort(
    (a, b) => byFrom({ from: a.start }, { from: b.start }) || byFrom({ from: a.end }, { from: b.end }),
  )
}
const startingBefore = (from: Instant): Instant => at(previousDay(dayOf(from)), '00:00')

const WORKING_WEEK = [1, 2, 3, 4, 5]

/** A feast is off whatever its weekday; on a make-up day people work as from Monday to Friday. */
export function holdsOn({ weekdays, since, until }: Plan, day: Day, calendar: Calendar): boolean {
  if ((since && day < since) || (until && until < day)) return false
  const { kind } = dayKind(day, calendar)
  if (kind === 'holiday') return false
  const weekday = weekdayOf(day)
  const named = weekdays.includes(weekday) || (weekday === 0 && weekdays.includes(7))
  return named || (kind === 'make-up' && WORKING_WEEK.every((each) => weekdays.includes(each)))
}

function planHours(plan: Plan, day: Day, { calendar }: HoursGiven): Planned[] {
  const hours = cut(plan, at(day, plan.from), at(day, plan.to))
  // The State Council hasn't said yet whether people work then.
  return dayKind(day, calendar).provisional ? hours.map((hour) => ({ ...hour, provisional: true })) : hours
}

function cut(
  { minutes, capacity, place }: Pick<Plan, 'minutes' | 'capacity' | 'place'>,
  from: Instant,
  to: Instant,
): Planned[] {
  const hours: Planned[] = []
  for (
    let start = from, end = after(from, minutes * MINUTE);
    end <= to;
    start = end, end = after(end, minutes * MINUTE)
  )
    hours.push({ start, end, capacity, ...(place && { place }) })
  return hours
}

const CALLED_AHEAD = 24 * HOUR

/** Whoever stands for her town goes out on every full hour of the next day and night. */
function calledHours(
  { onCall }: Host,
  { way, where, need, from, to }: HoursAsked,
  { now, policy }: HoursGiven,
): Planned[] {
  if (way !== 'home' || !need || !where) return []
  const last = after(now, CALLED_AHEAD)
  return onCall
    .filter(({ town }) => town === where.town)
    .flatMap((span) => {
      const hours: Planned[] = []
      for (
        let start = fullHour(later(later(span.from, now), from));
        start < last && start < to;
        start = after(start, HOUR)
      ) {
        const end = after(start, policy['visit.homeMinutes'] * MINUTE)
        if (end <= span.until) hours.push({ start, end, capacity: 1 })
      }
      return hours
    })
}
const fullHour = (from: Instant): Instant => after(from, (HOUR - (msOf(from) % HOUR)) % HOUR)
