import { type Refusal, refuse } from '@/domain/decider'
import { accountWrite, bound, heldBy, heldWrite, openInvite } from '../accounts'
import { findPerson } from '../circumstances'
import type { World } from '../world'
import { type Cost, hashOf, holdsFor, nobodys, type PasswordHash } from './password'
import { newSecret, stepOf, uriOf } from './second-factor'

/** Logins for desks on a computer: a password and a one-time code, made with an invite by the person herself. */

/** `lastStep`: the newest code that was taken; none is taken twice. */
type Login = { password: PasswordHash; secret: string; lastStep: number }
/** What an enrolment carries between its two steps, sealed, so that nothing is stored before it is proven. */
type Ticket = { invite: string; login: string; password: PasswordHash; secret: string; until: number }
export type SignedIn = { person: string; epoch: number }

const TICKET_MS = 15 * 60_000
const ticketPlace = { collection: 'accounts', id: 'ticket', field: 'enrolment' }
const placeOf = (id: string) => ({ collection: 'accounts', id, field: 'login' })

/** The one spelling of a login. */
export const loginOf = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()
export const loginId = (world: World, login: string): string =>
  `password:${world.seal.lookup('lookup', `login ${login}`)}`

const write = (world: World, id: string, person: string, login: Login, expected: number) =>
  accountWrite(id, person, { sealed: world.seal.seal(placeOf(id), login) }, expected)

async function readLogin(world: World, id: string) {
  const doc = await world.store.get('accounts', id)
  if (!doc) return undefined
  const login = world.seal.unseal(placeOf(id), JSON.parse(doc.body).sealed) as Login
  return { login, person: String(doc.keys.person), version: doc.version }
}

export type Begun = { ticket: string; secret: string; uri: string }

/** First step: the code holds and the login is free; `login-taken` where it isn't. The password is already hashed. */
export async function beginEnrolment(
  world: World,
  given: { invite: string; login: string; password: string },
  cost?: Cost,
): Promise<Begun | Refusal | 'login-taken'> {
  const { invite, login, password } = given
  const id = loginId(world, login)
  const open = await openInvite(world, invite, id)
  if ('refused' in open) return open
  const there = await readLogin(world, id)
  if (there && there.person !== open.person) return 'login-taken'
  const secret = newSecret()
  const ticket: Ticket = {
    invite,
    login,
    password: await hashOf(password, cost),
    secret,
    until: world.clock.wall() + TICKET_MS,
  }
  return { ticket: world.seal.seal(ticketPlace, ticket), secret, uri: uriOf(secret, login) }
}

function ticketIn(world: World, text: string): Ticket | undefined {
  try {
    const ticket = world.seal.unseal(ticketPlace, text) as Ticket
    return ticket.until > world.clock.wall() ? ticket : undefined
  } catch {
    return undefined
  }
}

const TRIES = 8

/** Second step: the app shows the right code, so the login is stored and the invite used, in one save. */
export async function confirmEnrolment(
  world: World,
  text: string,
  otp: string,
): Promise<SignedIn | Refusal | 'wrong-otp'> {
  const ticket = ticketIn(world, text)
  if (!ticket) return refuse('enrol.over')
  const { invite, login, password, secret } = ticket
  const lastStep = stepOf(secret, otp, world.clock.wall())
  if (lastStep === undefined) return 'wrong-otp'
  const id = loginId(world, login)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const open = await openInvite(world, invite, id)
    if ('refused' in open) return open
    const { person, held, used } = open
    const there = await readLogin(world, id)
    if (there && there.person !== person) return refuse('enrol.over')
    // The answer to the first try was lost on its way: what it stored is there.
    if (open.again) return refuse('enrol.done')
    const epoch = held.record.epoch + 1
    const saved = await world.store.save([
      used,
      heldWrite(person, bound(held.record, { login: id, epoch }), held.version),
      write(world, id, person, { password, secret, lastStep }, there?.version ?? 0),
    ])
    if (saved.ok) return { person, epoch }
  }
  return refuse('matter.busy')
}

const nobodysSecret = newSecret()

/**
 * Who has this login, password and code. An unknown login costs the same work as a wrong password and is answered
 * the same; a code that was taken before is refused only to whoever knows the password.
 */
export async function passwordSignIn(
  world: World,
  given: { login: string; password: string; otp: string },
  cost?: Cost,
): Promise<SignedIn | Refusal> {
  const { password, otp } = given
  const id = loginId(world, given.login)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = await readLogin(world, id)
    const held = await heldBy(world, found?.person ?? '')
    const person = await findPerson(world, found?.person ?? '')
    const right = await holdsFor(password, found?.login.password ?? nobodys(cost))
    const step = stepOf(found?.login.secret ?? nobodysSecret, otp, world.clock.wall())
    // A login that was replaced by another, or whose person left, is as unknown as any.
    if (!found || !person || held.record.login !== id || !right || step === undefined) return refuse('sign-in.wrong')
    if (step <= found.login.lastStep) return refuse('sign-in.code-used')
    const saved = await world.store.save([
      write(world, id, person.id, { ...found.login, lastStep: step }, found.version),
    ])
    if (saved.ok) return { person: person.id, epoch: held.record.epoch }
  }
  return refuse('matter.busy')
}

/** Whether a session of a login still counts: a newer enrolment, or an administrator, ended those before. */
export async function stillCounts(world: World, { person, epoch }: SignedIn): Promise<boolean> {
  const { record } = await heldBy(world, person)
  return record.login !== undefined && record.epoch === epoch
}
