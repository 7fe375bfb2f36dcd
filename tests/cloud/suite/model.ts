import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Doc, Query, Saved, Scalar, Store, Write } from '../../../cloudfunctions/ports'
import { ids, keysOf, type Open, walk } from './desk'

// Few ids and few values, so that commands meet; the texts are the ones that byte order and JavaScript sort differently.
const texts = ['', 'a', 'B', '一', '！', '😀', '\ue000']
const id = fc.constantFrom('1', '2', '3', '！', '😀')
const flat = fc.oneof(fc.constantFrom<Scalar>(...texts, 0, -1, 10, 2.5, true, false))
const desks = fc.uniqueArray(fc.constantFrom(...texts), { maxLength: 3 })
const keys = fc.record({ desk: desks, open: fc.boolean(), dueAt: flat, wakeAt: flat })
const one = fc.record({ id, miss: fc.constantFrom(0, 0, 0, 0, 1), keys, body: fc.string({ unit: 'grapheme' }) })
const end = fc.option(flat, { nil: undefined })
const order = fc.constantFrom('ascending' as const, 'descending' as const)
const limit = fc.integer({ min: 1, max: 6 })

const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ save: fc.uniqueArray(one, { minLength: 1, maxLength: 4, selector: (w) => w.id }) }),
  },
  { weight: 1, arbitrary: fc.record({ getMany: fc.array(id, { maxLength: 5 }) }) },
  { weight: 3, arbitrary: fc.record({ wake: fc.record({ from: end, before: end, order, limit }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      desk: fc.record({
        desk: fc.constantFrom(...texts),
        open: fc.option(fc.boolean()),
        from: end,
        before: end,
        order,
        limit,
      }),
    }),
  },
)

// The model knows no index: it filters and sorts everything, by Buffer's order of bytes.
const rank = (value: Scalar) => ['number', 'string', 'boolean'].indexOf(typeof value)
function compare(left: Scalar, right: Scalar): number {
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right))
  return rank(left) - rank(right) || Number(left) - Number(right)
}

function expected(model: Map<string, Doc>, columns: string[], query: Query): string[] {
  const flatOf = (doc: Doc, column: string) => doc.keys[column] as Scalar
  const rest = columns.filter((column) => !(column in query.where) && column !== 'desk')
  const { from, before } = query.range ?? {}
  const kept = [...model.values()].filter((doc) => {
    const matches = Object.entries(query.where).every(([column, value]) =>
      column === 'desk' ? (doc.keys.desk as string[]).includes(String(value)) : doc.keys[column] === value,
    )
    const first = flatOf(doc, rest[0] ?? '')
    const inRange = [from, before].every((bound) => bound === undefined || typeof bound === typeof first)
    return (
      matches &&
      inRange &&
      (from === undefined || compare(first, from) >= 0) &&
      (before === undefined || compare(first, before) < 0)
    )
  })
  kept.sort((left, right) => {
    const orders = rest.map((column) => compare(flatOf(left, column), flatOf(right, column)))
    return orders.find((found) => found !== 0) ?? compare(left.id, right.id)
  })
  return ids(query.order === 'descending' ? kept.reverse() : kept)
}

function saveInModel(model: Map<string, Doc>, writes: Write[]): Saved {
  const stale = writes.filter((write) => (model.get(write.id)?.version ?? 0) !== write.expected)
  if (stale.length > 0) return { ok: false, stale: stale.map(({ collection, id }) => ({ collection, id })) }
  for (const { id, expected: version, keys, body } of writes) model.set(id, { id, version: version + 1, keys, body })
  return { ok: true }
}

type Command = typeof command extends fc.Arbitrary<infer T> ? T : never

async function step(store: Store, model: Map<string, Doc>, todo: Command) {
  if ('save' in todo) {
    const writes = todo.save.map(({ id, miss, keys, body }): Write => {
      const version = model.get(id)?.version ?? 0
      return {
        collection: 'matters',
        id,
        expected: version + miss,
        keys: keysOf('matters', keys),
        body: JSON.stringify(body),
      }
    })
    expect(await store.save(writes)).toEqual(saveInModel(model, writes))
  } else if ('getMany' in todo) {
    const found = todo.getMany.flatMap((id) => model.get(id) ?? [])
    expect(await store.getMany('matters', todo.getMany)).toEqual(found)
    for (const id of todo.getMany) expect(await store.get('matters', id)).toEqual(model.get(id))
  } else {
    const { from, before, order, limit } = 'wake' in todo ? todo.wake : todo.desk
    // A range between two types is a fault, and tried elsewhere.
    const range: Query['range'] = typeof from === typeof before ? { from, before } : { from }
    const open: Query['where'] = 'desk' in todo && todo.desk.open !== null ? { open: todo.desk.open } : {}
    const query: Query =
      'wake' in todo
        ? { index: 'byWake', where: {}, range, order, limit }
        : { index: 'byDesk', where: { desk: todo.desk.desk, ...open }, range, order, limit }
    const columns = 'wake' in todo ? ['wakeAt'] : ['desk', 'open', 'dueAt']
    const pages = await walk(store, 'matters', query)
    expect(pages.flat()).toEqual(expected(model, columns, query))
    expect(pages.every((page, at) => page.length === limit || at === pages.length - 1)).toBe(true)
  }
}

export function modelSuite(open: Open, runs: number) {
  describe('against a model', () => {
    it(`${runs} random sequences of saves and reads answer as a model without indexes does`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 30 }), async (commands) => {
          const store = await open()
          const model = new Map<string, Doc>()
          try {
            for (const todo of commands) await step(store, model, todo)
          } finally {
            await store.close()
          }
        }),
        { numRuns: runs },
      )
    })
  })
}
