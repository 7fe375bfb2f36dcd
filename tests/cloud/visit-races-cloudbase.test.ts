import { EventEmitter } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '@/domain/time'
import { patient } from '../../cloudfunctions/cloudbase/patience'
import { cloudStore } from '../../cloudfunctions/cloudbase/store'
import { worldOver } from '../../cloudfunctions/cloudbase/world'
import { loadCounty } from '../../cloudfunctions/county'
import { type Answer, handle } from '../../cloudfunctions/handle'
import type { Doc } from '../../cloudfunctions/ports'
import { sealer } from '../../cloudfunctions/seal'
import type { World } from '../../cloudfunctions/world'
import { value } from '../given-world'
import { type CloudBase, startCloudBase } from '../support/cloudbase'
import { ask, booking, everybody, judged, type Racing, racers, room, settled } from './visit-races-given'

/** The same on the platform's database, where transactions lose, are refused, or write and say that they failed. */

const NOW: Instant = '2026-09-30T08:00:00.000+08:00'
let cloud: CloudBase
const listeners = EventEmitter.defaultMaxListeners
beforeAll(async () => {
  // The SDK shares one agent: sixty-four at once are no leak.
  EventEmitter.defaultMaxListeners = 0
  cloud = await startCloudBase()
})
afterAll(() => {
  EventEmitter.defaultMaxListeners = listeners
  return cloud.stop()
})

async function environment(n: number, capacity: number): Promise<Racing> {
  const settings = cloud.fresh()
  const store = cloudStore(settings, undefined, { ...patient, wait: async () => {}, attempts: 12 })
  const seal = sealer([{ id: 'k1', secret: 'a secret that only the tests know, 32+' }])
  const world: World = { ...worldOver(store, seal, () => {}), clock: { now: () => NOW, wall: () => Date.parse(NOW) } }
  cloud.faults.clear()
  const loaded = await loadCounty(world, racers(n, capacity))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return {
    world,
    begin: () => cloud.faults.chance(0.03, ['conflict', 'busy', 'limit', 'wrote-reset', 'wrote-system'], n + capacity),
    as: (person) => (action, input) =>
      handle(world, action, input, { person, session: `s:${person}` }, { source: person, trace: 'race' }),
    docs: async (collection) =>
      cloud
        .documents(collection, settings.env)
        .map(({ _id, version, body, ...keys }) => ({ id: _id, version, body, keys }) as unknown as Doc),
  }
}

/** Whom the platform was too busy for presses again, as her phone would. */
async function persisting(w: Racing, who: string, input: object): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask(w, who, 'visit.book', input)
    const { reply } = answer
    const busy = !reply.ok && 'refused' in reply && ['matter.busy', 'store.busy'].includes(reply.refused)
    if (!busy || tries > 20) return answer
  }
}

describe('everybody at once on the platform’s database', () => {
  it.each([
    [8, 1],
    [8, 3],
    [64, 1],
    [64, 3],
  ])('%i people, room for %i', { timeout: 120_000 }, async (n, capacity) => {
    const w = await environment(n, capacity)
    await w.begin()
    const answers = await everybody(n, (who) => persisting(w, who, booking(who)))
    const { won } = judged(answers, capacity)
    for (const one of won) {
      const again = await persisting(w, `r${one}`, booking(`r${one}`))
      expect(value(again).id).toBe(value(answers[one] as Answer).id)
    }
    expect(cloud.faults.hits.length).toBeGreaterThan(0)
    expect(await settled(w, room(capacity))).toHaveLength(capacity)
  })
})
