import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cloudStore } from '../../cloudfunctions/cloudbase/store'
import type { Store, Write } from '../../cloudfunctions/ports'
import { type CloudBase, startCloudBase } from '../support/cloudbase'
import { type Asked, standBetween } from '../support/in-between'
import { write } from './suite/desk'

/**
 * A request that nobody waits for any longer isn't gone: the SDK gives it up without ending it, and it may arrive after
 * the next try, after a rival, or after its transaction was let go.
 */

let cloud: CloudBase
let open: { stop(): Promise<void> }[] = []
beforeAll(async () => {
  cloud = await startCloudBase()
})
afterEach(async () => {
  for (const each of open) await each.stop()
  open = []
})
afterAll(() => cloud.stop())

const numbered = (id: string, expected: number, value: string) => write('rota', id, expected, {}, JSON.stringify(value))
const bodies = async (store: Store, ids: string[]) =>
  (await store.getMany('rota', ids)).map(({ id, version, body }) => [id, version, JSON.parse(body)])

/** A store whose first request of this action arrives only when it is let go; `arrived` once the database has done it. */
async function holding(action: string) {
  const settings = cloud.fresh()
  const between = await standBetween(settings.url ?? '')
  open.push(between)
  let letGo = () => {}
  const held = new Promise<void>((done) => {
    letGo = done
  })
  let first: Asked | undefined
  let arrive = () => {}
  const arrived = new Promise<void>((done) => {
    arrive = done
  })
  between.hooks.asked = (asked) => {
    if (first || asked.action !== `database.${action}`) return undefined
    first = asked
    return held
  }
  between.hooks.answered = (asked) => {
    if (asked === first) arrive()
  }
  const store = cloudStore({ ...settings, url: between.url }, undefined, {
    attempts: 7,
    wait: async () => {
      await meanwhile.of?.()
    },
    timeoutMs: 250,
  })
  const meanwhile: { of?: () => Promise<unknown> } = {}
  const rival = cloudStore(settings)
  const late = () => {
    letGo()
    return arrived
  }
  return { store, rival, meanwhile, late, held: () => first !== undefined }
}

const saves: [string, string, Write[]][] = [
  ['a create', 'insertDocument', [numbered('c', 0, 'new')]],
  ['an update', 'modifyDocument', [numbered('a', 1, 'new')]],
  ...['startTransaction', 'getDocument', 'insertDocument', 'modifyDocument', 'commitTransaction'].map(
    (action): [string, string, Write[]] => [
      'a save of three',
      action,
      [numbered('a', 1, 'new'), numbered('b', 1, 'new'), numbered('c', 0, 'new')],
    ],
  ),
]

describe('a request that comes late', () => {
  it.each(saves)('%s, its %s after the next try: written once', async (_, action, writes) => {
    const { store, rival, late, held } = await holding(action)
    await rival.save([numbered('a', 0, 'old'), numbered('b', 0, 'old')])
    expect(await store.save(writes)).toEqual({ ok: true })
    const after = writes.map(({ id, expected }) => [id, expected + 1, 'new'])
    const ids = writes.map(({ id }) => id)
    expect([held(), await bodies(rival, ids)]).toEqual([true, after])
    await late()
    expect(await bodies(rival, ids)).toEqual(after)
    // Nothing holds them: the next save isn't kept waiting.
    expect(await rival.save(ids.map((id, n) => numbered(id, (writes[n]?.expected ?? 0) + 1, 'next')))).toEqual({
      ok: true,
    })
  })
  it.each(saves)('%s, its %s after a rival’s: the rival’s stands, and it was told', async (_, action, writes) => {
    const { store, rival, meanwhile, late, held } = await holding(action)
    await rival.save([numbered('a', 0, 'old'), numbered('b', 0, 'old')])
    const theirs = writes.map(({ id, expected }) => numbered(id, expected, 'rival'))
    meanwhile.of = () => rival.save(theirs)
    expect(await store.save(writes)).toMatchObject({ ok: false })
    await late()
    expect(held()).toBe(true)
    expect(
      await bodies(
        rival,
        writes.map(({ id }) => id),
      ),
    ).toEqual(writes.map(({ id, expected }) => [id, expected + 1, 'rival']))
  })
})
