import { findPerson, readCard } from './circumstances'
import { createAll } from './create'
import { type PlanRow, planWrites, townsOf } from './plans'
import type { World } from './world'

/**
 * Until 2026-11-23 a county's working plans lay in one sheet that nothing read. A store that was loaded before gets them
 * as a document a person, once; what somebody wrote since stays.
 */

const SHEET = 'county:plans'
const DONE = 'plans:backfilled'
// A warm process asks the store once.
const finished = new WeakSet<World['store']>()

/** How many people's plans were written now. Harmless done twice. */
export async function backfillPlans(world: World): Promise<{ touched: number; more: boolean }> {
  const { store } = world
  if (finished.has(store)) return { touched: 0, more: false }
  const [done, sheet] = await Promise.all([store.get('lease', DONE), store.get('policy', SHEET)])
  const plans = done || !sheet ? [] : (JSON.parse(sheet.body) as PlanRow[])
  const towns = new Map<string, readonly string[]>()
  for (const person of new Set(plans.map(({ person }) => person))) {
    const [record, found] = await Promise.all([findPerson(world, person), readCard(world, person)])
    towns.set(person, record ? townsOf(record, found?.card) : [])
  }
  await createAll(
    world,
    planWrites(world, plans, (person) => towns.get(person) ?? []),
  )
  // Of two beats at once one is second here; what it made was there already.
  if (!done && sheet) await store.save([{ collection: 'lease', id: DONE, expected: 0, keys: {}, body: '{}' }])
  finished.add(store)
  return { touched: towns.size, more: false }
}
