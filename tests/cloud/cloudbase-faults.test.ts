import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { patient } from '../../cloudfunctions/cloudbase/patience'
import { cloudStore } from '../../cloudfunctions/cloudbase/store'
import { type Doc, type Saved, type Store, StoreBusy, type Write } from '../../cloudfunctions/ports'
import { type CloudBase, startCloudBase } from '../support/cloudbase'
import { type FaultKind, faultKinds, fits } from '../support/cloudbase/faults'
import { write } from './suite/desk'

/** Whatever the platform answers or doesn't: nothing lost, nothing doubled, and the caller is told the truth. */

let cloud: CloudBase
beforeAll(async () => {
  cloud = await startCloudBase()
})
afterEach(() => {
  cloud.faults.clear()
  cloud.faults.duplicate = 'message'
})
afterAll(() => cloud.stop())

// Where a request is never answered it is given up this soon; waits pass at once.
const TIMEOUT_MS = 200
type How = { wait?: () => Promise<void>; timeoutMs?: number; at?: CloudBase }
const opened = ({ wait = async () => {}, timeoutMs, at = cloud }: How = {}) => {
  const settings = at.fresh()
  const store = cloudStore(settings, undefined, { attempts: 7, wait, timeoutMs })
  return {
    store,
    settings,
    env: settings.env,
    rival: cloudStore(settings, undefined, { ...patient, wait: async () => {} }),
  }
}
const timeoutOf = (kind: FaultKind) => (kind.endsWith('unanswered') ? TIMEOUT_MS : undefined)
const numbered = (id: string, expected: number, value: unknown) =>
  write('rota', id, expected, {}, JSON.stringify(value))
const begin = (store: Store) => store.save([numbered('a', 0, 'old'), numbered('b', 0, 'old')])
const bodies = async (store: Store, ids: string[]) =>
  (await store.getMany('rota', ids)).map(({ version, body }) => [version, body])
const noneLeft = (env: string) => {
  const { started, committed, aborted, lost, open } = cloud.transactions(env)
  expect({ open, ended: committed + aborted + lost }).toEqual({ open: 0, ended: started })
}

const saves: [string, Write[], string[]][] = [
  ['a create', [numbered('c', 0, 'new')], ['insertDocument']],
  ['an update', [numbered('a', 1, 'new')], ['modifyDocument']],
  [
    'a save of three',
    [numbered('a', 1, 'new'), numbered('b', 1, 'new'), numbered('c', 0, 'new')],
    ['startTransaction', 'getDocument', 'insertDocument', 'modifyDocument', 'commitTransaction', 'abortTransaction'],
  ],
]
const cases = saves.flatMap(([name, writes, actions]) =>
  actions.flatMap((action) =>
    faultKinds
      .filter((kind) => fits(kind, { action: `database.${action}`, transactionId: writes[1] && 'one' }))
      .map((kind) => ({ name, kind, action, writes })),
  ),
)

describe('one fault', () => {
  it.each(cases)('$name is saved once although $action meets $kind', async ({ kind, action, writes }) => {
    const { store, env } = opened({ timeoutMs: timeoutOf(kind) })
    await begin(store)
    cloud.faults.next(kind, { action })
    // An abort only comes after something else went wrong.
    if (action === 'abortTransaction') cloud.faults.next('system', { action: 'commitTransaction' })
    expect(await store.save(writes)).toEqual({ ok: true })
    const ids = writes.map(({ id }) => id)
    expect(await bodies(store, ids)).toEqual(writes.map(({ expected }) => [expected + 1, '"new"']))
    expect(cloud.faults.hits.map((hit) => hit.kind)).toContain(kind)
    // On a busy machine the short time to answer may run out at the start of a transaction, which nobody then knows of.
    if (!timeoutOf(kind)) noneLeft(env)
  })
  it.each(faultKinds.filter((kind) => fits(kind, { action: 'database.getDocument' })))(
    'a read answers although it meets %s',
    async (kind) => {
      const { store } = opened({ timeoutMs: timeoutOf(kind) })
      await begin(store)
      cloud.faults.next(kind, { action: 'getDocument' })
      expect(await bodies(store, ['a', 'b'])).toEqual([
        [1, '"old"'],
        [1, '"old"'],
      ])
    },
  )
})

