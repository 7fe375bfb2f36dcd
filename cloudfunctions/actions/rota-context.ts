import type { Problem } from '@/contract/check'
import type { PersonRef } from '@/domain/decider'
import { type Refusal, refuse } from '@/domain/decider'
import type { Rota, RotaGiven, Seat } from '@/domain/rota-types'
import { POLICY, readPolicy } from '../records'
import { peopleOf } from '../rota-people'
import { isOwnSeat, type Names, namesFor } from '../rota-present'
import type { LoadedRota } from '../rota-records'
import type { Context } from './binding'

/** What every action of the rota needs before it decides. */

/** Made of the person and her request: a repeat makes the same thing, and nobody else's. */
export const idOf = ({ world, actor }: Context, kind: string, request: string): string =>
  `${kind}_${world.seal.lookup('request', `${actor.id}|${kind}|${request}`).slice(0, 20)}`

export const meOf = ({ actor }: Pick<Context, 'actor'>): PersonRef => ({ id: actor.id, name: actor.name })

/** A seat that isn't there and one of another town look the same. */
export function ownSeat(rota: Rota, id: string, { actor }: Pick<Context, 'actor'>): Seat | Refusal {
  const seat = rota.seats.find((one) => one.id === id)
  return seat && isOwnSeat(seat, actor) ? seat : refuse('seat.not-found')
}

/** Those of these fields that name nobody, or somebody with no work here: a resident stands in no seat. */
export async function strangers({ world }: Context, named: Record<string, string | undefined>): Promise<Problem[]> {
  const asked = Object.entries(named).flatMap(([field, id]) => (id === undefined ? [] : [{ field, id }]))
  const known = await peopleOf(
    world,
    asked.map(({ id }) => id),
  )
  const works = (id: string) => known.get(id)?.roles.some(({ role }) => role !== 'resident') === true
  return asked.filter(({ id }) => !works(id)).map(({ field }) => ({ field, code: 'unknown-person' }))
}

/** What the pure rules look at, for a question that changes nothing. */
export async function givenFor({ world, actor, now }: Context): Promise<RotaGiven> {
  const policy = readPolicy(world, await world.store.get('policy', POLICY))
  return { now, actor, calendar: world.calendar, policy }
}

export const nameAll = ({ world, actor }: Context, rota: LoadedRota, more: string[] = []): Promise<Names> =>
  namesFor(world, rota, [actor.id, ...more])
