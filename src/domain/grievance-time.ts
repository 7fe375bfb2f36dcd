import type { Calendar } from './calendar'
import { type ClockEvent, overdueClocks } from './clock'
import type { Circumstances } from './decider'
import { heldByResult, resuming, withClocks } from './grievance-clocks'
import { evolveGrievance } from './grievance-evolve'
import { remindsAt } from './grievance-mediation'
import { atTheSeat } from './grievance-people'
import type { Grievance, GrievanceEvent, GrievanceGiven, GrievanceState } from './grievance-types'
import { climb, ladderWakeAt } from './ladder'
import { clocksWakeAt } from './matter'
import type { Policy } from './policy'
import { after, DAY, earliest, HOUR, type Instant, NEVER } from './time'

/** What time does to a grievance by itself, and when. */

/**
 * What has come about since it was last looked at, judged at its own time: a suspension that ended, promises that
 * came due. While a result waits for its check, what would fall due after it was handed in is not judged.
 */
export function settleGrievance(state: Grievance, given: Pick<Circumstances, 'now' | 'calendar'>): GrievanceEvent[] {
  const { now } = given
  const until = suspendedUntil(state)
  if (until > now) return overdue(state, now)
  const resumed = resuming(state, until, given)
  return [{ type: 'GrievanceResumed', at: until }, ...resumed, ...overdue(withClocks(state, resumed), now)]
}

const overdue = (state: Grievance, now: Instant): ClockEvent[] => overdueClocks(judged(state), now)
const judged = (state: Grievance) => state.clocks.filter((clock) => !heldByResult(state, clock))

const suspendedUntil = ({ stage, suspension }: Grievance): Instant =>
  stage === 'suspended' && suspension ? suspension.until : NEVER

/** Shifts change, the ladder is climbed, what has been closed for long is archived. */
export function goOn(state: Grievance, given: GrievanceGiven): GrievanceEvent[] {
  const { now, policy } = given
  const changed = shiftEndsAt(state) <= now ? [shiftChanged(state, given)] : []
  const is = changed.reduce<GrievanceState>(evolveGrievance, state) as Grievance
  const archived: GrievanceEvent[] = archivesAt(state, policy) <= now ? [{ type: 'GrievanceArchived', at: now }] : []
  const reminded: GrievanceEvent[] = remindsAt(state, policy) <= now ? [{ type: 'ConfirmationReminded', at: now }] : []
  return [...changed, ...climb(is, given), ...reminded, ...archived]
}

function shiftChanged(state: Grievance, given: GrievanceGiven): GrievanceEvent {
  const { now } = given
  const { responsible, careUntil } = atTheSeat(state, given)
  // A county without a rota has nobody's shift to wait for: it is looked at again in an hour.
  const until = careUntil > now ? careUntil : after(now, HOUR)
  return { type: 'ShiftChanged', at: now, to: responsible, from: state.responsible, careUntil: until }
}

const shiftEndsAt = ({ open, careUntil }: Grievance): Instant => (open && careUntil ? careUntil : NEVER)

/** So many days after it was closed, or put right; not while she waits for a ruling on her objection. */
function archivesAt({ stage, open, closed, rectified, objected }: Grievance, policy: Policy): Instant {
  if (stage !== 'closed' || open || !closed || (objected && !objected.ruled)) return NEVER
  const ended = [closed.at, rectified?.at ?? closed.at, objected?.ruled?.at ?? closed.at].sort().at(-1) ?? closed.at
  return after(ended, policy['grievance.archiveDays'] * DAY)
}

const nextAt = (state: Grievance, policy: Policy, calendar: Calendar): Instant =>
  earliest(
    shiftEndsAt(state),
    archivesAt(state, policy),
    remindsAt(state, policy),
    ladderWakeAt(state, policy, calendar),
  )

/** Whether `Advance` has something to do. */
export const timeIsUp = (
  state: GrievanceState,
  { now, policy, calendar }: Pick<Circumstances, 'now' | 'policy' | 'calendar'>,
): boolean => state.stage !== 'blank' && nextAt(state, policy, calendar) <= now

/** When time next has something to do: a shift, a suspension's end, a rung, a promise that comes due, the archive. */
export const grievanceWakeAt = (state: Grievance, policy: Policy, calendar: Calendar): Instant =>
  earliest(nextAt(state, policy, calendar), suspendedUntil(state), clocksWakeAt(judged(state)))
