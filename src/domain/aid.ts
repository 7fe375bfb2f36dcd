import { assignOrEscalate, chooseLawyer } from './aid-assign'
import { evolveAid } from './aid-evolve'
import { type Aid, type AidCommand, type AidEvent, type AidGiven, type AidState, holdsLawyer } from './aid-types'
import { isWorkingDay } from './calendar'
import {
  type ClockEvent,
  cancelClock,
  limitOn,
  overdueClocks,
  recomputeProvisional,
  startClock,
  stopClock,
} from './clock'
import { type Decider, isRefusal, never, type Refusal, refuse } from './decider'
import { nextGeneration, running } from './matter'
import { dayOf, type Instant, timeOf } from './time'

/** Legal aid from the application to the closed file (法律援助法 ch. 4), and what the county promises on top. */
export const aid: Decider<AidState, AidCommand, AidEvent, AidGiven> = {
  initial: { stage: 'blank' },
  decide,
  evolve: evolveAid,
}

function decide(state: AidState, command: AidCommand, given: AidGiven): AidEvent[] | Refusal {
  if (command.type === 'SubmitAid')
    return state.stage === 'blank' ? submit(command, given) : refuse('aid.already-submitted')
  if (state.stage === 'blank') return refuse('aid.not-found')
  switch (command.type) {
    case 'GrantAid':
      return grant(state, command, given)
    case 'FindLawyerAgain':
      return state.stage === 'granted-unassigned' ? findAgain(state, given) : []
    case 'AnswerConflict':
      return answerConflict(state, command, given)
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
    case 'WithdrawAid':
      return withdraw(state, command, given)
    case 'RevealNumber':
      return reveal(state, given)
    default:
      return never(command)
  }
}

/** What time alone has brought about since the matter was last looked at. */
export function settleAid(state: Aid, given: Pick<AidGiven, 'now' | 'calendar'>): AidEvent[] {
  // A notice that moved a date comes first, so that nothing is judged by a date that no longer holds.
  const recomputed: AidEvent[] = recomputeProvisional(state.clocks, given.calendar, given.now)
  return [...recomputed, ...overdueClocks(having(state, recomputed).clocks, given.now)]
}

function submit(command: Extract<AidCommand, { type: 'SubmitAid' }>, given: AidGiven): AidEvent[] {
  const { now, actor, duty } = given
  // A call runs from when it began: the promise is to the person, not to the form.
  const sentAt = command.callFrom ?? now
  const { type: _, personal, ...form } = command
  return [
    { type: 'AidSubmitted', at: now, by: actor.id, sentAt, ...form, responsible: duty, personal },
    start('aid.promise', sentAt, given),
    ...(promisedByNoon(sentAt, given) ? [start('aid.grace', sentAt, given)] : []),
    start('aid.decide', sentAt, given),
  ]
}

/** At or after the cut-off, or on a day off, the applicant is promised noon tomorrow; the same day is still counted. */
export const promisedByNoon = (sentAt: Instant, { calendar, policy }: Pick<AidGiven, 'calendar' | 'policy'>): boolean =>
  timeOf(sentAt) >= policy['aid.cutoff'] || !isWorkingDay(dayOf(sentAt), calendar)

function grant(state: Aid, command: Extract<AidCommand, { type: 'GrantAid' }>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor } = given
  if (state.decision) {
    const same = state.decision.by.id === actor.id && (!command.lawyer || command.lawyer === state.lawyer?.ref.id)
    return same ? [] : refuse('matter.changed', { by: state.decision.by.name, at: state.decision.at })
  }
  if (state.stage !== 'submitted') return refuse('aid.not-awaiting-review')
  // Nobody decides on her own application, whatever other role she holds.
  if (state.owner === actor.id) return refuse('aid.own-application')
  const chosen = chooseLawyer(command.lawyer, command.why, given.match)
  if (chosen && isRefusal(chosen)) return chosen
  const granted: AidEvent[] = [
    { type: 'AidGranted', at: now, by: { id: actor.id, name: actor.name }, personal: { why: command.why } },
    ...stopping(state, ['aid.decide'], now),
    start('aid.assign', now, given),
  ]
  return [...granted, ...assignOrEscalate(having(state, granted), chosen, given)]
}

const having = (state: Aid, events: AidEvent[]): Aid => events.reduce<AidState>(evolveAid, state) as Aid

function findAgain(state: Aid, given: AidGiven): AidEvent[] {
  const [first] = given.match?.proposed ?? []
  if (first) return assignOrEscalate(state, first, given)
  return [{ type: 'LawyerStillSought', at: given.now, tried: true }]
}

function answerConflict(
  state: Aid,
  command: Extract<AidCommand, { type: 'AnswerConflict' }>,
  given: AidGiven,
): AidEvent[] | Refusal {
  const { now, actor } = given
  if (!state.lawyer || !holdsLawyer(state)) return refuse('aid.not-assigned')
  if (state.lawyer.conflict === 'clear') return command.conflict ? refuse('aid.conflict-answered') : []
  if (!command.conflict) return [{ type: 'ConflictDenied', at: now, by: actor.id }]
  const released: AidEvent[] = [
    { type: 'LawyerReleased', at: now, lawyer: state.lawyer.ref, cause: 'conflict', personal: { why: command.why } },
    ...cancelling(state, ['aid.contact', 'aid.sign'], now),
    // The statute's three days run from the grant; a freed matter gets its own, so that the gap shows.
    start('aid.assign', now, given, state),
  ]
  return [...released, ...assignOrEscalate(having(state, released), given.match?.proposed[0], given)]
}

