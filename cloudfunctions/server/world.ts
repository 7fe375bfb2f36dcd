import { cloudFiles, namesBy } from '../cloudbase/files'
import { cloudStore } from '../cloudbase/store'
import { isEmpty } from '../county'
import { embeddedFiles } from '../embedded/files'
import { embeddedStore } from '../embedded/store'
import { facts } from '../facts'
import { notifierBy } from '../notifier/channels'
import { demonstration } from '../notifier/demonstration'
import { fontIn } from '../paper-font'
import { soundOfName } from '../pinyin'
import type { Files, Log } from '../ports'
import { type Sealer, sealer } from '../seal'
import type { World } from '../world'
import { type ProductClock, productClock, wallClock } from './product-clock'
import { s3Files } from './s3-files'
import type { Settings } from './settings'

export const logLine: Log = (line) => console.log(JSON.stringify({ at: new Date().toISOString(), ...line }))

export type Opened = { world: World; clock?: ProductClock; fresh: boolean }

/** Where evidence lies: beside the documents, or in a store of its own. Whatever it is, links are the server's. */
function filesOf({ s3, cloud, files }: Settings, seal: Sealer): Files {
  if (s3) return s3Files(s3)
  if (!cloud) return embeddedFiles(files)
  const { link: _, sendTo: _s, ...own } = cloudFiles(cloud, namesBy(seal))
  return own
}

/** The world of one machine: SQLite or CloudBase's database, a place for files, and in a demonstration a clock that can be moved. */
export async function openWorld(settings: Settings, log: Log = logLine): Promise<Opened> {
  const store = settings.cloud ? cloudStore(settings.cloud) : embeddedStore(settings.store)
  const seal = sealer(settings.keys)
  const world: World = {
    store,
    seal,
    clock: wallClock(),
    files: filesOf(settings, seal),
    font: fontIn(import.meta.dirname),
    soundOfName,
    notifier: settings.mode === 'demo' ? demonstration() : notifierBy(settings.channels, log),
    ...(settings.channels.wechat && { templates: settings.channels.wechat.templates }),
    log,
    calendarAt: '',
    ...facts,
  }
  const fresh = await isEmpty(world)
  if (settings.mode === 'production') return { world, fresh }
  const clock = await productClock(store, fresh ? settings.now : undefined)
  return { world: { ...world, clock }, clock, fresh }
}
