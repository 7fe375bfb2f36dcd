import { describe, expect, it } from 'vitest'
import { addDays } from '@/domain/time'
import { storiesIn } from '../../cloudfunctions/figures'
import { factWrites } from '../../cloudfunctions/kept-facts'
import { memoryStore } from '../../cloudfunctions/memory/store'
import type { Query, Store, Write } from '../../cloudfunctions/ports'
import { worldAt } from './county-given'

const now = '2026-10-14T12:00:00.000+08:00'
const day = '2026-10-14'
const fact = (matter: string, what: string, on: string, more: object = {}): Write => {
  const sentAt = `${on}T09:00:00.000+08:00`
  const body = { village: 'v', town: 't', topic: 'wages', language: 'zh', sentAt, at: sentAt, ...more }
  return {
    collection: 'facts',
    id: `${matter}:${what}:1`,
    expected: 0,
    keys: { what, day: on, unit: 't', matter },
    body: JSON.stringify(body),
  }
}
async function stored(writes: Write[], store: Store = memoryStore()): Promise<Store> {
  for (let n = 0; n < writes.length; n += 20) await store.save(writes.slice(n, n + 20))
  return store
}
const counting = (store: Store) => {
  const asked: Query[] = []
  return {
    asked,
    store: {
      ...store,
      list: (collection: string, query: Query) => {
        asked.push(query)
        return store.list(collection, query)
      },
    },
  }
}

describe('figures from facts', () => {
  it('read every page: 250 questions of one day are 250', async () => {
    const store = await stored(Array.from({ length: 250 }, (_, n) => fact(`q${n}`, 'question.asked', day)))
    const { stories, countedFrom } = await storiesIn(worldAt(now, store), now, { from: day, to: day })
    expect([stories.length, countedFrom]).toEqual([250, undefined])
  })
  it('of more than 10,000 they count the newest whole days, and say from which on', async () => {
    // 85 a day: the 10,000th lies in the middle of a day, which then isn't counted.
    const days = Array.from({ length: 120 }, (_, n) => addDays(day, -n))
    const writes = days.flatMap((on, d) =>
      Array.from({ length: 85 }, (_, n) => fact(`q${d}-${n}`, 'question.asked', on)),
    )
    const store = await stored(writes)
    const { stories, countedFrom } = await storiesIn(worldAt(now, store), now, { from: addDays(day, -150), to: day })
    expect(countedFrom).toBe(addDays(day, -116))
    expect(stories).toHaveLength(117 * 85)
  })
  it('read nothing outside the days that were asked for, and only by the declared index', async () => {
    const { asked, store } = counting(
      await stored(['2026-10-13', day, '2026-10-15'].map((on) => fact(`q${on}`, 'question.asked', on))),
    )
    const { stories } = await storiesIn(worldAt(now, store), now, { from: day, to: day })
    expect(stories.map(({ matter }) => matter)).toEqual([`q${day}`])
    expect(new Set(asked.map(({ index, limit }) => `${index} ${limit}`))).toEqual(new Set(['byDay 100']))
  })
  it('of one town hold that town’s only', async () => {
    const store = await stored([
      fact('here', 'question.asked', day),
      fact('there', 'question.asked', day, { town: 'u', village: 'w' }),
    ])
    const read = async (unit: string) =>
      (await storiesIn(worldAt(now, store), now, { from: day, to: day, unit })).stories.map(({ matter }) => matter)
    expect(await read('t')).toEqual(['here'])
    expect(await read('w')).toEqual(['there'])
    expect(await read('x')).toEqual([])
  })
})

describe('a fact', () => {
  it('is written once whatever is told again, under the day she asked', () => {
    const state = {
      place: { code: 'v', text: 'v', town: 't' },
      topic: 'wages',
      language: 'zh',
      sentAt: '2026-10-13T23:59:00.000+08:00',
      stage: 'answered',
      clocks: [],
    } as never
    const stop = { type: 'ClockStopped', at: now, code: 'question.answer', generation: 1, outcome: 'kept' } as const
    const [once] = factWrites('m', state, [stop])
    const [again] = factWrites('m', state, [stop])
    expect(once?.id).toBe(again?.id)
    expect(once?.keys.day).toBe('2026-10-13')
  })
})
