import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Keys, Query, Store, Write } from '../../../cloudfunctions/ports'
import { given, keysOf, matter, type Open, write } from './desk'

const query = (rest: Partial<Query>): Query => ({ index: 'byDesk', where: { desk: 'd' }, limit: 10, ...rest })
const wrongKeys = (keys: Record<string, unknown>) => ({ ...matter('m'), keys: keysOf('matters', keys as Keys) })
const without = (key: string) => ({
  ...matter('m'),
  keys: Object.fromEntries(Object.entries(keysOf('matters')).filter(([name]) => name !== key)),
})
const broken = '\ud800'

const writes: [string, Write[], RegExp][] = [
  ['no write at all', [], /save of 0 writes/],
  ['twenty-one writes', Array.from({ length: 21 }, (_, at) => write('rota', `r${at}`)), /save of 21 writes/],
  ['one document twice', [matter('m'), matter('n'), matter('m')], /matters\/m twice/],
  ['an undeclared collection', [{ ...matter('m'), collection: 'elsewhere' }], /undeclared collection elsewhere/],
  ['a collection called like a method', [{ ...matter('m'), collection: 'constructor' }], /undeclared collection/],
  ['an empty id', [matter('')], /empty id/],
  ['an id of 201 characters', [matter('x'.repeat(201))], /id over 200/],
  ['an id with a NUL', [matter('a\0b')], /id is not storable/],
  ['an id with half a surrogate pair', [matter(broken)], /id is not storable/],
  ['a missing key', [without('stage')], /missing key stage/],
  ['a missing [] key', [without('desk')], /missing key desk/],
  ['an undeclared key', [wrongKeys({ colour: 'red' })], /undeclared key colour/],
  ['a [] key with its brackets', [wrongKeys({ 'desk[]': [] })], /undeclared key desk\[\]/],
  ['a null key', [wrongKeys({ stage: null })], /missing key stage/],
  ['an undefined key', [wrongKeys({ stage: undefined })], /missing key stage/],
  ['a key that is not a number', [wrongKeys({ dueAt: Number.NaN })], /key dueAt is neither/],
  ['an infinite key', [wrongKeys({ dueAt: Number.POSITIVE_INFINITY })], /key dueAt is neither/],
  ['an object for a key', [wrongKeys({ dueAt: {} })], /key dueAt is neither/],
  ['a Date for a key', [wrongKeys({ dueAt: new Date(0) })], /key dueAt is neither/],
  ['a list for a flat key', [wrongKeys({ stage: ['a'] })], /key stage is neither/],
  ['a text for a [] key', [wrongKeys({ desk: 'd' })], /key desk is not a list/],
  ['a number within a [] key', [wrongKeys({ desk: ['d', 1] })], /key desk holds something/],
  ['a null within a [] key', [wrongKeys({ desk: [null] })], /key desk holds something/],
  ['101 texts in a [] key', [wrongKeys({ desk: Array.from({ length: 101 }, String) })], /holds 101 texts/],
  ['a key of 513 characters', [wrongKeys({ stage: 'x'.repeat(513) })], /key stage is over 512/],
  ['a key with a NUL', [wrongKeys({ stage: 'a\0' })], /key stage is not storable/],
  ['a desk with half a surrogate pair', [wrongKeys({ desk: [broken] })], /key desk is not storable/],
  ['a matter’s body a byte over 64 KB', [{ ...matter('m'), body: 'x'.repeat(65_537) }], /65537 bytes, at most 65536/],
  ['a matter’s body over it in bytes only', [{ ...matter('m'), body: '一'.repeat(21_846) }], /65538 bytes/],
  ['another body a byte over 256 KB', [write('history', 'h', 0, {}, 'x'.repeat(262_145))], /at most 262144 in history/],
  ['a body with half a surrogate pair', [{ ...matter('m'), body: broken }], /body is not storable/],
  ['a body that is no text', [{ ...matter('m'), body: {} as string }], /body is not storable/],
  ['a negative version', [matter('m', {}, -1)], /expected version/],
  ['half a version', [matter('m', {}, 0.5)], /expected version/],
]

const queries: [string, Query, RegExp][] = [
  ['an undeclared index', query({ index: 'byMood' }), /undeclared index matters.byMood/],
  ['an index called like a method', query({ index: 'constructor' }), /undeclared index/],
  ['no desk on a desk’s index', query({ where: {} }), /where must fix desk/],
  ['a key left out between two', query({ where: { desk: 'd', dueAt: '1' } }), /where fixes \[desk,dueAt\]/],
  ['a second key without the first', query({ where: { open: true } }), /where fixes \[open\]/],
  ['a key of another index', query({ where: { desk: 'd', stage: 's' } }), /where fixes \[desk,stage\]/],
  ['more keys than the index has', query({ index: 'byWake', where: { wakeAt: '1', kind: 'aid' } }), /where fixes/],
  ['an undefined key in where', query({ where: { desk: undefined as unknown as string } }), /where desk is neither/],
  ['a null key in where', query({ where: { desk: null as unknown as string } }), /where desk is neither/],
  ['several texts in where', query({ where: { desk: ['d'] as unknown as string } }), /where desk is neither/],
  ['a where that is not a number', query({ where: { desk: 'd', open: Number.NaN } }), /where open is neither/],
  [
    'a range where every key is fixed',
    query({ index: 'byWake', where: { wakeAt: '1' }, range: { from: '1' } }),
    /a range, but/,
  ],
  ['a range of two types', query({ range: { from: '1', before: true } }), /range between two types/],
  ['a range from null', query({ range: { from: null as unknown as string } }), /range is neither/],
  ['a range before infinity', query({ range: { before: Number.POSITIVE_INFINITY } }), /range is neither/],
  ['limit 0', query({ limit: 0 }), /limit 0/],
  ['limit 101', query({ limit: 101 }), /limit 101/],
  ['limit -1', query({ limit: -1 }), /limit -1/],
  ['limit 1.5', query({ limit: 1.5 }), /limit 1.5/],
  ['no limit', query({ limit: undefined as unknown as number }), /limit undefined/],
  ['an order that is none', query({ order: 'random' as 'ascending' }), /order is/],
  ['an empty cursor', query({ after: '' }), /bad cursor/],
  ['a cursor that is no JSON', query({ after: 'page2' }), /bad cursor/],
  ['a cursor that is no list', query({ after: Buffer.from('{}').toString('base64url') }), /bad cursor/],
  ['a cursor of null', query({ after: Buffer.from('null').toString('base64url') }), /bad cursor/],
]

