import type { AidEvent } from './aid-events'
import type { Urgency } from './aid-turn-types'
import type { Aid, AidGiven, AidStage } from './aid-types'
import { type LimitationLaw, limitationOf } from './limitation'
import { addDays, type Day, dayOf, type Instant, NEVER, startOf } from './time'

/** Since when it can't wait, as far as the form tells (法律援助法 44): whoever is on duty hears of it, and decides. */

const UNDECIDED: readonly AidStage[] = ['submitted', 'supplementing', 'refusal-unconfirmed']

/** The day she named, or the earliest on which her claim may be barred: the first of them. */
const lastDay = (state: Aid, law: LimitationLaw): Day | undefined =>
  [state.personal.deadline, limitationOf(state, law)?.day].filter((day): day is Day => day !== undefined).sort()[0]

const isUndecided = ({ stage, open }: Aid): boolean => UNDECIDED.includes(stage) && open
/** Property or evidence has to be held fast at once (法律援助法 44), and nobody was told of it yet. */
const toPreserve = (state: Aid): boolean =>
  isUndecided(state) && state.personal.preservation === true && !state.urgent?.toPreserve

/**
 * Since when nobody was told of what can't wait: at once where something has to be held fast, else the first moment of
 * the day on which fewer than seven are left. NEVER where no day is known or it was decided on. A day that is over is
 * said as well: whether it really is, a person finds out.
 */
export function urgentFrom(state: Aid, law: LimitationLaw | undefined): Instant {
  if (toPreserve(state)) return state.createdAt
  const day = law && isUndecided(state) ? lastDay(state, law) : undefined
  return law && day && day !== state.urgent?.day ? startOf(addDays(day, 1 - law.fewerThanDays)) : NEVER
}

/** Told once for each day, and once of what has to be held fast; a new day is told anew. */
export function alarming(state: Aid, { now, duty, limitations }: AidGiven): AidEvent[] {
  if (toPreserve(state)) return [{ type: 'AidUrgent', at: now, ground: 'preservation', to: duty }]
  if (!limitations || urgentFrom(state, limitations) > now) return []
  const urgency: Urgency = { ground: 'limitation', day: lastDay(state, limitations) ?? dayOf(now) }
  return [{ type: 'AidUrgent', at: now, ...urgency, to: duty }]
}
