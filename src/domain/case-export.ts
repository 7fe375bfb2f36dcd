import { numberOf } from './aid-documents'
import type { Aid } from './aid-types'
import { formOf } from './allowances'
import { birthOf, sexOf } from './identity-number'
import type { Part } from './sight'
import { type Day, dayOf, type Instant } from './time'

/**
 * A case for the superior's own system: the columns it asks for, by title, each from one field of ours. What has codes
 * there goes through a table; a value that isn't in its table is told, and its case listed apart.
 */

/** Written as it stands. */
export const plainFields = [
  'number',
  'refusal-number',
  'name',
  'id-number',
  'phone',
  'birth',
  'address',
  'opponents',
  'sent-on',
  'granted-on',
  'refused-on',
  'lawyer',
  'organisation',
  'assigned-on',
  'ended-on',
  'filed-on',
  'reviewed-on',
] as const
/** One of a few values, each with a code of its own there. */
export const codedFields = [
  'sex',
  'language',
  'groups',
  'topic',
  'form',
  'route',
  'organ',
  'ground',
  'stage',
  'result',
] as const
export const exportFields = [...plainFields, ...codedFields] as const
export type ExportField = (typeof exportFields)[number]

export type ExportColumn = { title: string; field: ExportField; codes?: string }
/** `source`: which template it was held against; `toConfirm`: what of it nobody has yet held against one. */
export type ExportMapping = {
  columns: ExportColumn[]
  codes: Record<string, Record<string, string>>
  source: string
  toConfirm?: string
}

export type CaseValues = Partial<Record<ExportField, string[]>>
export type ExportRow = { cells: string[]; unmatched: { title: string; values: string[] }[] }

/** What is known of it, as far as the reader may see: codes as ours, days as 「2026-10-12」. */
export function caseValues(state: Aid, sees: (part: Part) => boolean): CaseValues {
  const { personal, place, topic, route, stage, result, lawyer, decision, refusal, criminal, ended, reviewed } = state
  const { name, idNumber, phone, birth, language } = personal.applicant
  const whole = sees('applicant-contact')
  const born = birth ?? (idNumber && birthOf(idNumber))
  const filed = state.clocks.findLast(({ code }) => code === 'aid.review')?.startedAt
  const on = (at: Instant | undefined): Day | undefined => at && dayOf(at)
  const told: Partial<Record<ExportField, string | undefined>> = {
    number: numberOf(state, 'grant')?.text,
    'refusal-number': numberOf(state, 'refusal')?.text,
    name: sees('applicant-name') ? name : undefined,
    ...(whole && { 'id-number': idNumber, phone, birth: born, address: place.text, language }),
    ...(whole && idNumber && { sex: sexOf(idNumber) }),
    'sent-on': on(state.sentAt),
    'granted-on': on(decision?.at),
    'refused-on': on(refusal?.confirmed?.at),
    lawyer: lawyer?.ref.name,
    organisation: lawyer?.ref.org,
    'assigned-on': on(lawyer?.at),
    'ended-on': ended?.on,
    'filed-on': on(filed),
    'reviewed-on': reviewed?.ok ? on(reviewed.at) : undefined,
    topic,
    form: formOf(state),
    route,
    organ: criminal?.organ,
    ground: criminal?.ground,
    stage,
    result,
  }
  const many: CaseValues = {
    ...(sees('means') && { groups: personal.groups }),
    ...(sees('party-names') && {
      opponents: personal.parties.filter(({ role }) => role === 'opponent').map((party) => party.name),
    }),
  }
  const single = Object.entries(told).flatMap(([field, value]) => (value ? [[field, [value]]] : []))
  return { ...many, ...(Object.fromEntries(single) as CaseValues) }
}

const BETWEEN = '、'

/** A cell a column; where a value isn't in its table the cell stays empty and the column is named. */
export function exportRow(values: CaseValues, { columns, codes }: ExportMapping): ExportRow {
  const row = columns.map(({ title, field, codes: named }) => {
    const all = values[field] ?? []
    const table = named === undefined ? undefined : (codes[named] ?? {})
    if (!table) return { cell: all.join(BETWEEN), unmatched: [] }
    const unmatched = all.filter((value) => !Object.hasOwn(table, value))
    return {
      cell: unmatched.length > 0 ? '' : all.map((value) => table[value] ?? '').join(BETWEEN),
      unmatched: unmatched.length > 0 ? [{ title, values: unmatched }] : [],
    }
  })
  return { cells: row.map(({ cell }) => cell), unmatched: row.flatMap(({ unmatched }) => unmatched) }
}
