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
  const rows = cost.map((row) => Float64Array.from({ length: wide }, (_, n) => (n === nowhere ? left : at(row, n))))
  const prices = new Float64Array(wide)
  const holds: number[][] = Array.from({ length: wide }, () => [])
  const of = cost.map(() => -1)
  // From one column to another: the cheapest move of a row that the first holds, and which row that is.
  const gap = new Float64Array(columns * wide).fill(Infinity)
  const mover = new Int32Array(columns * wide).fill(-1)

  function look(column: number, row: number) {
    const own = rows[row]
    if (!own) return
    const base = column * wide
    const here = at(own, column)
    for (let n = 0; n < wide; n++) {
      const move = at(own, n) - here
      if (move >= at(gap, base + n)) continue
      gap[base + n] = move
      mover[base + n] = row
    }
  }
  function lookAgain(column: number) {
    if (column === nowhere) return
    gap.fill(Infinity, column * wide, (column + 1) * wide)
    for (const row of holds[column] ?? []) look(column, row)
  }
  /** What ends there costs beyond its price; Infinity without room. */
  const entering = (n: number): number =>
    n === nowhere ? 0 : at(steps[n] ?? [], holds[n]?.length ?? 0, Infinity) - at(prices, n)

  const via = new Int32Array(wide)
  const moved = new Int32Array(wide)
  const done = new Uint8Array(wide)
  for (const [row, own] of rows.entries()) {
    const distance = own.map((price, n) => price + at(prices, n))
    via.fill(-1)
    moved.fill(row)
    done.fill(0)
    let reach = Infinity
    let end = nowhere
    for (;;) {
      let nearest = -1
      let least = reach
      for (let n = 0; n < wide; n++)
        if (!done[n] && at(distance, n) < least) {
          nearest = n
          least = at(distance, n)
        }
      if (nearest < 0) break
      done[nearest] = 1
      const through = least + entering(nearest)
      if (through < reach) {
        reach = through
        end = nearest
      }
      if (nearest === nowhere) continue
      const base = nearest * wide
      const from = least - at(prices, nearest)
      for (let n = 0; n < wide; n++) {
        const length = from + at(gap, base + n) + at(prices, n)
        if (done[n] || length >= at(distance, n)) continue
        distance[n] = length
        via[n] = nearest
        moved[n] = at(mover, base + n)
      }
    }
    for (let n = 0; n < columns; n++)
      if (done[n] && at(distance, n) < reach) prices[n] = at(prices, n) + reach - at(distance, n)
    const changed: number[] = []
    for (let n = end; n >= 0; n = at(via, n)) {
      const who = at(moved, n)
      const from = at(via, n)
      if (from >= 0) holds[from]?.splice(holds[from].indexOf(who), 1)
      holds[n]?.push(who)
      of[who] = n
      changed.push(n)
    }
    for (const n of changed) lookAgain(n)
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
