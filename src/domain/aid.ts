import { calledBack, rate, rectified, reviewClose } from './aid-after'
import { cancelling, start, stopping } from './aid-clocks'
import type { AidCommand } from './aid-commands'
import { decidedIt, doubtPromise, objectTo, ruleDoubt, ruleObjection, tellTermination, terminate } from './aid-ending'
import type { AidEvent } from './aid-events'
import { evolveAid } from './aid-evolve'
import { provideFirst, regularise } from './aid-first'
import { answerConflict, close, confirmAssignment, contacted, report, signed, swap, take } from './aid-lawyer'
import { askForChange, endCase, leave, resume, suspend } from './aid-leaving'
import { answerNear } from './aid-near'
import { receiveNotice, tellOrgan } from './aid-notice'
import { changeParties, complete, deemWithdrawn, listPapers, supplyPapers, tellUnreadable } from './aid-papers'
import { fileSigned, renumber } from './aid-paperwork'
import { assign, confirmRefusal, findAgain, grant, refuseAid, ruleChange, transfer } from './aid-review'
import { type Aid, type AidGiven, type AidState, isOver, leftToCentre } from './aid-types'
import { alarming } from './aid-urgency'
import { isWorkingDay } from './calendar'
import { overdueClocks, recomputeProvisional } from './clock'
import { type Decider, never, type Refusal, refuse } from './decider'
import { toCallBack } from './desk'
import { dayOf, type Instant, startOf, timeOf } from './time'

/** Legal aid from the application to the closed file (法律援助法 ch. 4), and what the county promises on top. */
export const aid: Decider<AidState, AidCommand, AidEvent, AidGiven> = {
  initial: { stage: 'blank' },
  decide,
  evolve: evolveAid,
}

function decide(state: AidState, command: AidCommand, given: AidGiven): AidEvent[] | Refusal {
  if (command.type === 'SubmitAid')
    return state.stage === 'blank' ? submit(command, given) : refuse('aid.already-submitted')
  if (command.type === 'ReceiveNotice')
    return state.stage === 'blank' ? receiveNotice(command, given) : refuse('aid.already-submitted')
  if (state.stage === 'blank') return refuse('aid.not-found')
  switch (command.type) {
    case 'CompleteAid':
      return complete(state, command, given)
    case 'ListPapers':
      return listPapers(state, command, given)
    case 'SupplyPapers':
      return supplyPapers(state, command, given)
    case 'DeemWithdrawn':
      return deemWithdrawn(state, command, given)
    case 'ChangeParties':
      return changeParties(state, command, given)
    case 'GrantAid':
      return grant(state, command, given)
    case 'RefuseAid':
      return refuseAid(state, command, given)
    case 'ConfirmRefusal':
      return confirmRefusal(state, command, given)
    case 'TransferAid':
      return transfer(state, command, given)
    case 'AssignAid':
      return assign(state, command, given)
    case 'RuleChange':
      return ruleChange(state, command, given)
    case 'FindLawyerAgain':
      return state.stage === 'granted-unassigned' && state.escalated ? findAgain(state, given) : []
    case 'LookAtUrgency':
      return alarming(state, given)
    case 'AnswerConflict':
      return answerConflict(state, command, given)
    case 'ConfirmAssignment':
      return confirmAssignment(state, given)
    case 'SwapLawyer':
      return swap(state, command, given)
    case 'TakeAid':
      return take(state, given)
    case 'ReportContact':
      return contacted(state, command, given)
    case 'ReportMandate':
      return signed(state, given)
    case 'ReportProgress':
      return report(state, command, given)
    case 'CloseAid':
      return close(state, command, given)
    case 'ReviewClose':
      return reviewClose(state, command, given)
    case 'RateAid':
      return rate(state, command, given)
    case 'ReportCallBack':
      return calledBack(state, command, given)
    case 'ReportRectified':
      return rectified(state, command, given)
    case 'WithdrawAid':
      return withdraw(state, command, given)
    case 'TellUnreadable':
      return tellUnreadable(state, command, given)
    case 'TakeNote':
      return note(state, command, given)
    case 'Reassign':
      return reassign(state, command, given)
    case 'RevealNumber':
      return reveal(state, given)
    case 'TellOrgan':
      return tellOrgan(state, command, given)
    case 'ProvideFirst':
      return provideFirst(state, command, given)
    case 'Regularise':
      return regularise(state, given)
    case 'LeaveAid':
      return leave(state, command, given)
    case 'AskForChange':
      return askForChange(state, command, given)
    case 'SuspendAid':
      return suspend(state, command, given)
    case 'ResumeAid':
      return resume(state, given, given.actor.id)
    case 'EndCase':
      return endCase(state, command, given)
    case 'TerminateAid':
      return terminate(state, command, given)
    case 'TellTermination':
      return tellTermination(state, command, given)
    case 'ObjectToAid':
      return objectTo(state, command, given)
    case 'RuleObjection':
      return ruleObjection(state, command, given)
    case 'DoubtPromise':
      return doubtPromise(state, command, given)
    case 'RuleDoubt':
      return ruleDoubt(state, command, given)
    case 'AnswerNear':
      return answerNear(state, command, given)
    case 'FileSigned':
      return fileSigned(state, command, given)
    case 'Renumber':
      return renumber(state, command, given)
    default:
      return never(command)
  }
}

