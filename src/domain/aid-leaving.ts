import { cancelling, resuming, start, stopping } from './aid-clocks'
import type { AidEvent } from './aid-events'
import { releasing } from './aid-review'
import type { TurnCommand } from './aid-turn-types'
import { type Aid, type AidGiven, holdsLawyer } from './aid-types'
import { pauseClock } from './clock'
import { type Refusal, refuse } from './decider'
import { running } from './matter'
import { dayOf, startOf } from './time'

/** A lawyer who can't go on, a person who wants another, a court that lets it rest (法律援助法 46, 55, 62, 63). */

type Command<T extends TurnCommand['type']> = Extract<TurnCommand, { type: T }>

/**
 * For just cause only; any other than the four that are named needs a document. The first goes at once and the search
 * begins in the same act; after that a supervisor rules. What was promised to the person isn't promised anew.
 */
export function leave(state: Aid, command: Command<'LeaveAid'>, given: AidGiven): AidEvent[] | Refusal {
  const { cause, files, why } = command
  const { lawyer } = state
  if (!lawyer || !holdsLawyer(state)) return refuse('aid.not-assigned')
  if (lawyer.conflict === 'frozen') return refuse('aid.frozen')
  if (state.leaving) return state.leaving.cause === cause ? [] : refuse('aid.leave-asked')
  if (cause === 'other' && files.length === 0) return refuse('aid.leave-needs-paper')
  if (!state.left) return releasing(state, given, { cause, left: true, files, ...(why && { why }) })
  const { above } = given
  if (!above) return refuse('aid.no-supervisor')
  return [{ type: 'LeaveAsked', at: given.now, lawyer: lawyer.ref, cause, files, to: above, personal: { why } }]
}

/** Hers to ask, with or without a reason; the centre rules within five working days. */
export function askForChange(state: Aid, { why }: Command<'AskForChange'>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor, duty } = given
  if (state.changeAsked) return []
  if (!holdsLawyer(state)) return refuse('aid.not-assigned')
  if (state.owner && state.owner !== actor.id) return refuse('aid.not-yours')
  return [
    { type: 'ChangeAsked', at: now, by: actor.id, to: duty, personal: { why } },
    start('aid.change', now, given, state),
  ]
}

/** While the court lets it rest nobody is asked what is new. */
export function suspend(state: Aid, { files, until }: Command<'SuspendAid'>, { now, actor }: AidGiven) {
  if (state.suspended) return []
  const progress = running(state.clocks, 'aid.progress')
  if (state.stage !== 'in-hand' || !progress) return refuse('aid.not-in-hand')
  if (files.length === 0) return refuse('aid.suspend-needs-paper')
  if (until && until <= dayOf(now)) return refuse('aid.suspend-until-past')
  const suspended: AidEvent[] = [
    { type: 'AidSuspended', at: now, by: actor.id, files, ...(until && { until }) },
    ...(progress.state === 'running' ? [pauseClock(progress, now, 'court-stay')] : []),
  ]
  return suspended
}

/** `by` is absent where the day that was given has come. */
export function resume(state: Aid, given: Pick<AidGiven, 'now' | 'calendar'>, by?: string): AidEvent[] {
  if (!state.suspended) return []
  return [{ type: 'AidResumed', at: given.now, ...(by && { by }) }, ...resuming(state, given)]
}

/** From the day on which it ended the file is owed within thirty (司法部令148, 43, 凭记忆). */
export function endCase(state: Aid, { on }: Command<'EndCase'>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor } = given
  if (state.ended) return state.ended.on === on ? [] : refuse('aid.already-ended', { on: state.ended.on })
  if (state.stage !== 'in-hand') return refuse('aid.not-in-hand')
  if (on > dayOf(now) || on < dayOf(state.sentAt)) return refuse('aid.ended-when')
  return [
    { type: 'CaseEnded', at: now, by: actor.id, on },
    ...stopping(state, ['aid.progress'], now),
    ...cancelling(state, now, ['aid.contact', 'aid.sign']),
    start('aid.file', on === dayOf(now) ? now : startOf(on), given, state),
  ]
}
