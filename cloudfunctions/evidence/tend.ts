import { after, DAY } from '@/domain/time'
import { logError } from '../log'
import type { Query } from '../ports'
import type { World } from '../world'
import type { Clean } from './clean'
import { fileWrite, foundIn } from './file-records'
import { clear, inspect } from './inspect'

const AT_ONCE = 20
/** A draft waits some days on a phone. Real days would do; the product's clock keeps it the same in a demonstration. */
const UNNAMED_KEPT = 7 * DAY

/**
 * What time does for files, a page of each kind: finishes what a crash left half cleared, looks at what has arrived,
 * and forgets what nobody named in a matter within a week. Begins nothing after `until` (wall time in ms). Harmless done
 * twice or by two at once.
 */
export async function tend(world: World, clean: Clean, until: number): Promise<{ touched: number; more: boolean }> {
  const due = after(world.clock.now(), -UNNAMED_KEPT)
  const cleared = await each(world, until, { index: 'byState', where: { state: 'clearing' } }, (id) =>
    finish(world, id),
  )
  const looked = await each(world, until, { index: 'byState', where: { state: 'arrived' } }, async (id) => {
    const outcome = await inspect(world, clean, id)
    return outcome !== undefined && outcome.state !== 'busy'
  })
  // From the first instant on: a file of an earlier version has none, and nobody knows how long it waited.
  const unnamed = { index: 'byMatter', where: { matter: '' }, range: { from: '0', before: due } }
  const forgotten = await each(world, until, unnamed, (id) => forget(world, id))
  const pages = [cleared, looked, forgotten]
  return { touched: pages.reduce((sum, page) => sum + page.touched, 0), more: pages.some((page) => page.more) }
}

/** Oldest first; one that breaks must not keep the others waiting. */
async function each(
  world: World,
  until: number,
  query: Omit<Query, 'limit'>,
  work: (id: string) => Promise<boolean>,
): Promise<{ touched: number; more: boolean }> {
  const { docs } = await world.store.list('files', { ...query, limit: AT_ONCE })
  let touched = 0
  for (const { id } of docs) {
    if (world.clock.wall() >= until) return { touched, more: true }
    try {
      if (await work(id)) touched += 1
    } catch (error) {
      logError(world.log, 'files', error)
    }
  }
  return { touched, more: docs.length === AT_ONCE && touched > 0 }
}

async function finish(world: World, id: string): Promise<boolean> {
  const doc = await world.store.get('files', id)
  const found = doc && foundIn(world, doc)
  if (!found?.clearing) return false
  await clear(world, found)
  return true
}

/** The record first: a command that names it meanwhile either is first, or finds nothing any more. */
async function forget(world: World, id: string): Promise<boolean> {
  const doc = await world.store.get('files', id)
  if (doc?.keys.matter !== '') return false
  const gone = fileWrite(world, foundIn(world, doc).record, doc.version, { state: 'gone', clearing: true })
  return (await world.store.save([gone])).ok && finish(world, id)
}
