import { type Decider, isRefusal, never, type Refusal, refuse } from './decider'
import * as after from './grievance-after'
import { evolveGrievance } from './grievance-evolve'
import * as handling from './grievance-handling'
import * as intake from './grievance-intake'
import { goOn } from './grievance-time'
import type { Grievance, GrievanceCommand, GrievanceEvent, GrievanceGiven, GrievanceState } from './grievance-types'
import * as units from './grievance-units'
import { cancelDrafts, decidePaper } from './ladder'

export { grievanceDesks } from './grievance-desk'
export { grievanceNotices } from './grievance-notice'
export { grievanceWakeAt, settleGrievance, timeIsUp } from './grievance-time'

/** What somebody reports: accepted within fifteen minutes, somebody's at every moment, ended by a call from another. */
export const grievance: Decider<GrievanceState, GrievanceCommand, GrievanceEvent, GrievanceGiven> = {
  initial: { stage: 'blank' },
  decide,
  evolve: evolveGrievance,
}

type Decided = GrievanceEvent[] | Refusal

function decide(state: GrievanceState, command: GrievanceCommand, given: GrievanceGiven): Decided {
  if (command.type === 'SubmitGrievance')
    return state.stage === 'blank' ? intake.submit(command, given) : refuse('grievance.already-submitted')
  if (state.stage === 'blank') return refuse('grievance.not-found')
  const decided = decideBegun(state, command, given)
  return isRefusal(decided) ? decided : [...decided, ...draftsLeft(state, decided, given)]
}

/** What nobody signed before its clock ended is signed no more. */
function draftsLeft(state: Grievance, events: GrievanceEvent[], { now }: GrievanceGiven): GrievanceEvent[] {
  if (!events.some(({ type }) => type === 'ClockStopped')) return []
  return cancelDrafts(events.reduce<GrievanceState>(evolveGrievance, state) as Grievance, now)
}

function decideBegun(
  state: Grievance,
  command: Exclude<GrievanceCommand, { type: 'SubmitGrievance' }>,
  given: GrievanceGiven,
): Decided {
  switch (command.type) {
    case 'Advance':
      return goOn(state, given)
    case 'AcceptGrievance':
      return intake.accept(state, command, given)
    case 'Reclassify':
      return intake.reclassify(state, command, given)
    case 'SendBack':
      return intake.sendBack(state, command, given)
    case 'CompleteGrievance':
      return intake.complete(state, command, given)
    case 'DeclineGrievance':
      return intake.decline(state, command, given)
    case 'HandOver':
      return intake.handOver(state, command, given)
    case 'Dispatch':
      return units.dispatch(state, command, given)
    case 'Sign':
      return units.sign(state, given)
    case 'ReturnGrievance':
      return units.giveBack(state, command, given)
    case 'RuleReturn':
      return units.ruleReturn(state, command, given)
    case 'PassUp':
      return units.passUp(state, command, given)
    case 'SendDown':
      return units.sendDown(state, command, given)
    case 'AskExtension':
      return handling.askExtension(state, command, given)
    case 'RuleExtension':
      return handling.ruleExtension(state, command, given)
    case 'Suspend':
      return handling.suspend(state, command, given)
    case 'Resume':
      return handling.resume(state, given)
    case 'Respond':
      return handling.respond(state, command, given)
    case 'Resolve':
      return handling.resolve(state, command, given)
    case 'AnswerFromParent':
      return handling.answerFromParent(state, command, given)
    case 'CheckResult':
      return after.check(state, command, given)
    case 'CallBack':
      return after.callBack(state, command, given)
    case 'Rate':
      return after.rate(state, command, given)
    case 'ContactReporter':
      return after.contactReporter(state, command, given)
    case 'Rectify':
      return after.rectify(state, command, given)
    case 'ObjectToResult':
      return after.objectToResult(state, command, given)
    case 'RuleObjection':
      return after.ruleObjection(state, command, given)
    case 'Reopen':
      return after.reopen(state, command, given)
    case 'Follow':
      return after.follow(state, command, given)
    case 'Unfollow':
      return after.unfollow(state, given)
    case 'WithdrawGrievance':
      return after.withdraw(state, given)
    case 'AnswerUpward':
      return after.answerUpward(state, command, given)
    case 'TakeNote':
      return after.note(state, command, given)
    case 'Reassign':
      return after.reassign(state, command, given)
    case 'RevealNumber':
      return after.reveal(state, given)
    case 'IssuePaper':
    case 'SignPaper':
    case 'ReceivePaper':
    case 'ReplyToPaper':
    case 'CancelPaper':
      return decidePaper(state, command, given)
    default:
      return never(command)
  }
}
