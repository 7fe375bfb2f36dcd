import type { Parsed } from '@/contract/actions'
import type { Consent } from '@/domain/aid-types'
import type { Refusal } from '@/domain/decider'
import { adviserOf } from '../circle'
import { findPerson } from '../circumstances'
import { readUnit } from '../records'
import { peopleOfUnit } from '../units'
import type { Context } from './binding'

/** What the four doors of 帮人办 have in common. */

/** How she agreed, as it is kept; nothing where it is her own. */
export function consentIn(forwarded: Parsed<'aid.submit'>['forwarded']): { consent?: Consent } {
  if (!forwarded) return {}
  const { consent, takenAt, opponentIsKin } = forwarded
  return {
    consent: { ...consent, ...(takenAt && { takenAt }), ...(opponentIsKin !== undefined && { opponentIsKin }) },
  }
}

const NAMED = 3

/**
 * A refusal because it is against the helper's own says who else can enter it: people of the town that the village lies
 * in, and the lawyer who advises the village, where they have a number. Anything else goes through as it is.
 */
export async function withWhoElse<T extends object>(
  { world, actor }: Context,
  place: { code: string; town: string },
  outcome: T | Refusal,
): Promise<T | Refusal> {
  if (!('refused' in outcome) || !outcome.refused.endsWith('.against-your-own')) return outcome
  const [village, town] = await world.store.getMany('units', [place.code, place.town])
  const adviser = village && (await adviserOf(world, readUnit(village), town && readUnit(town)))
  const ids = (await peopleOfUnit(world, place.town)).filter((id) => id !== actor.id)
  const people = await Promise.all(ids.slice(0, NAMED).map((id) => findPerson(world, id)))
  const others = [...people, adviser].flatMap((one) => (one?.phone ? [{ name: one.name, phone: one.phone }] : []))
  return others.length > 0 ? { ...outcome, detail: { ...outcome.detail, others } } : outcome
}
