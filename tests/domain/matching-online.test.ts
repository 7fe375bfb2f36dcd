import { describe, expect, it } from 'vitest'
import { cheapest, costOf, type Instance, lowerBound } from '../../bench/assignment'
import { countyDay, greedy, loadGini, priced } from '../../bench/online'

/** The same as `npm run bench:matching`, small. */
const day = (seed: number, more: { slack?: number; history?: number; drift?: number } = {}) =>
  countyDay({ requests: 120, lawyers: 20, slack: 1.25, history: 200, seed, ...more })

/** Every way of giving the requests out. */
function byHand({ cost, capacity }: Instance): number {
  const left = [...capacity]
  const from = (n: number): number => {
    const row = cost[n]
    if (!row) return 0
    let least = Number.POSITIVE_INFINITY
    for (const [lawyer, km] of row.entries()) {
      if ((left[lawyer] ?? 0) <= 0) continue
      left[lawyer] = (left[lawyer] ?? 0) - 1
      least = Math.min(least, km + from(n + 1))
      left[lawyer] = (left[lawyer] ?? 0) + 1
    }
    return least
  }
  return from(0)
}
const within = ({ capacity }: Instance, of: number[]) =>
  capacity.every((places, lawyer) => of.filter((one) => one === lawyer).length <= places)

describe('the cheapest assignment', () => {
  it.each([1, 2, 3, 4])('is as cheap as the best of all that can be tried by hand, county %i', (seed) => {
    const { today } = countyDay({ requests: 7, lawyers: 4, slack: 1.1, history: 0, seed })
    const { cost, of } = cheapest(today)
    expect(cost).toBeCloseTo(byHand(today), 9)
    expect(within(today, of)).toBe(true)
  })
  it('is proven by its prices; other prices prove less, and one below zero proves nothing', () => {
    const { today } = day(1)
    const { cost, prices, of } = cheapest(today)
    expect(within(today, of)).toBe(true)
    expect(lowerBound(today, prices)).toBeCloseTo(cost, 6)
    expect(
      lowerBound(
        today,
        prices.map((price) => price * 0.5),
      ),
    ).toBeLessThan(cost - 1)
    expect(() =>
      lowerBound(
        today,
        prices.map(() => -1),
      ),
    ).toThrow(RangeError)
  })
  it('of more requests than there are places doesn’t exist', () => {
    const { today } = day(1)
    expect(() => cheapest({ ...today, capacity: today.capacity.map(() => 1) })).toThrow(RangeError)
  })
})

describe('deciding at once', () => {
  const ratio = (of: number[], instance: Instance) => costOf(instance, of) / cheapest(instance).cost

  it.each([1, 2, 3])('never beats hindsight; with prices it comes nearer than greedy, county %i', (seed) => {
    const given = day(seed)
    const [ours, plain] = [priced(given), greedy(given.today)]
    expect(within(given.today, ours)).toBe(true)
    expect(ratio(ours, given.today)).toBeGreaterThanOrEqual(1)
    expect(ratio(ours, given.today)).toBeLessThan(1.1)
    expect(ratio(ours, given.today)).toBeLessThan(ratio(plain, given.today))
  })
  it.each([1.25, 2, 4])('is nowhere more than 1 %% dearer than greedy, slack %d', (slack) => {
    for (const seed of [1, 2, 3]) {
      const given = day(seed, { slack })
      expect(ratio(priced(given), given.today)).toBeLessThanOrEqual(1.01 * ratio(greedy(given.today), given.today))
    }
  })
  it('with too little history does what greedy does', () => {
    const given = day(1, { history: 99 })
    expect(priced(given)).toEqual(greedy(given.today))
    expect(priced(day(1, { history: 100 }))).not.toEqual(greedy(given.today))
  })
})

it('a load’s Gini is 0 where all have the same and near 1 where one has everything', () => {
  expect(loadGini([0, 1, 2, 3], 4)).toBe(0)
  expect(loadGini([0, 0, 0, 0], 4)).toBe(0.75)
})
