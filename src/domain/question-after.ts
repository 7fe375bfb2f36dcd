import { type Refusal, refuse } from './decider'
import { cancelling } from './question-clocks'
import { whoHasIt } from './question-take'
import { isOwners, isWaiting, refOf, unfitToRing } from './question-talk'
import type { Question, QuestionCommand, QuestionEvent, QuestionGiven } from './question-types'
import { onDuty } from './question-waves'

/** What else is said of a question: whether it helped, who answers for it now, what became of it. */

type Command<T extends QuestionCommand['type']> = Extract<QuestionCommand, { type: T }>
type Decided = QuestionEvent[] | Refusal

/** Hers to say, also when it has closed of itself by then. */
export function sayHelped(
  state: Question,
  { yes, text }: Command<'SayHelped'>,
  { now, actor }: QuestionGiven,
): Decided {
  const { helped, answered, owner, helper, personal } = state
  if (owner && owner !== actor.id) return refuse('question.not-yours')
  if (personal.consent && helper?.id === actor.id) return refuse('question.not-yours')
  if (helped) return helped.yes === yes ? [] : refuse('question.already-said')
  if (!answered) return refuse('question.not-answered')
  return [{ type: 'QuestionHelped', at: now, by: actor.id, yes, personal: text ? { text } : {} }]
}

/** A question of somebody with an account is hers to take back, and nobody else's. */
export function withdraw(state: Question, { now, actor }: QuestionGiven): Decided {
  if (state.stage === 'withdrawn') return []
  if (state.owner && state.owner !== actor.id) return refuse('question.not-yours')
  if (!isWaiting(state)) return whoHasIt(state)
  return [{ type: 'QuestionWithdrawn', at: now, by: actor.id }, ...cancelling(state, now)]
}

/** Another named person rings her, at the time she was promised. */
export function reassign(state: Question, { to, why }: Command<'Reassign'>, given: QuestionGiven): Decided {
  if (state.stage !== 'routed') return state.open ? refuse('question.not-routed') : whoHasIt(state)
  if (state.routed?.to.id === to.id) return []
  if (isOwners(state, to.id, given.actor.id)) return refuse('question.own-question')
  const unfit = unfitToRing(state, to, given)
  if (unfit) return unfit
  const from = state.routed ? { from: state.routed.to } : {}
  return [{ type: 'ResponsibleChanged', at: given.now, by: refOf(state, given), to, ...from, personal: { why } }]
}

export function note(state: Question, { text }: Command<'TakeNote'>, given: QuestionGiven): Decided {
  if (!state.open) return refuse('question.already-closed')
  return [{ type: 'NoteTaken', at: given.now, by: refOf(state, given), personal: { text } }]
}

/** A number is shown to be rung, and that it was shown stands in the history for the person to see. */
export function reveal(state: Question, given: QuestionGiven): Decided {
  if (!state.open) return refuse('question.already-closed')
  if (!state.personal.asker.phone) return refuse('matter.no-number')
  return [{ type: 'NumberRevealed', at: given.now, by: refOf(state, given) }]
}

/** She asked to hire him for money: it is said openly, once. */
export function declareHire(state: Question, { note: text }: Command<'DeclareHire'>, given: QuestionGiven): Decided {
  if (!state.open) return refuse('question.already-closed')
  const { hire } = state.personal
  if (hire !== undefined) return hire === text ? [] : refuse('question.hire-declared')
  const centre = onDuty(given.duty)
  return [{ type: 'HireDeclared', at: given.now, by: refOf(state, given), centre, personal: { note: text } }]
}

export function carryOn(state: Question, { child }: Command<'CarryOn'>, { now, actor }: QuestionGiven): Decided {
  if (state.child) return state.child === child ? [] : refuse('question.carried-on')
  if (state.stage === 'withdrawn') return refuse('question.withdrawn')
  return [{ type: 'CarriedOn', at: now, by: actor.id, child }]
}
