import { cheapest, type Instance } from './assignment'
import { seeded } from './seeded'

/** Requests in the order they come, and yesterday's, from the same county. */
export type Day = { today: Instance; yesterday: Float64Array[] }

const KM = 60
const TOWNS = 9
const VILLAGES = 200
const SUBJECTS = 9
const WRONG_SUBJECT_KM = 20

/**
 * A county that doesn't exist: lawyers gathered in a few towns, some villages asking far more than others. Cost is the
 * straight line in km, 20 more for a lawyer without the subject. `drift` of yesterday's requests came from other places.
 */
export function countyDay(given: {
  requests: number
  lawyers: number
  slack: number
  history: number
  seed: number
  drift?: number
}): Day {
  const random = seeded(given.seed)
  const spot = (around?: { x: number; y: number }, spread = 8) =>
    around
      ? { x: around.x + spread * (random() + random() - 1), y: around.y + spread * (random() + random() - 1) }
      : { x: random() * KM * 1.6, y: random() * KM }
  const towns = Array.from({ length: TOWNS }, () => spot())
  const skewed = <T>(from: T[]): T => from[Math.floor(random() ** 2.2 * from.length)] as T
  const villages = Array.from({ length: VILLAGES }, () => spot(towns[Math.floor(random() * TOWNS)], 14))
  const lawyers = Array.from({ length: given.lawyers }, () => ({
    ...spot(skewed(towns), 5),
    subjects: new Set(Array.from({ length: 3 }, () => Math.floor(random() * SUBJECTS))),
  }))
  const row = (places: typeof villages): Float64Array => {
    const place = skewed(places)
    const subject = Math.floor(random() ** 1.5 * SUBJECTS)
    return Float64Array.from(
      lawyers,
      ({ x, y, subjects }) => Math.hypot(x - place.x, y - place.y) + (subjects.has(subject) ? 0 : WRONG_SUBJECT_KM),
    )
  }
  const elsewhere = [...villages].reverse()
  const places = Math.ceil((given.slack * given.requests) / given.lawyers)
  return {
    today: {
      cost: Array.from({ length: given.requests }, () => row(villages)),
      capacity: lawyers.map(() => places),
    },
    yesterday: Array.from({ length: given.history }, () => row(random() < (given.drift ?? 0) ? elsewhere : villages)),
  }
}

/** Each request to whoever is cheapest when it comes, by `price` on top of the way; everybody keeps to his capacity. */
function oneByOne(
  { cost, capacity }: Instance,
  price: (lawyer: number, left: readonly number[], nth: number) => number,
) {
  const left = [...capacity]
  return cost.map((row, nth) => {
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (let n = 0; n < left.length; n++) {
      if ((left[n] ?? 0) <= 0) continue
      const costs = (row[n] ?? 0) + price(n, left, nth)
      if (costs >= least) continue
      least = costs
      best = n
    }
    left[best] = (left[best] ?? 0) - 1
    return best
  })
}

export const greedy = (today: Instance): number[] => oneByOne(today, () => 0)
/** Whoever has more of his places taken is dearer by so many km. */
export const evenly = (today: Instance, km: number): number[] =>
  oneByOne(today, (n, left) => km * (1 - (left[n] ?? 0) / (today.capacity[n] ?? 1)))

/** With less history than this for each lawyer prices do harm: then it is greedy. */
export const ENOUGH_FOR_EACH = 5
/** The prices are found anew whenever so large a part of the day is over, from so many draws of what is to come. */
const TIMES = 20
const DRAWS = 3

/**
 * Greedy with a price on each lawyer's places: what a place of his was worth in the cheapest assignment of as many
 * requests as are still to come, drawn from yesterday's and those of today so far, to the places that are still left; the
 * mean of a few draws. Found anew twenty times a day. `load` km on top spread the work.
 */
export function priced({ today, yesterday }: Day, load = 0): number[] {
  const { cost, capacity } = today
  if (yesterday.length < ENOUGH_FOR_EACH * capacity.length) return load > 0 ? evenly(today, load) : greedy(today)
  const every = Math.max(1, Math.floor(cost.length / TIMES))
  let prices: Float64Array = new Float64Array(capacity.length)
  let foundAt = -1
  return oneByOne(today, (n, left, nth) => {
    if (nth % every === 0 && nth !== foundAt) {
      prices = expected(nth, left)
      foundAt = nth
    }
    return (prices[n] ?? 0) + load * (1 - (left[n] ?? 0) / (capacity[n] ?? 1))
  })

  function expected(nth: number, left: readonly number[]): Float64Array {
    const known = [...yesterday, ...cost.slice(0, nth)]
    const mean = new Float64Array(capacity.length)
    for (let draw = 0; draw < DRAWS; draw++) {
      // Spread evenly over what is known, so that a morning doesn't stand for the day.
      const step = known.length / (cost.length - nth)
      const rows = Array.from({ length: cost.length - nth }, (_, n) => {
        const place = Math.floor((n + draw / DRAWS) * step) % known.length
        return known[place] as Float64Array
      })
      const { prices } = cheapest({ cost: rows, capacity: [...left] })
      for (const [n, price] of prices.entries()) mean[n] = (mean[n] ?? 0) + price / DRAWS
    }
    return mean
  }
}

/** 0: everybody has the same; 1: one has everything. */
export function loadGini(of: readonly number[], lawyers: number): number {
  const loads = new Array<number>(lawyers).fill(0)
  for (const lawyer of of) loads[lawyer] = (loads[lawyer] ?? 0) + 1
  loads.sort((a, b) => a - b)
  const all = loads.reduce((sum, load) => sum + load, 0)
  return loads.reduce((sum, load, n) => sum + (2 * n - lawyers + 1) * load, 0) / (lawyers * Math.max(1, all))
}
