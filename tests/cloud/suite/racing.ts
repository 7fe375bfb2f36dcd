import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Saved, Store } from '../../../cloudfunctions/ports'
import { given, listed, matter, type Open, write } from './desk'

const times = <T>(count: number, work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)))
const winners = (saved: Saved[]) => saved.flatMap(({ ok }, at) => (ok ? [at] : []))

export function racingSuite(open: Open) {
  describe('racing', () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())
    const version = async (collection: string, id: string) => (await store.get(collection, id))?.version ?? 0
    const number = async (id: string) => Number((await store.get('rota', id))?.body)
    const numbered = (id: string, expected: number, value: number) => write('rota', id, expected, {}, String(value))

    it('of twenty creates of one id exactly one wins, and its body stays', async () => {
      const saved = await times(20, (at) => store.save([numbered('r', 0, at)]))
      expect(winners(saved)).toHaveLength(1)
      expect([await version('rota', 'r'), await number('r')]).toEqual([1, winners(saved)[0]])
    })
    it('of fifty updates from one version exactly one wins', async () => {
      await store.save([numbered('r', 0, -1)])
      const saved = await times(50, (at) => store.save([numbered('r', 1, at)]))
      expect(winners(saved)).toHaveLength(1)
      expect([await version('rota', 'r'), await number('r')]).toEqual([2, winners(saved)[0]])
    })
    it('fifty who each add one and try again until they win add fifty, one a version', async () => {
      await store.save([numbered('r', 0, 0)])
      const won: number[] = []
      await times(50, async () => {
        for (let tries = 0; tries < 200; tries++) {
          const doc = await store.get('rota', 'r')
          const saved = await store.save([numbered('r', doc?.version ?? 0, Number(doc?.body) + 1)])
          if (saved.ok) return won.push(doc?.version ?? 0)
        }
        throw new Error('never won')
      })
      expect([...won].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
      expect(await number('r')).toBe(50)
    })
    it('when all have read before anybody writes, one write wins and nobody’s is lost unseen', async () => {
      await store.save([numbered('r', 0, 0)])
      const read = await times(10, () => store.get('rota', 'r'))
      const saved = await times(10, (at) => store.save([numbered('r', read[at]?.version ?? 0, at + 1)]))
      expect(winners(saved)).toHaveLength(1)
      expect(saved.filter(({ ok }) => !ok)).toHaveLength(9)
    })
    it('of saves that share one document exactly one is there, and it is there whole', async () => {
      const saved = await times(12, (at) => store.save([write('history', `own${at}`), numbered('shared', 0, at)]))
      const [winner] = winners(saved)
      expect(winners(saved)).toHaveLength(1)
      const own = await store.getMany(
        'history',
        Array.from({ length: 12 }, (_, at) => `own${at}`),
      )
      expect(own.map(({ id }) => id)).toEqual([`own${winner}`])
    })
    it('two saves that take the same documents the other way round: one wins both, neither hangs', async () => {
      await given(store, [numbered('a', 0, 0), numbered('b', 0, 0)])
      for (let round = 1; round <= 20; round++) {
        const saved = await Promise.all([
          store.save([numbered('a', round, 1), numbered('b', round, 1)]),
          store.save([numbered('b', round, 2), numbered('a', round, 2)]),
        ])
        expect(winners(saved)).toHaveLength(1)
        expect(await number('a')).toBe(await number('b'))
      }
    })
    it('cases moved between lawyers by many at once are neither lost nor doubled', async () => {
      const names = ['a', 'b', 'c', 'd']
      await given(
        store,
        names.map((name) => numbered(name, 0, 10)),
      )
      await times(24, async (at) => {
        const pair = [names[at % 4] ?? '', names[(at + 1 + (at % 3)) % 4] ?? '']
        for (let tries = 0; tries < 200; tries++) {
          const [from, to] = await store.getMany('rota', pair)
          if (!from || !to) throw new Error('a lawyer is missing')
          const writes = [
            numbered(from.id, from.version, Number(from.body) - 1),
            numbered(to.id, to.version, Number(to.body) + 1),
          ]
          if ((await store.save(writes)).ok) return
        }
        throw new Error('never won')
      })
      const left = await Promise.all(names.map(number))
      expect(left.reduce((sum, one) => sum + one)).toBe(40)
      const versions = await Promise.all(names.map((name) => version('rota', name)))
      expect(versions.reduce((sum, one) => sum + one)).toBe(4 + 2 * 24)
    })

    it('a guard that is only read protects nothing: both go through', async () => {
      await given(store, [write('lawyers', 'guard', 0, { load: 7 })])
      await times(2, () => store.get('lawyers', 'guard'))
      const saved = await times(2, (at) => store.save([matter(`m${at}`)]))
      expect(winners(saved)).toEqual([0, 1])
    })
    it('write skew refused when the guard is written', async () => {
      await given(store, [write('lawyers', 'guard', 0, { load: 7 })])
      const read = await times(2, () => store.get('lawyers', 'guard'))
      const saved = await times(2, (at) =>
        store.save([matter(`m${at}`), write('lawyers', 'guard', read[at]?.version, { load: 8 })]),
      )
      expect(winners(saved)).toHaveLength(1)
      expect(saved.find(({ ok }) => !ok)).toEqual({ ok: false, stale: [{ collection: 'lawyers', id: 'guard' }] })
      expect(await store.getMany('matters', ['m0', 'm1'])).toHaveLength(1)
    })
    it('a guard that did not exist protects too, when both would create it', async () => {
      const saved = await times(2, (at) => store.save([matter(`m${at}`), write('lawyers', 'guard')]))
      expect(winners(saved)).toHaveLength(1)
      expect(await store.getMany('matters', ['m0', 'm1'])).toHaveLength(1)
    })

    it('two documents saved together are never read apart', async () => {
      await given(store, [numbered('a', 0, 0), numbered('b', 0, 0)])
      const apart: unknown[] = []
      let writing = true
      const reader = async () => {
        for (let looks = 0; writing && looks < 10_000; looks++) {
          const [a, b] = await store.getMany('rota', ['a', 'b'])
          if (a?.version !== b?.version) apart.push([a, b])
        }
      }
      const writer = async () => {
        for (let at = 1; at <= 40; at++) await store.save([numbered('a', at, at), numbered('b', at, at)])
        writing = false
      }
      await Promise.all([reader(), reader(), writer()])
      expect(apart).toEqual([])
    })
    it('a matter that keeps changing desks is on exactly one of them whenever one looks', async () => {
      await store.save([matter('m', { desk: ['d'], open: true })])
      let writing = true
      const sights: number[] = []
      const reader = async () => {
        for (let looks = 0; writing && looks < 10_000; looks++) {
          const found = await listed(store, 'matters', { index: 'byDesk', where: { desk: 'd' } })
          sights.push(found.length)
        }
      }
      const writer = async () => {
        for (let at = 1; at <= 40; at++)
          await store.save([matter('m', { desk: ['d', `e${at}`], open: at % 2 === 0 }, at)])
        writing = false
      }
      await Promise.all([reader(), writer()])
      expect([...new Set(sights)]).toEqual([1])
    })
  })
}
