import type { Instant } from '@/domain/time'
import { callerOf } from '../cloudbase/identity'
import { cloudWorld, notConfigured } from '../cloudbase/world'
import { sweep } from '../sweep'
import type { World } from '../world'

type Event = { Type?: unknown }
type Swept = { ok: true; now: Instant; touched: number; more: boolean } | { ok: false; now: Instant; refused: string }

// The platform stops a function after a minute; what is left is due again at the next beat.
const BUDGET_MS = 40_000

/** The cloud's door for time: only the platform's own timer is let in, never a person who sends its event. */
export function serve(world: World | undefined): (event: Event | null | undefined, context: unknown) => Promise<Swept> {
  return async (event, context) => {
    if (!world) return notConfigured() as Swept
    if (event?.Type !== 'Timer' || callerOf(context).openid)
      return { ok: false, now: world.clock.now(), refused: 'permission.role' }
    const end = world.clock.wall() + BUDGET_MS
    let touched = 0
    for (;;) {
      const swept = await sweep(world)
      touched += swept.touched
      const going = swept.more && swept.touched > 0 && world.clock.wall() < end
      if (!going) return { ok: true, now: world.clock.now(), touched, more: swept.more }
    }
  }
}

export const main = serve(cloudWorld())
