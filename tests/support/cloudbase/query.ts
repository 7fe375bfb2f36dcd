import type { Index, Shape } from '../../../cloudfunctions/checked'
import type { Flat } from './database'
import { refusals } from './refusal'

type Condition = Record<string, unknown>

// https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/, as far as a document here can hold it.
const kinds = ['nothing', 'number', 'string', 'object', 'list', 'boolean', 'date'] as const
type Kind = (typeof kinds)[number]

function kindOf(value: unknown): Kind {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (value instanceof Date) return 'date'
  const kind = kinds.find((name) => name === typeof value)
  if (!kind) throw refusals.invalid(`a value of type ${typeof value}`)
  return kind
}

/** BSON's order: by type, then by value; texts by their UTF-8 bytes. */
export function compare(left: unknown, right: unknown): number {
  const [a, b] = [kindOf(left), kindOf(right)]
  if (a !== b) return kinds.indexOf(a) - kinds.indexOf(b)
  if (a === 'string') return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)))
  if (a === 'object' || a === 'list') return compare(JSON.stringify(left), JSON.stringify(right))
  return Number(left ?? 0) - Number(right ?? 0)
}

// Compares only within one type, and a list by any of its elements, as the database does.
const within = (test: (order: number) => boolean) => (value: unknown, than: unknown) =>
  candidates(value).some((one) => kindOf(one) === kindOf(than) && test(compare(one, than)))
const candidates = (value: unknown): unknown[] => (Array.isArray(value) ? [...value, value] : [value])
const equal = within((order) => order === 0)

const operators: Record<string, (value: unknown, than: unknown) => boolean> = {
  $eq: equal,
  $ne: (value, than) => !equal(value, than),
  $gt: within((order) => order > 0),
  $gte: within((order) => order >= 0),
  $lt: within((order) => order < 0),
  $lte: within((order) => order <= 0),
  $in: (value, than) => Array.isArray(than) && than.some((one) => equal(value, one)),
  $exists: (value, than) => (value !== undefined) === than,
}

const isCondition = (test: unknown): test is Condition =>
  kindOf(test) === 'object' && Object.keys(test as object).some((key) => key.startsWith('$'))

export function matches(doc: Flat, condition: Condition): boolean {
  return Object.entries(condition).every(([key, test]) => {
    if (key === '$or') return listOf(test).some((one) => matches(doc, one))
    if (key === '$and') return listOf(test).every((one) => matches(doc, one))
    if (key.startsWith('$')) throw refusals.operator(key)
    if (!isCondition(test)) return equal(valueAt(doc, key), test)
    return Object.entries(test).every(([name, than]) => {
      const operator = operators[name]
      if (!operator) throw refusals.operator(name)
      return operator(valueAt(doc, key), than)
    })
  })
}

/** Refuses what `matches` doesn't know, also where there is no document to try it on. */
export function checkOperators(condition: Condition) {
  for (const [key, test] of Object.entries(condition)) {
    if (key === '$or' || key === '$and') for (const one of listOf(test)) checkOperators(one)
    else if (key.startsWith('$')) throw refusals.operator(key)
    else if (isCondition(test))
      for (const name of Object.keys(test)) if (!Object.hasOwn(operators, name)) throw refusals.operator(name)
  }
}

const listOf = (value: unknown): Condition[] => {
  if (!Array.isArray(value) || value.length === 0) throw refusals.invalid('$or and $and take a list')
  return value as Condition[]
}

const valueAt = (doc: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Flat | undefined)?.[key], doc)

export function sorted(docs: Flat[], order: Record<string, number>): Flat[] {
  const columns = Object.entries(order)
  return [...docs].sort((left, right) => {
    for (const [column, direction] of columns) {
      const found = compare(left[column], right[column]) * direction
      if (found !== 0) return found
    }
    return 0
  })
}

/** Refuses a list that no declared index answers in order: equality on its first columns, sorted by all the others. */
export function checkIndexed(shape: Shape, condition: Condition, order: Record<string, number> | undefined) {
  if (!order) throw refusals.operator(`${shape.name}: no order given`)
  const sortedBy = Object.keys(order)
  if (new Set(Object.values(order)).size !== 1) throw refusals.operator(`${shape.name}: two directions`)
  const fixed = Object.keys(condition).filter((key) => !key.startsWith('$') && !isCondition(condition[key]))
  const used = usedIn(condition)
  // Every collection has the index of its ids.
  if (used.every((key) => key === '_id') && sortedBy.join() === '_id') return
  const fits = (index: Index) => {
    const rest = index.columns.filter((column) => !fixed.includes(column))
    const leading = index.columns.slice(0, fixed.length).every((column) => fixed.includes(column))
    const inside = used.every((key) => key === '_id' || index.columns.includes(key))
    // A column that is fixed may be sorted by as well; it changes nothing.
    const by = sortedBy.filter((column) => !fixed.includes(column))
    return leading && inside && [...rest, '_id'].join() === by.join()
  }
  if (![...shape.indexes.values()].some(fits))
    throw refusals.operator(`${shape.name}: no declared index for ${used.join()} by ${sortedBy.join()}`)
}

/** Every field a condition names. */
export const usedIn = (condition: Condition): string[] =>
  Object.entries(condition).flatMap(([key, test]) => (key.startsWith('$') ? listOf(test).flatMap(usedIn) : [key]))