describe('somebody else meanwhile', () => {
  const stale = { ok: false, stale: [{ collection: 'rota', id: 'a' }] }
  it('a save that was turned away is stale when a rival wrote before the next try', async () => {
    const { store, rival } = opened({
      wait: async () => {
        await rival.save([numbered('a', 1, 'rival')])
      },
    })
    await begin(store)
    cloud.faults.next('reset', { action: 'modifyDocument' })
    expect(await store.save([numbered('a', 1, 'mine')])).toEqual(stale)
    expect(await bodies(store, ['a'])).toEqual([[2, '"rival"']])
  })
  it.each<[string, Write[]]>([
    ['one', [numbered('a', 1, 'the same')]],
    ['two', [numbered('a', 1, 'the same'), numbered('b', 1, 'the same')]],
  ])('a rival who wrote the very same is a rival all the same: %s', async (_, writes) => {
    const { store, rival } = opened({
      wait: async () => {
        await rival.save(writes)
      },
    })
    await begin(store)
    cloud.faults.next('limit', { action: 'modifyDocument' })
    expect(await store.save(writes)).toMatchObject({ ok: false })
    expect(await bodies(store, ['a'])).toEqual([[2, '"the same"']])
  })
  it('a save of two that was written, and one of them again by a rival before anybody looked, has happened', async () => {
    const { store, rival } = opened({ timeoutMs: TIMEOUT_MS })
    await begin(store)
    cloud.faults.next('wrote-unanswered', { action: 'commitTransaction' })
    const saved = store.save([numbered('a', 1, 'mine'), numbered('b', 1, 'mine')])
    await until(() => cloud.faults.hits.length > 0)
    await until(async () => (await rival.save([numbered('a', 2, 'rival')])).ok)
    expect(await saved).toEqual({ ok: true })
    expect(await bodies(store, ['a', 'b'])).toEqual([
      [3, '"rival"'],
      [2, '"mine"'],
    ])
  })
  it('of one document that is written over before anybody looked, nobody claims that it happened', async () => {
    const { store, rival } = opened({ timeoutMs: TIMEOUT_MS })
    await begin(store)
    cloud.faults.next('wrote-unanswered', { action: 'modifyDocument' })
    const saved = store.save([numbered('a', 1, 'mine')])
    await until(async () => (await rival.save([numbered('a', 2, 'rival')])).ok)
    expect(await saved).toEqual(stale)
  })
  it.each(['code', 'message'] as const)('a taken id is stale when the duplicate is told by its %s', async (shape) => {
    const { store, env } = opened()
    await begin(store)
    cloud.faults.duplicate = shape
    expect(await store.save([numbered('a', 0, 'mine')])).toEqual(stale)
    expect(await store.save([numbered('a', 0, 'mine'), numbered('b', 1, 'mine')])).toEqual(stale)
    expect(await bodies(store, ['a', 'b'])).toEqual([
      [1, '"old"'],
      [1, '"old"'],
    ])
    noneLeft(env)
  })
})

