import { overdueClocks } from './clock'
import { type Decider, never, type Refusal, refuse } from './decider'
import { carryOn, declareHire, note, reassign, reveal, sayHelped, withdraw } from './question-after'
import { ANSWER, start } from './question-clocks'
import { evolveQuestion } from './question-evolve'
import { pass, see, take } from './question-take'
import { answer, reportTry, ringLater, route, say } from './question-talk'
import type { Question, QuestionCommand, QuestionEvent, QuestionGiven, QuestionState } from './question-types'
import { goOn } from './question-waves'

export { questionDesks } from './question-desk'
export { questionNotices } from './question-notice'
export { questionWakeAt, timeIsUp } from './question-time'

/** A question: within eight minutes it is answered, or a named person rings at a time she was shown. */
export const question: Decider<QuestionState, QuestionCommand, QuestionEvent, QuestionGiven> = {
  initial: { stage: 'blank' },
  decide,
  evolve: evolveQuestion,
}

function decide(state: QuestionState, command: QuestionCommand, given: QuestionGiven): QuestionEvent[] | Refusal {
  if (command.type === 'AskQuestion')
    return state.stage === 'blank' ? ask(command, given) : refuse('question.already-asked')
  if (state.stage === 'blank') return refuse('question.not-found')
  switch (command.type) {
    case 'Advance':
      return state.open ? goOn(state, given) : []
    case 'SeeOffer':
      return see(state, given)
    case 'TakeQuestion':
      return take(state, given)
    case 'PassQuestion':
      return pass(state, command, given)
    case 'Say':
      return say(state, command, given)
    case 'AnswerQuestion':
      return answer(state, command, given)
    case 'RouteQuestion':
      return route(state, command, given)
    case 'RingLater':
      return ringLater(state, command, given)
    case 'ReportTry':
      return reportTry(state, command, given)
    case 'SayHelped':
      return sayHelped(state, command, given)
    case 'DeclareHire':
      return declareHire(state, command, given)
    case 'CarryOn':
      return carryOn(state, command, given)
    case 'WithdrawQuestion':
      return withdraw(state, given)
    case 'TakeNote':
      return note(state, command, given)
    case 'Reassign':
      return reassign(state, command, given)
    case 'RevealNumber':
      return reveal(state, given)
    default:
      return never(command)
  }
}

/** Her promise runs from when she pressed send; a call from when it began: the promise is to the person. */
function ask(command: Extract<QuestionCommand, { type: 'AskQuestion' }>, given: QuestionGiven): QuestionEvent[] {
  const { now, actor, duty } = given
  const { type: _, callFrom, personal, ...form } = command
  const sentAt = callFrom ?? now
  const asked: QuestionEvent = {
    type: 'QuestionAsked',
    at: now,
    by: actor.id,
    sentAt,
    ...form,
    responsible: duty,
    personal,
  }
  const opened = [asked, start(ANSWER, sentAt, given)]
  const state = opened.reduce<QuestionState>(evolveQuestion, question.initial) as Question
  return [...opened, ...goOn(state, given)]
}

/** What time alone has brought about since the question was last looked at: promises that came due. */
export const settleQuestion = (state: Question, { now }: Pick<QuestionGiven, 'now' | 'calendar'>): QuestionEvent[] =>
  overdueClocks(state.clocks, now)
