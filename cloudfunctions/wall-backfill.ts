import { marksOf, marksOfUnit } from '@/domain/wall'
import { createAll } from './create'
import { openAid } from './matter-document'
import { WrittenByNewer } from './migrations'
import type { Doc, Query } from './ports'
import { readLawyer, readUnit, type UnitRecord } from './records'
import { adviserPointers, registerMarks } from './wall'
import type { World } from './world'

/**
 * The wall came on 2026-11-22. Matters, and lawyers who advise a unit, that were stored before have no pointers, and
 * whoever has none is missed: so they are made once for everything there is, a page a call. A matter's place among the
 * others of the centre never changes, so nothing slips past while people go on working.
 */

const DONE = 'wall:backfilled'
const PAGE = 50
const CARDS = 100
type Reached = { after?: string; done?: true }
// A warm process asks the store once.
const finished = new WeakSet<World['store']>()

/** How many matters were made findable now; `more` says that another page waits. Harmless done twice. */
export async function backfillWall(world: World): Promise<{ touched: number; more: boolean }> {
  if (finished.has(world.store)) return { touched: 0, more: false }
  const doc = await world.store.get('lease', DONE)
  const reached: Reached = doc ? JSON.parse(doc.body) : {}
  if (reached.done) {
    finished.add(world.store)
    return { touched: 0, more: false }
  }
  if (!doc) await advisers(world)
  const query = { index: 'byDeskEver', where: { desk: 'unit:centre' }, limit: PAGE }
  const { docs, next } = await world.store.list('matters', { ...query, ...(reached.after && { after: reached.after }) })
  // A question has no sides.
  for (const each of docs) if (each.keys.kind === 'aid') await register(world, each)
  // Of two beats at once one is second here; what it made was there already.
  await remember(world, doc, next ? { after: next } : { done: true })
  return { touched: docs.length, more: next !== undefined }
}

async function register(world: World, doc: Doc): Promise<void> {
  try {
    await registerMarks(world, doc.id, marksOf(openAid(doc, world.seal).state.personal))
  } catch (error) {
    // Newer code made its own pointers.
    if (!(error instanceof WrittenByNewer)) throw error
  }
}

async function remember(world: World, doc: Doc | undefined, reached: Reached): Promise<void> {
  const write = { collection: 'lease', id: DONE, expected: doc?.version ?? 0, keys: {}, body: JSON.stringify(reached) }
  await world.store.save([write])
}

async function advisers(world: World): Promise<void> {
  for (const assignable of [true, false]) {
    const query: Query = { index: 'byLoad', where: { assignable }, limit: CARDS }
    for (let after: string | undefined; ; ) {
      const { docs, next } = await world.store.list('lawyers', { ...query, ...(after && { after }) })
      for (const { person, org, advises } of docs.map((doc) => readLawyer(world, doc))) {
        const marks = (await Promise.all(advises.map((code) => marksUnder(world, code)))).flat()
        if (marks.length > 0) await createAll(world, adviserPointers(world, person, org, marks))
      }
      if (!next) break
      after = next
    }
  }
}

async function marksUnder(world: World, code: string): Promise<string[]> {
  const unit = await unitOf(world, code)
  const town = await unitOf(world, unit?.parents.legal)
  const banner = await unitOf(world, town?.parents.legal)
  return unit
    ? marksOfUnit(
        unit,
        [town, banner].flatMap((above) => (above ? [above.name] : [])),
      )
    : []
}

async function unitOf(world: World, code: string | undefined): Promise<UnitRecord | undefined> {
  const doc = code ? await world.store.get('units', code) : undefined
  return doc && readUnit(doc)
}
