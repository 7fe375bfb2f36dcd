import type { Actor } from '@/domain/decider'
import type { Policy } from '@/domain/policy'
import type { Write } from './ports'
import { POLICY, readPolicy } from './records'
import type { World } from './world'

/**
 * Counts wrong guesses in real time, a document a window: guessing a code or a password stays hopeless, whoever
 * guesses. A right guess costs nothing.
 */
const MINUTE_MS = 60_000

type Limit = { [K in keyof Policy]: Policy[K] extends number ? K : never }[keyof Policy]
type Rule = { caller: Limit; together: Limit; windowMs: number }

/** What is guessed at: how often before one caller, and everybody together, must wait for the next window. */
const rules = {
  track: { caller: 'track.wrongPerCaller', together: 'track.wrongTogether', windowMs: MINUTE_MS },
  invite: { caller: 'invite.wrongPerCaller', together: 'invite.wrongTogether', windowMs: MINUTE_MS },
  /** The caller is where a sign-in comes from. */
  'sign-in': { caller: 'signIn.wrongPerCaller', together: 'signIn.wrongTogether', windowMs: MINUTE_MS },
  /** The caller is a login tried from one place: an hour, so that a night of guessing is few guesses. */
  login: { caller: 'signIn.wrongPerLogin', together: 'signIn.wrongTogether', windowMs: 60 * MINUTE_MS },
  /** The login from everywhere. Ten times as many: whoever knows it can't so easily shut its owner out. */
  'login-anywhere': { caller: 'signIn.wrongAtLogin', together: 'signIn.wrongTogether', windowMs: 60 * MINUTE_MS },
} as const satisfies Record<string, Rule>

export type Guessed = keyof typeof rules

/** What is counted although nothing is wrong with it: so much of it by one caller would fill the house. */
const shares = {
  file: { caller: 'file.sentPerHour', windowMs: 60 * MINUTE_MS },
  report: { caller: 'grievance.sentPerHour', windowMs: 60 * MINUTE_MS },
  visit: { caller: 'visit.sentPerHour', windowMs: 60 * MINUTE_MS },
  class: { caller: 'class.askedPerHour', windowMs: 60 * MINUTE_MS },
  compare: { caller: 'grievance.comparedPerHour', windowMs: 60 * MINUTE_MS },
} as const satisfies Record<string, Omit<Rule, 'together'>>

export type Shared = keyof typeof shares

/** Seconds to wait, or undefined if this caller may try. */
export async function mayTry(world: World, what: Guessed, source: string): Promise<number | undefined> {
  const [docs, county] = await Promise.all([
    world.store.getMany('throttle', idsOf(world, what, source)),
    world.store.get('policy', POLICY),
  ])
  const policy = readPolicy(world, county)
  const counts = new Map(docs.map(({ id, body }) => [id, JSON.parse(body).wrong as number]))
  const [own = '', together = ''] = idsOf(world, what, source)
  const { caller, together: all, windowMs } = rules[what]
  const full =
    (counts.get(own) ?? 0) >= policy[caller] || (counts.get(together) ?? 0) >= policy[all] * minutes(windowMs)
  return full ? secondsLeft(world, windowMs) : undefined
}

const secondsLeft = (world: World, windowMs: number) => Math.ceil((windowMs - (world.clock.wall() % windowMs)) / 1000)

// What everybody together may do is said for a minute.
const minutes = (windowMs: number) => windowMs / MINUTE_MS

export async function wrongTry(world: World, what: Guessed, source: string): Promise<void> {
  for (const id of idsOf(world, what, source)) await countUp(world, id)
}

/**
 * Takes one more of this caller's share of the window; the seconds to wait, and nothing is counted, where it is used up.
 * Counted before the work: many at once get no more than one after another.
 */
export async function takeShare(world: World, what: Shared, source: string): Promise<number | undefined> {
  const { caller, windowMs } = shares[what]
  const most = readPolicy(world, await world.store.get('policy', POLICY))[caller]
  const taken = await countUp(world, idOf(world, what, source, windowMs), most)
  return taken ? undefined : secondsLeft(world, windowMs)
}

/**
 * The same for whoever may be anybody, signed in or not: who has no account is counted by where she asks from. Who is
 * at work registers for others all day, and is not counted.
 */
export async function shareOf({ world, actor, origin }: Asking, what: Shared): Promise<number | undefined> {
  if (actor.role !== 'visitor' && actor.role !== 'resident') return undefined
  return takeShare(world, what, actor.role === 'visitor' ? origin.source : actor.id)
}
type Asking = { world: World; actor: Actor; origin: { source: string } }

const ATTEMPTS = 24

/** Whether one more was counted, of at most `most`. */
async function countUp(world: World, id: string, most = Number.POSITIVE_INFINITY): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const doc = await world.store.get('throttle', id)
    // Named after what was counted first.
    const count = doc ? (JSON.parse(doc.body).wrong as number) : 0
    if (count >= most) return false
    const body = JSON.stringify({ wrong: count + 1 })
    const write: Write = { collection: 'throttle', id, expected: doc?.version ?? 0, keys: {}, body }
    if ((await world.store.save([write])).ok) return true
    await new Promise((done) => setTimeout(done, Math.random() * Math.min(2 ** attempt, 32)))
  }
  return false
}

function idsOf(world: World, what: Guessed, source: string): string[] {
  const { windowMs } = rules[what]
  return [idOf(world, what, source, windowMs), `${what}:all:${windowOf(world, windowMs)}`]
}

const windowOf = (world: World, windowMs: number) => Math.floor(world.clock.wall() / windowMs)
const idOf = (world: World, what: string, source: string, windowMs: number) =>
  `${what}:${world.seal.lookup('lookup', source).slice(0, 22)}:${windowOf(world, windowMs)}`
