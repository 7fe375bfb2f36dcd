import { type Calendar, isWorkingDay } from './calendar'
import type { Clock } from './clock'
import { lastDay, runFor, runningMs } from './clock-count'
import { countsDays, type Threshold } from './clock-limit'
import { type Day, dayOf, daysBetween, type Instant, NEVER, previousDay, startOf } from './time'

export type Colour = 'green' | 'yellow' | 'red' | 'overdue'
export type Audience = 'staff' | 'public'
/** Staff: 正常 临期 今日到期 (urgent: 即将到期, for red on what is not counted in days) 已超期; public: 正在办理 按时办结 超时. */
export type Face =
  | 'normal'
  | 'nearing'
  | 'due-today'
  | 'urgent'
  | 'overdue'
  | 'in-hand'
  | 'kept'
  | 'late'
  | 'paused'
  | 'cancelled'

export const openPause = (clock: Clock) => clock.pauses.find((pause) => pause.to === undefined)

/** Past its due instant; while it stands paused, what counts is when the pause began. */
export const isLate = (clock: Clock, now: Instant): boolean => (openPause(clock)?.from ?? now) >= clock.dueAt

/** A paused clock keeps the colour it was paused in; a stopped one is overdue if it was missed, else green. */
export function colour(clock: Clock, now: Instant, calendar: Calendar): Colour {
  if (clock.state === 'stopped') return clock.outcome === 'missed' ? 'overdue' : 'green'
  if (isLate(clock, now)) return 'overdue'
  const seen = openPause(clock)?.from ?? now
  const { yellowAt, redAt } = turns(clock, calendar)
  if (seen >= redAt) return 'red'
  return seen >= yellowAt ? 'yellow' : 'green'
}

/** A code for the word beside the colour. The public sees only whether it is in hand, kept or late. */
export function face(clock: Clock, now: Instant, calendar: Calendar, audience: Audience): Face {
  const late = audience === 'staff' ? 'overdue' : 'late'
  if (clock.state === 'stopped') return clock.outcome === 'missed' ? late : (clock.outcome ?? 'cancelled')
  const seen = colour(clock, now, calendar)
  // A pause doesn't hide that the clock was late before it.
  if (seen === 'overdue') return late
  if (clock.state === 'paused') return 'paused'
  if (audience === 'public') return 'in-hand'
  if (seen === 'green') return 'normal'
  if (seen === 'yellow') return 'nearing'
  return countsDays(clock.limit) || clock.limit.unit === 'same-day' ? 'due-today' : 'urgent'
}

/** The next instant at which a running clock changes colour; NEVER if it won't any more by itself. */
export function nextColourChange(clock: Clock, now: Instant, calendar: Calendar): Instant {
  if (clock.state !== 'running') return NEVER
  const { yellowAt, redAt } = turns(clock, calendar)
  const yellow = yellowAt < redAt ? [yellowAt] : []
  return [...yellow, redAt, clock.dueAt].find((at) => at > now && at <= clock.dueAt) ?? NEVER
}

/** When yellow begins; NEVER where the row has none, or red comes first. */
export function yellowFrom(clock: Clock, calendar: Calendar): Instant {
  const { yellowAt, redAt } = turns(clock, calendar)
  return yellowAt < redAt && yellowAt < clock.dueAt ? yellowAt : NEVER
}

function turns(clock: Clock, calendar: Calendar): { yellowAt: Instant; redAt: Instant } {
  const { yellow, red } = clock.limit
  const when = (threshold: Threshold) => turnsAt(clock, threshold, calendar)
  return { yellowAt: yellow ? when(yellow) : NEVER, redAt: when(red) }
}

function turnsAt(clock: Clock, threshold: Threshold, calendar: Calendar): Instant {
  if ('elapsedPercent' in threshold) {
    // A pause still open hasn't moved the due instant yet, so it isn't taken out of the whole either.
    const course = { ...clock, pauses: clock.pauses.filter((pause) => pause.to !== undefined) }
    const whole = runningMs(clock.dueAt, course, calendar)
    return runFor(Math.ceil((whole * threshold.elapsedPercent) / 100), course, calendar).dueAt
  }
  const { workingDaysLeft, longerThan } = threshold
  if (longerThan !== undefined && limitDays(clock) <= longerThan) return NEVER
  return startOf(dayWithLeft(workingDaysLeft, lastDay(clock.dueAt), calendar))
}

/** How many days the limit has: as counted, or, where the end was given, the natural days to it. */
function limitDays({ limit, given, startedAt, dueAt }: Clock): number {
  if (given === undefined && typeof limit.count === 'number') return limit.count
  return daysBetween(dayOf(startedAt), lastDay(given ?? dueAt))
}

/**
 * The earliest day after which no more than `left` working days remain, the due day counted. Of the two readings
 * ("of the working days left, today included" or "after today") only this one makes the example true: due Monday
 * 2026-10-12, after Friday the 9th two remain (the make-up Saturday and Monday itself), so yellow begins on Friday.
 * Where days off come between, it is the working day before them: a warning is for somebody who is at work.
 */
function dayWithLeft(left: number, due: Day, calendar: Calendar): Day {
  let day = due
  let remaining = 0
  for (;;) {
    if (day === due || isWorkingDay(day, calendar)) remaining += 1
    if (remaining > left) return day
    day = previousDay(day)
  }
}