function take(state: Aid, given: AidGiven): AidEvent[] | Refusal {
  if (state.stage === 'in-hand') return []
  if (state.stage !== 'assigned' || !state.lawyer) return refuse('aid.not-assigned')
  // He sees names only until he has said that nothing binds him to the other side.
  if (state.lawyer.conflict !== 'clear') return refuse('aid.conflict-unanswered')
  return taking(state, given)
}

/** Whoever speaks with the person or signs with her has the matter in hand, whether he said so or not. */
const taking = (state: Aid, given: AidGiven): AidEvent[] =>
  state.stage === 'assigned'
    ? [{ type: 'AidTaken', at: given.now, by: given.actor.id }, start('aid.progress', given.now, given, state)]
    : []

function contacted(
  state: Aid,
  command: Extract<AidCommand, { type: 'ReportContact' }>,
  given: AidGiven,
): AidEvent[] | Refusal {
  if (!holdsLawyer(state)) return refuse('aid.not-assigned')
  if (state.lawyer?.conflict !== 'clear') return refuse('aid.conflict-unanswered')
  return [
    { type: 'ClientContacted', at: given.now, by: given.actor.id, how: command.how, personal: { note: command.note } },
    ...stopping(state, ['aid.contact'], given.now),
    ...taking(state, given),
  ]
}

function signed(state: Aid, given: AidGiven): AidEvent[] | Refusal {
  if (!holdsLawyer(state)) return refuse('aid.not-assigned')
  if (state.lawyer?.conflict !== 'clear') return refuse('aid.conflict-unanswered')
  if (!running(state.clocks, 'aid.sign')) return []
  return [
    { type: 'MandateSigned', at: given.now, by: given.actor.id },
    ...stopping(state, ['aid.sign'], given.now),
    ...taking(state, given),
  ]
}

function report(
  state: Aid,
  command: Extract<AidCommand, { type: 'ReportProgress' }>,
  given: AidGiven,
): AidEvent[] | Refusal {
  if (state.stage !== 'in-hand') return refuse('aid.not-in-hand')
  if (command.change && !command.text) return refuse('aid.report-empty')
  return [
    {
      type: 'ProgressReported',
      at: given.now,
      by: given.actor.id,
      change: command.change,
      personal: { text: command.text },
    },
    ...stopping(state, ['aid.progress'], given.now),
    start('aid.progress', given.now, given, state),
  ]
}

function close(state: Aid, command: Extract<AidCommand, { type: 'CloseAid' }>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor, duty } = given
  if (state.stage === 'closing' || state.stage === 'closed') return refuse('aid.already-closed')
  if (state.stage !== 'in-hand') return refuse('aid.not-in-hand')
  const { result, text, papers } = command
  return [
    { type: 'AidClosed', at: now, by: actor.id, result, papers, responsible: duty, personal: { text } },
    ...stopping(state, ['aid.progress'], now),
    ...cancelling(state, ['aid.contact', 'aid.sign'], now),
    start('aid.review', now, given, state),
  ]
}

function reviewClose(
  state: Aid,
  command: Extract<AidCommand, { type: 'ReviewClose' }>,
  given: AidGiven,
): AidEvent[] | Refusal {
  const { now, actor } = given
  if (state.reviewed && state.stage !== 'closing') {
    const { by, at, ok } = state.reviewed
    if (by.id === actor.id && ok === command.ok) return []
    // Passed or returned: of two reviewers the second learns who was first.
    if (by.id !== actor.id || state.stage === 'closed') return refuse('matter.changed', { by: by.name, at })
  }
  if (state.stage !== 'closing') return refuse('aid.not-closing')
  if (state.owner === actor.id) return refuse('aid.own-application')
  if (!command.ok && !command.why) return refuse('aid.why-missing')
  return [
    {
      type: 'CloseReviewed',
      at: now,
      by: { id: actor.id, name: actor.name },
      ok: command.ok,
      personal: { why: command.why },
    },
    ...stopping(state, ['aid.review'], now),
    ...(command.ok ? [] : [start('aid.progress', now, given, state)]),
  ]
}

/** A number is shown to be rung, and that it was shown stands in the history for the person to see. */
function reveal(state: Aid, { now, actor }: AidGiven): AidEvent[] | Refusal {
  if (!state.open) return refuse('aid.already-closed')
  if (!state.personal.applicant.phone) return refuse('matter.no-number')
  return [{ type: 'NumberRevealed', at: now, by: { id: actor.id, name: actor.name } }]
}

function withdraw(
  state: Aid,
  command: Extract<AidCommand, { type: 'WithdrawAid' }>,
  given: AidGiven,
): AidEvent[] | Refusal {
  if (state.stage === 'withdrawn') return []
  // A matter of somebody with an account is hers to take back, and nobody else's.
  if (state.owner && state.owner !== given.actor.id) return refuse('aid.not-yours-to-withdraw')
  if (!state.open || state.stage === 'closing') return refuse('aid.already-closed')
  const codes = state.clocks.filter((c) => c.state !== 'stopped').map((c) => c.code)
  return [
    { type: 'AidWithdrawn', at: given.now, by: given.actor.id, personal: { why: command.why } },
    ...cancelling(state, codes, given.now),
  ]
}

function start(code: string, at: Instant, given: AidGiven, state?: Aid): ClockEvent {
  return startClock(
    limitOn(given.limits, code, dayOf(at)),
    at,
    given.calendar,
    state ? nextGeneration(state.clocks, code) : 1,
  )
}

const each = (state: Aid, codes: string[], make: (clock: Aid['clocks'][number]) => ClockEvent): ClockEvent[] =>
  state.clocks.filter((c) => c.state !== 'stopped' && codes.includes(c.code)).map(make)
const stopping = (state: Aid, codes: string[], at: Instant) => each(state, codes, (clock) => stopClock(clock, at))
const cancelling = (state: Aid, codes: string[], at: Instant) => each(state, codes, (clock) => cancelClock(clock, at))
