import { cancelling, start, stopping } from './aid-clocks'
import type { AidCommand } from './aid-commands'
import type { AidEvent } from './aid-events'
import { asking } from './aid-near'
import { byActor, releasing } from './aid-review'
import { resultsOf } from './aid-turn-types'
import { type Aid, type AidGiven, holdsLawyer } from './aid-types'
import { type Refusal, refuse } from './decider'
import { running } from './matter'

/** What the lawyer and his organisation do, from the conflict question to the closing report. */

type Command<T extends AidCommand['type']> = Extract<AidCommand, { type: T }>

export function answerConflict(state: Aid, command: Command<'AnswerConflict'>, given: AidGiven): AidEvent[] | Refusal {
  if (!state.lawyer || !holdsLawyer(state)) return refuse('aid.not-assigned')
  if (state.lawyer.conflict === 'frozen') return refuse('aid.frozen')
  if (state.lawyer.conflict === 'clear') return command.conflict ? refuse('aid.conflict-answered') : []
  if (!command.conflict) return [{ type: 'ConflictDenied', at: given.now, by: given.actor.id }]
  return releasing(state, given, { cause: 'conflict', ...(command.why && { why: command.why }) })
}

/** He sees names only until he has said that nothing binds him to the other side, and does nothing before. */
function notFree({ lawyer }: Aid): Refusal | undefined {
  if (lawyer?.conflict === 'frozen') return refuse('aid.frozen')
  return lawyer?.conflict === 'clear' ? undefined : refuse('aid.conflict-unanswered')
}

export function confirmAssignment(state: Aid, given: AidGiven): AidEvent[] | Refusal {
  if (!holdsLawyer(state)) return refuse('aid.not-assigned')
  if (state.lawyer?.conflict === 'frozen') return refuse('aid.frozen')
  return state.confirmed ? [] : [{ type: 'AssignmentConfirmed', at: given.now, by: byActor(given) }]
}

/**
 * The organisation was assigned and arranges who acts (法律援助法 62, 律师法 25): another of its own, with a reason. What
 * was promised to the person isn't promised anew: contact and mandate run on. Where she has been spoken with already or
 * has signed, the next one owes her a word and a mandate of his own.
 */
export function swap(state: Aid, { lawyer, why }: Command<'SwapLawyer'>, given: AidGiven): AidEvent[] | Refusal {
  const { now, match } = given
  const holder = state.lawyer
  if (!holder || !holdsLawyer(state)) return refuse('aid.not-assigned')
  if (holder.ref.id === lawyer) return []
  if (holder.conflict === 'frozen') return refuse('aid.frozen')
  const excluded = match?.excluded.find((e) => e.lawyer === lawyer)
  if (excluded) return refuse('aid.lawyer-excluded', { rule: excluded.rule, lawyer: excluded.name })
  const next = match?.ranked.find((p) => p.lawyer === lawyer)
  if (!next) return refuse('aid.lawyer-unknown')
  if (next.unit !== holder.ref.unit) return refuse('aid.lawyer-elsewhere')
  const { name, org, unit, phone, score, reasons } = next
  return [
    {
      type: 'LawyerSwapped',
      at: now,
      by: byActor(given),
      from: holder.ref,
      lawyer: { id: lawyer, name, org, unit, ...(phone && { phone }) },
      score,
      reasons,
      personal: { why },
    },
    // Whoever arranges sees no other matter: the centre compares, and he works meanwhile.
    ...(next.near ? [asking({ ...next, id: lawyer }, next.near, given)] : []),
    // She asked for another, and there is one.
    ...stopping(state, ['aid.change'], now),
    ...cancelling(state, now, ['aid.progress']),
    ...owedAnew(state).flatMap((code) => (running(state.clocks, code) ? [] : [start(code, now, given, state)])),
  ]
}

/** Who only writes a document, or helps on duty, has no mandate to sign. */
const owedAnew = ({ form }: Aid): string[] => ['aid.contact', ...(form ? [] : ['aid.sign'])]

