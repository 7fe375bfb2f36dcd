import { type PersonRef, type Refusal, refuse } from './decider'
import { evolveQuestion } from './question-evolve'
import { isLive } from './question-offers'
import { type QuestionRule, shutOut } from './question-rank'
import { isSilent } from './question-time'
import type { Offer, Question, QuestionCommand, QuestionEvent, QuestionGiven } from './question-types'
import { answerable, goOn, needOf, saidBound } from './question-waves'

/** What whoever is asked answers: I take it, or not me. */

type Command<T extends QuestionCommand['type']> = Extract<QuestionCommand, { type: T }>
type Decided = QuestionEvent[] | Refusal

const offerOf = ({ offers }: Question, id: string): Offer | undefined => offers.find(({ to }) => to.id === id)

export function see(state: Question, { now, actor }: QuestionGiven): QuestionEvent[] {
  const offer = offerOf(state, actor.id)
  const unseen = offer && isLive(offer) && offer.state !== 'seen'
  return unseen ? [{ type: 'OfferSeen', at: now, by: actor.id }] : []
}

/** Who was first, once somebody was: the others are told who has it, without blame. */
export function whoHasIt({ stage, taker, routed, answered }: Question): Refusal {
  if (stage === 'withdrawn') return refuse('question.withdrawn')
  const first =
    stage === 'taken' && taker
      ? { by: taker.ref.name, at: taker.at }
      : stage === 'routed' && routed
        ? { by: routed.to.name, at: routed.at }
        : answered && { by: answered.by.name, at: answered.at }
  return first ? refuse('matter.changed', first) : refuse('question.already-closed')
}

/** The first who says so has it; a taker who stays silent may be relieved. */
export function take(state: Question, given: QuestionGiven): Decided {
  const { now, actor, policy } = given
  const { stage, taker } = state
  if (stage === 'taken' && taker?.ref.id === actor.id) return []
  const free = stage === 'open' || (stage === 'taken' && isSilent(state, policy, now))
  if (!free) return whoHasIt(state)
  const by = mayTake(state, given)
  if ('refused' in by) return by
  return [{ type: 'QuestionTaken', at: now, by, ...(taker && { from: taker.ref }) }]
}

const CODES: Partial<Record<QuestionRule, string>> = {
  conflict: 'question.conflict',
  adviser: 'question.conflict',
  language: 'question.language',
  licence: 'question.licence',
  'own-matter': 'question.own-question',
}

/** Whoever was asked may, also who passed, and when his shift is over by now; else whoever stands in a seat and fits. */
function mayTake(state: Question, given: QuestionGiven): PersonRef | Refusal {
  const { actor, self, licences } = given
  if (state.owner === actor.id) return refuse('question.own-question')
  if (saidBound(state, actor.id) || self?.walled) return refuse('question.conflict')
  const offer = offerOf(state, actor.id)
  if (offer && (isLive(offer) || offer.state === 'passed')) return offer.to
  if (!self) return refuse('question.not-on-duty')
  const need = { ...needOf(state, given, self.ownTown || self.centre), offered: [] }
  // He holds the phone in his hand: nobody asks whether he can be reached.
  const rule = shutOut(need, { ...self, reachable: true }, licences)
  return rule ? refuse(CODES[rule] ?? 'question.not-on-duty') : (offer?.to ?? self.ref)
}

/** Not he: the next are asked at once where he was the last, or where he gives back what he had taken. */
export function pass(state: Question, { why }: Command<'PassQuestion'>, given: QuestionGiven): Decided {
  const { now, actor } = given
  const { stage, taker } = state
  const offer = offerOf(state, actor.id)
  const has = stage === 'taken' && taker?.ref.id === actor.id
  if (!has && offer?.state === 'passed' && (offer.why === why || stage !== 'open')) return []
  if (stage !== 'open' && stage !== 'taken') return whoHasIt(state)
  if (!has && !offer) return refuse('question.not-offered')
  if (!has && offer && !isLive(offer) && offer.state !== 'passed') return whoHasIt(state)
  const by = has && taker ? taker.ref : (offer?.to ?? { id: actor.id, name: actor.name })
  const passed: QuestionEvent = { type: 'QuestionPassed', at: now, by, why }
  const left = evolveQuestion(state, passed) as Question
  // Who gives it back because he is bound doesn't answer for it either.
  if (has) passed.responsible = answerable(left, given)
  const next = evolveQuestion(state, passed) as Question
  return [passed, ...(given.roll ? goOn(next, given, has) : [])]
}
