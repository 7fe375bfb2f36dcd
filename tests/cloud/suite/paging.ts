import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Query, Store } from '../../../cloudfunctions/ports'
import { backwards, given, ids, matter, type Open, walk } from './desk'

const two = (number: number) => String(number).padStart(2, '0')
const query = (limit: number, rest: Partial<Query> = {}): Query => ({
  index: 'byDesk',
  where: { desk: 'd' },
  limit,
  ...rest,
})

export function pagingSuite(open: Open) {
  describe('paging', () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())
    // Twelve matters in four groups of equal keys, so that pages break inside a group.
    const on = (at: number, expected = 0) =>
      matter(`m${two(at)}`, { desk: ['d'], open: at >= 6, dueAt: `day ${Math.floor(at / 3)}` }, expected)
    const all = Array.from({ length: 12 }, (_, at) => `m${two(at)}`)
    const twelve = () =>
      given(
        store,
        Array.from({ length: 12 }, (_, at) => on(at)),
      )

    for (const order of ['ascending', 'descending'] as const)
      it.each([1, 2, 3, 5, 11, 12, 100])(`pages of %i make up the whole list, ${order}`, async (limit) => {
        await twelve()
        const pages = await walk(store, 'matters', query(limit, { order }))
        expect(pages.flat()).toEqual(order === 'ascending' ? all : backwards(all))
        expect(pages.map((page) => page.length).slice(0, -1)).toEqual(Array(pages.length - 1).fill(limit))
        expect(pages).toHaveLength(Math.ceil(12 / limit))
      })
    it('a last page that is exactly full has no next', async () => {
      await twelve()
      expect((await store.list('matters', query(12))).next).toBeUndefined()
      expect((await store.list('matters', query(11))).next).toBeDefined()
    })
    it.each<[string, Partial<Query>, string[]]>([
      ['a range from', { where: { desk: 'd', open: true }, range: { from: 'day 3' } }, all.slice(9)],
      ['a range before', { where: { desk: 'd', open: true }, range: { before: 'day 3' } }, all.slice(6, 9)],
      [
        'a range before, backwards',
        { where: { desk: 'd', open: true }, range: { before: 'day 3' }, order: 'descending' },
        backwards(all.slice(6, 9)),
      ],
      [
        'a range from, backwards',
        { where: { desk: 'd', open: false }, range: { from: 'day 1' }, order: 'descending' },
        backwards(all.slice(3, 6)),
      ],
      ['every key fixed', { where: { desk: 'd', open: true, dueAt: 'day 2' } }, all.slice(6, 9)],
      [
        'every key fixed, backwards',
        { where: { desk: 'd', open: true, dueAt: 'day 2' }, order: 'descending' },
        backwards(all.slice(6, 9)),
      ],
    ])('pages of one keep to %s', async (_, rest, expected) => {
      await twelve()
      expect((await walk(store, 'matters', query(1, rest))).flat()).toEqual(expected)
    })
    it('the next page may be longer or shorter than the last', async () => {
      await twelve()
      const first = await store.list('matters', query(2))
      const second = await store.list('matters', query(7, { after: first.next }))
      expect(ids(second.docs)).toEqual(all.slice(2, 9))
    })
    it('a range that has moved on between pages is kept, with the cursor', async () => {
      await twelve()
      const where = { desk: 'd', open: true }
      const first = await store.list('matters', query(1, { where, range: { before: 'day 3' } }))
      const later = await store.list('matters', query(9, { where, range: { from: 'day 3' }, after: first.next }))
      expect(ids(later.docs)).toEqual(all.slice(9))
      const sooner = await store.list('matters', query(9, { where, range: { before: 'day 2' }, after: first.next }))
      expect(sooner.docs).toEqual([])
    })
    it('a range that now ends where the cursor stands, backwards, leaves out the cursor’s own value', async () => {
      await twelve()
      const rest: Partial<Query> = { where: { desk: 'd', open: true }, order: 'descending' }
      const first = await store.list('matters', query(1, rest))
      const before = await store.list('matters', query(9, { ...rest, range: { before: 'day 3' }, after: first.next }))
      expect(ids(before.docs)).toEqual(backwards(all.slice(6, 9)))
    })
    it('what is inserted behind the cursor is not seen, what is inserted ahead is', async () => {
      await twelve()
      let inserted = false
      const pages = await walk(store, 'matters', query(5), async () => {
        if (inserted) return
        inserted = true
        await given(store, [matter('behind', { desk: ['d'], open: false, dueAt: 'day 0' })])
        await given(store, [matter('zahead', { desk: ['d'], open: true, dueAt: 'day 9' })])
      })
      expect(pages.flat()).toEqual([...all, 'zahead'])
    })
    it.each([
      ['moved to the front', { desk: ['d'], open: false, dueAt: '' }],
      ['moved to the end', { desk: ['d'], open: true, dueAt: 'day 9' }],
      ['taken off the desk', { desk: [], open: true, dueAt: '' }],
    ])('the page goes on where it stood when the document it ended with is %s', async (_, keys) => {
      await twelve()
      const first = await store.list('matters', query(5))
      await store.save([matter('m04', keys, 1)])
      const rest = (await walk(store, 'matters', query(5, { after: first.next }))).flat()
      expect(rest.filter((id) => id !== 'm04')).toEqual(all.slice(5))
    })
    it.each([1, 2, 3, 4])('whoever does not move is seen once while the others move (%i)', async (seed) => {
      await twelve()
      const versions = new Map(all.map((id) => [id, 1]))
      let step = seed
      const pages = await walk(
        store,
        'matters',
        query(2, { order: seed % 2 ? 'ascending' : 'descending' }),
        async () => {
          // Only odd ones move, to and fro and off the desk.
          const at = ((step++ * 7) % 6) * 2 + 1
          const id = `m${two(at)}`
          const version = versions.get(id) ?? 0
          const desk = step % 3 === 0 ? [] : ['d']
          await store.save([matter(id, { desk, open: step % 2 === 0, dueAt: `day ${step % 4}` }, version)])
          versions.set(id, version + 1)
        },
      )
      const still = all.filter((_, at) => at % 2 === 0)
      const seen = pages.flat().filter((id) => still.includes(id))
      expect([...seen].sort()).toEqual(still)
    })
  })
}
