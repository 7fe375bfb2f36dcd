import type { Actor } from '@/domain/decider'
import { findPerson } from './circumstances'
import type { Identity } from './ports'
import type { PersonRecord, RoleHeld } from './records'
import type { World } from './world'

/** Time itself, when it acts on a matter. */
export const personless: Actor = { id: 'system', name: '系统', role: 'system' }
const visitor: Actor = { id: 'visitor', name: '游客', role: 'visitor' }

export type Caller = { actor: Actor; person?: PersonRecord; session?: string }

/** Who knocks and in which role: from the session and the person's own record, never from the request. */
export async function callerOf(world: World, who: Identity | undefined): Promise<Caller> {
  const person = who && (await findPerson(world, who.person))
  if (!who || !person) return { actor: visitor }
  const held = person.acting[who.session]
  const acting = held && holds(person, held) ? held : firstRole(person)
  return { actor: { id: person.id, name: person.name, ...acting }, person, session: who.session }
}

const firstRole = (person: PersonRecord): RoleHeld => person.roles[0] ?? { role: 'resident' }

/** Everybody may also act as a resident. */
export const holds = (person: PersonRecord, { role, unit }: RoleHeld): boolean =>
  (role === 'resident' && !unit) || person.roles.some((held) => held.role === role && held.unit === unit)
