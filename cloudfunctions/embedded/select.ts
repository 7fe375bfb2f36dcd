import type { Plan } from '../plan'
import type { Scalar } from '../ports'
import { indexName, quoted, toSql } from './schema'

/** The one statement that answers a planned list, and its values; one document more than asked, to know if more follow. */
export function selectOf(plan: Plan): { sql: string; values: (string | number | Buffer)[] } {
  const { index, rest, fixed, lower, upper, descending, limit } = plan
  const at = index.many ? 'entry' : 'doc'
  const column = (name: string) => `${at}.${quoted(name)}`
  const order = [...rest, '_id'].map(column)
  const values: Scalar[] = [...fixed]
  const conditions = index.columns.slice(0, fixed.length).map((name) => `${column(name)} = ?`)
  for (const [bound, sign] of [[lower, '>'] as const, [upper, '<'] as const]) {
    if (!bound) continue
    const columns = order.slice(0, bound.values.length)
    const tuple = (parts: string[]) => (parts.length === 1 ? parts[0] : `(${parts.join(', ')})`)
    conditions.push(`${tuple(columns)} ${sign}${bound.inclusive ? '=' : ''} ${tuple(columns.map(() => '?'))}`)
    values.push(...bound.values)
  }
  // Named outright: the planner knows neither how many documents there are nor that a page is small.
  const source = index.many
    ? `${indexName(index)} entry CROSS JOIN ${quoted(index.collection)} doc ON doc."_id" = entry."_id"`
    : `${quoted(index.collection)} doc INDEXED BY ${indexName(index)}`
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
  const by = order.map((name) => `${name} ${descending ? 'DESC' : 'ASC'}`).join(', ')
  const sql = `SELECT doc."_id", doc."version", doc."keys", doc."body" FROM ${source}${where} ORDER BY ${by} LIMIT ?`
  return { sql, values: [...values.map(toSql), limit + 1] }
}
