import { type Bound, compareTuples, type Plan } from '../plan'
import type { Scalar } from '../ports'

/** A condition as MongoDB writes it. */
export type Condition = Record<string, unknown>

// The document database orders numbers, texts, booleans as the port does, but a comparison keeps to its own type: a
// cursor on a text never meets the booleans behind it. So a bound becomes a branch for each type it lets through.
const types = [
  { name: 'number', all: { $gte: -Number.MAX_VALUE } },
  { name: 'string', all: { $gte: '' } },
  { name: 'boolean', all: { $gte: false } },
] as const

const emptyBelow: unknown[] = ['', false, -Number.MAX_VALUE]
const emptyAbove: unknown[] = [true, Number.MAX_VALUE]

/** The condition of a planned list; undefined where its bounds leave nothing. One branch stays a plain condition. */
export function conditionOf(plan: Plan): Condition | undefined {
  const fixed = Object.fromEntries(plan.fixed.map((value, at) => [plan.index.columns[at], value]))
  const [first, ...others] = between([...plan.rest, '_id'], plan.lower, plan.upper)
  if (!first) return undefined
  return others.length === 0 ? { ...fixed, ...first } : { ...fixed, $or: [first, ...others] }
}

/** Everything between two places of an order by several columns, as alternatives that exclude each other. */
function between(columns: string[], lower?: Bound, upper?: Bound): Condition[] {
  const [column, ...rest] = columns
  if (column === undefined || (!lower && !upper)) return [{}]
  const edge = (bound: Bound | undefined, lowerRest?: Bound, upperRest?: Bound): Condition[] =>
    between(rest, lowerRest, upperRest).map((branch) => ({ [column]: bound?.values[0], ...branch }))
  if (lower && upper) {
    const order = compareTuples(lower.values.slice(0, 1), upper.values.slice(0, 1))
    if (order > 0 || (order === 0 && (shut(lower) || shut(upper)))) return []
    if (order === 0) return edge(lower, behind(lower), behind(upper))
  }
  return [
    ...(lower && lower.values.length > 1 ? edge(lower, behind(lower)) : []),
    ...spans(column, lower, upper),
    ...(upper && upper.values.length > 1 ? edge(upper, undefined, behind(upper)) : []),
  ]
}

const last = (bound: Bound) => bound.values.length === 1
const shut = (bound: Bound) => last(bound) && !bound.inclusive
const behind = (bound: Bound): Bound | undefined =>
  last(bound) ? undefined : { values: bound.values.slice(1), inclusive: bound.inclusive }

/** One column between the first values of two bounds: a condition for each type that has room there. */
function spans(column: string, lower?: Bound, upper?: Bound): Condition[] {
  const low = lower?.values[0]
  const high = upper?.values[0]
  const first = low === undefined ? 0 : typeAt(low)
  const end = high === undefined ? types.length - 1 : typeAt(high)
  return types.flatMap(({ name, all }, at) => {
    if (at < first || at > end || (column === '_id' && name !== 'string')) return []
    const open = lower && !(last(lower) && lower.inclusive)
    if (at === first && open && emptyAbove.includes(low)) return []
    const closed = upper && last(upper) && upper.inclusive
    if (at === end && upper && !closed && emptyBelow.includes(high)) return []
    const from = at === first && lower ? { [open ? '$gt' : '$gte']: low } : undefined
    const to = at === end && upper ? { [closed ? '$lte' : '$lt']: high } : undefined
    return [{ [column]: from || to ? { ...from, ...to } : all }]
  })
}

const typeAt = (value: Scalar) => types.findIndex(({ name }) => name === typeof value)
