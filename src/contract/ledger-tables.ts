import * as v from 'valibot'
import groups from '@/data/groups.json'
import { aidForms, closeResults, noticeGrounds, organs } from '@/domain/aid-turn-types'
import { type AllowanceRate, allowanceForms } from '@/domain/allowances'
import { codedFields, type ExportField, type ExportMapping, exportFields } from '@/domain/case-export'
import type { Problem } from './check'
import { day, list, oneOf, text, topics } from './fields'

/** The county's two tables: what it pays for a case, and how its cases are written for the superior's system. */

const fen = (yuan: number) => Number.isInteger(Math.round(yuan * 1e6) / 1e4)

const rate = v.object(
  {
    form: oneOf(...allowanceForms),
    stage: v.optional(oneOf(...organs)),
    result: v.optional(oneOf(...closeResults)),
    yuan: v.pipe(
      v.number('wrong-type'),
      v.minValue(0, 'too-small'),
      v.maxValue(1_000_000, 'too-large'),
      v.check(fen, 'not-fen'),
    ),
    since: day,
    source: text(200),
  },
  'wrong-type',
)
export const rates = list(rate, 300)
export const allowanceTable = v.object({ allowances: rates }, 'wrong-type')

/** Two rows for the same from the same day; a stage where there is none. */
export function rateProblems(rates: readonly AllowanceRate[]): Problem[] {
  const seen = new Set<string>()
  return rates.flatMap(({ form, stage, result, since }, n) => {
    const key = [form, stage, result, since].join('|')
    const twice = seen.has(key)
    seen.add(key)
    return [
      ...(twice ? [{ field: `allowances.${n}`, code: 'duplicate' }] : []),
      ...(stage && form !== 'criminal' ? [{ field: `allowances.${n}.stage`, code: 'only-criminal' }] : []),
    ]
  })
}

// A title may be the name of a table's row, so anything that isn't empty or hostile goes.
const codes = v.record(text(60), v.record(text(60), text(60, 0)), 'wrong-type')
export const mapping = v.object(
  {
    columns: v.pipe(
      list(v.object({ title: text(40), field: oneOf(...exportFields), codes: v.optional(text(60)) }, 'wrong-type'), 80),
      v.minLength(1, 'missing'),
    ),
    codes: v.optional(codes, {}),
    source: text(300),
    toConfirm: v.optional(text(300)),
  },
  'wrong-type',
)
export const mappingTable = v.object({ superiorExport: mapping }, 'wrong-type')

// What each coded field may say here; stages and groups grow, so theirs are not listed.
const ours: Partial<Record<ExportField, readonly string[]>> = {
  sex: ['male', 'female'],
  language: ['zh', 'mn'],
  groups: Object.keys(groups.values),
  topic: topics,
  form: [...aidForms, 'criminal', 'agency'],
  route: ['promise', 'proof'],
  organ: organs,
  ground: noticeGrounds,
  result: closeResults,
}

/** A title twice, a table that isn't there, a coded field without one, a value that no case of ours ever has. */
export function mappingProblems({ columns, codes }: ExportMapping): Problem[] {
  const at = (path: string, code: string): Problem => ({ field: `superiorExport.${path}`, code })
  const coded = (field: ExportField) => (codedFields as readonly string[]).includes(field)
  return columns.flatMap(({ title, field, codes: named }, n) => {
    const first = columns.findIndex((other) => other.title === title)
    const table = named === undefined ? undefined : codes[named]
    const known = ours[field]
    return [
      ...(first < n ? [at(`columns.${n}.title`, 'duplicate')] : []),
      ...(coded(field) && named === undefined ? [at(`columns.${n}.codes`, 'missing')] : []),
      ...(!coded(field) && named !== undefined ? [at(`columns.${n}.codes`, 'no-codes')] : []),
      ...(named !== undefined && !table ? [at(`columns.${n}.codes`, 'unknown-codes')] : []),
      ...(table && known && columns.findIndex((other) => other.codes === named) === n
        ? Object.keys(table)
            .filter((value) => !known.includes(value))
            .map((value) => at(`codes.${named}.${value}`, 'not-an-option'))
        : []),
    ]
  })
}
