import { evolveClocks, overdueClocks } from './clock'
import type { Circumstances } from './decider'
import { clocksWakeAt } from './matter'
import type { Policy } from './policy'
import { after, DAY, type Duration, durationOf, earliest, HOUR, type Instant, MINUTE, msBetween, NEVER } from './time'
import { resuming } from './visit-clocks'
import { nameOnly } from './visit-people'
import type { Visit, VisitEvent, VisitGiven, VisitState } from './visit-types'

/** When time has something to do for a visit, and what: read off the state, so nothing else need be kept. */

type Nth = 1 | 2
type Turn = { nth: Nth; at: Instant }
const SECOND = 1000

/**
 * What has come about since it was last looked at, judged at its own time: a hold that ran out, an offer nobody
 * answered, weather that has passed, a promise that came due.
 */
export function settleVisit(state: Visit, { now, calendar }: Pick<Circumstances, 'now' | 'calendar'>): VisitEvent[] {
  if (!state.open) return []
  const { stage, heldUntil, asked, weather } = state
  if (stage === 'held') return heldUntil && heldUntil <= now ? [{ type: 'HoldEnded', at: heldUntil }] : []
  const lapsed: VisitEvent[] =
    asked && asked.until <= now ? [{ type: 'MoveLapsed', at: asked.until, asker: asked.by }] : []
  const over = weather && weather.until <= now ? weather.until : undefined
  const clocksGoOn = over ? resuming(state, over, { calendar }) : []
  const resumed: VisitEvent[] = over ? [{ type: 'VisitResumed', at: over }, ...clocksGoOn] : []
  const inOrder = over && asked && over < asked.until ? [...resumed, ...lapsed] : [...lapsed, ...resumed]
  return [...inOrder, ...overdueClocks(clocksGoOn.reduce(evolveClocks, state.clocks), now)]
}

/** A day before and shortly before; only what lies after it was booked, each once. */
function reminders({ stage, hour, hourSince = '', weather, reminded }: Visit, policy: Policy): Turn[] {
  if (!hour || weather || (stage !== 'booked' && stage !== 'confirmed')) return []
  const turns: Turn[] = [
    { nth: 1, at: after(hour.start, -policy['visit.remindFirst'] * HOUR) },
    { nth: 2, at: after(hour.start, -policy['visit.remindSecond'] * HOUR) },
  ]
  return turns.filter(({ nth, at }) => nth > reminded && at > hourSince)
}

const UNDECIDED: readonly Visit['stage'][] = ['booked', 'confirmed', 'set-out', 'arrived']

/** Its hour is over, and nobody has said what became of it. */
function questions({ stage, hour, weather, unmarked }: Visit, policy: Policy): Turn[] {
  if (!hour || weather || !UNDECIDED.includes(stage)) return []
  const first = after(hour.end, policy['visit.unmarkedMinutes'] * MINUTE)
  const turns: Turn[] = [
    { nth: 1, at: first },
    { nth: 2, at: after(first, DAY) },
  ]
  return turns.filter(({ nth }) => nth > unmarked)
}

const nextAt = (state: Visit, policy: Policy): Instant =>
  state.open ? earliest(...[...reminders(state, policy), ...questions(state, policy)].map(({ at }) => at)) : NEVER

/** Whether `Advance` has something to do. */
export const visitTimeIsUp = (state: VisitState, { now, policy }: Pick<Circumstances, 'now' | 'policy'>): boolean =>
  state.stage !== 'blank' && nextAt(state, policy) <= now

/** When time next has something to do: the end of a hold or an offer, a reminder, a promise that comes due. */
export const visitWakeAt = (state: Visit, policy: Policy): Instant => {
  const { open, stage, heldUntil = NEVER, asked, weather, clocks } = state
  if (!open) return NEVER
  if (stage === 'held') return heldUntil
  return earliest(asked?.until ?? NEVER, weather?.until ?? NEVER, nextAt(state, policy), clocksWakeAt(clocks))
}

/** Reminders, and who has forgotten to say what became of it: of those that were slept over only the latest. */
export function goOn(state: Visit, { now, policy, duty }: VisitGiven): VisitEvent[] {
  const { hour, responsible } = state
  const reminder = latest(reminders(state, policy), now)
  const question = latest(questions(state, policy), now)
  const begun = hour !== undefined && hour.start <= now
  return [
    ...(reminder ? [begun ? lost(reminder, now) : remind(reminder, now)] : []),
    ...(question ? [ask(question, question.nth === 1 ? responsible : nameOnly(duty), now)] : []),
  ]
}

const latest = (turns: Turn[], now: Instant): Turn | undefined =>
  turns.filter(({ at }) => at <= now).reduce<Turn | undefined>((a, b) => (a && a.nth > b.nth ? a : b), undefined)

const lost = ({ nth }: Turn, at: Instant): VisitEvent => ({ type: 'ReminderLost', at, nth })
const remind = ({ nth, at }: Turn, now: Instant): VisitEvent => ({
  type: 'VisitReminded',
  at: now,
  ...lateBy(at, now),
  nth,
})
const ask = ({ nth, at }: Turn, to: Visit['responsible'], now: Instant): VisitEvent => ({
  type: 'VisitUnmarked',
  at: now,
  ...lateBy(at, now),
  nth,
  to,
})

function lateBy(due: Instant, now: Instant): { lateBy?: Duration } {
  const ms = msBetween(due, now)
  return ms >= SECOND ? { lateBy: durationOf(ms) } : {}
}
