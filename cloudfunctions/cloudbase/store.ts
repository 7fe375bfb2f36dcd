import type { Declaration } from '../checked'
import { collections } from '../collections'
import type { Store } from '../ports'
import type { CloudSettings } from './settings'

/** The store on CloudBase's document database. */
export function cloudStore(_settings: CloudSettings, _declared: Declaration = collections): Store {
  throw new Error('not built yet')
}
