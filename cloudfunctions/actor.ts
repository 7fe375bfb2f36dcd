import type { Actor } from '@/domain/decider'
import { accountWords } from '@/words/account'
import { aliasOf } from './accounts'
import { findPerson } from './circumstances'
import type { Identity } from './ports'
import { isPerson, type PersonRecord, personId, type RoleHeld, readPerson } from './records'
import type { World } from './world'

/** Time itself, when it acts on a matter. */
export const personless: Actor = { id: 'system', name: '系统', role: 'system' }
const visitor: Actor = { id: 'visitor', name: '游客', role: 'visitor' }

/** `account`: the WeChat account that asks, where she came by one; what binds it to a person needs it. */
export type Caller = { actor: Actor; person?: PersonRecord; session?: string; account?: string; openid?: string }

/** Who knocks and in which role: from the session and the person's own record, never from the request. */
export async function callerOf(world: World, who: Identity | undefined): Promise<Caller> {
  const person = who && (await personOf(world, who))
  if (!who || !person) return { actor: visitor }
  const held = person.acting[who.session]
  const acting = held && holds(person, held) ? held : firstRole(person)
  const openid = who.openid ? { openid: who.openid } : {}
  const account = who.account === 'wechat' ? { account: who.person, ...openid } : {}
  const units = [...new Set(person.roles.flatMap(({ unit }) => unit ?? []))]
  const actor = { id: person.id, name: person.name, ...acting, ...(units.length > 0 && { units }) }
  return { actor, person, session: who.session, ...account }
}

/**
 * The person's own record, or the one that her account is bound to. A WeChat account that nobody registered is a
 * resident of its own: nothing about her is stored, so that her first look costs no write.
 */
async function personOf(world: World, { person, account }: Identity): Promise<PersonRecord | undefined> {
  const doc = await world.store.get('people', personId(person))
  if (doc && isPerson(doc)) return readPerson(world, doc)
  const sameAs = aliasOf(doc)
  const bound = sameAs ? await findPerson(world, sameAs) : undefined
  return bound ?? (account === 'wechat' ? residentOf(person) : undefined)
}

const residentOf = (id: string): PersonRecord => ({
  id,
  name: accountWords.wechatUser,
  languages: ['zh'],
  roles: [{ role: 'resident' }],
  reachable: true,
  acting: {},
})

const firstRole = (person: PersonRecord): RoleHeld => person.roles[0] ?? { role: 'resident' }

/** Everybody may also act as a resident. */
export const holds = (person: PersonRecord, { role, unit }: RoleHeld): boolean =>
  (role === 'resident' && !unit) || person.roles.some((held) => held.role === role && held.unit === unit)
