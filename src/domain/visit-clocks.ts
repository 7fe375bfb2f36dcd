import { type ClockEvent, cancelClock, limitOn, pauseClock, resumeClock, startClock, stopClock } from './clock'
import type { Circumstances } from './decider'
import { nextGeneration, running } from './matter'
import { dayOf, type Instant } from './time'
import type { Hour, Visit, VisitForm, VisitGiven } from './visit-types'

/** The one clock of a visit: whoever is visited at home is visited within a day. */

export const HOME = 'visit.home'

/**
 * Who can't come is visited within the day, whatever hour was found. Who could come and chose a later hour herself is
 * promised that one: to its end.
 */
export function startHome(
  sentAt: Instant,
  hour: Hour | undefined,
  need: VisitForm['need'],
  given: VisitGiven,
): ClockEvent {
  const limit = limitOn(given.limits, HOME, dayOf(sentAt))
  const counted = startClock(limit, sentAt, given.calendar)
  if (need || !hour || hour.end <= counted.dueAt) return counted
  return startClock(limit, sentAt, given.calendar, 1, hour.end)
}

/** She asked for a later hour herself: it is the new promise. One that was missed by then stays missed. */
export function promiseAnew(state: Visit, hour: Hour, given: VisitGiven): ClockEvent[] {
  const clock = running(state.clocks, HOME)
  if (clock?.state !== 'running' || hour.end <= clock.dueAt) return []
  const limit = limitOn(given.limits, HOME, dayOf(given.now))
  const generation = nextGeneration(state.clocks, HOME)
  return [...dropping(state, given.now), startClock(limit, given.now, given.calendar, generation, hour.end)]
}

const alive = ({ clocks }: Visit) => clocks.filter((clock) => clock.state !== 'stopped')

/** Kept or missed, as the clock says. */
export const stopping = (state: Visit, at: Instant): ClockEvent[] => alive(state).map((clock) => stopClock(clock, at))

/** It is owed no longer; what was missed by then stays missed. */
export const dropping = (state: Visit, at: Instant): ClockEvent[] =>
  alive(state).map((clock) =>
    clock.state === 'running' && clock.dueAt <= at ? stopClock(clock, at) : cancelClock(clock, at),
  )

/** She took it back herself. */
export const cancelling = (state: Visit, at: Instant): ClockEvent[] =>
  alive(state).map((clock) => cancelClock(clock, at))

export const pausing = (state: Visit, at: Instant): ClockEvent[] =>
  alive(state).flatMap((clock) => (clock.state === 'running' ? [pauseClock(clock, at, 'weather')] : []))

export const resuming = (state: Visit, at: Instant, { calendar }: Pick<Circumstances, 'calendar'>): ClockEvent[] =>
  alive(state).flatMap((clock) => (clock.state === 'paused' ? [resumeClock(clock, at, calendar)] : []))
