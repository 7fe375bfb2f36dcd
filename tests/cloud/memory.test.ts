import { describe, expect, it } from 'vitest'
import { counted } from '../../cloudfunctions/counted'
import { memoryStore } from '../../cloudfunctions/memory/store'
import { listed, matter, write } from './suite/desk'

const crash = () => Promise.reject(new Error('crash'))

describe('the memory store’s pauses', () => {
  it('stand before and after each operation, in the order of the calls', async () => {
    const points: string[] = []
    const store = memoryStore({ pause: async (point) => void points.push(point) })
    await store.get('matters', 'm')
    await store.getMany('matters', [])
    await store.list('matters', { index: 'byWake', where: {}, limit: 1 })
    await store.save([matter('m')])
    const operations = ['get', 'getMany', 'list', 'save']
    expect(points).toEqual(operations.flatMap((operation) => [`${operation}.before`, `${operation}.after`]))
  })
  it('a crash before the write leaves nothing, and the caller knows nothing', async () => {
    const store = memoryStore({ pause: (point) => (point === 'save.before' ? crash() : Promise.resolve()) })
    await expect(store.save([matter('m', { wakeAt: '1' })])).rejects.toThrow('crash')
    expect(await store.get('matters', 'm')).toBeUndefined()
    expect(await listed(store, 'matters', { index: 'byWake', where: {} })).toEqual([])
  })
  it('a crash after the write leaves it written, and the caller knows nothing', async () => {
    const store = memoryStore({ pause: (point) => (point === 'save.after' ? crash() : Promise.resolve()) })
    await expect(store.save([matter('m', { wakeAt: '1' })])).rejects.toThrow('crash')
    expect(await store.get('matters', 'm')).toMatchObject({ version: 1 })
  })
  it.each([1, 2, 3, 4])('can crash at the call numbered %i', async (last) => {
    let calls = 0
    const store = memoryStore({
      pause: (point) => (point.endsWith('.before') && ++calls === last ? crash() : Promise.resolve()),
    })
    const done: string[] = []
    const flow = async () => {
      for (const id of ['a', 'b', 'c']) {
        await store.save([write('rota', id)])
        done.push(id)
      }
      await store.get('rota', 'a')
    }
    await expect(flow()).rejects.toThrow('crash')
    expect(done).toEqual(['a', 'b', 'c'].slice(0, last - 1))
  })
  it('let another caller in between a read and its write: the loser is refused, not lost', async () => {
    let intruder: (() => Promise<unknown>) | undefined
    const store = memoryStore({
      pause: async (point) => {
        const now = point === 'save.before' ? intruder : undefined
        intruder = undefined
        await now?.()
      },
    })
    await store.save([write('rota', 'r', 0, {}, '"first"')])
    const read = await store.get('rota', 'r')
    intruder = () => store.save([write('rota', 'r', 1, {}, '"intruder"')])
    expect(await store.save([write('rota', 'r', read?.version, {}, '"late"')])).toMatchObject({ ok: false })
    expect((await store.get('rota', 'r'))?.body).toBe('"intruder"')
  })
  it('without a pause every call still lets others in, so check-then-insert books twice', async () => {
    const store = memoryStore()
    const booked: string[] = []
    const book = async (who: string) => {
      if ((await listed(store, 'notices', { index: 'byRecipient', where: { to: 'slot' } })).length > 0) return
      if ((await store.save([write('notices', who, 0, { to: 'slot' })])).ok) booked.push(who)
    }
    await Promise.all([book('a'), book('b')])
    expect(booked).toEqual(['a', 'b'])
  })
})

describe('counting', () => {
  it('counts calls, documents read and documents written', async () => {
    const { store, counts, reset } = counted(memoryStore())
    await store.save([write('rota', 'a'), write('rota', 'b'), matter('m', { desk: ['d'] })])
    await store.save([write('rota', 'a')])
    await store.get('rota', 'a')
    await store.get('rota', 'nobody')
    await store.getMany('rota', ['a', 'b', 'nobody'])
    await store.list('matters', { index: 'byDesk', where: { desk: 'd' }, limit: 9 })
    expect(counts()).toEqual({ gets: 3, lists: 1, saves: 2, docsRead: 4, docsWritten: 3 })
    reset()
    expect(counts()).toEqual({ gets: 0, lists: 0, saves: 0, docsRead: 0, docsWritten: 0 })
  })
  it('counts a call that throws, and passes the fault on', async () => {
    const { store, counts } = counted(memoryStore())
    await expect(store.get('elsewhere', 'a')).rejects.toThrow('undeclared collection')
    await expect(store.save([])).rejects.toThrow('save of 0 writes')
    expect(counts()).toMatchObject({ gets: 1, saves: 1, docsRead: 0, docsWritten: 0 })
  })
  it('keeps the counts it has given', async () => {
    const { store, counts } = counted(memoryStore())
    const before = counts()
    await store.get('rota', 'a')
    expect(before.gets).toBe(0)
  })
  it('closes the store within', async () => {
    const within = memoryStore()
    await counted(within).store.close()
    await expect(within.get('rota', 'a')).rejects.toThrow('closed')
  })
})
