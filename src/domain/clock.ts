import type { Calendar } from './calendar'
import { type Due, dueOf, type Pause } from './clock-count'
import { isLate, openPause } from './clock-face'
import { type Counting, countingOf, type Limit, mayPause, type PauseGround } from './clock-limit'
import { after, type Duration, durationOf, type Instant, msBetween, msOfDuration } from './time'

export { type ExplainLine, explain } from './clock-explain'
export { type Audience, type Colour, colour, type Face, face, nextColourChange } from './clock-face'
export {
  type Counting,
  type Hours,
  type Limit,
  type LimitUnit,
  limitOn,
  mayPause,
  type PauseGround,
  type Threshold,
} from './clock-limit'

export type Outcome = 'kept' | 'missed' | 'cancelled'

export type Clock = {
  code: string
  generation: number
  limit: Counting
  startedAt: Instant
  /** Exclusive: stopping at this instant is late. */
  dueAt: Instant
  /** dueAt as it was given from outside, before any pause. */
  given?: Instant
  provisional: boolean
  /** A stopped clock whose last pause has no end was stopped while it stood paused. */
  pauses: (Pause & { ground?: PauseGround })[]
  state: 'running' | 'paused' | 'stopped'
  stoppedAt?: Instant
  outcome?: Outcome
  lateBy?: Duration
  overdueNoted?: boolean
}

type Which = { at: Instant; code: string; generation: number }
export type ClockStarted = Which & { type: 'ClockStarted'; startedAt: Instant; limit: Counting; given?: Instant } & Due
export type ClockPaused = Which & { type: 'ClockPaused'; ground?: PauseGround }
export type ClockResumed = Which & { type: 'ClockResumed' } & Due
export type ClockStopped = Which & { type: 'ClockStopped'; outcome: Outcome; lateBy?: Duration }
export type ClockOverdue = Which & { type: 'ClockOverdue'; dueAt: Instant }
export type ClockRecomputed = Which & { type: 'ClockRecomputed'; was: Due } & Due
export type ClockEvent = ClockStarted | ClockPaused | ClockResumed | ClockStopped | ClockOverdue | ClockRecomputed

const TYPES: readonly string[] = [
  'ClockStarted',
  'ClockPaused',
  'ClockResumed',
  'ClockStopped',
  'ClockOverdue',
  'ClockRecomputed',
] satisfies ClockEvent['type'][]

export const isClockEvent = (event: { type: string }): event is ClockEvent => TYPES.includes(event.type)

/** `dueAt`: a deadline that came from outside (a promised call-back, another authority's order); nothing is counted. */
export function startClock(
  limit: Limit,
  startedAt: Instant,
  calendar: Calendar,
  generation = 1,
  dueAt?: Instant,
): ClockStarted {
  const counting = countingOf(limit)
  const given = dueAt === undefined ? {} : { given: dueAt }
  const due = dueOf({ limit: counting, startedAt, pauses: [], ...given }, calendar)
  const { code } = limit
  return { type: 'ClockStarted', at: startedAt, code, generation, startedAt, limit: counting, ...given, ...due }
}

/** Throws where the row knows no such pause: it would give away time that was promised. */
export function pauseClock(clock: Clock, at: Instant, ground?: PauseGround): ClockPaused {
  expect(clock, 'running')
  if (clock.limit.pauses === 'never' || (ground && !mayPause(clock.limit, ground))) {
    throw new Error(`clock ${clock.code} isn't paused for ${ground ?? 'anything'}`)
  }
  return { type: 'ClockPaused', ...which(clock, at), ...(ground && { ground }) }
}

export function resumeClock(clock: Clock, at: Instant, calendar: Calendar): ClockResumed {
  expect(clock, 'paused')
  const due = dueOf({ ...clock, pauses: closed(clock.pauses, at) }, calendar)
  return { type: 'ClockResumed', ...which(clock, at), ...due }
}

