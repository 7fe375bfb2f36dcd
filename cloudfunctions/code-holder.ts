import { type Refusal, refuse } from '@/domain/decider'
import type { Caller } from './actor'
import type { Origin } from './handle'
import { matterByCode } from './query-code'
import { mayTry, wrongTry } from './throttle'
import type { World } from './world'

/** Who has no account stands in her matter under this name; nobody can sign in by it. */
export const holderOf = (matter: string): string => `code:${matter}`

/**
 * Who asks without an account, by her matter's query code: she is whoever holds it, and only towards that matter. A
 * wrong code is counted, as it is where a matter is looked up by one.
 */
export async function byCode(world: World, input: unknown, origin: Origin): Promise<Caller | Refusal> {
  const { id, code } = (input ?? {}) as { id?: unknown; code?: unknown }
  if (typeof code !== 'string' || typeof id !== 'string') return refuse('session.missing')
  const wait = await mayTry(world, 'track', origin.source)
  if (wait) return refuse('throttle.wait', { seconds: wait })
  const matter = await matterByCode(world, code)
  if (matter !== id) {
    await wrongTry(world, 'track', origin.source)
    return refuse('matter.not-found')
  }
  return { actor: { id: holderOf(id), name: '', role: 'visitor' } }
}
