/**
 * Many rows, each into one column with room, at the least cost: successive shortest paths with prices, whose arcs into a
 * column cost more with each further row. Whole numbers in, whole numbers out: what is found is exact, and its prices
 * prove it. Follows Edmonds and Karp (1972) and, for the convex arcs, Ahuja, Magnanti and Orlin, Network Flows, ch. 14.
 */
export type Instance = {
  /** `cost[row][column]`, whole numbers below or above zero; Infinity where that row may not go. */
  cost: readonly (readonly number[] | Float64Array)[]
  /** By column: what its first, second, … row costs beside, never falling; as many as it has room. */
  steps: readonly (readonly number[])[]
}
/** `of[row]`: the column, -1 for nowhere. `prices`: by column, what one place more in it would save. */
export type Flow = { of: number[]; placed: number; cost: number; prices: Float64Array }

/** As many rows as can be placed at all, and of those ways the cheapest. The first of equals by their order. */
export function cheapestFlow({ cost, steps }: Instance): Flow {
  const columns = steps.length
  const nowhere = columns
  const wide = columns + 1
  const left = costOfNowhere({ cost, steps })
  const rows = cost.map((row) => {
    const own = new Float64Array(wide).fill(left)
    own.set(row)
    return own
  })
  const prices = new Float64Array(wide)
  const holds: number[][] = Array.from({ length: wide }, () => [])
  const of = cost.map(() => -1)
  // From one column to another: the cheapest move of a row that the first holds, and which row that is.
  const gap = new Float64Array(columns * wide).fill(Infinity)
  const mover = new Int32Array(columns * wide).fill(-1)

  function lookAgain(column: number) {
    const base = column * wide
    gap.fill(Infinity, base, base + wide)
    for (const row of holds[column] ?? []) {
      const own = rows[row]
      if (!own) continue
      const here = own[column] ?? 0
      for (let n = 0; n < wide; n++) {
        const move = (own[n] ?? 0) - here
        if (move >= (gap[base + n] ?? 0)) continue
        gap[base + n] = move
        mover[base + n] = row
      }
    }
  }
  /** What ends there costs beyond its price; Infinity without room. */
  const entering = (n: number): number =>
    n === nowhere ? 0 : (steps[n]?.[holds[n]?.length ?? 0] ?? Infinity) - (prices[n] ?? 0)

  const distance = new Float64Array(wide)
  const via = new Int32Array(wide)
  const moved = new Int32Array(wide)
  const done = new Uint8Array(wide)
  for (const [row, own] of rows.entries()) {
    via.fill(-1)
    moved.fill(row)
    done.fill(0)
    let nearest = -1
    let near = Infinity
    for (let n = 0; n < wide; n++) {
      const length = (own[n] ?? 0) + (prices[n] ?? 0)
      distance[n] = length
      if (length >= near) continue
      near = length
      nearest = n
    }
    let reach = Infinity
    let end = nowhere
    while (nearest >= 0) {
      const least = distance[nearest] ?? 0
      done[nearest] = 1
      if (least + entering(nearest) < reach) {
        reach = least + entering(nearest)
        end = nearest
      }
      if (nearest === nowhere) break
      const base = nearest * wide
      const from = least - (prices[nearest] ?? 0)
      // The way on from here, and in the same pass who is the nearest of those that may still be worth it.
      let next = -1
      let shortest = reach
      for (let n = 0; n < wide; n++) {
        if (done[n]) continue
        let length = distance[n] ?? 0
        const through = from + (gap[base + n] ?? 0) + (prices[n] ?? 0)
        if (through < length) {
          distance[n] = through
          via[n] = nearest
          moved[n] = mover[base + n] ?? row
          length = through
        }
        if (length >= shortest) continue
        shortest = length
        next = n
      }
      nearest = next
    }
    for (let n = 0; n < columns; n++) {
      const length = distance[n] ?? 0
      if (done[n] && length < reach) prices[n] = (prices[n] ?? 0) + reach - length
    }
    for (let n = end; n >= 0; n = via[n] ?? -1) {
      const who = moved[n] ?? row
      const from = via[n] ?? -1
      if (from >= 0) holds[from]?.splice(holds[from].indexOf(who), 1)
      holds[n]?.push(who)
      of[who] = n
    }
    for (let n = end; n >= 0; n = via[n] ?? -1) if (n !== nowhere) lookAgain(n)
  }
  const found = of.map((n) => (n === nowhere ? -1 : n))
  const placed = found.filter((n) => n >= 0).length
  return { of: found, placed, cost: costOf({ cost, steps }, found), prices: prices.slice(0, columns) }
}

/** What the placed rows cost together, with their columns' steps. Infinity where a column holds more than its room. */
export function costOf({ cost, steps }: Instance, of: readonly number[]): number {
  const held = steps.map(() => 0)
  return of.reduce((sum, column, row) => {
    if (column < 0) return sum
    const step = at(steps[column] ?? [], at(held, column), Infinity)
    held[column] = at(held, column) + 1
    return sum + at(cost[row] ?? [], column, Infinity) + step
  }, 0)
}

/**
 * What no placement can be cheaper than, by these prices, each row left out counted at `costOfNowhere`. Where it meets
 * a placement's own cost, counted so, that one is the best, whoever found it.
 */
export function lowerBound(instance: Instance, prices: Float64Array): number {
  const { cost, steps } = instance
  const left = costOfNowhere(instance)
  const asked = cost.reduce(
    (sum, row) => sum + prices.reduce((least, price, n) => Math.min(least, at(row, n) + price), left),
    0,
  )
  const given = steps.map((own, n) => own.reduce((sum, step) => sum + Math.max(0, at(prices, n) - step), 0))
  return asked - given.reduce((sum, each) => sum + each, 0)
}

/** The same cost as `lowerBound` counts it. */
export const costWithLeft = (instance: Instance, of: readonly number[]): number =>
  costOf(instance, of) + of.filter((column) => column < 0).length * costOfNowhere(instance)

/** More than any other way to place all the others could save, so that nobody is left out to save points. */
export function costOfNowhere({ cost, steps }: Instance): number {
  let most = 0
  for (const row of cost) for (const each of row) if (each !== Infinity) most = Math.max(most, Math.abs(each))
  let step = 0
  for (const own of steps) for (const each of own) step = Math.max(step, each)
  return (cost.length + 1) * (2 * most + step) + 1
}

const at = (of: ArrayLike<number>, n: number, otherwise = 0): number => of[n] ?? otherwise
