import type { Policy } from '@/domain/policy'
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
  /** The caller is the login itself, wherever it is tried from: an hour, so that a night of guessing is few guesses. */
  login: { caller: 'signIn.wrongPerLogin', together: 'signIn.wrongTogether', windowMs: 60 * MINUTE_MS },
} as const satisfies Record<string, Rule>

export type Guessed = keyof typeof rules

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
  return full ? Math.ceil((windowMs - (world.clock.wall() % windowMs)) / 1000) : undefined
}

// What everybody together may do is said for a minute.
const minutes = (windowMs: number) => windowMs / MINUTE_MS

export async function wrongTry(world: World, what: Guessed, source: string): Promise<void> {
  for (const id of idsOf(world, what, source)) await countUp(world, id)
}

async function countUp(world: World, id: string): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const doc = await world.store.get('throttle', id)
    const wrong = (doc ? (JSON.parse(doc.body).wrong as number) : 0) + 1
    const write = { collection: 'throttle', id, expected: doc?.version ?? 0, keys: {}, body: JSON.stringify({ wrong }) }
    if ((await world.store.save([write])).ok) return
  }
}

function idsOf(world: World, what: Guessed, source: string): string[] {
  const window = Math.floor(world.clock.wall() / rules[what].windowMs)
  return [`${what}:${world.seal.lookup('lookup', source).slice(0, 22)}:${window}`, `${what}:all:${window}`]
}
