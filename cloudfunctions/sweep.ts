import { after, type Instant, NEVER } from '@/domain/time'
import { personless } from './actor'
import { commit } from './commit'
import { logError } from './log'
import type { World } from './world'

const AT_ONCE = 50

/**
 * Time passes: settles everything due at the product's clock, earliest first, a page a call. Costs what is due, not what
 * is open. `more` says that another page waits, or that `until` (wall time in ms) came before its end.
 */
export async function sweep(
  world: World,
  until = Number.POSITIVE_INFINITY,
): Promise<{ touched: number; more: boolean }> {
  const now = world.clock.now()
  const due = { index: 'byWake', where: {}, range: { before: after(now, 1) }, limit: AT_ONCE }
  let touched = 0
  for (let behind: string | undefined; ; ) {
    const { docs, next } = await world.store.list('matters', { ...due, ...(behind && { after: behind }) })
    let settled = 0
    for (const { id } of docs) {
      if (world.clock.wall() >= until) return { touched, more: true }
      settled += (await settles(world, id)) ? 1 : 0
      touched += 1
    }
    // However many can't be settled, they must not keep those behind them waiting.
    if (settled > 0 || !next) return { touched, more: next !== undefined }
    behind = next
  }
}

/** One matter that can't be settled must not keep the rest from being judged; it is due again next time. */
async function settles(world: World, id: string): Promise<boolean> {
  try {
    const outcome = await commit(world, { id, actor: personless })
    if ('refused' in outcome) world.log({ level: 'warn', what: `sweep ${id}`, refused: outcome.refused })
    return 'matter' in outcome
  } catch (error) {
    logError(world.log, `sweep ${id}`, error)
    return false
  }
}

/** The earliest moment at which the sweep has something to do; undefined if nothing ever will. */
export async function nextWake(world: World): Promise<Instant | undefined> {
  const { docs } = await world.store.list('matters', { index: 'byWake', where: {}, limit: 1 })
  const wakeAt = docs[0]?.keys.wakeAt
  return typeof wakeAt === 'string' && wakeAt < NEVER ? wakeAt : undefined
}
