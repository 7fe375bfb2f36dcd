import { type Calendar, type DayFacts, dayKind, isWorkingDay } from './calendar'
import { type Counting, countsDays } from './clock-limit'
import {
  after,
  at,
  type Day,
  dayOf,
  HOUR,
  type Instant,
  MINUTE,
  msBetween,
  NEVER,
  nextDay,
  previousDay,
  startOf,
} from './time'

export type Pause = { from: Instant; to?: Instant }
export type Due = { dueAt: Instant; provisional: boolean }
/** Everything a due instant follows from. `given`: it came from outside and is not counted. */
export type Course = { limit: Counting; startedAt: Instant; pauses: readonly Pause[]; given?: Instant }

/**
 * The exclusive end of the limit. Only pauses that have ended count, and only those that began before the clock was
 * due: asking for papers on the day after doesn't heal a missed promise.
 */
export function dueOf(course: Course, calendar: Calendar): Due {
  const { limit, startedAt, given } = course
  const pauses = course.pauses.filter((pause) => pause.to !== undefined)
  if (given) return moved({ dueAt: given, provisional: false }, limit, pauses, calendar)
  switch (limit.unit) {
    case 'natural-days':
    case 'working-days':
      return dueAfterDays({ ...course, pauses }, calendar)
    case 'minutes':
    case 'hours':
      return runFor(countOf(limit) * (limit.unit === 'hours' ? HOUR : MINUTE), { ...course, pauses }, calendar)
    case 'same-day':
    case 'until':
      return moved({ dueAt: wallClock(limit, startedAt), provisional: false }, limit, pauses, calendar)
  }
}

export type DayStep = { day: Day; facts: DayFacts; paused: boolean; counted: boolean; n: number }

/**
 * The days after the opening day, one by one, which is not counted (民法典 201). A day at whose end the clock stands
 * paused isn't counted either; a pause that begins and ends on one day changes nothing.
 */
export function* daysCounted({ limit, startedAt, pauses }: Course, calendar: Calendar): Generator<DayStep> {
  const count = countOf(limit)
  let n = 0
  for (let day = nextDay(dayOf(startedAt)); ; day = nextDay(day)) {
    const end = startOf(nextDay(day))
    const facts = dayKind(day, calendar)
    const paused = pauses.some(({ from, to }) => from < end && (to === undefined || to >= end))
    const counted = !paused && n < count && (limit.unit === 'natural-days' || facts.working)
    if (counted) n += 1
    yield { day, facts, paused, counted, n }
  }
}

function dueAfterDays(course: Course, calendar: Calendar): Due {
  const count = countOf(course.limit)
  let provisional = false
  for (const { day, facts, paused, n } of daysCounted(course, calendar)) {
    provisional ||= facts.provisional
    // 民法典 203: the last day ends at 24:00, and if it is a day off, at the end of the next working day.
    if (n === count && facts.working && !paused) return { dueAt: startOf(nextDay(day)), provisional }
  }
  throw new Error('days never end')
}

/** The instant at which the clock has run for so long: pauses and hours that don't count are stepped over. */
export function runFor(ms: number, course: Course, calendar: Calendar): Due {
  let left = ms
  let provisional = false
  for (const span of spansCounted(course, calendar)) {
    provisional ||= span.provisional
    const length = msBetween(span.from, span.to)
    if (left <= length) return { dueAt: after(span.from, left), provisional }
    left -= length
  }
  return { dueAt: NEVER, provisional }
}

/** How long the clock has run by then. */
export function runningMs(until: Instant, course: Course, calendar: Calendar): number {
  let ms = 0
  for (const { from, to } of spansCounted(course, calendar)) {
    if (from >= until) break
    ms += msBetween(from, to < until ? to : until)
  }
  return ms
}

type Span = { from: Instant; to: Instant; provisional: boolean }

/** The stretches of time that count, in order. */
function* spansCounted(course: Course, calendar: Calendar): Generator<Span> {
  const pauses = [...course.pauses].sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const open of openSpans(course, calendar)) {
    let from = open.from
    for (const pause of pauses) {
      const to = pause.to ?? NEVER
      if (to <= from || pause.from >= open.to) continue
      if (pause.from > from) yield { ...open, from, to: pause.from }
      from = to
    }
    if (from < open.to) yield { ...open, from }
  }
}

function* openSpans({ limit, startedAt }: Course, calendar: Calendar): Generator<Span> {
  const { hours } = limit
  if (!hours) {
    yield { from: startedAt, to: NEVER, provisional: false }
    return
  }
  // The evening before may reach into the day the clock starts on.
  for (let day = previousDay(dayOf(startedAt)); day < dayOf(NEVER); day = nextDay(day)) {
    const { working, provisional } = dayKind(day, calendar)
    if (hours.workingDaysOnly && !working) continue
    const opens = at(day, hours.from)
    const to = at(hours.to > hours.from ? day : nextDay(day), hours.to)
    const from = opens > startedAt ? opens : startedAt
    if (from < to) yield { from, to, provisional: hours.workingDaysOnly === true && provisional }
  }
}

function wallClock(limit: Counting, from: Instant): Instant {
  if (limit.unit === 'same-day') return startOf(nextDay(dayOf(from)))
  if (limit.until === undefined) throw new Error('an "until" limit needs its time of day, or a due instant')
  return at(nextDay(dayOf(from)), limit.until)
}

/** Moves a wall-clock or given end on by the pauses that began before it. */
function moved(due: Due, limit: Counting, pauses: readonly Pause[], calendar: Calendar): Due {
  let { dueAt, provisional } = due
  for (const { from, to } of pauses) {
    if (to === undefined || from >= dueAt) continue
    if (limit.afterPause === 'end-of-day') dueAt = startOf(nextDay(dayOf(to)))
    else if (limit.afterPause === 'until') dueAt = wallClock({ ...limit, unit: 'until' }, to)
    else if (countsDays(limit))
      ({ dueAt, provisional } = movedByDays({ dueAt, provisional }, limit, from, to, calendar))
    else dueAt = after(dueAt, msBetween(from, to))
  }
  return { dueAt, provisional }
}

/** As many days after the pause as were left before it; the time of day stays. */
function movedByDays(due: Due, limit: Counting, from: Instant, to: Instant, calendar: Calendar): Due {
  if (dayOf(from) === dayOf(to)) return due
  const last = lastDay(due.dueAt)
  const counts = (day: Day) => limit.unit === 'natural-days' || isWorkingDay(day, calendar)
  let left = 1
  for (let day = dayOf(from); day < last; day = nextDay(day)) if (counts(day)) left += 1
  let { provisional } = due
  let day = previousDay(dayOf(to))
  // 民法典 203: the day it ends on is a working day.
  while (left > 0 || !isWorkingDay(day, calendar)) {
    day = nextDay(day)
    provisional ||= dayKind(day, calendar).provisional
    if (counts(day)) left -= 1
  }
  return { dueAt: after(startOf(day), msBetween(startOf(last), due.dueAt)), provisional }
}

/** The day a limit ends on: dueAt is exclusive, so 24:00 of Monday is Tuesday's 00:00. */
export const lastDay = (dueAt: Instant): Day => dayOf(after(dueAt, -1))

function countOf({ unit, count }: Counting): number {
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) {
    throw new Error(`a limit in ${unit} needs a whole count of at least 1, or a due instant`)
  }
  return count
}
