import type { Actor, OnDuty, PersonRef } from './decider'
import type { Grievance, GrievanceEvent, GrievanceGiven, UnitRef } from './grievance-types'
import type { Instant } from './time'

/** Who has to do with a grievance, and who must not: nobody checks, or asks about, work of his own. */

/** The actor as others see her: with her office and its number where the matter knows them. */
export function refOf(state: Grievance, { actor, command }: GrievanceGiven): PersonRef {
  const known = [state.responsible, ...unitsOf(state).map(({ person }) => person), person(command.on)]
  return known.find(({ id }) => id === actor.id) ?? { id: actor.id, name: actor.name }
}

/** Whoever answers for a seat, without the seat. */
export function person({ seat: _seat, gap: _gap, ...ref }: OnDuty): PersonRef {
  return ref
}

/** The main unit while it has it. */
export const holder = ({ main }: Grievance): UnitRef | undefined => (main && !main.leftAt ? main.unit : undefined)

/** The units that have it or help with it. */
const unitsOf = (state: Grievance): UnitRef[] => {
  const unit = holder(state)
  return [...(unit ? [unit] : []), ...state.with.map((other) => other.unit)]
}

/** Handed in the result, answered a part of it, or is of a unit that did. */
export function workedOnIt(state: Grievance, { id, unit }: Pick<Actor, 'id' | 'unit'>): boolean {
  const { resolved, main, with: others } = state
  const people = [
    resolved?.by,
    ...(main && !main.leftAt ? [main.signed?.by] : []),
    ...others.map(({ answered }) => answered?.by),
    ...unitsOf(state).map((each) => each.person),
  ]
  const units = [resolved?.unit, ...unitsOf(state).map(({ code }) => code)]
  return people.some((each) => each?.id === id) || (unit !== undefined && units.includes(unit))
}

/** Who answers at the command seat now; her own report is looked at by another. */
export const atTheSeat = (
  { owner }: Pick<Grievance, 'owner'>,
  { command, duty }: GrievanceGiven,
): { responsible: OnDuty; careUntil: Instant } => ({
  responsible: command.on.id === owner ? duty : command.on,
  careUntil: command.until,
})

/** Who makes good what she wasn't satisfied with: the unit that had it, else the command seat. */
export const whoMakesGood = (state: Grievance, given: GrievanceGiven): PersonRef =>
  holder(state)?.person ?? person(atTheSeat(state, given).responsible)

/**
 * It goes back to the command seat where the unit has done its part and the city's or region's line still waits for
 * its answer: that is the seat's to give.
 */
export const backToTheSeat = (state: Grievance, given: GrievanceGiven): GrievanceEvent[] => {
  if (state.source !== 'upper' || state.upperAnswered || state.careUntil) return []
  const { responsible: to, careUntil } = atTheSeat(state, given)
  return [{ type: 'ShiftChanged', at: given.now, to, from: state.responsible, careUntil }]
}

/** Who has an account, or a query code that stands for her, speaks for herself; else whoever entered it. */
export const speaksForHer = ({ owner }: Grievance, { id }: Actor): boolean => owner === undefined || owner === id

/** Somebody without an account, for whom her query code stands. */
export const isCode = (id: string): boolean => id.startsWith('code:')

/** The number she may be rung at: nobody rings who gave no name, or took it back. */
export const numberOf = ({ anonymity, exOfficio, personal }: Grievance): string | undefined =>
  anonymity === 'full' || exOfficio ? undefined : personal.reporter.phone

/** The unit's own person answers for it, not whoever stands at the command seat. */
export const isWithUnit = (state: Grievance): boolean =>
  state.careUntil === undefined && holder(state)?.person.id === state.responsible.id

/** She has said how this result was. */
export const ratedAlready = ({ rating, checked }: Grievance): boolean =>
  rating !== undefined && checked !== undefined && rating.at >= checked.at

/** She has said that this answer is wrong. */
export const objectedTo = ({ objected, checked, declined }: Grievance): boolean =>
  objected !== undefined && objected.at >= (checked?.at ?? declined?.at ?? '')
