import { type Decider, never, type Refusal, refuse } from './decider'
import { note, rate, reassign, reveal } from './visit-after'
import { arrive, finish, noShow, resume, setOut, suspend } from './visit-day'
import { evolveVisit } from './visit-evolve'
import { book, hold } from './visit-hold'
import { answerMove, askMove, cancel, confirm, move, takeRoom } from './visit-move'
import { goOn } from './visit-time'
import type { VisitCommand, VisitEvent, VisitGiven, VisitState } from './visit-types'

export { visitDesks } from './visit-desk'
export { visitNotices } from './visit-notice'
export { settleVisit, visitTimeIsUp, visitWakeAt } from './visit-time'

/** A visit: an hour of somebody's that is really hers; at home within a day for whoever can't come. */
export const visit: Decider<VisitState, VisitCommand, VisitEvent, VisitGiven> = {
  initial: { stage: 'blank' },
  decide,
  evolve: evolveVisit,
}

function decide(state: VisitState, command: VisitCommand, given: VisitGiven): VisitEvent[] | Refusal {
  if (command.type === 'HoldVisit') return hold(state, command, given)
  if (command.type === 'BookVisit') return book(state, command, given)
  if (state.stage === 'blank') return refuse('visit.not-found')
  switch (command.type) {
    case 'Advance':
      return state.open ? goOn(state, given) : []
    case 'ConfirmVisit':
      return confirm(state, given)
    case 'MoveVisit':
      return move(state, command, given)
    case 'AskMove':
      return askMove(state, command, given)
    case 'AnswerMove':
      return answerMove(state, command, given)
    case 'TakeRoom':
      return takeRoom(state, command, given)
    case 'CancelVisit':
      return cancel(state, command, given)
    case 'SetOut':
      return setOut(state, given)
    case 'Arrive':
      return arrive(state, command, given)
    case 'SuspendVisit':
      return suspend(state, command, given)
    case 'ResumeVisit':
      return resume(state, given)
    case 'FinishVisit':
      return finish(state, command, given)
    case 'NoShow':
      return noShow(state, command, given)
    case 'RateVisit':
      return rate(state, command, given)
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
