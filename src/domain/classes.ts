import { type Calendar, dayKind, isWorkingDay } from './calendar'
import { addDays, after, at, type Day, type Instant, MINUTE, nextDay, weekdayOf } from './time'

/** Law classes: a series with its rhythm, what is different on one of its days, and the days that follow from both. */

export const classKinds = ['live', 'class', 'round-table'] as const
export type ClassKind = (typeof classKinds)[number]

/** Which of its weekday in a month; the last one may be the fourth or the fifth. */
export const monthWeeks = ['first', 'second', 'third', 'fourth', 'last'] as const
export type MonthWeek = (typeof monthWeeks)[number]

/** The weekday is that of the series' first day. */
export type Rhythm = { every: 'once' | 'week' | 'fortnight' } | { every: 'month'; week: MonthWeek }

/** What happens to a class on a festival's day off. A weekend is no reason: some are held there on purpose. */
export const festivalRules = ['hold', 'skip', 'next-working-day'] as const
export type FestivalRule = (typeof festivalRules)[number]

export type ClassPlan = {
  rhythm: Rhythm
  /** The earliest day it may be held; with `month` the first fitting day on or after it. */
  first: Day
  /** The last day it may be held, included. */
  last?: Day
  /** `HH:mm` */
  start: string
  minutes: number
  festival: FestivalRule
}

/** What is different once; `date` is the day that the rhythm gave it, and stays its name. */
export type ClassException =
  | { date: Day; kind: 'moved'; day: Day; start: string; why: string }
  | { date: Day; kind: 'cancelled'; why: string }

export type Occurrence = {
  /** The day that the rhythm gave it: its name, however often it is moved. */
  date: Day
  /** The day on which it is really held. */
  day: Day
  startAt: Instant
  endAt: Instant
  state: 'on' | 'moved' | 'cancelled' | 'festival'
  why?: string
  /** The festival it made way for. */
  festival?: string
  /** That year's holidays aren't published yet. */
  provisional: boolean
}

/** No feast with what it moves is longer: a class it pushed on is found from a span that begins after it. */
const LONGEST_FEAST_DAYS = 31

/** Every occurrence held, or that would have been, in `[from, to)`; in the order of time. */
export function occurrences(
  plan: ClassPlan,
  exceptions: readonly ClassException[],
  span: { from: Day; to: Day },
  calendar: Calendar,
): Occurrence[] {
  const moved = new Map(exceptions.map((each) => [each.date, each]))
  // What was moved by hand may lie far from its own day.
  const far = exceptions.map(({ date }) => date).filter((date) => isInRhythm(plan, date))
  const near = rhythmDays(plan, addDays(span.from, -LONGEST_FEAST_DAYS), span.to)
  const dates = [...new Set([...near, ...far])]
  return dates
    .flatMap((date) => heldOn(plan, date, moved.get(date), calendar))
    .filter(({ day }) => span.from <= day && day < span.to)
    .sort((a, b) => (a.startAt === b.startAt ? (a.date < b.date ? -1 : 1) : a.startAt < b.startAt ? -1 : 1))
}

/** The one of that rhythm day; undefined where the rhythm has none, or where a feast pushed it onto the next one. */
export const occurrenceOn = (
  plan: ClassPlan,
  exceptions: readonly ClassException[],
  date: Day,
  calendar: Calendar,
): Occurrence | undefined =>
  isInRhythm(plan, date)
    ? heldOn(
        plan,
        date,
        exceptions.find((each) => each.date === date),
        calendar,
      )[0]
    : undefined

/** Three years: whatever is planned further ahead nobody can join yet. */
const AHEAD_DAYS = 3 * 366

/** The next so many that take place and have not ended at `now`. */
export function nextOccurrences(
  plan: ClassPlan,
  exceptions: readonly ClassException[],
  now: Instant,
  count: number,
  calendar: Calendar,
): Occurrence[] {
  const today = now.slice(0, 10)
  const from = plan.first > today ? plan.first : addDays(today, -1)
  return occurrences(plan, exceptions, { from, to: addDays(from, AHEAD_DAYS) }, calendar)
    .filter(({ state, endAt }) => takesPlace(state) && endAt > now)
    .slice(0, count)
}

export const takesPlace = (state: Occurrence['state']): boolean => state === 'on' || state === 'moved'

/** When whoever asked for it is told: at six in the evening before, or at once where that is over. */
export const remindAt = ({ day }: Pick<Occurrence, 'day'>): Instant => at(addDays(day, -1), '18:00')

function heldOn(plan: ClassPlan, date: Day, exception: ClassException | undefined, calendar: Calendar): Occurrence[] {
  const { kind, name, provisional } = dayKind(date, calendar)
  const usual = { date, provisional, ...timed(plan, date, plan.start) }
  if (exception?.kind === 'cancelled') return [{ ...usual, state: 'cancelled', why: exception.why }]
  if (exception)
    return [
      { date, ...timed(plan, exception.day, exception.start), provisional: false, state: 'moved', why: exception.why },
    ]
  if (kind !== 'holiday' || plan.festival === 'hold') return [{ ...usual, state: 'on' }]
  const festival = name ? { festival: name } : {}
  if (plan.festival === 'skip') return [{ ...usual, ...festival, state: 'festival' }]
  const day = workingDayAfter(date, calendar)
  // The day after the feast is one of its own: that week has one class, not two.
  if (isInRhythm(plan, day) || (plan.last && day > plan.last)) return [{ ...usual, ...festival, state: 'festival' }]
  return [{ date, ...timed(plan, day, plan.start), ...festival, provisional, state: 'moved' }]
}

const timed = ({ minutes }: ClassPlan, day: Day, start: string) => {
  const startAt = at(day, start)
  return { day, startAt, endAt: after(startAt, minutes * MINUTE) }
}

function workingDayAfter(day: Day, calendar: Calendar): Day {
  let next = nextDay(day)
  while (!isWorkingDay(next, calendar)) next = nextDay(next)
  return next
}

/** The days that the rhythm gives in `[from, to)`, whatever the calendar says. */
function rhythmDays(plan: ClassPlan, from: Day, to: Day): Day[] {
  const days: Day[] = []
  const begin = from > plan.first ? from : plan.first
  for (let day = begin; day < to && !(plan.last && day > plan.last); day = nextDay(day))
    if (isInRhythm(plan, day)) days.push(day)
  return days
}

const WEEK_MS = 7 * 24 * 60 * MINUTE

export function isInRhythm({ rhythm, first, last }: ClassPlan, day: Day): boolean {
  if (day < first || (last && day > last)) return false
  if (rhythm.every === 'once') return day === first
  if (weekdayOf(day) !== weekdayOf(first)) return false
  const weeks = Math.round((Date.parse(day) - Date.parse(first)) / WEEK_MS)
  switch (rhythm.every) {
    case 'week':
      return true
    case 'fortnight':
      return weeks % 2 === 0
    case 'month':
      return rhythm.week === 'last'
        ? addDays(day, 7).slice(0, 7) !== day.slice(0, 7)
        : Math.ceil(Number(day.slice(8)) / 7) === monthWeeks.indexOf(rhythm.week) + 1
  }
}
