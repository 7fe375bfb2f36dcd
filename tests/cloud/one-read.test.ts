import { describe, expect, it } from 'vitest'
import type { MatterView, TrackView } from '@/contract/views'
import { handle } from '../../cloudfunctions/handle'
import type { Store } from '../../cloudfunctions/ports'
import { application, value, world } from '../given-world'

/** A matter's whole story lies in its own document: the page and the query code read that one, once. */

const origin = { source: 'here', trace: 'one-read' }

/** Which collections are read and written, in order. */
function watched(store: Store): { store: Store; seen: string[] } {
  const seen: string[] = []
  return {
    seen,
    store: {
      ...store,
      get: (collection, id) => {
        seen.push(`get ${collection}`)
        return store.get(collection, id)
      },
      list: (collection, query) => {
        seen.push(`list ${collection}`)
        return store.list(collection, query)
      },
      save: (writes) => {
        seen.push(...writes.map(({ collection }) => `save ${collection}`))
        return store.save(writes)
      },
    },
  }
}

describe('the timeline of a matter', () => {
  const opened = async () => {
    const w = await world()
    const { id, code = '' } = value<MatterView>(await w.as('bao')('aid.submit', application()))
    value(await w.as('gao')('aid.grant', { id }))
    value(await w.as('li')('aid.conflictAnswer', { id, conflict: 'no' }))
    value(await w.as('li')('aid.take', { id }))
    return { w, id, code, ...watched(w.store) }
  }
  const aboutIt = (seen: string[]) => seen.filter((each) => /matters|history/.test(each))

  it('comes with the page in one read of the matter, and nothing is written', async () => {
    const { w, id, store, seen } = await opened()
    const who = { person: 'bao', session: 's:bao' }
    const page = value<MatterView>(await handle({ ...w.world, store }, 'matter.get', { id }, who, origin))
    expect(page.timeline.length).toBeGreaterThan(3)
    expect(aboutIt(seen)).toEqual(['get matters'])
    expect(seen.filter((each) => each.startsWith('save'))).toEqual([])
  })
  it('by the query code the matter is read once too', async () => {
    const { w, code, store, seen } = await opened()
    value<TrackView>(await handle({ ...w.world, store }, 'matter.track', { code }, undefined, origin))
    expect(aboutIt(seen)).toEqual(['get matters'])
    expect(seen.filter((each) => each.startsWith('save'))).toEqual([])
  })
})
