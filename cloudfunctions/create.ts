import { type Saved, StoreBusy, type Write } from './ports'
import type { World } from './world'

const SAVE_AT_ONCE = 20

/** Creates what isn't there yet; what is there was written by an earlier try, so doing it twice changes nothing. */
export async function createAll(world: World, writes: Write[]): Promise<void> {
  for (let n = 0; n < writes.length; n += SAVE_AT_ONCE) await create(world, writes.slice(n, n + SAVE_AT_ONCE))
}

async function create(world: World, writes: Write[]): Promise<void> {
  let left = writes
  while (left.length > 0) {
    const saved = await savedOrBusy(world, left)
    // Nothing here has to be there all at once: what is too much for a busy store goes in smaller parts.
    if (saved === 'busy') {
      const half = Math.ceil(left.length / 2)
      await create(world, left.slice(0, half))
      return create(world, left.slice(half))
    }
    if (saved.ok) return
    const there = new Set(saved.stale.map(({ collection, id }) => `${collection}/${id}`))
    if (there.size === 0) throw new Error('create: a save was refused and named nothing')
    left = left.filter(({ collection, id }) => !there.has(`${collection}/${id}`))
  }
}

async function savedOrBusy({ store }: World, writes: Write[]): Promise<Saved | 'busy'> {
  try {
    return await store.save(writes)
  } catch (error) {
    if (error instanceof StoreBusy && writes.length > 1) return 'busy'
    throw error
  }
}
