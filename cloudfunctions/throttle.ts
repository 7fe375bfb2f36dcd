import { POLICY, readPolicy } from './records'
import type { World } from './world'

/**
 * Counts wrong guesses in real time, a document a minute: guessing a query code stays hopeless, whoever guesses.
 * A right guess costs nothing.
 */
const MINUTE_MS = 60_000

const LIMITS = { caller: 'track.wrongPerCaller', together: 'track.wrongTogether' } as const

/** Seconds to wait, or undefined if this caller may try. */
export async function mayTry(world: World, what: string, source: string): Promise<number | undefined> {
  const [docs, county] = await Promise.all([
    world.store.getMany('throttle', idsOf(world, what, source)),
    world.store.get('policy', POLICY),
  ])
  const policy = readPolicy(world, county)
  const counts = new Map(docs.map(({ id, body }) => [id, JSON.parse(body).wrong as number]))
  const [own = '', together = ''] = idsOf(world, what, source)
  const full = (counts.get(own) ?? 0) >= policy[LIMITS.caller] || (counts.get(together) ?? 0) >= policy[LIMITS.together]
  return full ? Math.ceil((MINUTE_MS - (world.clock.wall() % MINUTE_MS)) / 1000) : undefined
}

export async function wrongTry(world: World, what: string, source: string): Promise<void> {
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

function idsOf(world: World, what: string, source: string): string[] {
  const minute = Math.floor(world.clock.wall() / MINUTE_MS)
  return [`${what}:${world.seal.lookup('lookup', source).slice(0, 22)}:${minute}`, `${what}:all:${minute}`]
}
