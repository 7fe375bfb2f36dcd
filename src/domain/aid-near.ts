import type { AidEvent } from './aid-events'
import { byActor, having, releasing } from './aid-review'
import type { TurnCommand } from './aid-turn-types'
import { type Aid, type AidGiven, holdsLawyer } from './aid-types'
import { type PersonRef, type Refusal, refuse } from './decider'
import type { NearHit } from './near'

/** Names that are like ones on the other side: no freeze, a question to the centre, asked once of each two people. */

type Command<T extends TurnCommand['type']> = Extract<TurnCommand, { type: T }>

export const asking = ({ id, name }: PersonRef, hits: readonly NearHit[], { now, duty }: AidGiven): AidEvent => ({
  type: 'NearAsked',
  at: now,
  lawyer: { id, name },
  to: duty,
  hits: [...hits],
})

/** After an edit of who stands on which side; what is asked already isn't asked again. */
export function askedNear({ lawyer, nearAsked }: Aid, given: AidGiven): AidEvent[] {
  const { near = [] } = given
  const asked = new Set(nearAsked?.hits.map(({ pair }) => pair))
  if (!lawyer || near.every(({ pair }) => asked.has(pair))) return []
  return [asking(lawyer.ref, near, given)]
}

/** What is asked, while the one whom it is about has it. */
export const nearQuestion = (state: Aid) => (state.lawyer && holdsLawyer(state) ? state.nearAsked : undefined)

/** Two of one name go on as they are; one person on both sides is a conflict, and the next lawyer is found at once. */
export function answerNear(state: Aid, { same, why }: Command<'AnswerNear'>, given: AidGiven): AidEvent[] | Refusal {
  const { lawyer, nearAnswers = [], owner } = state
  const { now, actor } = given
  const question = nearQuestion(state)
  if (!question || !lawyer) {
    const last = nearAnswers.at(-1)
    if (!last) return refuse('aid.no-near-asked')
    return last.by.id === actor.id && last.same === same
      ? []
      : refuse('matter.changed', { by: last.by.name, at: last.at })
  }
  if (owner === actor.id) return refuse('aid.own-application')
  const pairs = question.hits.map(({ pair }) => pair)
  const { id, name } = lawyer.ref
  const by = byActor(given)
  const checked: AidEvent = { type: 'NearChecked', at: now, by, lawyer: { id, name }, pairs, same, personal: { why } }
  return same ? [checked, ...releasing(having(state, [checked]), given, { cause: 'conflict', why })] : [checked]
}
