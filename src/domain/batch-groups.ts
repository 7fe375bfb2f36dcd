import { cheapestFlow, type Flow, type Instance } from './batch-flow'

/**
 * The same placement with each group of rows in as few columns as it can be: one with room for all of them first, else
 * whichever takes most of those that are left. A group stays apart where keeping it together would leave somebody out.
 * Covering a group by the fewest is a greedy choice, exact where its rows may go to the same columns; the rows outside
 * of groups are placed at their best in what is left.
 */
export function keptTogether(instance: Instance, groups: readonly (readonly number[])[], free: Flow): number[] {
  let best = free.of
  let fixed = new Map<number, number>()
  for (const rows of groups) {
    const tried = new Map([...fixed, ...cover(instance, rows, fixed)])
    const { of, placed } = withFixed(instance, tried)
    if (placed < free.placed) continue
    fixed = tried
    best = of
  }
  return best
}

/** By row, its column: each time the column that takes most of the rows that are left, then the one they are cheapest in. */
function cover({ cost, steps }: Instance, rows: readonly number[], fixed: ReadonlyMap<number, number>) {
  const found = new Map<number, number>()
  let left = [...rows]
  const used = new Set<number>()
  while (left.length > 0) {
    let most: { column: number; rows: number[]; cost: number } | undefined
    for (const [column, own] of steps.entries()) {
      if (used.has(column)) continue
      const held = heldIn(fixed, column)
      const price = (row: number) => cost[row]?.[column] ?? Infinity
      const taken = left
        .filter((row) => price(row) < Infinity)
        .sort((a, b) => price(a) - price(b) || a - b)
        .slice(0, own.length - held)
      if (taken.length === 0 || taken.length < (most?.rows.length ?? 0)) continue
      const together = taken.reduce((sum, row, n) => sum + price(row) + (own[held + n] ?? 0), 0)
      if (taken.length > (most?.rows.length ?? 0) || together < (most?.cost ?? Infinity))
        most = { column, rows: taken, cost: together }
    }
    if (!most) break
    used.add(most.column)
    for (const row of most.rows) found.set(row, most.column)
    const gone = new Set(most.rows)
    left = left.filter((row) => !gone.has(row))
  }
  return found
}

const heldIn = (fixed: ReadonlyMap<number, number>, column: number): number =>
  [...fixed.values()].filter((each) => each === column).length

/** The rest placed at its best around those that stand. */
function withFixed({ cost, steps }: Instance, fixed: ReadonlyMap<number, number>): { of: number[]; placed: number } {
  const rows = cost.flatMap((row, n) => (fixed.has(n) ? [] : [{ row, n }]))
  const rest = cheapestFlow({
    cost: rows.map(({ row }) => row),
    steps: steps.map((own, column) => own.slice(heldIn(fixed, column))),
  })
  const of = cost.map((_, row) => fixed.get(row) ?? -1)
  for (const [n, { n: row }] of rows.entries()) of[row] = rest.of[n] ?? -1
  return { of, placed: rest.placed + fixed.size }
}