describe('no end of trouble', () => {
  it.each<[string, FaultKind, (store: Store) => Promise<unknown>]>([
    ['a create', 'limit', (store) => store.save([numbered('c', 0, 'new')])],
    ['an update', 'concurrent', (store) => store.save([numbered('a', 1, 'new')])],
    ['a save of two', 'busy', (store) => store.save([numbered('a', 1, 'new'), numbered('b', 1, 'new')])],
    [
      'a save of two in conflict',
      'conflict',
      (store) => store.save([numbered('a', 1, 'new'), numbered('b', 1, 'new')]),
    ],
    ['a read', 'timeout', (store) => store.get('rota', 'a')],
    ['a list', 'reset', (store) => store.list('matters', { index: 'byWake', where: {}, limit: 3 })],
  ])('%s ends in StoreBusy after seven tries, and nothing is stored', async (_, kind, call) => {
    const waits: number[] = []
    const { store, env } = opened()
    await begin(store)
    const patience = { attempts: 7, wait: async (ms: number) => void waits.push(ms) }
    cloud.faults.next(kind, { count: 1000 })
    await expect(call(cloudStore({ ...cloud.settings, env }, undefined, patience))).rejects.toThrow(StoreBusy)
    cloud.faults.clear()
    expect(waits).toHaveLength(6)
    expect(Math.max(...waits)).toBeLessThanOrEqual(1600)
    expect(await bodies(store, ['a', 'b', 'c'])).toEqual([
      [1, '"old"'],
      [1, '"old"'],
    ])
    noneLeft(env)
  })
  it.each<[string, string, (store: Store) => Promise<unknown>]>([
    ['a read', 'DATABASE_COLLECTION_NOT_EXIST', (store) => store.get('nowhere', 'a')],
    ['a create', 'DATABASE_COLLECTION_NOT_EXIST', (store) => store.save([place('a', '13900000001')])],
    [
      'a save of two',
      'DATABASE_COLLECTION_NOT_EXIST',
      (store) => store.save([place('a', ''), place('b', '13900000001')]),
    ],
  ])(
    '%s where the collection was never made is told at once, by its code and without the document',
    async (_, code, call) => {
      const settings = cloud.fresh()
      const store = cloudStore(settings, { nowhere: { keys: [], indexes: {} } })
      const before = cloud.requests.length
      const error = await call(store).catch((thrown: Error) => thrown)
      expect(String(error)).toContain(code)
      expect(String(error)).not.toContain('13900000001')
      expect(cloud.requests.slice(before).filter(({ code: told }) => told === code)).toHaveLength(1)
      noneLeft(settings.env)
    },
  )
  it('no further try is begun when the time for a call is over', async () => {
    const { store, env } = opened()
    await begin(store)
    const hasty = cloudStore({ ...cloud.settings, env }, undefined, { attempts: 7, wait: async () => {}, limitMs: 0 })
    cloud.faults.next('limit', { action: 'modifyDocument', count: 1000 })
    await expect(hasty.save([numbered('a', 1, 'new')])).rejects.toThrow(StoreBusy)
    expect(cloud.faults.hits).toHaveLength(1)
  })
  it('keys that the platform does not know are told at once', async () => {
    const store = cloudStore({ ...cloud.fresh(), keys: { secretId: 'stranger', secretKey: 'k' } })
    await expect(store.get('rota', 'a')).rejects.toThrow(/SIGN_PARAM_INVALID/)
  })
})

describe('many at once', () => {
  it('of twenty racing saves of overlapping pairs each document’s version is the number of those who won it', async () => {
    const { store, rival, env } = opened()
    const names = ['a', 'b', 'c', 'd', 'e']
    await store.save(names.map((name) => numbered(name, 0, 'old')))
    const pairs = Array.from({ length: 20 }, (_, at) =>
      [at % 5, (at + 1 + (at % 4)) % 5].map((place) => names[place] ?? ''),
    )
    const saved = await Promise.all(
      pairs.map((pair, at) =>
        (at % 2 ? store : rival).save([...pair.map((id) => numbered(id, 1, at)), numbered(`own${at}`, 0, at)]),
      ),
    )
    const won = pairs.filter((_, at) => saved[at]?.ok)
    expect(won.length).toBeGreaterThan(0)
    expect(new Set(won.flat()).size).toBe(won.flat().length)
    const versions = (await store.getMany('rota', names)).map(({ id, version }) => [id, version])
    expect(versions).toEqual(names.map((name) => [name, won.flat().includes(name) ? 2 : 1]))
    const own = await store.getMany(
      'rota',
      pairs.map((_, at) => `own${at}`),
    )
    expect(own.map(({ id }) => id)).toEqual(pairs.flatMap((_, at) => (saved[at]?.ok ? [`own${at}`] : [])))
    noneLeft(env)
  })
})

