import { type Declaration, type Shape, shapeIn, shapesOf } from '../checked'
import { collections } from '../collections'
import type { Doc } from '../ports'
import { asDeclared, type Walk } from '../walk'
import { type CloudDatabase, cloudApp } from './app'
import { docOf, type Flat } from './documents'
import { answered, CloudFault, codeOf, meaningOf } from './errors'
import { type Patience, patient, pause, reading } from './patience'
import type { CloudSettings } from './settings'

const PAGE = 100
const AT_ONCE = 5

type Places = { db: CloudDatabase; patience: Patience }

/** All documents of an environment. Documents that change meanwhile come as they are when their page is read. */
export function cloudWalk(settings: CloudSettings, declared: Declaration = collections, patience = patient): Walk {
  const shapes = shapesOf(declared)
  const places = { db: cloudApp(settings).database(), patience }
  return {
    async page(collection, after) {
      const shape = shapeIn(shapes, collection)
      return (await flatPage(places, collection, after)).map((flat) => docOf(shape, flat))
    },
    async create(collection, docs) {
      const shape = shapeIn(shapes, collection)
      for (let at = 0; at < docs.length; at += AT_ONCE)
        await Promise.all(docs.slice(at, at + AT_ONCE).map((doc) => add(places, collection, asDeclared(shape, doc))))
    },
    close: async () => {},
  }
}

const flatPage = ({ db, patience }: Places, collection: string, after?: string): Promise<Flat[]> =>
  reading(patience, `walk ${collection}`, async () => {
    const all = db.collection(collection).options({ raw: true })
    const rest = all.where(after === undefined ? {} : { _id: { $gt: after } })
    return (await answered(rest.orderBy('_id', 'asc').limit(PAGE).get())).data
  })

// Put twice it is there once: a lost answer is simply tried again.
async function add({ db, patience }: Places, collection: string, { id, keys, version, body }: Doc) {
  for (let failed = 0; ; ) {
    try {
      await answered(db.collection(collection).add({ _id: id, ...keys, version, body }))
      return
    } catch (error) {
      const meaning = meaningOf(error)
      if (meaning === 'duplicate') return
      if (meaning === 'fault' || ++failed >= patience.attempts)
        throw new CloudFault(`restore ${collection}`, codeOf(error))
      await pause(patience, failed)
    }
  }
}

/**
 * Gives documents that were written before a key was declared that key, empty: an index finds no document by a key it
 * has not. Guarded by the version and without changing it, so that whoever writes meanwhile wins. Answers how many it
 * filled in each collection; none are left when it ends.
 */
export async function backfill(
  settings: CloudSettings,
  declared: Declaration = collections,
  patience = patient,
): Promise<Record<string, number>> {
  const places = { db: cloudApp(settings).database(), patience }
  const filled: Record<string, number> = {}
  for (const shape of shapesOf(declared).values()) {
    const count = await fillCollection(places, shape)
    if (count > 0) filled[shape.name] = count
  }
  return filled
}

async function fillCollection(places: Places, shape: Shape): Promise<number> {
  let count = 0
  for (let after: string | undefined; ; ) {
    const page = await flatPage(places, shape.name, after)
    for (const flat of page) count += (await fill(places, shape, flat)) ? 1 : 0
    if (page.length === 0) return count
    after = String(page.at(-1)?._id)
  }
}

async function fill({ db, patience }: Places, shape: Shape, found: Flat): Promise<boolean> {
  const action = `backfill ${shape.name}`
  const collection = db.collection(shape.name)
  for (let flat: Flat | undefined = found; flat; ) {
    const present: Flat = flat
    const missing = [...shape.keys].filter(([key]) => present[key] === undefined)
    if (missing.length === 0) return false
    const guard = { _id: present._id, version: present.version }
    const empty = Object.fromEntries(missing.map(([key, holds]) => [key, holds === 'many' ? [] : '']))
    const written = await reading(patience, action, () => answered(collection.where(guard).update(empty)))
    if (written.updated) return true
    // Written meanwhile, perhaps by a program that does not know the key yet: looked at again.
    const own = collection.where({ _id: present._id }).orderBy('_id', 'asc').limit(1)
    flat = (await reading(patience, action, () => answered(own.get()))).data[0]
  }
  return false
}
