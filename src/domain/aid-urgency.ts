import type { AidEvent } from './aid-events'
import type { Urgency } from './aid-turn-types'
import type { Aid, AidGiven, AidStage } from './aid-types'
import { type LimitationLaw, limitationOf } from './limitation'
import { addDays, type Day, dayOf, type Instant, NEVER, startOf } from './time'

/** Since when it can't wait, as far as the form tells (法律援助法 44): whoever is on duty hears of it, and decides. */

const FEWER_THAN_DAYS = 7
const UNDECIDED: readonly AidStage[] = ['submitted', 'supplementing', 'refusal-unconfirmed']

/** The day she named, or the earliest on which her claim may be barred: the first of them. */
const lastDay = (state: Aid, law: LimitationLaw): Day | undefined =>
  [state.personal.deadline, limitationOf(state, law)?.day].filter((day): day is Day => day !== undefined).sort()[0]

/**
 * The first moment of the day on which fewer than seven are left, where nobody was told of that day yet; NEVER where
 * none is known or it was decided on. A day that is over is said as well: whether it really is, a person finds out.
 */
export function urgentFrom(state: Aid, law: LimitationLaw = []): Instant {
  const day = UNDECIDED.includes(state.stage) && state.open ? lastDay(state, law) : undefined
  return day && day !== state.urgent?.day ? startOf(addDays(day, 1 - FEWER_THAN_DAYS)) : NEVER
}

/** Told once for each day: a new one is told anew. */
export function alarming(state: Aid, { now, duty, limitations = [] }: AidGiven): AidEvent[] {
  if (urgentFrom(state, limitations) > now) return []
  const urgency: Urgency = { ground: 'limitation', day: lastDay(state, limitations) ?? dayOf(now) }
  return [{ type: 'AidUrgent', at: now, ...urgency, to: duty }]
}
