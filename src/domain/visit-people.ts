import type { Actor, OnDuty, PersonRef } from './decider'
import { sideOf } from './visit-permission'
import type { Visit } from './visit-types'

/** Who is who in a visit. */

/** The actor as those see him who wait for him: with his office number where it is known. */
export const refOf = ({ hour, responsible }: Visit, { id, name }: Actor): PersonRef =>
  [responsible, hour?.person].find((ref) => ref?.id === id) ?? { id, name }

/** What she does herself stands under her id, what staff do under their names. */
export const byOf = (state: Visit, actor: Actor): string | PersonRef =>
  sideOf(state, actor) === 'person' ? actor.id : refOf(state, actor)

export const nameOnly = ({ seat: _seat, gap: _gap, ...person }: OnDuty): PersonRef => person
