import { cancelling, start, stopping } from './aid-clocks'
import type { AidEvent } from './aid-events'
import { regularising } from './aid-first'
import { byActor, having, numberGiven } from './aid-review'
import type { TurnCommand } from './aid-turn-types'
import type { Aid, AidGiven } from './aid-types'
import { type Refusal, refuse } from './decider'

/** It ends before its time, and what she can say against it (法律援助法 48, 49, 64). */

type Command<T extends TurnCommand['type']> = Extract<TurnCommand, { type: T }>
type Decided = { by: { id: string; name: string }; at: string }

/** Sent again it is done; of two people the second learns who was first. */
const before = (first: Decided, { actor }: AidGiven): AidEvent[] | Refusal =>
  first.by.id === actor.id ? [] : refuse('matter.changed', { by: first.by.name, at: first.at })

const GRANTED: readonly string[] = ['granted-unassigned', 'assigned', 'in-hand']

/** On one of the eight grounds; it is told to her, and to the lawyer's house and the organ, within three days. */
export function terminate(
  state: Aid,
  { article, why }: Command<'TerminateAid'>,
  given: AidGiven,
): AidEvent[] | Refusal {
  const { now, actor } = given
  if (state.stage === 'terminated' && state.terminated) return before(state.terminated, given)
  if (!GRANTED.includes(state.stage)) return refuse('aid.not-granted')
  if (state.owner === actor.id) return refuse('aid.own-application')
  const ended: AidEvent[] = [
    { type: 'AidTerminated', at: now, by: byActor(given), article, ...numberGiven(given), personal: { why } },
    ...cancelling(state, now),
  ]
  return [...ended, start('aid.terminate', now, given, having(state, ended))]
}

/** Corrected meanwhile, there is nothing to tell. */
const ENDED: readonly string[] = ['terminated', 'objected']

export function tellTermination(
  state: Aid,
  { how }: Command<'TellTermination'>,
  given: AidGiven,
): AidEvent[] | Refusal {
  const { terminated } = state
  if (!terminated || !ENDED.includes(state.stage)) return refuse('aid.not-terminated')
  if (terminated.told) return before(terminated.told, given)
  return [
    { type: 'TerminationTold', at: given.now, by: byActor(given), personal: { how } },
    ...stopping(state, ['aid.terminate'], given.now),
  ]
}

/** Once against each decision; it goes to a supervisor who had no part in it, within five days. */
export function objectTo(state: Aid, { why }: Command<'ObjectToAid'>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor, above } = given
  if (state.stage === 'objected') return []
  if (state.stage !== 'refused' && state.stage !== 'terminated') return refuse('aid.nothing-to-object-to')
  if (state.owner && state.owner !== actor.id) return refuse('aid.not-yours')
  if (objectedBefore(state)) return refuse('aid.objected-before')
  if (!above) return refuse('aid.no-supervisor')
  return [
    { type: 'AidObjected', at: now, by: actor.id, to: above, personal: { why } },
    start('aid.objection', now, given, state),
  ]
}

/** Once against each decision: what was granted again and terminated again is another. */
export const objectedBefore = ({ stage, objected, terminated }: Aid): boolean =>
  objected?.first === stage && (stage === 'refused' || !terminated || terminated.at <= objected.at)

/** Whoever decided doesn't rule on it. What is put right waits for its lawyer, with three days for it. */
export function ruleObjection(state: Aid, command: Command<'RuleObjection'>, given: AidGiven): AidEvent[] | Refusal {
  const { decision, why } = command
  const { now, actor, duty } = given
  if (state.stage !== 'objected') return state.ruled ? before(state.ruled, given) : refuse('aid.no-objection')
  if (state.owner === actor.id) return refuse('aid.own-application')
  if (decidedIt(state).includes(actor.id)) return refuse('aid.another-rules')
  const correct = decision === 'correct'
  const { providedFirst } = state
  const stillOwed = providedFirst && !providedFirst.regularised ? [regularising(state, given)] : []
  // What had been granted before it was terminated keeps the number and the day of that decision.
  const grants = correct && state.objected?.first === 'refused' && given.grantNo
  return [
    {
      type: 'ObjectionRuled',
      at: now,
      by: byActor(given),
      decision,
      ...(correct && { to: duty }),
      ...numberGiven(given),
      ...(grants && { grantNo: grants }),
      personal: { why },
    },
    ...stopping(state, ['aid.objection'], now),
    ...(correct
      ? [...cancelling(state, now, ['aid.terminate']), start('aid.assign', now, given, state), ...stillOwed]
      : []),
  ]
}

/** Who refused, who confirmed it, who terminated. */
export const decidedIt = ({ refusal, terminated, objected }: Aid): string[] =>
  objected?.first === 'terminated'
    ? [terminated?.by.id].filter((id): id is string => id !== undefined)
    : [refusal?.by.id, refusal?.confirmed?.by.id].filter((id): id is string => id !== undefined)

/** What was promised seems untrue: a person looks at it. It stops nothing, here or in her next application (64). */
export function doubtPromise(state: Aid, { what }: Command<'DoubtPromise'>, given: AidGiven): AidEvent[] | Refusal {
  const { doubted } = state
  if (doubted && !doubted.ruled) return before(doubted, given)
  if (state.route !== 'promise' || state.stage === 'transferred') return refuse('aid.no-promise')
  if (state.owner === given.actor.id) return refuse('aid.own-application')
  if (!given.above) return refuse('aid.no-supervisor')
  return [{ type: 'PromiseDoubted', at: given.now, by: byActor(given), to: given.above, personal: { what } }]
}

export function ruleDoubt(state: Aid, { found, why }: Command<'RuleDoubt'>, given: AidGiven): AidEvent[] | Refusal {
  const { doubted } = state
  if (!doubted) return refuse('aid.no-doubt')
  if (doubted.ruled) return before(doubted.ruled, given)
  if (doubted.by.id === given.actor.id) return refuse('aid.second-person')
  if (state.owner === given.actor.id) return refuse('aid.own-application')
  return [{ type: 'DoubtRuled', at: given.now, by: byActor(given), found, personal: { why } }]
}
