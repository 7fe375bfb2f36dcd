import type { Actor } from '@/domain/decider'
import type { Rota } from '@/domain/rota-types'
import type { PersonRecord } from './records'
import { cardsOf } from './rota-people'
import type { World } from './world'

/**
 * The seats in which somebody could stand: those whose rota names him; else those of the towns he is attached to, or,
 * for the centre and for command, of their kind.
 */
export async function seatsFor(
  world: World,
  rota: Rota,
  actor: Actor,
  person: PersonRecord | undefined,
): Promise<string[]> {
  const named = new Set([
    ...rota.layers.filter(({ people }) => people.includes(actor.id)).map(({ seat }) => seat),
    ...[...rota.festivals, ...(rota.rosters ?? [])]
      .filter(({ shifts }) => shifts.some((shift) => shift.person === actor.id))
      .map(({ seat }) => seat),
  ])
  if (named.size > 0) return rota.seats.map(({ id }) => id).filter((id) => named.has(id))
  const roles = (person?.roles ?? [actor]).map(({ role }) => role as string)
  const towns = (await cardsOf(world, [actor.id])).get(actor.id)?.towns ?? []
  return rota.seats
    .filter(({ kind, unit }) => (unit !== undefined && towns.includes(unit)) || roles.includes(kind))
    .map(({ id }) => id)
}
