import {
  type Clock,
  type ClockEvent,
  cancelClock,
  evolveClocks,
  type Hours,
  limitOn,
  mayPause,
  type PauseGround,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from './clock'
import type { Circumstances } from './decider'
import type { Grievance, Handling } from './grievance-types'
import { nextGeneration, running } from './matter'
import type { Policy } from './policy'
import { after, dayOf, earliest, type Instant, msBetween, msOfDuration, NEVER } from './time'

/** The clocks of a grievance, started and ended by code. */

export const ACCEPT = 'grievance.accept'
export const RESPOND = 'grievance.respond'
export const RESOLVE = 'grievance.resolve'
export const RULING = 'grievance.ruling'
export const CALL_BACK = 'grievance.callback'
export const CONTACT = 'grievance.rectify.contact'
export const RECTIFY = 'grievance.rectify'
export const UPPER = 'grievance.upper'
export const ESCALATE = 'grievance.escalate'
/** The clock of each handling class. */
export const classClock = {
  consult: 'grievance.consult',
  quick: 'grievance.quick',
  escalate: ESCALATE,
} as const satisfies Record<Handling, string>
export const CLASS: readonly string[] = Object.values(classClock)
/** What the result ends, as of when it was handed in. */
export const BY_RESULT: readonly string[] = [...CLASS, RESPOND, RESOLVE]

type Counts = Pick<Circumstances, 'limits' | 'calendar'>
type Given = Counts & Pick<Circumstances, 'policy'>
/** `dueAt`: a deadline given from outside. `hours`: those that count, where the row counts only some. */
type More = { dueAt?: Instant; hours?: Hours }

/** The next generation of this clock. Throws where no row of the code is in force. */
export function start(code: string, at: Instant, { limits, calendar }: Counts, state?: Clocked, more: More = {}) {
  const row = limitOn(limits, code, dayOf(at))
  const generation = state ? nextGeneration(state.clocks, code) : 1
  return startClock(more.hours ? { ...row, hours: more.hours } : row, at, calendar, generation, more.dueAt)
}
type Clocked = Pick<Grievance, 'clocks'>

export const isRunning = ({ clocks }: Clocked, code: string): boolean => running(clocks, code) !== undefined

/** Those that run or stand paused; without codes all of them. */
export const alive = ({ clocks }: Clocked, codes?: readonly string[]): Clock[] =>
  clocks.filter((clock) => clock.state !== 'stopped' && (!codes || codes.includes(clock.code)))

/** Kept or missed, as the clock says. */
export const stopping = (state: Clocked, at: Instant, ...codes: string[]): ClockEvent[] =>
  alive(state, codes).map((clock) => stopClock(clock, at))

/** All that still run, or those named. What the line above waits for goes on until it is answered there. */
export const cancelling = (state: Clocked, at: Instant, ...codes: string[]): ClockEvent[] =>
  alive(state, codes.length > 0 ? codes : undefined)
    .filter(({ code }) => code !== UPPER || codes.includes(UPPER))
    .map((clock) => cancelClock(clock, at))

export const withClocks = <S extends Clocked>(state: S, events: readonly ClockEvent[]): S => ({
  ...state,
  clocks: events.reduce<Clock[]>(evolveClocks, state.clocks),
})

/** From when the promise of this generation runs: when she sent it, or when it was begun again. */
export const promisedFrom = ({ sentAt, reopenedAt }: Pick<Grievance, 'sentAt' | 'reopenedAt'>): Instant =>
  reopenedAt ?? sentAt

type Owed = { from: Instant; to: Instant; ground: PauseGround }[]

/**
 * The class's clock in full from her sending (or the reopening), with the pauses that were granted in it: what she
 * owed an answer for, and what the clock before it stood still for, as far as this row knows the ground.
 */
export function startClass(handling: Handling, state: Grievance, given: Counts, owed: Owed): ClockEvent[] {
  const events: ClockEvent[] = [start(classClock[handling], promisedFrom(state), given, state)]
  const clock = () => events.reduce<Clock[]>(evolveClocks, [])[0] as Clock
  for (const { from, to, ground } of owed) {
    if (!mayPause(clock().limit, ground)) continue
    events.push(pauseClock(clock(), from, ground))
    events.push(resumeClock(clock(), earliest(to, longestFrom(clock(), from, ground)), given.calendar))
  }
  return events
}

/** The pauses that were granted since she sent it (or since it was begun again), earliest first. */
export function pausesSoFar(state: Grievance): Owed {
  const from = promisedFrom(state)
  const granted = state.clocks
    .filter((clock) => CLASS.includes(clock.code) && clock.startedAt >= from)
    .flatMap(({ pauses }) => pauses.flatMap(({ from, to, ground }) => (to && ground ? [{ from, to, ground }] : [])))
  const all = [...owedByHer(state), ...granted].filter((each) => each.from >= from)
  return all
    .filter((each, n) => all.findIndex((other) => other.from === each.from) === n)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** What she was asked for and when she gave it, as a pause. */
const owedByHer = ({ sentBack }: Grievance): Owed =>
  sentBack?.completedAt ? [{ from: sentBack.at, to: sentBack.completedAt, ground: 'reporter' }] : []

/**
 * When a pause that begins then must be over, as far as the clock's row says how long it may stand still: all its
 * pauses on this ground together, with `earlier` ms of others that the same promise was granted.
 */
export function longestFrom({ limit, pauses }: Clock, from: Instant, ground: PauseGround, earlier = 0): Instant {
  const longest = limit.longestPause?.[ground]
  if (longest === undefined) return NEVER
  const used = Math.max(earlier, pausedMs(pauses, ground))
  return after(from, Math.max(0, (msOfDuration(longest) ?? 0) - used))
}

type Paused = { from: Instant; to?: Instant | undefined; ground?: PauseGround | undefined }[]
/** How long they stood still on this ground; what stands still now isn't counted. */
export const pausedMs = (pauses: Paused, ground: PauseGround): number =>
  pauses.reduce((sum, { from, to, ground: on }) => sum + (to && on === ground ? msBetween(from, to) : 0), 0)

/** Whether this clock was begun since she sent it, or since it was begun again. */
const begun = (state: Grievance, code: string): boolean =>
  state.clocks.some((clock) => clock.code === code && clock.startedAt >= promisedFrom(state))

/**
 * It goes to a department or upward: 代办 has done its part, the answer and the result are due beside. A move to
 * another unit restarts nothing.
 */
export const goesUp = (state: Grievance, at: Instant, given: Counts): ClockEvent[] => [
  ...stopping(state, at, ESCALATE),
  ...[RESPOND, RESOLVE].filter((code) => !begun(state, code)).map((code) => start(code, at, given, state)),
]

/** The hours in which returns are ruled on, and in which she likes to be rung. */
export const rulingHours = (policy: Policy): Hours => ({
  from: policy['grievance.rulingFrom'],
  to: policy['grievance.rulingTo'],
})
export const reachableHours = ({ personal }: Grievance, policy: Policy): Hours =>
  personal.reporter.hours ?? {
    from: policy['grievance.reachableFrom'],
    to: policy['grievance.reachableTo'],
  }

/** The result passed its check: its clocks are stopped as of when it was handed in. */
export const stoppedByResult = (state: Grievance): ClockEvent[] =>
  state.resolved ? stopping(state, state.resolved.at, ...BY_RESULT) : []

/** She is to be rung by another within the hours in which she can be reached. */
export const startCallBack = (state: Grievance, at: Instant, given: Given): ClockEvent =>
  start(CALL_BACK, at, given, state, { hours: reachableHours(state, given.policy) })

/** While the result waits for its check nothing that ends with it falls due after it was handed in. */
export const heldByResult = ({ stage, resolved }: Pick<Grievance, 'stage' | 'resolved'>, clock: Clock): boolean =>
  stage === 'resolved' && resolved !== undefined && BY_RESULT.includes(clock.code) && clock.dueAt >= resolved.at

/** Until when the unit has its own share of the time: a part of what is left of the most urgent class or result clock. */
export function hopUntil({ clocks }: Clocked, at: Instant, policy: Policy): Instant | undefined {
  const due = clocks
    .filter(({ code, state }) => state === 'running' && (code === RESOLVE || CLASS.includes(code)))
    .map(({ dueAt }) => dueAt)
    .sort()[0]
  if (!due || due <= at) return undefined
  return after(at, Math.floor((msBetween(at, due) * policy['grievance.hopShare']) / 100))
}

/** Those that stand still on this ground. */
export const pausing = (state: Grievance, at: Instant, ground: PauseGround): ClockEvent[] =>
  alive(state, BY_RESULT)
    .filter((clock) => clock.state === 'running' && mayPause(clock.limit, ground))
    .map((clock) => pauseClock(clock, at, ground))

export const resuming = ({ clocks }: Clocked, at: Instant, { calendar }: Pick<Counts, 'calendar'>): ClockEvent[] =>
  clocks.filter(({ state }) => state === 'paused').map((clock) => resumeClock(clock, at, calendar))
