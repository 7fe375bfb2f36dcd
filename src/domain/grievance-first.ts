import { type Actor, type PersonRef, type Refusal, refuse } from './decider'
import { holder, refOf } from './grievance-people'
import type { Grievance, GrievanceGiven, UnitRef } from './grievance-types'
import type { Instant } from './time'

/** Who was first: what another has already decided is told with his name and the time, and never as a fault. */

type Deed = { at: Instant; by?: PersonRef }
export const changed = (deed: Deed): Refusal =>
  refuse('matter.changed', deed.by ? { by: deed.by.name, at: deed.at } : { at: deed.at })

/** What was last decided about it, by whom: the latest of what the matter knows. */
export function lastDeed(state: Grievance): Refusal {
  if (state.stage === 'withdrawn') return refuse('grievance.withdrawn')
  const { sentBack, declined, handedOver, accepted, main, extension, suspension, resolved, checked } = state
  const hop = main && !main.leftAt ? { at: main.at, ...(main.by && { by: main.by }) } : state.personal.returns.at(-1)
  const stopped = suspension && { at: suspension.from, by: suspension.by }
  const deeds = [sentBack, accepted, declined, handedOver, hop, extension?.ruled, stopped, resolved, checked]
  const latest = deeds.reduce<Deed | undefined>((a, b) => (b && (!a || b.at >= a.at) ? b : a), undefined)
  return latest ? changed(latest) : refuse('grievance.not-now')
}

/** The unit that has it, where the actor is of it. */
export const ownUnit = (state: Grievance, { unit }: Actor): UnitRef | undefined => {
  const has = holder(state)
  return has && has.code === unit ? has : undefined
}

/** Whoever acts for a unit, with her unit's name. */
export function refIn(state: Grievance, unit: UnitRef | undefined, given: GrievanceGiven): PersonRef {
  const ref = refOf(state, given)
  return unit && given.actor.unit === unit.code ? { org: unit.name, ...ref, unit: unit.code } : ref
}
