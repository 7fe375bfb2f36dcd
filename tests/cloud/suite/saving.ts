import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Collection, collections } from '../../../cloudfunctions/collections'
import type { Scalar, Store } from '../../../cloudfunctions/ports'
import { backwards, ids, keysOf, listed, matter, type Open, write } from './desk'

const names = Object.keys(collections) as Collection[]

export function savingSuite(open: Open) {
  describe('saving and getting', () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    it.each(names)('a document created in %s comes back as it was, with version 1', async (collection) => {
      const keys = keysOf(collection, collections[collection].keys.length > 0 ? { [firstKey(collection)]: 'k' } : {})
      expect(await store.save([{ collection, id: 'a', expected: 0, keys, body: '{"n":1}' }])).toEqual({ ok: true })
      expect(await store.get(collection, 'a')).toEqual({ id: 'a', version: 1, keys, body: '{"n":1}' })
    })
    it('a document nobody wrote is undefined', async () => {
      expect(await store.get('matters', 'a')).toBeUndefined()
    })
    it('every write raises the version by one', async () => {
      for (const expected of [0, 1, 2, 3]) await store.save([write('rota', 'r', expected)])
      expect((await store.get('rota', 'r'))?.version).toBe(4)
    })
    it('an update replaces keys and body and merges nothing', async () => {
      await store.save([write('matters', 'm', 0, { desk: ['review'], topic: 'land' }, '{"a":1,"b":2}')])
      await store.save([write('matters', 'm', 1, { stage: 'open' }, '{"a":3}')])
      const keys = keysOf('matters', { stage: 'open' })
      expect(await store.get('matters', 'm')).toEqual({ id: 'm', version: 2, keys, body: '{"a":3}' })
    })
    it('the same id in two collections is two documents', async () => {
      await store.save([write('rota', 'x', 0, {}, '1'), write('lease', 'x', 0, {}, '2')])
      expect([(await store.get('rota', 'x'))?.body, (await store.get('lease', 'x'))?.body]).toEqual(['1', '2'])
    })

    it.each([
      ['a create where there is one already', 0],
      ['an update from the version before', 1],
      ['an update from a version not yet reached', 3],
    ])('%s is refused and changes nothing', async (_, expected) => {
      await store.save([matter('m', { wakeAt: 'w1' })])
      await store.save([matter('m', { wakeAt: 'w2' }, 1)])
      const stale = [{ collection: 'matters', id: 'm' }]
      expect(await store.save([matter('m', { wakeAt: 'w3' }, expected)])).toEqual({ ok: false, stale })
      expect(await store.get('matters', 'm')).toMatchObject({ version: 2, keys: { wakeAt: 'w2' } })
      expect(await listed(store, 'matters', { index: 'byWake', where: { wakeAt: 'w3' } })).toEqual([])
    })
    it('an update of a document that does not exist is refused and creates nothing', async () => {
      const stale = [{ collection: 'rota', id: 'r' }]
      expect(await store.save([write('rota', 'r', 1)])).toEqual({ ok: false, stale })
      expect(await store.get('rota', 'r')).toBeUndefined()
    })
    it.each([0, 1, 2])('of three writes, a stale one in place %i refuses all three and is named', async (place) => {
      const writes = ['a', 'b', 'c'].map((id, at) => matter(id, { desk: ['review'] }, at === place ? 7 : 0))
      const stale = [{ collection: 'matters', id: 'abc'[place] }]
      expect(await store.save(writes)).toEqual({ ok: false, stale })
      expect(await store.getMany('matters', ['a', 'b', 'c'])).toEqual([])
      expect(await listed(store, 'matters', { index: 'byDesk', where: { desk: 'review' } })).toEqual([])
    })
    it('every stale write is named, in the order given', async () => {
      await store.save([write('rota', 'b')])
      const saved = await store.save([write('lease', 'c', 2), write('rota', 'b', 1), write('rota', 'a', 1)])
      const stale = [
        { collection: 'lease', id: 'c' },
        { collection: 'rota', id: 'a' },
      ]
      expect(saved).toEqual({ ok: false, stale })
    })
    it('creates and updates of several collections are one save', async () => {
      await store.save([write('lawyers', 'l')])
      expect(await store.save([matter('m'), write('lawyers', 'l', 1), write('history', 'h')])).toEqual({ ok: true })
      expect((await store.get('lawyers', 'l'))?.version).toBe(2)
      expect((await store.get('history', 'h'))?.version).toBe(1)
    })
    it('twenty documents can be saved at once', async () => {
      const all = Array.from({ length: 20 }, (_, at) => `d${at}`)
      expect(await store.save(all.map((id) => write('rota', id)))).toEqual({ ok: true })
      expect(ids(await store.getMany('rota', all))).toEqual(all)
    })

    it('getMany answers in the order asked and leaves out what does not exist', async () => {
      await store.save(['a', 'b', 'c'].map((id) => write('rota', id)))
      expect(ids(await store.getMany('rota', ['c', 'nobody', 'a']))).toEqual(['c', 'a'])
    })
    it('getMany of nothing is nothing', async () => {
      expect(await store.getMany('rota', [])).toEqual([])
    })
    it('an id asked twice is answered twice, and neither answer is the other', async () => {
      await store.save([write('people', 'a')])
      const [first, second] = await store.getMany('people', ['a', 'a'])
      expect(first).toEqual(second)
      expect(first?.keys).not.toBe(second?.keys)
    })
    it('fifty ids can be asked at once', async () => {
      const all = Array.from({ length: 50 }, (_, at) => `d${at}`)
      for (const at of [0, 20, 40]) await store.save(all.slice(at, at + 20).map((id) => write('rota', id)))
      expect(ids(await store.getMany('rota', backwards(all)))).toEqual(backwards(all))
    })
    it('what is done to an answer does not reach the store', async () => {
      await store.save([matter('m', { desk: ['review'] })])
      const doc = await store.get('matters', 'm')
      if (Array.isArray(doc?.keys.desk)) doc.keys.desk.push('person:p')
      expect((await store.get('matters', 'm'))?.keys.desk).toEqual(['review'])
    })
    it('what is done to a write after it was saved does not reach the store', async () => {
      const desk = ['review']
      await store.save([matter('m', { desk })])
      desk.push('person:p')
      expect((await store.get('matters', 'm'))?.keys.desk).toEqual(['review'])
    })

    it.each<Scalar>(['', 'x', '1', 'true', 'null', 0, -1, 1.5, 1e300, 5e-324, 2 ** 53 - 1, true, false])(
      'the key %j comes back with its type',
      async (value) => {
        await store.save([matter('m', { wakeAt: value })])
        expect((await store.get('matters', 'm'))?.keys.wakeAt).toBe(value)
        expect(await listed(store, 'matters', { index: 'byWake', where: { wakeAt: value } })).toEqual(['m'])
      },
    )
    it('minus zero is kept as zero', async () => {
      await store.save([matter('m', { wakeAt: -0 })])
      expect((await store.get('matters', 'm'))?.keys.wakeAt).toBe(0)
    })
    it('texts of a [] key keep their order and lose their doubles', async () => {
      await store.save([matter('m', { desk: ['b', 'a', 'b'] })])
      expect((await store.get('matters', 'm'))?.keys.desk).toEqual(['b', 'a'])
    })
  })
}

const firstKey = (collection: Collection) => collections[collection].keys.find((key) => !key.endsWith('[]')) ?? ''
