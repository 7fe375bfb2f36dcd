import { assignOrEscalate, chooseLawyer } from './aid-assign'
import { cancelling, resuming, start, stopping } from './aid-clocks'
import type { AidEvent } from './aid-events'
import { byActor, having, numberGiven } from './aid-review'
import type { TurnCommand } from './aid-turn-types'
import { type Aid, type AidGiven, owesLater } from './aid-types'
import { limitOn, startClock } from './clock'
import { isRefusal, type Refusal, refuse } from './decider'
import { nextGeneration } from './matter'
import { dayOf } from './time'

/** What can't wait (法律援助法 44): somebody decides on it now, the lawyer comes first and the papers after. */

type Command<T extends TurnCommand['type']> = Extract<TurnCommand, { type: T }>

/** Provided before it is examined: the county *may*, a person says so, with the reason. The examination comes after. */
export function provideFirst(state: Aid, command: Command<'ProvideFirst'>, given: AidGiven): AidEvent[] | Refusal {
  const { ground, why, lawyer, notSame } = command
  const { now, actor } = given
  const first = state.providedFirst
  if (first) return first.by.id === actor.id ? [] : refuse('matter.changed', { by: first.by.name, at: first.at })
  if (state.stage !== 'submitted' && state.stage !== 'supplementing') return refuse('aid.not-awaiting-review')
  if (state.owner === actor.id) return refuse('aid.own-application')
  const chosen = chooseLawyer({ lawyer, why: lawyer && why, notSame }, given.match)
  if (chosen && isRefusal(chosen)) return chosen
  const provided: AidEvent[] = [
    { type: 'AidProvidedFirst', at: now, by: byActor(given), ground, personal: { why } },
    ...cancelling(state, now, ['aid.decide', 'aid.supplement']),
    start('aid.assign', now, given, state),
    regularising(state, given),
  ]
  // What was promised stood still for papers that nobody waits for now.
  const goesOn = [...provided, ...resuming(having(state, provided), given)]
  return [...goesOn, ...assignOrEscalate(having(state, goesOn), chosen, given)]
}

/** How many days the law leaves to the county. */
export function regularising({ clocks }: Aid, { now, limits, policy, calendar }: AidGiven): AidEvent {
  const limit = { ...limitOn(limits, 'aid.regularise', dayOf(now)), count: policy['aid.regulariseDays'] }
  return startClock(limit, now, calendar, nextGeneration(clocks, limit.code))
}

/** The papers are whole: it is examined as any other. What turns out not to be due is terminated, not refused. */
export function regularise(state: Aid, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor } = given
  const before = state.providedFirst?.regularised
  if (before) return before.by.id === actor.id ? [] : refuse('matter.changed', { by: before.by.name, at: before.at })
  if (!owesLater(state)) return refuse('aid.not-provided-first')
  if (state.owner === actor.id) return refuse('aid.own-application')
  if (!state.route) return refuse('aid.route-missing')
  return [
    { type: 'AidRegularised', at: now, by: byActor(given), ...numberGiven(given) },
    ...stopping(state, ['aid.regularise'], now),
    ...cancelling(state, now, ['aid.supplement']),
  ]
}