/** Programming faults: thrown with what is wrong, and nothing happens. */
export function refusingSuite(open: Open) {
  describe('refusing', () => {
    let store: Store
    let next: string
    beforeAll(async () => {
      store = await open()
      await given(
        store,
        ['a', 'b'].map((id) => matter(id, { desk: ['d'], open: true })),
      )
      next = (await store.list('matters', query({ where: { desk: 'd', open: true }, limit: 1 }))).next ?? ''
    })
    afterAll(() => store.close())

    it.each(writes)('a save with %s throws and saves nothing', async (_, faulty, message) => {
      await expect(store.save(faulty.length === 1 ? [write('rota', 'bystander'), ...faulty] : faulty)).rejects.toThrow(
        message,
      )
      expect(await store.getMany('rota', ['bystander', 'r0', 'r20'])).toEqual([])
      expect(await store.getMany('matters', ['m', 'n'])).toEqual([])
    })
    it.each(queries)('a list with %s throws', async (_, faulty, message) => {
      await expect(store.list('matters', faulty)).rejects.toThrow(message)
    })
    it('a list of an undeclared collection throws', async () => {
      await expect(store.list('elsewhere', query({}))).rejects.toThrow(/undeclared collection elsewhere/)
    })
    it('a list by an index of another collection throws', async () => {
      await expect(store.list('people', query({}))).rejects.toThrow(/undeclared index people.byDesk/)
    })

    it('a cursor goes with its own where', async () => {
      const own = query({ where: { desk: 'd', open: true }, after: next })
      expect((await store.list('matters', own)).docs.map((doc) => doc.id)).toEqual(['b'])
    })
    it.each<[string, Partial<Query>]>([
      ['another where', { where: { desk: 'd', open: false } }],
      ['a shorter where', { where: { desk: 'd' } }],
      ['another index', { index: 'byDeskNewest', where: { desk: 'd', open: true } }],
      ['the other order', { where: { desk: 'd', open: true }, order: 'descending' }],
    ])('a cursor taken to %s throws', async (_, rest) => {
      await expect(store.list('matters', query({ ...rest, after: next }))).rejects.toThrow(/cursor of another/)
    })
    it.each<[string, (parts: unknown[]) => unknown[]]>([
      ['a value too many', (parts) => [...parts, 'more']],
      ['a value too few', ([mark, ...rest]) => [mark, ...rest.slice(1)]],
      ['an object for a value', ([mark, , id]) => [mark, {}, id]],
      ['a number for an id', ([mark, value]) => [mark, value, 1]],
    ])('a cursor with %s throws', async (_, change) => {
      const parts = JSON.parse(Buffer.from(next, 'base64url').toString()) as unknown[]
      const after = Buffer.from(JSON.stringify(change(parts))).toString('base64url')
      await expect(store.list('matters', query({ where: { desk: 'd', open: true }, after }))).rejects.toThrow(/cursor/)
    })

    it.each<[string, (store: Store) => Promise<unknown>, RegExp]>([
      ['get from an undeclared collection', (s) => s.get('elsewhere', 'a'), /undeclared collection/],
      ['get of an empty id', (s) => s.get('matters', ''), /empty id/],
      ['get of a long id', (s) => s.get('matters', 'x'.repeat(201)), /id over 200/],
      ['get of a broken id', (s) => s.get('matters', broken), /not storable/],
      ['getMany from an undeclared collection', (s) => s.getMany('elsewhere', []), /undeclared collection/],
      ['getMany of 51 ids', (s) => s.getMany('matters', Array.from({ length: 51 }, String)), /getMany of 51 ids/],
      ['getMany with an empty id', (s) => s.getMany('matters', ['a', '']), /empty id/],
    ])('%s throws', async (_, call, message) => {
      await expect(call(store)).rejects.toThrow(message)
    })
    it('a fault never says what a body or a key held', async () => {
      const secret = '13900000001'
      const faults = [{ ...matter('m'), body: `${secret}${broken}` }, wrongKeys({ stage: `${secret}\0` })]
      for (const fault of faults) await expect(store.save([fault])).rejects.not.toThrow(secret)
    })
  })

  describe('closing', () => {
    it('a closed store refuses every call, and may be closed again', async () => {
      const store = await open()
      await store.close()
      await store.close()
      await expect(store.get('matters', 'a')).rejects.toThrow()
      await expect(store.getMany('matters', ['a'])).rejects.toThrow()
      await expect(store.list('matters', query({}))).rejects.toThrow()
      await expect(store.save([matter('a')])).rejects.toThrow()
    })
  })
}
