import type { Clock } from './clock'
import type { PersonRef } from './decider'
import { isToAsk } from './forwarding'
import type { ForwardingEvent } from './forwarding-types'
import { dueAt } from './matter'
import type { Matter } from './matters'
import { after, durationOf, earliest, type Instant, MINUTE, msBetween, NEVER } from './time'

/** By when whoever must ring her has done so, and what time does about it. */

type Asked = Pick<Matter, 'consentCheck' | 'open'>

/**
 * So many minutes after it came in, by the county's own choice, and never later than half of what the matter's own
 * promise leaves: who entered it sees nothing of it before.
 */
export function askBy(at: Instant, clocks: Clock[], minutes: number): Instant {
  const promised = dueAt(clocks)
  const own = after(at, minutes * MINUTE)
  if (promised === NEVER || promised <= at) return own
  return earliest(own, after(at, Math.floor(msBetween(at, promised) / 2)))
}

/** By when she is to be rung; NEVER where nobody has to, or no longer. */
export const consentDueAt = (state: Asked): Instant => (isToAsk(state) && state.consentCheck?.dueAt) || NEVER

/** When time next has something to do: a reminder at half of it, another person at its end; each once. */
export function consentWakeAt(state: Asked): Instant {
  const due = consentDueAt(state)
  const check = state.consentCheck
  if (due === NEVER || !check || check.passedOnAt) return NEVER
  return check.remindedAt ? due : after(check.at, Math.floor(msBetween(check.at, due) / 2))
}

/** What time does now: `next` is somebody else who can ring her, undefined where there is nobody but who has it. */
export function goOnAsking(state: Asked, next: PersonRef | undefined, now: Instant): ForwardingEvent[] {
  const { consentCheck: check } = state
  const due = consentDueAt(state)
  if (!check || consentWakeAt(state) > now) return []
  if (now < due) return [{ type: 'ConsentReminded', at: now, to: check.to }]
  const late = msBetween(due, now) >= 1000 ? { lateBy: durationOf(msBetween(due, now)) } : {}
  return [{ type: 'ConsentPassedOn', at: now, ...late, from: check.to, to: next ?? check.to }]
}