export function take(state: Aid, given: AidGiven): AidEvent[] | Refusal {
  if (state.stage === 'in-hand') return []
  if (state.stage !== 'assigned' || !state.lawyer) return refuse('aid.not-assigned')
  return notFree(state) ?? taking(state, given)
}

/**
 * Whoever speaks with the person or signs with her has the matter in hand; every event counts as a report. None is owed
 * while a court lets it rest, nor once it ended and its file is.
 */
function taking(state: Aid, given: AidGiven): AidEvent[] {
  const rests = state.suspended !== undefined || running(state.clocks, 'aid.file') !== undefined
  return [
    ...(state.stage === 'assigned' ? [{ type: 'AidTaken' as const, at: given.now, by: given.actor.id }] : []),
    ...(rests ? [] : [...stopping(state, ['aid.progress'], given.now), start('aid.progress', given.now, given, state)]),
  ]
}

export function contacted(state: Aid, command: Command<'ReportContact'>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor } = given
  const { how, note } = command
  // After a bad rating it is the centre that speaks with her.
  const centre = actor.role === 'centre'
  const by = centre ? byActor(given) : actor.id
  const spoken: AidEvent = { type: 'ClientContacted', at: now, by, how, personal: { note } }
  if (centre) {
    if (!running(state.clocks, 'grievance.rectify.contact')) {
      const spoke = running(state.clocks, 'grievance.rectify') && state.spoke
      if (!spoke) return refuse('aid.nothing-to-rectify')
      return spoke.by.id === actor.id ? [] : refuse('matter.changed', { by: spoke.by.name, at: spoke.at })
    }
    if (state.owner === actor.id) return refuse('aid.own-application')
    return [spoken, ...stopping(state, ['grievance.rectify.contact'], now)]
  }
  if (!holdsLawyer(state)) return refuse('aid.not-assigned')
  return notFree(state) ?? [spoken, ...stopping(state, ['aid.contact'], now), ...taking(state, given)]
}

export function signed(state: Aid, given: AidGiven): AidEvent[] | Refusal {
  if (!holdsLawyer(state)) return refuse('aid.not-assigned')
  const not = notFree(state)
  if (not) return not
  if (!running(state.clocks, 'aid.sign')) return []
  return [
    { type: 'MandateSigned', at: given.now, by: given.actor.id },
    ...stopping(state, ['aid.sign'], given.now),
    ...taking(state, given),
  ]
}

export function report(state: Aid, { text, change }: Command<'ReportProgress'>, given: AidGiven): AidEvent[] | Refusal {
  if (state.stage !== 'in-hand') return refuse('aid.not-in-hand')
  const not = notFree(state)
  if (not) return not
  if (change && !text) return refuse('aid.report-empty')
  return [
    { type: 'ProgressReported', at: given.now, by: given.actor.id, change, personal: { text } },
    ...taking(state, given),
  ]
}

export function close(state: Aid, command: Command<'CloseAid'>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor, duty } = given
  const same = state.result === command.result && state.personal.achieved === command.text
  if (state.stage === 'closing' && same) return []
  if (state.stage === 'closing' || state.stage === 'closed') return refuse('aid.already-closed')
  if (state.stage !== 'in-hand') return refuse('aid.not-in-hand')
  const not = notFree(state)
  if (not) return not
  const { result, text, papers, helped } = command
  if (!resultsOf(state.form).includes(result)) return refuse('aid.result-of-another-form')
  const personal = { text, ...(helped && { helped }) }
  return [
    { type: 'AidClosed', at: now, by: actor.id, result, papers, responsible: duty, personal },
    ...stopping(state, ['aid.progress', 'aid.file'], now),
    ...cancelling(state, now, ['aid.contact', 'aid.sign', 'aid.change', 'aid.notify']),
    start('aid.review', now, given, state),
  ]
}