/** A clock that stands paused is judged as of the moment it was paused: time hasn't run since. */
export function stopClock(clock: Clock, at: Instant): ClockStopped {
  expect(clock, 'running', 'paused')
  if (isLate(clock, at)) {
    const lateBy = durationOf(msBetween(clock.dueAt, at))
    return { type: 'ClockStopped', ...which(clock, at), outcome: 'missed', lateBy }
  }
  return { type: 'ClockStopped', ...which(clock, at), outcome: 'kept' }
}

export function cancelClock(clock: Clock, at: Instant): ClockStopped {
  expect(clock, 'running', 'paused')
  return { type: 'ClockStopped', ...which(clock, at), outcome: 'cancelled' }
}

/** Judged at their due time, however late somebody wakes up to look; earliest first; each once. */
export function overdueClocks(clocks: readonly Clock[], now: Instant): ClockOverdue[] {
  return clocks
    .filter((clock) => clock.state === 'running' && clock.dueAt <= now && !clock.overdueNoted)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
    .map((clock) => ({ type: 'ClockOverdue', ...which(clock, clock.dueAt), dueAt: clock.dueAt }))
}

/** For when a State Council notice has been loaded; what was certain is left alone. */
export function recomputeProvisional(clocks: readonly Clock[], calendar: Calendar, now: Instant): ClockRecomputed[] {
  return clocks
    .filter((clock) => clock.state !== 'stopped' && clock.provisional)
    .flatMap((clock) => {
      const was = { dueAt: clock.dueAt, provisional: clock.provisional }
      const due = dueOf(clock, calendar)
      if (due.dueAt === was.dueAt && due.provisional === was.provisional) return []
      return [{ type: 'ClockRecomputed' as const, ...which(clock, now), ...due, was }]
    })
}

/** Takes each event's result as it stands: past days are never counted again. */
export function evolveClocks(clocks: readonly Clock[], event: ClockEvent): Clock[] {
  const isIt = (clock: Clock) => clock.code === event.code && clock.generation === event.generation
  if (event.type === 'ClockStarted') {
    const { type, at, ...facts } = event
    return [...clocks.filter((clock) => !isIt(clock)), { ...facts, pauses: [], state: 'running' }]
  }
  return clocks.map((clock) => (isIt(clock) ? evolved(clock, event) : clock))
}

function evolved(clock: Clock, event: Exclude<ClockEvent, ClockStarted>): Clock {
  switch (event.type) {
    case 'ClockPaused': {
      const pause = { from: event.at, ...(event.ground && { ground: event.ground }) }
      return { ...clock, state: 'paused', pauses: [...clock.pauses, pause] }
    }
    case 'ClockResumed': {
      const { dueAt, provisional } = event
      return { ...clock, state: 'running', pauses: closed(clock.pauses, event.at), dueAt, provisional }
    }
    case 'ClockStopped': {
      const { at: stoppedAt, outcome, lateBy } = event
      return { ...clock, state: 'stopped', stoppedAt, outcome, ...(lateBy && { lateBy }) }
    }
    case 'ClockOverdue':
      return { ...clock, overdueNoted: true }
    case 'ClockRecomputed': {
      const { dueAt, provisional } = event
      const { overdueNoted, ...rest } = clock
      // A date that moved into the future is judged again when it comes.
      return { ...rest, dueAt, provisional, ...(overdueNoted && dueAt <= event.at && { overdueNoted }) }
    }
  }
}

/** When a pause that may only last so long is over; undefined if it may last. */
export function pauseEndsBy(clock: Clock): Instant | undefined {
  const open = clock.state === 'paused' ? openPause(clock) : undefined
  const longest = open?.ground && clock.limit.longestPause?.[open.ground]
  const ms = longest && msOfDuration(longest)
  return open && ms ? after(open.from, ms) : undefined
}

const which = ({ code, generation }: Clock, at: Instant): Which => ({ at, code, generation })

const closed = <P extends Pause>(pauses: readonly P[], to: Instant): P[] =>
  pauses.map((pause) => (pause.to === undefined ? { ...pause, to } : pause))

function expect(clock: Clock, ...states: Clock['state'][]) {
  if (states.includes(clock.state)) return
  throw new Error(`clock ${clock.code}/${clock.generation} is ${clock.state}, not ${states.join(' or ')}`)
}