// A busy answer is rare beside it: most faults are got over.
const quick = faultKinds.filter((kind) => !kind.endsWith('unanswered'))
const saveOf = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), miss: fc.constantFrom(0, 0, 0, 1), value: fc.nat(3) }),
  { minLength: 1, maxLength: 4, selector: ({ id }) => id },
)
const faulty = fc.record({
  seed: fc.integer(),
  probability: fc.constantFrom(0.05, 0.2, 0.4),
  todo: fc.array(saveOf, { minLength: 3, maxLength: 12 }),
})

describe('by chance', () => {
  // Where every try to let go of a transaction met a fault, the next one waits until the platform ends it: at thirty
  // seconds a few unlucky seeds took longer than a test may.
  let brief: CloudBase
  beforeAll(async () => {
    brief = await startCloudBase({ transactionLifeMs: 500 })
  })
  afterAll(() => brief.stop())
  it('one after the other, every answer is a model’s, or StoreBusy and nothing has changed', async () => {
    let answers = 0
    await fc.assert(
      fc.asyncProperty(faulty, async ({ seed, probability, todo }) => {
        const { store, rival } = opened({ at: brief })
        const model = new Map<string, Doc>()
        for (const list of todo) {
          const writes = list.map(({ id, miss, value }) => numbered(id, (model.get(id)?.version ?? 0) + miss, value))
          brief.faults.chance(probability, quick, seed)
          const saved = await store.save(writes).catch((error) => {
            if (error instanceof StoreBusy) return undefined
            throw error
          })
          brief.faults.clear()
          if (saved) expect(saved).toEqual(inModel(model, writes))
          if (saved) answers++
          expect(await rival.getMany('rota', ['a', 'b', 'c', 'd'])).toEqual(
            ['a', 'b', 'c', 'd'].flatMap((id) => model.get(id) ?? []),
          )
        }
      }),
      { numRuns: 40 },
    )
    expect(answers).toBeGreaterThan(50)
  })
  it('all at once, a counter is exactly the number of saves that were told they won', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.constantFrom(0.05, 0.2), async (seed, probability) => {
        const { store, rival } = opened({ at: brief })
        await store.save([numbered('counter', 0, 0)])
        brief.faults.chance(probability, quick, seed)
        const told = await Promise.all(Array.from({ length: 8 }, (_, at) => counting(store, `own${at}`)))
        brief.faults.clear()
        const won = told.filter(Boolean).length
        expect(await bodies(rival, ['counter'])).toEqual([[won + 1, String(won)]])
        expect(
          await rival.getMany(
            'rota',
            told.map((_, at) => `own${at}`),
          ),
        ).toHaveLength(won)
      }),
      { numRuns: 8 },
    )
  })
})

/** Adds one, together with a document of its own, until it is told that it won or that the store is too busy. */
async function counting(store: Store, own: string): Promise<boolean> {
  try {
    for (let tries = 0; tries < 100; tries++) {
      const counter = await store.get('rota', 'counter')
      const next = numbered('counter', counter?.version ?? 0, Number(counter?.body) + 1)
      if ((await store.save([next, numbered(own, 0, 'mine')])).ok) return true
    }
  } catch (error) {
    if (!(error instanceof StoreBusy)) throw error
  }
  return false
}

function inModel(model: Map<string, Doc>, writes: Write[]): Saved {
  const stale = writes.filter(({ id, expected }) => (model.get(id)?.version ?? 0) !== expected)
  if (stale.length > 0) return { ok: false, stale: stale.map(({ collection, id }) => ({ collection, id })) }
  for (const { id, expected, keys, body } of writes) model.set(id, { id, version: expected + 1, keys, body })
  return { ok: true }
}

const place = (id: string, body: string): Write => ({ collection: 'nowhere', id, expected: 0, keys: {}, body })

async function until(check: () => boolean | Promise<boolean>) {
  for (let tries = 0; tries < 2000; tries++) {
    if (await check()) return
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  throw new Error('it never came')
}
