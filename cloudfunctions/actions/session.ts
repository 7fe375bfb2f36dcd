import type { Parsed } from '@/contract/actions'
import type { Me } from '@/contract/views'
import { type Role, refuse, roles } from '@/domain/decider'
import { bindWechat } from '../accounts'
import { callerOf, holds } from '../actor'
import { isPerson, personId, type RoleHeld, readPerson, readUnit, writePerson } from '../records'
import { mayTry, wrongTry } from '../throttle'
import { type Binding, type Context, type Result, unreadOf } from './binding'

async function me({ world, actor, person }: Context): Result<Me> {
  if (!person) return refuse('session.missing')
  const codes = [...new Set(person.roles.flatMap(({ unit }) => unit ?? []))]
  const [units, unread] = await Promise.all([
    codes.length > 0 ? world.store.getMany('units', codes) : [],
    unreadOf(world, person.id),
  ])
  const names = new Map(units.map((doc) => [doc.id, readUnit(doc).name]))
  const held = person.roles.map(({ role, unit }) => ({
    role,
    ...(unit && { unit, unitName: names.get(unit) ?? unit }),
  }))
  return {
    id: person.id,
    name: person.name,
    roles: held.some(({ role }) => role === 'resident') ? held : [...held, { role: 'resident' }],
    acting: { role: actor.role, ...(actor.unit && { unit: actor.unit }) },
    languages: person.languages,
    unread,
  }
}

// More than anybody opens in the half day that a session lives.
const SESSIONS_KEPT = 64

/** The choice belongs to this session; the next sign-in starts in the first role again. */
async function actAs(context: Context, { role, unit }: Parsed<'session.actAs'>): Result<Me> {
  const { world, session } = context
  if (!(roles as readonly string[]).includes(role)) return { invalid: [{ field: 'role', code: 'not-an-option' }] }
  for (let attempt = 0; attempt < 8; attempt++) {
    const doc = context.person && (await world.store.get('people', personId(context.person.id)))
    if (!context.person || !session) return refuse('session.missing')
    const person = doc && isPerson(doc) ? readPerson(world, doc) : context.person
    const chosen = pick(person.roles, role as Role, unit)
    if (!chosen || !holds(person, chosen)) return refuse('permission.role')
    // An account that nobody registered has one role, and no document in which a choice could stand.
    if (!doc || !isPerson(doc)) return me(context)
    const others = Object.entries(person.acting).filter(([id]) => id !== session)
    const acting = Object.fromEntries([...others.slice(1 - SESSIONS_KEPT), [session, chosen]])
    const saved = await world.store.save([writePerson(world, { ...person, acting }, doc.version)])
    if (saved.ok) return me({ ...context, ...(await callerOf(world, { person: person.id, session })) })
  }
  return refuse('matter.busy')
}

/** The unit may be left out where the role is held in one unit only. */
function pick(held: RoleHeld[], role: Role, unit: string | undefined): RoleHeld | undefined {
  if (role === 'resident' && !unit) return { role }
  return held.find((own) => own.role === role && (unit === undefined || own.unit === unit))
}

/** Wrong codes are counted by the account: whoever has it guesses at the codes of all the staff. */
async function bind(context: Context, { invite }: Parsed<'session.bind'>): Result<Me> {
  const { world, account, session } = context
  if (!account || !session) return refuse('invite.needs-wechat')
  const wait = await mayTry(world, 'invite', account)
  if (wait !== undefined) return refuse('throttle.wait', { seconds: wait })
  const person = await bindWechat(world, account, invite)
  if (typeof person !== 'string') {
    if (person.refused === 'invite.unknown') await wrongTry(world, 'invite', account)
    return person
  }
  return me({ ...context, ...(await callerOf(world, { person: account, session, account: 'wechat' })) })
}

export const sessionActions: {
  [A in 'session.me' | 'session.actAs' | 'session.bind']: Binding<A>
} = {
  'session.me': me,
  'session.actAs': actAs,
  'session.bind': bind,
}
