import { cloudStore } from '../cloudbase/store'
import { isEmpty } from '../county'
import { embeddedFiles } from '../embedded/files'
import { embeddedStore } from '../embedded/store'
import { facts } from '../facts'
import type { Log } from '../ports'
import { sealer } from '../seal'
import type { World } from '../world'
import { type ProductClock, productClock, wallClock } from './product-clock'
import type { Settings } from './settings'

export const logLine: Log = (line) => console.log(JSON.stringify({ at: new Date().toISOString(), ...line }))

export type Opened = { world: World; clock?: ProductClock; fresh: boolean }

/** The world of one machine: SQLite or CloudBase's database, a directory of files, and in a demonstration a clock that can be moved. */
export async function openWorld(settings: Settings, log: Log = logLine): Promise<Opened> {
  const store = settings.cloud ? cloudStore(settings.cloud) : embeddedStore(settings.store)
  const world: World = {
    store,
    seal: sealer([{ id: 'k1', secret: settings.secret }]),
    clock: wallClock(),
    files: embeddedFiles(settings.files),
    log,
    ...facts,
  }
  const fresh = await isEmpty(world)
  if (settings.mode === 'production') return { world, fresh }
  const clock = await productClock(store, fresh ? settings.now : undefined)
  return { world: { ...world, clock }, clock, fresh }
}
