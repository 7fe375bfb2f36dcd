import type { Instant } from '@/domain/time'
import { nextClassWake } from '../class-reminders'
import { deliverAll, nextLetter } from '../notifier/deliver'
import { nextRotaWake } from '../rota-tick'
import { nextWake } from '../sweep'
import type { World } from '../world'
import type { ProductClock } from './product-clock'
import { settleAll } from './turns'

// Things may fall due at the very instant something was settled, but not for ever.
const ROUNDS_AT_ONCE = 50

/** Moves the clock to `target`, stopping wherever something is due, so that everything happens at its own time. */
export async function travel(world: World, clock: ProductClock, target: Instant) {
  // Should the machine die on the way, it has slept until the target, and settles what fell due as late as that.
  await clock.keep(target)
  try {
    // What can leave now isn't yesterday's news when it does.
    await deliverAll(world)
    for (let rounds = 0; rounds < ROUNDS_AT_ONCE; rounds++) {
      const wakes = await Promise.all([nextWake(world), nextRotaWake(world), nextClassWake(world), nextLetter(world)])
      const wake = wakes.filter((at) => at !== undefined).sort()[0]
      if (wake === undefined || wake > target) break
      if (wake > clock.now()) {
        clock.hold(wake)
        rounds = 0
      }
      await settleAll(world)
      await deliverAll(world)
    }
    clock.hold(target)
    await settleAll(world)
    await deliverAll(world)
  } finally {
    await clock.release()
  }
}

/** Jumps as if the machine had slept: the next tick, or whoever touches a matter, settles what fell due. */
export async function jump(clock: ProductClock, target: Instant) {
  clock.hold(target)
  await clock.release()
}
