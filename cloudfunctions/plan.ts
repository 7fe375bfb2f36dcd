import { createHash } from 'node:crypto'
import { checkScalar, type Index, type Shapes, shapeIn } from './checked'
import type { Doc, Page, Query, Scalar } from './ports'

/** A place between entries of an index: `values` for the columns after the fixed ones, the last of them the id. */
export type Bound = { values: Scalar[]; inclusive: boolean }

/** A query, checked and made ready for any adapter: fixed leading values, then everything between two bounds. */
export type Plan = {
  index: Index
  fixed: Scalar[]
  /** The columns that order the answer; the id follows them. */
  rest: string[]
  lower?: Bound
  upper?: Bound
  descending: boolean
  limit: number
  mark: string
}

export function planOf(shapes: Shapes, collection: string, query: Query): Plan {
  const index = shapeIn(shapes, collection).indexes.get(query.index)
  if (!index) throw new Error(`undeclared index ${collection}.${query.index}`)
  const place = `list ${collection}.${index.name}`
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > 100)
    throw new Error(`${place}: limit ${query.limit}, 1 to 100 allowed`)
  const order = query.order ?? 'ascending'
  if (order !== 'ascending' && order !== 'descending') throw new Error(`${place}: order is ascending or descending`)
  const fixed = fixedOf(index, query.where, place)
  const rest = index.columns.slice(fixed.length)
  const mark = createHash('sha256')
    .update(JSON.stringify([collection, index.name, order, fixed]))
    .digest('base64url')
  const plan: Plan = {
    index,
    fixed,
    rest,
    descending: order === 'descending',
    limit: query.limit,
    mark: mark.slice(0, 12),
  }
  const { lower, upper } = rangeOf(query.range, rest, place)
  const cursor = query.after === undefined ? undefined : cursorOf(plan, query.after, place)
  return plan.descending
    ? { ...plan, lower, upper: tighter(cursor, upper, -1) }
    : { ...plan, lower: tighter(cursor, lower, 1), upper }
}

function fixedOf(index: Index, where: Query['where'], place: string): Scalar[] {
  const names = Object.keys(where)
  const leading = index.columns.slice(0, names.length)
  if (names.length > index.columns.length || leading.some((column) => !Object.hasOwn(where, column)))
    throw new Error(`${place}: where fixes [${names}], not the first keys of [${index.columns}]`)
  // Without it a document would be listed once for each of its texts.
  if (index.many && names.length === 0) throw new Error(`${place}: where must fix ${index.columns[0]}`)
  return leading.map((column) => checkScalar(`${place}: where ${column}`, where[column]))
}

// A range keeps to its own type, as the document database does: numbers come before texts, texts before booleans.
function rangeOf(range: Query['range'], rest: string[], place: string): { lower?: Bound; upper?: Bound } {
  const given = [range?.from, range?.before].filter((value) => value !== undefined)
  const [first] = given.map((value) => checkScalar(`${place}: range`, value))
  if (first === undefined) return {}
  if (rest.length === 0) throw new Error(`${place}: a range, but where fixes every key of the index`)
  if (given.some((value) => typeof value !== typeof first)) throw new Error(`${place}: range between two types`)
  const floor = typeof first === 'number' ? undefined : typeof first === 'string' ? '' : false
  const ceiling = typeof first === 'number' ? '' : typeof first === 'string' ? false : undefined
  const from = range?.from ?? floor
  const before = range?.before ?? ceiling
  return {
    lower: from === undefined ? undefined : { values: [from], inclusive: true },
    upper: before === undefined ? undefined : { values: [before], inclusive: false },
  }
}

/** A cursor comes from outside: the one error of a query that isn't the programmer's. */
export class BadCursor extends Error {}

function cursorOf(plan: Plan, after: string, place: string): Bound {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(after, 'base64url').toString())
  } catch {
    throw new BadCursor(`${place}: bad cursor`)
  }
  if (!Array.isArray(parts) || typeof parts[0] !== 'string' || typeof parts.at(-1) !== 'string')
    throw new BadCursor(`${place}: bad cursor`)
  const [mark, ...values] = parts
  if (mark !== plan.mark) throw new BadCursor(`${place}: cursor of another collection, index, order or where`)
  if (values.length !== plan.rest.length + 1) throw new BadCursor(`${place}: bad cursor`)
  return { values: values.map((value) => checkScalar(`${place}: cursor`, value)), inclusive: false }
}

/** The bound further along; only one is handed on, so that an index starts where the page starts. */
function tighter(cursor: Bound | undefined, range: Bound | undefined, direction: 1 | -1): Bound | undefined {
  if (!cursor || !range) return cursor ?? range
  const ahead = compareTuples(cursor.values, range.values) * direction
  // Beside a `from` of the same value the cursor lies within the range; beside a `before` it lies outside.
  return ahead > 0 || (ahead === 0 && direction === 1) ? cursor : range
}

/** Cuts one document more than asked into a page, whose cursor names a place and not a document. */
export function pageOf(plan: Plan, docs: Doc[]): Page {
  const shown = docs.slice(0, plan.limit)
  const last = shown.at(-1)
  if (docs.length <= plan.limit || !last) return { docs: shown }
  const values = plan.rest.map((column) => flatValue(last.keys[column]))
  return { docs: shown, next: Buffer.from(JSON.stringify([plan.mark, ...values, last.id])).toString('base64url') }
}

/** A key that was declared after a document was written counts as the empty text, so the document stays listed. */
export function flatValue(value: Scalar | string[] | undefined): Scalar {
  return value === undefined || Array.isArray(value) ? '' : value
}

/** Compares as far as the shorter of the two goes. */
export function compareTuples(left: Scalar[], right: Scalar[]): number {
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at++) {
    const order = compareScalars(left[at] as Scalar, right[at] as Scalar)
    if (order !== 0) return order
  }
  return 0
}

const rank = { number: 0, string: 1, boolean: 2 } as Record<string, number>

function compareScalars(left: Scalar, right: Scalar): number {
  if (left === right) return 0
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right)
  if (typeof left === typeof right) return left < right ? -1 : 1
  return (rank[typeof left] ?? 0) - (rank[typeof right] ?? 0)
}

// By code point, as SQLite's bytes order them; JavaScript's own `<` puts emoji before U+FF01 and its neighbours.
function compareTexts(left: string, right: string): number {
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at++) {
    const difference = left.charCodeAt(at) - right.charCodeAt(at)
    if (difference !== 0) return weight(left.charCodeAt(at)) - weight(right.charCodeAt(at))
  }
  return left.length - right.length
}

const weight = (unit: number) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit)
