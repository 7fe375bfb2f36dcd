import type { World } from './world'

/** The address of somebody's own calendar: whoever has it reads his shifts, so it can't be guessed and can be ended. */

type Holder = { person: string; count: number }

const countId = (world: World, person: string) => `rota:calendar:${world.seal.lookup('lookup', `calendar ${person}`)}`
const holderId = (world: World, token: string) => `rota:calendar:${world.seal.lookup('lookup', `token ${token}`)}`
const tokenOf = (world: World, { person, count }: Holder) => world.seal.lookup('code', `calendar ${person} ${count}`)

const body = (holder: Holder) => ({ collection: 'rota', keys: {}, body: JSON.stringify(holder) })
const TRIES = 4

/** The same one each time; `renew` ends the old one. Undefined where the store is too busy. */
export async function calendarToken(world: World, person: string, renew: boolean): Promise<string | undefined> {
  const id = countId(world, person)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const doc = await world.store.get('rota', id)
    const count: number = doc ? JSON.parse(doc.body).count : 0
    const holder = { person, count: doc && !renew ? count : count + 1 }
    const token = tokenOf(world, holder)
    if (doc && !renew) return token
    const saved = await world.store.save([
      { ...body(holder), id, expected: doc?.version ?? 0 },
      { ...body(holder), id: holderId(world, token), expected: 0 },
    ])
    if (saved.ok) return token
  }
  return undefined
}

/** Whose calendar this is; undefined for one that never was, or that ended. */
export async function calendarHolder(world: World, token: string): Promise<string | undefined> {
  const doc = await world.store.get('rota', holderId(world, token))
  if (!doc) return undefined
  const { person, count } = JSON.parse(doc.body) as Holder
  const now = await world.store.get('rota', countId(world, person))
  return now && JSON.parse(now.body).count === count ? person : undefined
}
