import type { Context, Next } from 'hono'
import { rateLimiter } from 'hono-rate-limiter'
import { refuse } from '@/domain/decider'
import { refused } from '../handle'
import type { World } from '../world'
import type { DoorEnv } from './door'
import { send } from './envelope'

/** Requests a minute: of pages and files by one place; of actions by one session, or place; of sign-ins by one place. */
export type Limits = { pages: number; api: number; signIn: number }

const WINDOW_MS = 60_000

/**
 * Turns a flood away before any work is done for it: 429 `throttle.wait` with the seconds until the next window.
 * It only knows this process; guesses at codes and passwords are counted in the store besides.
 */
export function limiter(world: World, perMinute: number, by: 'place' | 'session') {
  return rateLimiter<DoorEnv>({
    windowMs: WINDOW_MS,
    limit: perMinute,
    // A whole office stands behind one address: who is signed in is counted by herself.
    keyGenerator: (c) => (by === 'session' && c.get('who')?.session) || c.get('caller').source,
    handler: (c: Context<DoorEnv>, _next: Next) => {
      const { resetTime } = (c.get('rateLimit' as never) ?? {}) as { resetTime?: Date }
      const ms = resetTime ? resetTime.getTime() - Date.now() : WINDOW_MS
      const seconds = Math.min(Math.max(Math.ceil(ms / 1000), 1), WINDOW_MS / 1000)
      return send(c, refused(refuse('throttle.wait', { seconds }), world.clock.now()))
    },
  })
}
