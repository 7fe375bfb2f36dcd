import { randomUUID } from 'node:crypto'
import { isAction } from '@/contract/actions'
import type { Reply } from '@/contract/views'
import { sentence } from '@/words/refusals'
import { callerOf, identityOf } from '../cloudbase/identity'
import { cloudWorld, notConfigured } from '../cloudbase/world'
import { handle } from '../handle'
import type { World } from '../world'

type Event = { action?: unknown; input?: unknown }
type Main = (event: Event | null | undefined, context: unknown) => Promise<Reply<unknown>>

/** The cloud's door for people: the action from the event, the person from the platform. */
export function serve(world: World | undefined): Main {
  return async (event, context) => {
    if (!world) return notConfigured()
    const trace = randomUUID()
    const now = world.clock.now()
    const { action, input } = event ?? {}
    if (typeof action !== 'string' || !isAction(action))
      return { ok: false, now, refused: 'action.not-found', message: sentence('action.not-found') }
    try {
      const caller = callerOf(context)
      const source = world.seal.lookup('lookup', `address ${caller.openid ?? caller.address ?? 'unknown'}`)
      const { reply } = await handle(world, action, input ?? {}, identityOf(world.seal, caller), { source, trace })
      return reply
    } catch (error) {
      world.log({ level: 'error', what: action, trace, error: error instanceof Error ? error.name : 'not an Error' })
      return { ok: false, now, fault: trace }
    }
  }
}

export const main = serve(cloudWorld())
