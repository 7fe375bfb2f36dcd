import fc from 'fast-check'
import munkres from 'munkres'
import { describe, expect, it } from 'vitest'
import { cheapestFlow, costOf, costWithLeft, type Instance, lowerBound } from '@/domain/batch-flow'
import { seeded } from '../../bench/seeded'

/** Every way there is: as many as can be placed, and of those the least cost. */
function bruteForce({ cost, steps }: Instance): { placed: number; cost: number } {
  const held = steps.map(() => 0)
  let best = { placed: -1, cost: Infinity }
  const go = (row: number, placed: number, sum: number) => {
    if (row === cost.length) {
      if (placed > best.placed || (placed === best.placed && sum < best.cost)) best = { placed, cost: sum }
      return
    }
    go(row + 1, placed, sum)
    for (const [column, own] of steps.entries()) {
      const step = own[held[column] ?? 0]
      const price = cost[row]?.[column] ?? Infinity
      if (step === undefined || price === Infinity) continue
      held[column] = (held[column] ?? 0) + 1
      go(row + 1, placed + 1, sum + price + step)
      held[column] = (held[column] ?? 0) - 1
    }
  }
  go(0, 0, 0)
  return best
}

const rising = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 4 }).map((steps) => steps.sort((a, b) => a - b))
const small: fc.Arbitrary<Instance> = fc.array(rising, { minLength: 1, maxLength: 4 }).chain((steps) =>
  fc.record({
    steps: fc.constant(steps),
    cost: fc.array(
      fc.array(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -60, max: 60 }) }, fc.constant(Infinity)), {
        minLength: steps.length,
        maxLength: steps.length,
      }),
      { maxLength: 6 },
    ),
  }),
)

/** What `munkres` makes of it: each column as often as it has room, each time dearer by its step. */
function byMunkres({ cost, steps }: Instance): number {
  const square = cost.map((row) => steps.flatMap((own, n) => own.map((step) => (row[n] ?? Infinity) + step)))
  return munkres(square).reduce((sum, [row, column]) => sum + (square[row]?.[column] ?? Number.NaN), 0)
}

describe('rows into columns with room', () => {
  it('against every way there is: as many placed, at the same cost, and the prices prove it', () => {
    fc.assert(
      fc.property(small, (instance) => {
        const { of, placed, cost, prices } = cheapestFlow(instance)
        expect({ placed, cost }).toEqual(bruteForce(instance))
        expect(costOf(instance, of)).toBe(cost)
        expect(lowerBound(instance, prices)).toBe(costWithLeft(instance, of))
      }),
      { numRuns: 500 },
    )
  })
  it('no prices prove more than the best is worth, and no placement costs less than they say', () => {
    fc.assert(
      fc.property(
        small,
        fc.array(fc.integer({ min: -20, max: 90 }), { minLength: 4, maxLength: 4 }),
        (instance, any) => {
          const prices = Float64Array.from(any.slice(0, instance.steps.length))
          expect(lowerBound(instance, prices)).toBeLessThanOrEqual(costWithLeft(instance, cheapestFlow(instance).of))
        },
      ),
    )
  })
  it('against munkres on columns repeated by their room, whose each place costs more than the one before', () => {
    for (const [rows, columns, room] of [
      [30, 12, 4],
      [60, 20, 3],
      [80, 100, 1],
    ] as const) {
      const random = seeded(rows)
      const steps = Array.from({ length: columns }, () => {
        const step = Math.floor(random() * 6)
        return Array.from({ length: room }, (_, n) => n * step)
      })
      // Few different numbers: ties are where a solver goes wrong.
      const cost = Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => -25 * Math.floor(random() * 4)),
      )
      const found = cheapestFlow({ cost, steps })
      expect(found.placed).toBe(Math.min(rows, columns * room))
      expect(found.cost).toBe(byMunkres({ cost, steps }))
    }
  })
  it('more rows than places: the rest go nowhere, and nobody is pushed out to save points', () => {
    const steps = [[0], [0]]
    expect(
      cheapestFlow({
        cost: [
          [-5, -1],
          [-9, Infinity],
          [-7, Infinity],
        ],
        steps,
      }),
    ).toMatchObject({
      of: [1, 0, -1],
      placed: 2,
      cost: -10,
    })
    // Both columns are dear to them, and they go all the same.
    expect(
      cheapestFlow({
        cost: [
          [500, 900],
          [500, 900],
        ],
        steps,
      }).placed,
    ).toBe(2)
  })
  it('nothing to place, nowhere to place it', () => {
    expect(cheapestFlow({ cost: [], steps: [[0]] })).toMatchObject({ of: [], placed: 0, cost: 0 })
    expect(cheapestFlow({ cost: [[], []], steps: [] })).toMatchObject({ of: [-1, -1], placed: 0 })
    expect(cheapestFlow({ cost: [[3]], steps: [[]] })).toMatchObject({ of: [-1], placed: 0, cost: 0 })
  })
  it('a placement beyond a column’s room costs without end, so it can’t be taken for a good one', () => {
    expect(costOf({ cost: [[1], [1]], steps: [[0]] }, [0, 0])).toBe(Infinity)
  })
})
