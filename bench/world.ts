import { instantOf } from '@/domain/time'
import { loadCounty } from '../cloudfunctions/county'
import { bureau } from '../cloudfunctions/demo/bureau'
import { facts } from '../cloudfunctions/facts'
import type { Store } from '../cloudfunctions/ports'
import { sealer } from '../cloudfunctions/seal'
import type { World } from '../cloudfunctions/world'

/** The demonstration's bureau in an empty store, with a clock that says what it is told (ms) and no evidence. */
export async function benchWorld(store: Store, now: () => number): Promise<World> {
  const world: World = {
    ...facts,
    store,
    seal: sealer([{ id: 'k1', secret: 'a secret for the bench only, 32 bytes and more' }]),
    clock: { now: () => instantOf(now()), wall: now },
    files: { put: async () => {}, get: async () => undefined, remove: async () => {}, size: async () => undefined },
    log: (line) => console.error(line),
  }
  const loaded = await loadCounty(world, bureau)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return world
}
