import type { Aid, AidGiven } from './aid-types'
import {
  type Clock,
  type ClockEvent,
  cancelClock,
  limitOn,
  mayPause,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from './clock'
import { nextGeneration } from './matter'
import { dayOf, type Instant } from './time'

/** The clocks of one matter, started and ended by code. */

export const start = (code: string, at: Instant, given: AidGiven, state?: Aid): ClockEvent =>
  startClock(limitOn(given.limits, code, dayOf(at)), at, given.calendar, state ? nextGeneration(state.clocks, code) : 1)

const alive = (state: Aid, codes?: readonly string[]): Clock[] =>
  state.clocks.filter((c) => c.state !== 'stopped' && (!codes || codes.includes(c.code)))

export const stopping = (state: Aid, codes: readonly string[], at: Instant): ClockEvent[] =>
  alive(state, codes).map((clock) => stopClock(clock, at))

/** Without codes: all that still run. */
export const cancelling = (state: Aid, at: Instant, codes?: readonly string[]): ClockEvent[] =>
  alive(state, codes).map((clock) => cancelClock(clock, at))

/** Every clock that stands still while papers are owed. */
export const pausing = (state: Aid, at: Instant): ClockEvent[] =>
  alive(state)
    .filter((clock) => clock.state === 'running' && mayPause(clock.limit, 'papers'))
    .map((clock) => pauseClock(clock, at, 'papers'))

export const resuming = (state: Aid, { now, calendar }: Pick<AidGiven, 'now' | 'calendar'>): ClockEvent[] =>
  state.clocks.filter((clock) => clock.state === 'paused').map((clock) => resumeClock(clock, now, calendar))
