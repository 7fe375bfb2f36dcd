import type { Calendar } from './calendar'
import type { Clock } from './clock'
import { dueOf } from './clock-count'
import { openPause, yellowFrom } from './clock-face'
import { countsDays } from './clock-limit'
import { BY_RESULT, CLASS } from './grievance-clocks'
import type { Grievance, GrievanceGiven } from './grievance-types'
import { cancelDrafts, hasRung, isOn, numbersFrom, paperFor, staleDrafts } from './ladder-papers'
import type { LadderEvent, PaperRef, Rung } from './ladder-types'
import type { MatterCore } from './matter'
import type { Policy } from './policy'
import { after, durationOf, earliest, HOUR, type Instant, msBetween, NEVER } from './time'

/** The ladder of 三单一函 as time climbs it; what people do with a paper is in ladder-papers. */

export { evolveLadder, evolvePapers, isLadderEvent } from './ladder-evolve'
export { cancelDrafts, decidePaper } from './ladder-papers'

/** What the ladder has to know of a matter, whatever kind it is. */
export type Ladderable = Pick<MatterCore, 'clocks' | 'responsible'> & {
  stage: string
  papers: PaperRef[]
  careUntil?: Instant
  main?: Grievance['main']
  resolved?: { at: Instant }
}
export type LadderGiven = Pick<
  GrievanceGiven,
  'now' | 'calendar' | 'policy' | 'command' | 'supervisor' | 'numbers' | 'matter' | 'head'
>
type Counted = { policy: Policy; calendar: Calendar }

/** A machine that wakes within half a minute isn't late: nobody reads seconds on a paper. */
const ON_TIME = 30_000
/** So many rungs in one step: what is left is climbed in the next, and one save stays small. */
const AT_ONCE = 8
type Step = { clock: Clock; rung: Rung; dueAt: Instant }

/**
 * Every rung that is due by now, earliest first, each once in a generation of its clock: 提醒单 and 催办单 are issued,
 * 督办单 and 移交函 only drafted. `at` is now, `dueAt` when the rung was reached. Drafts whose clock has ended are
 * cancelled first. Throws where `given.numbers` lacks the next number of a series.
 */
export function climb(state: Ladderable, given: LadderGiven): LadderEvent[] {
  const { now } = given
  const numbers = numbersFrom(given)
  const steps = stepsOf(state, given).filter(({ dueAt }) => dueAt <= now)
  return [
    ...cancelDrafts(state, now),
    ...steps.slice(0, AT_ONCE).map(({ clock, rung, dueAt }): LadderEvent => {
      const waited = msBetween(dueAt, now)
      const late = waited > ON_TIME ? { lateBy: durationOf(waited) } : {}
      const paper = { ...paperFor(state, clock, rung, given), dueAt, ...late }
      if (rung === 'remind' || rung === 'urge') {
        const issued: PaperRef = { ...paper, n: numbers(rung), state: 'issued', issuedAt: now }
        return { type: 'PaperIssued', at: now, ...late, paper: issued, personal: {} }
      }
      const before = given.supervisor && { before: given.supervisor }
      return { type: 'PaperDrafted', at: now, ...late, ...before, paper, personal: {} }
    }),
  ]
}

/** When the ladder next has something to do; NEVER where it hasn't. It may lie in the past: then it is overdue. */
export function ladderWakeAt(state: Ladderable, policy: Policy, calendar: Calendar): Instant {
  const stale = staleDrafts(state).map(({ endedAt }) => endedAt)
  return earliest(...stale, ...stepsOf(state, { policy, calendar }).map(({ dueAt }) => dueAt))
}

/** The rungs that are still to be climbed if nothing moves, earliest first. */
function stepsOf(state: Ladderable, counted: Counted): Step[] {
  return state.clocks
    .filter(({ limit, state: runs }) => limit.ladder && runs !== 'stopped')
    .flatMap((clock) => {
      const reached = isReached(state, clock)
      return Object.entries(reachedAt(state, clock, counted))
        .map(([rung, dueAt]) => ({ clock, rung: rung as Rung, dueAt }))
        .filter(({ rung, dueAt }) => dueAt < NEVER && reached(dueAt) && !hasRung(state, clock, rung))
    })
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
}

/** When each rung is reached, whether somebody wakes up to look or not. */
function reachedAt(state: Ladderable, clock: Clock, { policy, calendar }: Counted): Record<Rung, Instant> {
  const since = beganAt(state.clocks, clock)
  const yellow = yellowFrom(clock, calendar)
  const urge = latest(clock.dueAt, since)
  const supervised = state.papers.findLast(
    (paper) => isOn(clock, paper) && paper.rung === 'supervise' && paper.issuedAt && paper.state !== 'cancelled',
  )
  return {
    remind: yellow === NEVER ? NEVER : latest(yellow, since),
    urge,
    supervise: unmovedAt(clock, urge, { policy, calendar }),
    transfer: supervised?.until ?? NEVER,
  }
}

/** Hours on what counts hours; on day clocks so many whole working days after the day it was due. */
function unmovedAt({ limit }: Clock, urge: Instant, { policy, calendar }: Counted): Instant {
  if (!countsDays(limit)) return after(urge, policy['grievance.unmovedHours'] * HOUR)
  const { hours, ...days } = limit
  const counting = { ...days, unit: 'working-days' as const, count: policy['grievance.unmovedDays'] }
  return dueOf({ limit: counting, startedAt: after(urge, -1), pauses: [] }, calendar).dueAt
}

/** Time stands still from a pause on, and for what a result ends from the result on, until it has failed its check. */
function isReached({ stage, resolved }: Ladderable, clock: Clock): (at: Instant) => boolean {
  const pausedAt = openPause(clock)?.from ?? NEVER
  const endedAt = stage === 'resolved' && BY_RESULT.includes(clock.code) ? (resolved?.at ?? NEVER) : NEVER
  return (at) => at <= pausedAt && at < endedAt
}

/**
 * From when on a clock is there to be climbed. One that took another's place counts from the same beginning, so its
 * yellow may lie in the past; the machine isn't late for that.
 */
function beganAt(clocks: readonly Clock[], clock: Clock): Instant {
  const replaced = clocks.filter(
    ({ code, startedAt, outcome }) =>
      outcome === 'cancelled' &&
      startedAt === clock.startedAt &&
      (code === clock.code || (CLASS.includes(code) && CLASS.includes(clock.code))),
  )
  return replaced.reduce((last, { stoppedAt }) => latest(last, stoppedAt ?? last), clock.startedAt)
}

const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other)
