import { describe, expect, it } from 'vitest'
import { type Given, world } from '../given-world'
import { racers, races } from './visit-races-given'

/** Lets the others go first, nowhere or for some turns, before and after every operation of the store. */
function shuffle(w: Given, seed: number) {
  let state = seed + 1
  const next = (n: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % n
  }
  w.hooks.pause = async () => {
    for (let turns = next(4); turns > 0; turns--) await new Promise((done) => setImmediate(done))
  }
}
const at = '2026-09-30 08:00'

/** Each race at these sizes, so many times with other turns each time, for an hour with room for one and for three. */
export const raceAll = (sizes: readonly (readonly [people: number, times: number])[], rooms = [1, 3]) =>
  describe.each(Object.entries(races))('everybody at once: %s', (_, race) => {
    it.each(
      sizes.flatMap(([n, times]) =>
        rooms.flatMap((capacity) => Array.from({ length: times }, (_, seed) => [n, capacity, seed] as const)),
      ),
    )('%i people, room for %i (%i)', { timeout: 120_000 }, async (n, capacity, seed) => {
      const w = await world({ county: racers(n, capacity), at })
      await race({ ...w, begin: () => shuffle(w, seed) }, n, capacity)
      expect(w.logs.filter((line) => (line as { level?: string }).level === 'error')).toEqual([])
    })
  })
