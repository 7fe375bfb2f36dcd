import { after, type Instant, NEVER } from '@/domain/time'
import { personless } from './actor'
import { commit } from './commit'
import { logError } from './log'
import type { World } from './world'

const AT_ONCE = 50

/**
 * Time passes: settles everything due at the product's clock, earliest first. Costs what is due, not what is open.
 * `more` says that a page was full, or that `until` (wall time in ms) came before its end: the next call goes on.
 */
export async function sweep(
  world: World,
  until = Number.POSITIVE_INFINITY,
): Promise<{ touched: number; more: boolean }> {
  const now = world.clock.now()
  const due = { index: 'byWake', where: {}, range: { before: after(now, 1) }, limit: AT_ONCE }
  const { docs } = await world.store.list('matters', due)
  let settled = 0
  for (const [n, { id }] of docs.entries()) {
    if (world.clock.wall() >= until) return { touched: n, more: true }
    try {
      await commit(world, { id, actor: personless })
      settled += 1
    } catch (error) {
      // One matter that can't be read must not keep the rest from being judged; it is due again next time.
      logError(world.log, `sweep ${id}`, error)
    }
  }
  return { touched: docs.length, more: docs.length === AT_ONCE && settled > 0 }
}

/** The earliest moment at which the sweep has something to do; undefined if nothing ever will. */
export async function nextWake(world: World): Promise<Instant | undefined> {
  const { docs } = await world.store.list('matters', { index: 'byWake', where: {}, limit: 1 })
  const wakeAt = docs[0]?.keys.wakeAt
  return typeof wakeAt === 'string' && wakeAt < NEVER ? wakeAt : undefined
}
