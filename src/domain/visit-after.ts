import { type Refusal, refuse } from './decider'
import { nameOnly, refOf } from './visit-people'
import { isAlive } from './visit-permission'
import type { Visit, VisitCommand, VisitEvent, VisitGiven } from './visit-types'

/** What else is said of a visit: how it was, who answers for it now, what the bureau notes. */

type Command<T extends VisitCommand['type']> = Extract<VisitCommand, { type: T }>
type Decided = VisitEvent[] | Refusal

const BAD = 2

/** By herself and nobody else. Of a bad one the centre's duty person hears, and answers for it. */
export function rate(state: Visit, { stars, text }: Command<'RateVisit'>, { now, actor, duty }: VisitGiven): Decided {
  const { owner, stage, rated, personal } = state
  if (owner !== actor.id) return refuse('visit.not-yours')
  if (stage !== 'done') return refuse('visit.not-done')
  if (rated) return rated.stars === stars && personal.ratingText === text ? [] : refuse('visit.already-said')
  const rings = stars <= BAD ? { responsible: nameOnly(duty) } : {}
  return [{ type: 'VisitRated', at: now, by: actor.id, stars, ...rings, personal: text ? { text } : {} }]
}

export function note(state: Visit, { text }: Command<'TakeNote'>, { now, actor }: VisitGiven): Decided {
  if (!isAlive(state)) return refuse('visit.not-ahead')
  return [{ type: 'NoteTaken', at: now, by: refOf(state, actor), personal: { text } }]
}

/** Another named person answers for it while nobody has an hour. An hour is its host's: to another goes another hour. */
export function reassign(state: Visit, { to, why }: Command<'Reassign'>, given: VisitGiven): Decided {
  const { now, actor } = given
  const { open, stage, owner, hour, responsible } = state
  if (!open || stage === 'held') return refuse('visit.not-ahead')
  if (hour && stage !== 'no-show') return refuse('visit.has-hour')
  if (to.id === owner) return refuse('visit.own-visit')
  if (to.id === responsible.id) return []
  return [{ type: 'ResponsibleChanged', at: now, by: refOf(state, actor), to, from: responsible, personal: { why } }]
}

/** A number is shown to be rung, and that it was shown stands in the history for the person to see. */
export function reveal(state: Visit, { now, actor }: VisitGiven): Decided {
  if (!isAlive(state)) return refuse('visit.not-ahead')
  if (!state.personal.visitor.phone) return refuse('matter.no-number')
  return [{ type: 'NumberRevealed', at: now, by: refOf(state, actor) }]
}
