import { type Aid, holdsLawyer } from './aid-types'
import { urgentFrom } from './aid-urgency'
import type { LimitationLaw } from './limitation'
import { clocksWakeAt } from './matter'
import { after, earliest, type Instant, MINUTE, msBetween, NEVER, startOf } from './time'

/** In whose lists a matter stands. Secrecy is a missing key: who isn't named here never finds it. */
export function desksOf(matter: Aid): string[] {
  const { owner, helper, responsible, lawyer, nearAsked } = matter
  const keys = [
    owner && `applicant:${owner}`,
    helper && `person:${helper.id}`,
    matter.open && `person:${responsible.id}`,
    lawyer && `person:${lawyer.ref.id}`,
    nearAsked && holdsLawyer(matter) && `person:${nearAsked.to.id}`,
    lawyer?.ref.unit && `unit:${lawyer.ref.unit}`,
    'unit:centre',
    toCallBack(matter) && 'centre:callback',
    matter.open && matter.stage === 'closed' && 'centre:rectify',
  ]
  return [...new Set(keys.filter((key): key is string => Boolean(key)))]
}

const MOST_TRIES = 3

/** A sampled matter whose person still has to be rung: three tries, at different times. */
export const toCallBack = ({ stage, sampled, personal }: Aid): boolean =>
  stage === 'closed' &&
  sampled === true &&
  personal.tries.length < MOST_TRIES &&
  !personal.tries.some(({ reached }) => reached)

/** When time next has something to do: a clock comes due, a lawyer is looked for again, or it can't wait any more. */
export const wakeAt = (matter: Aid, retryMinutes: number, limitations?: LimitationLaw): Instant =>
  matter.open
    ? earliest(
        searchAgainAt(matter, retryMinutes),
        urgentFrom(matter, limitations),
        clocksWakeAt(matter.clocks),
        matter.suspended?.until ? startOf(matter.suspended.until) : NEVER,
      )
    : NEVER

const HOURLY = 60

/**
 * When a lawyer is looked for again for a granted matter that nobody has: every few minutes at first, later after a
 * sixth of the time it has waited, at least hourly.
 */
export function searchAgainAt({ open, escalated }: Aid, retryMinutes: number): Instant {
  if (!open || !escalated) return NEVER
  const waited = msBetween(escalated.at, escalated.triedAt) / MINUTE
  return after(escalated.triedAt, Math.max(retryMinutes, Math.min(HOURLY, waited / 6)) * MINUTE)
}
