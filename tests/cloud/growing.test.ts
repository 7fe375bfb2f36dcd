import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Declaration, shapesOf } from '../../cloudfunctions/checked'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import type { Keys, Query, Scalar } from '../../cloudfunctions/ports'
import { ids } from './suite/desk'

const folder = mkdtempSync(join(tmpdir(), 'growing-'))
let made = 0
const fresh = () => join(folder, `${made++}.db`)
afterAll(() => rmSync(folder, { recursive: true }))

describe('a declaration that grows', () => {
  const old: Declaration = { things: { keys: ['a', 'b', 'tags[]'], indexes: { byA: ['a'] } } }
  const indexed: Declaration = {
    things: { keys: ['a', 'b', 'tags[]'], indexes: { byA: ['a'], byB: ['b', 'a'], byTag: ['tags[]', 'b'] } },
  }
  const keyed: Declaration = {
    things: {
      keys: ['a', 'b', 'c', 'tags[]', 'marks[]'],
      indexes: { byC: ['c', 'a'], byA: ['a', 'c'], byMark: ['marks[]', 'c'] },
    },
  }
  const thing = (id: string, expected: number, keys: Keys) => ({ collection: 'things', id, expected, keys, body: id })
  const list = (path: string, declared: Declaration, query: Omit<Query, 'limit'>) => {
    const store = embeddedStore(path, declared)
    return store.list('things', { ...query, limit: 100 }).then(async ({ docs }) => {
      await store.close()
      return ids(docs)
    })
  }
  const older = async (count = 3) => {
    const path = fresh()
    const store = embeddedStore(path, old)
    const values: Scalar[] = [true, 5, '五']
    for (let at = 0; at < count; at++)
      await store.save([thing(`t${at}`, 0, { a: `a${at}`, b: values[at % 3] ?? '', tags: ['all', `tag${at % 2}`] })])
    await store.close()
    return path
  }

  it('a new index finds what was written before it was declared', async () => {
    const path = await older()
    expect(await list(path, indexed, { index: 'byB', where: {} })).toEqual(['t1', 't2', 't0'])
    expect(await list(path, indexed, { index: 'byB', where: { b: 5 } })).toEqual(['t1'])
  })
  it('a new side table finds what was written before it was declared', async () => {
    const path = await older()
    expect(await list(path, indexed, { index: 'byTag', where: { tags: 'tag0' } })).toEqual(['t2', 't0'])
    expect(await list(path, indexed, { index: 'byTag', where: { tags: 'all', b: true } })).toEqual(['t0'])
  })
  it('more documents than a page are filled in', async () => {
    const path = fresh()
    const store = embeddedStore(path, old)
    const all = Array.from({ length: 1040 }, (_, at) => thing(`t${at}`, 0, { a: '', b: at, tags: ['all'] }))
    for (let at = 0; at < all.length; at += 20) await store.save(all.slice(at, at + 20))
    await store.close()
    const again = embeddedStore(path, indexed)
    let [count, after] = [0, undefined as string | undefined]
    do {
      const page = await again.list('things', { index: 'byTag', where: { tags: 'all' }, limit: 100, after })
      count += page.docs.length
      after = page.next
    } while (after)
    expect(count).toBe(1040)
    await again.close()
  })
  it('a document older than a key counts as having the empty text, and stays listed', async () => {
    const path = await older()
    const store = embeddedStore(path, keyed)
    await store.save([thing('new', 0, { a: 'n', b: '', c: 'see', tags: [], marks: ['m'] })])
    expect(await listedThings(store, { index: 'byC', where: {} })).toEqual(['t0', 't1', 't2', 'new'])
    expect(await listedThings(store, { index: 'byC', where: { c: '' } })).toEqual(['t0', 't1', 't2'])
    expect(await listedThings(store, { index: 'byMark', where: { marks: 'm' } })).toEqual(['new'])
    await store.save([thing('t1', 1, { a: 'a1', b: 5, c: 'sea', tags: [], marks: ['m'] })])
    expect(await listedThings(store, { index: 'byMark', where: { marks: 'm' } })).toEqual(['t1', 'new'])
    await store.close()
  })
  it('an index that kept its name and changed its keys is made anew', async () => {
    const path = await older()
    const store = embeddedStore(path, keyed)
    const first = await store.list('things', { index: 'byA', where: {}, limit: 2 })
    const rest = await store.list('things', { index: 'byA', where: {}, limit: 2, after: first.next })
    expect([...ids(first.docs), ...ids(rest.docs)]).toEqual(['t0', 't1', 't2'])
    await store.close()
  })
  it('going back and forth between two declarations loses nothing', async () => {
    const path = await older()
    for (const declared of [indexed, old, keyed, old, indexed])
      expect((await list(path, declared, { index: 'byA', where: {} })).sort()).toEqual(['t0', 't1', 't2'])
    expect(await list(path, indexed, { index: 'byTag', where: { tags: 'tag1' } })).toEqual(['t1'])
  })
  it('a program whose declaration was replaced may not write past the new indexes', async () => {
    const path = await older()
    const behind = embeddedStore(path, old)
    const ahead = embeddedStore(path, indexed)
    const save = behind.save([thing('late', 0, { a: '', b: 1, tags: ['all'] })])
    await expect(save).rejects.toThrow(/other declarations/)
    expect(await ahead.get('things', 'late')).toBeUndefined()
    await Promise.all([behind.close(), ahead.close()])
  })
  it.each<[string, Declaration]>([
    ['an index on an undeclared key', { t: { keys: ['a'], indexes: { i: ['b'] } } }],
    ['an index without keys', { t: { keys: ['a'], indexes: { i: [] } } }],
    ['an index with a key twice', { t: { keys: ['a'], indexes: { i: ['a', 'a'] } } }],
    ['a [] key that does not lead', { t: { keys: ['a', 'b[]'], indexes: { i: ['a', 'b[]'] } } }],
    ['a key called version', { t: { keys: ['version'], indexes: {} } }],
    ['a key that is SQL', { t: { keys: ['a"; DROP'], indexes: {} } }],
    ['a collection that is SQL', { 't"--': { keys: [], indexes: {} } }],
  ])('%s is refused', (_, declared) => {
    expect(() => shapesOf(declared)).toThrow()
  })
})

const listedThings = async (store: ReturnType<typeof embeddedStore>, query: Omit<Query, 'limit'>) =>
  ids((await store.list('things', { ...query, limit: 100 })).docs)
