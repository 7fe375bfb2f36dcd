import type { Aid } from './aid-types'
import { clocksWakeAt } from './matter'
import { after, earliest, type Instant, MINUTE, NEVER } from './time'

/** In whose lists a matter stands. Secrecy is a missing key: who isn't named here never finds it. */
export function desksOf(matter: Aid): string[] {
  const { owner, helper, responsible, lawyer } = matter
  const keys = [
    owner && `applicant:${owner}`,
    helper && `person:${helper.id}`,
    matter.open && `person:${responsible.id}`,
    lawyer && `person:${lawyer.ref.id}`,
    lawyer?.ref.unit && `unit:${lawyer.ref.unit}`,
    'unit:centre',
  ]
  return [...new Set(keys.filter((key): key is string => Boolean(key)))]
}

/** When time next has something to do: a clock comes due, or a lawyer is looked for again. */
export function wakeAt(matter: Aid, retryMinutes: number): Instant {
  if (!matter.open) return NEVER
  const retry = matter.escalated ? after(matter.escalated.triedAt, retryMinutes * MINUTE) : NEVER
  return earliest(retry, clocksWakeAt(matter.clocks))
}
