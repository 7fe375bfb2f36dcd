import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Query, Scalar, Store } from '../../../cloudfunctions/ports'
import { backwards, given, listed, matter, type Open, write } from './desk'

const october = (day: number) => `2026-10-${String(day).padStart(2, '0')}T00:00:00.000+08:00`

// Ascending, as UTF-8 bytes order them.
const textPairs: [string, string][] = [
  ['', 'a'],
  ['10', '2'],
  ['B', 'a'],
  ['a', 'ab'],
  ['z', 'é'],
  ['e\u0301', 'é'],
  ['一', '镇'],
  ['！', '😀'],
  ['\ue000', '\u{10000}'],
  ['😀', '😁'],
]

export function listingSuite(open: Open) {
  describe('listing', () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())
    const wake = (query: Partial<Query>) => listed(store, 'matters', { index: 'byWake', where: {}, ...query })
    const desk = (where: Query['where'], query: Partial<Query> = {}) =>
      listed(store, 'matters', { index: 'byDesk', where, ...query })
    const days = () =>
      given(
        store,
        [3, 1, 4, 2, 5].map((day) => matter(`m${day}`, { wakeAt: october(day) })),
      )

    it('an empty collection lists nothing and has no next page', async () => {
      expect(await store.list('matters', { index: 'byWake', where: {}, limit: 1 })).toEqual({ docs: [] })
    })
    it('a list holds whole documents, as they are now', async () => {
      await store.save([write('rota', 'other'), matter('m', { wakeAt: 'x' })])
      await store.save([{ ...matter('m', { wakeAt: 'y' }, 1), body: '"new"' }])
      const { docs } = await store.list('matters', { index: 'byWake', where: {}, limit: 5 })
      expect(docs).toEqual([await store.get('matters', 'm')])
      expect(docs[0]).toMatchObject({ version: 2, keys: { wakeAt: 'y' }, body: '"new"' })
    })
    it.each<[string, Partial<Query>, string[]]>([
      ['all, by the key', {}, ['m1', 'm2', 'm3', 'm4', 'm5']],
      ['all, backwards', { order: 'descending' }, ['m5', 'm4', 'm3', 'm2', 'm1']],
      ['from a value, with it', { range: { from: october(3) } }, ['m3', 'm4', 'm5']],
      ['before a value, without it', { range: { before: october(3) } }, ['m1', 'm2']],
      ['between two', { range: { from: october(2), before: october(4) } }, ['m2', 'm3']],
      [
        'between two, backwards',
        { range: { from: october(2), before: october(4) }, order: 'descending' },
        ['m3', 'm2'],
      ],
      ['from and before the same', { range: { from: october(2), before: october(2) } }, []],
      ['from after before', { range: { from: october(4), before: october(2) } }, []],
      ['past the end', { range: { from: october(6) } }, []],
      ['a range of nothing is no range', { range: {} }, ['m1', 'm2', 'm3', 'm4', 'm5']],
      ['the first two', { limit: 2 }, ['m1', 'm2']],
      ['the last two', { limit: 2, order: 'descending' }, ['m5', 'm4']],
      ['one exact value', { where: { wakeAt: october(4) } }, ['m4']],
    ])('%s', async (_, query, expected) => {
      await days()
      expect(await wake(query)).toEqual(expected)
    })
    it.each(['ascending', 'descending'] as const)('the same key is ordered by id, %s', async (order) => {
      await given(
        store,
        ['b', '😀', 'a', '！', 'B'].map((id) => matter(id, { wakeAt: 'same' })),
      )
      const expected = ['B', 'a', 'b', '！', '😀']
      expect(await wake({ order })).toEqual(order === 'ascending' ? expected : backwards(expected))
    })
    it.each(textPairs)('the text %j comes before %j, in both directions', async (first, second) => {
      await given(store, [matter('2', { wakeAt: second }), matter('1', { wakeAt: first })])
      expect(await wake({})).toEqual(['1', '2'])
      expect(await wake({ order: 'descending' })).toEqual(['2', '1'])
      expect(await wake({ range: { from: second } })).toEqual(['2'])
      expect(await wake({ range: { before: second } })).toEqual(['1'])
    })
    it('numbers are ordered as numbers', async () => {
      const loads = [10, 2, -1, 0, 1.5, -20, 1e21]
      await given(
        store,
        loads.map((load) => write('lawyers', `l${load}`, 0, { assignable: true, load })),
      )
      const query = { index: 'byLoad', where: { assignable: true } }
      const expected = ['l-20', 'l-1', 'l0', 'l1.5', 'l2', 'l10', 'l1e+21']
      expect(await listed(store, 'lawyers', query)).toEqual(expected)
      expect(await listed(store, 'lawyers', { ...query, range: { from: 0, before: 10 } })).toEqual(['l0', 'l1.5', 'l2'])
    })
    it('false comes before true', async () => {
      await given(store, [
        write('lawyers', 'yes', 0, { assignable: true }),
        write('lawyers', 'no', 0, { assignable: false }),
      ])
      expect(await listed(store, 'lawyers', { index: 'byLoad', where: {} })).toEqual(['no', 'yes'])
      expect(await listed(store, 'lawyers', { index: 'byLoad', where: {}, range: { from: true } })).toEqual(['yes'])
      expect(await listed(store, 'lawyers', { index: 'byLoad', where: {}, range: { before: true } })).toEqual(['no'])
    })
    it.each<[string, Query['range'], string[]]>([
      ['no range: numbers, texts, booleans', {}, ['number', 'text', 'no']],
      ['from a number', { from: 0 }, ['number']],
      ['before a number', { before: 9 }, ['number']],
      ['from the empty text', { from: '' }, ['text']],
      ['before a text', { before: 'z' }, ['text']],
      ['from false', { from: false }, ['no']],
      ['before true', { before: true }, ['no']],
    ])('a range keeps to its own type: %s', async (_, range, expected) => {
      const values: [string, Scalar][] = [
        ['no', false],
        ['text', 'a'],
        ['number', 5],
      ]
      await given(
        store,
        values.map(([id, wakeAt]) => matter(id, { wakeAt })),
      )
      expect(await wake({ range })).toEqual(expected)
      expect(await wake({ range, order: 'descending' })).toEqual(backwards(expected))
    })
    it.each<Scalar>([1, '1', true, 'true', 0, '0', false, ''])('equality with %j finds only itself', async (value) => {
      const values: Scalar[] = [1, '1', true, 'true', 0, '0', false, '']
      await given(
        store,
        values.map((wakeAt) => matter(JSON.stringify(wakeAt), { wakeAt })),
      )
      expect(await wake({ where: { wakeAt: value } })).toEqual([JSON.stringify(value)])
    })

    it('a matter on three desks is listed once on each', async () => {
      await store.save([matter('m', { desk: ['review', 'unit:1', 'seat:2'] }), matter('n', { desk: ['unit:1'] })])
      expect(await desk({ desk: 'review' })).toEqual(['m'])
      expect(await desk({ desk: 'unit:1' })).toEqual(['m', 'n'])
      expect(await desk({ desk: 'seat:2' })).toEqual(['m'])
    })
    it('a matter without a desk is on nobody’s', async () => {
      await store.save([matter('secret', { desk: [] })])
      expect(await desk({ desk: '' })).toEqual([])
      expect(await wake({})).toEqual(['secret'])
    })
    it('a matter that leaves a desk is gone from it, and stays on the other', async () => {
      await store.save([matter('m', { desk: ['person:a', 'review'] })])
      await store.save([matter('m', { desk: ['review', 'person:b'] }, 1)])
      expect([await desk({ desk: 'person:a' }), await desk({ desk: 'person:b' })]).toEqual([[], ['m']])
      expect(await desk({ desk: 'review' })).toEqual(['m'])
    })
    it('a desk can be listed by open alone, or by open and due time, in the order of what is left', async () => {
      const on = (id: string, open: boolean, dueAt: string) => matter(id, { desk: ['d'], open, dueAt })
      await given(store, [on('a', true, '2'), on('b', false, '3'), on('c', true, '1'), on('e', true, '2')])
      expect(await desk({ desk: 'd' })).toEqual(['b', 'c', 'a', 'e'])
      expect(await desk({ desk: 'd', open: true })).toEqual(['c', 'a', 'e'])
      expect(await desk({ dueAt: '2', open: true, desk: 'd' }, { order: 'descending' })).toEqual(['e', 'a'])
      expect(await desk({ desk: 'd' }, { range: { before: true } })).toEqual(['b'])
      expect(await desk({ desk: 'd', open: true }, { range: { from: '2' } })).toEqual(['a', 'e'])
    })
    it('a matter that changes moves in every index at once', async () => {
      await store.save([matter('m', { desk: ['d'], open: true, dueAt: '9', stage: 's1', wakeAt: '9' })])
      await store.save([matter('m', { desk: ['d'], open: false, dueAt: '1', stage: 's2', wakeAt: '1' }, 1)])
      expect(await desk({ desk: 'd', open: true })).toEqual([])
      expect(await desk({ desk: 'd', open: false, dueAt: '1' })).toEqual(['m'])
      const stage = (name: string) =>
        listed(store, 'matters', { index: 'byDeskStage', where: { desk: 'd', stage: name } })
      expect([await stage('s1'), await stage('s2')]).toEqual([[], ['m']])
      expect([await wake({ range: { from: '2' } }), await wake({ range: { before: '2' } })]).toEqual([[], ['m']])
    })
    it('one desk’s list holds nothing of a desk whose name begins the same', async () => {
      await store.save([matter('m', { desk: ['unit:1'] }), matter('n', { desk: ['unit:10'] })])
      expect(await desk({ desk: 'unit:1' })).toEqual(['m'])
    })
  })
}
