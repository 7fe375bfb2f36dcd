/** `cost[request][lawyer]`, in kilometres; each lawyer takes as many as his capacity. */
export type Instance = { cost: Float64Array[]; capacity: number[] }
/** `prices` are the duals: what one place more with a lawyer would have saved. */
export type Assignment = { cost: number; of: number[]; prices: Float64Array }

/**
 * The cheapest assignment of every request: successive shortest paths with prices, capacities native. Throws where the
 * requests are more than the places.
 */
export function cheapest({ cost, capacity }: Instance): Assignment {
  const lawyers = capacity.length
  const prices = new Float64Array(lawyers)
  const holds: number[][] = capacity.map(() => [])
  const of = cost.map(() => -1)
  for (const [request, own] of cost.entries()) {
    const distance = Float64Array.from(own, (km, lawyer) => km + (prices[lawyer] ?? 0))
    // From whom the lawyer is reached, by moving which request; -1 is the new one.
    const via = new Int32Array(lawyers).fill(-1)
    const moved = new Int32Array(lawyers).fill(request)
    const done = new Uint8Array(lawyers)
    let end = -1
    for (;;) {
      let nearest = -1
      for (let n = 0; n < lawyers; n++)
        if (!done[n] && (nearest < 0 || at(distance, n) < at(distance, nearest))) nearest = n
      if (nearest < 0) throw new RangeError('more requests than places')
      done[nearest] = 1
      const held = holds[nearest] ?? []
      if (held.length < (capacity[nearest] ?? 0)) {
        end = nearest
        break
      }
      for (const other of held) {
        const row = cost[other] ?? own
        const base = at(distance, nearest) - at(row, nearest) - at(prices, nearest)
        for (let n = 0; n < lawyers; n++) {
          if (done[n]) continue
          const through = base + at(row, n) + at(prices, n)
          if (through >= at(distance, n)) continue
          distance[n] = through
          via[n] = nearest
          moved[n] = other
        }
      }
    }
    const reach = at(distance, end)
    for (let n = 0; n < lawyers; n++) if (done[n]) prices[n] = at(prices, n) + reach - at(distance, n)
    for (let n = end; n >= 0; ) {
      const who = moved[n] ?? request
      const from = via[n] ?? -1
      if (from >= 0) holds[from]?.splice(holds[from].indexOf(who), 1)
      holds[n]?.push(who)
      of[who] = n
      n = from
    }
  }
  return { cost: costOf({ cost, capacity }, of), of, prices }
}

export const costOf = ({ cost }: Instance, of: readonly number[]): number =>
  of.reduce((sum, lawyer, request) => sum + (cost[request]?.[lawyer] ?? Number.NaN), 0)

/**
 * What no assignment can be cheaper than, by these prices: where it meets an assignment's cost, that one is the cheapest,
 * whoever found it. Prices below zero prove nothing and throw.
 */
export function lowerBound({ cost, capacity }: Instance, prices: Float64Array): number {
  if (prices.some((price) => price < -1e-9)) throw new RangeError('a price below zero')
  const paid = cost.reduce(
    (sum, row) => sum + row.reduce((least, km, n) => Math.min(least, km + at(prices, n)), Infinity),
    0,
  )
  return paid - capacity.reduce((sum, places, n) => sum + places * at(prices, n), 0)
}

const at = (of: Float64Array, n: number): number => of[n] ?? 0
