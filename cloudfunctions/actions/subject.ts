import { isUnder18 } from '@/domain/consent'
import { type Actor, type Refusal, refuse } from '@/domain/decider'
import { dayOf } from '@/domain/time'
import type { Opened } from '../matter-document'
import { type Guard, guardOf, profileOf } from '../profiles'
import type { World } from '../world'
import { type Context, openedFrom } from './binding'

/** Whose data an action is about: the actor's own, or a child's whom she answers for. */
export type Subject = {
  id: string
  name: string
  /** As whom her matters are read: everybody is a resident towards her own. */
  actor: Actor
  guard?: Guard
}

/** `person.not-found`: no such child, or not hers; `me.ward-of-age`: who is grown up asks for herself. */
export async function subjectOf({ world, actor }: Context, ward: string | undefined): Promise<Subject | Refusal> {
  if (!ward || ward === actor.id) return { id: actor.id, name: await nameOf(world, actor), actor: resident(actor) }
  const { record: guard } = await guardOf(world, ward)
  if (guard?.guardian !== actor.id) return refuse('person.not-found')
  if (!isUnder18(guard.birth, dayOf(world.clock.now()))) return refuse('me.ward-of-age')
  return { id: ward, name: guard.childName, actor: { id: ward, name: guard.childName, role: 'resident' }, guard }
}

const resident = ({ id, name }: Actor): Actor => ({ id, name, role: 'resident' })

const nameOf = async (world: World, { id, name }: Actor): Promise<string> =>
  (await profileOf(world, id)).record.name || name

const PAGE = 50
/** More than anybody ever asked for; the rest is found when she asks again. */
const PAGES = 10

/** What a person sent herself, newest first. */
export async function mattersOf({ world, now }: Context, person: string): Promise<Opened[]> {
  const found: Opened[] = []
  const where = {
    index: 'byDeskEver',
    where: { desk: `applicant:${person}` },
    order: 'descending' as const,
    limit: PAGE,
  }
  let after: string | undefined
  for (let n = 0; n < PAGES; n++) {
    const { docs, next } = await world.store.list('matters', { ...where, ...(after && { after }) })
    found.push(...docs.map(openedFrom(world, now)))
    if (!next) break
    after = next
  }
  return found.filter(({ state }) => state.owner === person)
}