/** What time alone has brought about since the matter was last looked at. */
export function settleAid(state: Aid, given: Pick<AidGiven, 'now' | 'calendar'>): AidEvent[] {
  // A notice that moved a date comes first, so that nothing is judged by a date that no longer holds.
  const recomputed: AidEvent[] = recomputeProvisional(state.clocks, given.calendar, given.now)
  const { until } = state.suspended ?? {}
  const resumed = until && until <= dayOf(given.now) ? resume(state, { ...given, now: startOf(until) }) : []
  const after = [...recomputed, ...resumed].reduce<AidState>(evolveAid, state) as Aid
  return [...recomputed, ...resumed, ...overdueClocks(after.clocks, given.now)]
}

function submit(command: Extract<AidCommand, { type: 'SubmitAid' }>, given: AidGiven): AidEvent[] {
  const { now, actor, duty } = given
  // A call runs from when it began: the promise is to the person, not to the form.
  const sentAt = command.callFrom ?? now
  const { type: _, personal: told, ...form } = command
  const personal = { ...told, ...(given.sounds && { sounds: given.sounds }) }
  const outOfHours = !atTheDesk(now, given)
  const begun: AidEvent[] = [
    { type: 'AidSubmitted', at: now, by: actor.id, sentAt, ...form, responsible: duty, outOfHours, personal },
    start('aid.promise', sentAt, given),
    ...(promisedByNoon(sentAt, given) ? [start('aid.grace', sentAt, given)] : []),
    start('aid.decide', sentAt, given),
    ...(form.custody ? [start('aid.handover', form.custody.askedAt, given)] : []),
  ]
  const state = begun.reduce<AidState>(evolveAid, { stage: 'blank' }) as Aid
  // It has been handed over by being here.
  return [...begun, ...stopping(state, ['aid.handover'], now), ...alarming(state, given)]
}

/** At or after the cut-off, or on a day off, the applicant is promised noon tomorrow; the same day is still counted. */
export const promisedByNoon = (sentAt: Instant, { calendar, policy }: Pick<AidGiven, 'calendar' | 'policy'>): boolean =>
  timeOf(sentAt) >= policy['aid.cutoff'] || !isWorkingDay(dayOf(sentAt), calendar)

/** In office hours of a working day; at other times whoever is on duty has it on the telephone. */
const atTheDesk = (now: Instant, { calendar, policy }: Pick<AidGiven, 'calendar' | 'policy'>): boolean =>
  isWorkingDay(dayOf(now), calendar) && timeOf(now) >= policy['office.from'] && timeOf(now) < policy['office.to']

/** A number is shown to be rung, and that it was shown stands in the history for the person to see. */
function reveal(state: Aid, { now, actor }: AidGiven): AidEvent[] | Refusal {
  // After the closing the centre rings: neither is the lawyer asked how it was, nor does he ask why it was bad.
  const over = leftToCentre(state) && actor.role === 'lawyer'
  if (over || (!state.open && !toCallBack(state))) return refuse('aid.already-closed')
  if (!state.personal.applicant.phone) return refuse('matter.no-number')
  return [{ type: 'NumberRevealed', at: now, by: { id: actor.id, name: actor.name } }]
}

/** What was said on the telephone, or seen: it pauses nothing. */
function note(state: Aid, { text }: Extract<AidCommand, { type: 'TakeNote' }>, { now, actor }: AidGiven) {
  // After the closing it is the centre's: what was bad isn't for the lawyer who is talked about to write on.
  if (!state.open || (leftToCentre(state) && actor.role === 'lawyer')) return refuse('aid.already-closed')
  const taken: AidEvent = {
    type: 'NoteTaken',
    at: now,
    by: { id: actor.id, name: actor.name },
    personal: { text },
  }
  return [taken]
}

/** Somebody fell ill or went home: another named person of the centre answers for it from now on. */
function reassign(
  state: Aid,
  { to, why }: Extract<AidCommand, { type: 'Reassign' }>,
  { now, actor }: AidGiven,
): AidEvent[] | Refusal {
  if (!state.open) return refuse('aid.already-closed')
  if (state.responsible.id === to.id) return []
  if (state.responsible.id === state.lawyer?.ref.id) return refuse('aid.with-the-lawyer')
  if (state.owner === to.id || state.owner === actor.id) return refuse('aid.own-application')
  if (state.stage === 'refusal-unconfirmed' && state.refusal?.by.id === to.id) return refuse('aid.second-person')
  if (state.stage === 'objected' && decidedIt(state).includes(to.id)) return refuse('aid.another-rules')
  return [{ type: 'ResponsibleChanged', at: now, by: { id: actor.id, name: actor.name }, to, personal: { why } }]
}

function withdraw(
  state: Aid,
  command: Extract<AidCommand, { type: 'WithdrawAid' }>,
  given: AidGiven,
): AidEvent[] | Refusal {
  if (state.stage === 'withdrawn') return []
  if (state.criminal) return refuse('aid.nobody-applied')
  // A matter of somebody with an account is hers to take back, and nobody else's.
  if (state.owner && state.owner !== given.actor.id) return refuse('aid.not-yours-to-withdraw')
  if (isOver(state)) return refuse('aid.already-closed')
  return [
    { type: 'AidWithdrawn', at: given.now, by: given.actor.id, personal: { why: command.why } },
    ...cancelling(state, given.now),
  ]
}
