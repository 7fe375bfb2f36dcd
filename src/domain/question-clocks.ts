import { type ClockEvent, cancelClock, limitOn, startClock, stopClock } from './clock'
import { nextGeneration } from './matter'
import type { Question, QuestionGiven } from './question-types'
import { dayOf, type Instant } from './time'

/** The two clocks of a question, started and ended by code. */

export const ANSWER = 'question.answer'
export const CALL_BACK = 'question.callback'

/** `dueAt`: the promised time of a call-back. */
export const start = (code: string, at: Instant, given: QuestionGiven, state?: Question, dueAt?: Instant): ClockEvent =>
  startClock(
    limitOn(given.limits, code, dayOf(at)),
    at,
    given.calendar,
    state ? nextGeneration(state.clocks, code) : 1,
    dueAt,
  )

const alive = ({ clocks }: Question, code?: string) =>
  clocks.filter((clock) => clock.state !== 'stopped' && (!code || clock.code === code))

/** Kept or missed, as the clock says. Without a code: all that still run. */
export const stopping = (state: Question, at: Instant, code?: string): ClockEvent[] =>
  alive(state, code).map((clock) => stopClock(clock, at))

/** Another promise takes its place; one that was missed by then stays missed. */
export const replacing = (state: Question, at: Instant, code: string): ClockEvent[] =>
  alive(state, code).map((clock) => (clock.dueAt <= at ? stopClock(clock, at) : cancelClock(clock, at)))

export const cancelling = (state: Question, at: Instant): ClockEvent[] =>
  alive(state).map((clock) => cancelClock(clock, at))
