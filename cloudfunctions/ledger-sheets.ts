import type { CellObject } from 'write-excel-file/node'
import type { RegisterView } from '@/contract/ledger-views'
import type { AllowanceRate, Allowances } from '@/domain/allowances'
import type { ExportMapping, ExportRow } from '@/domain/case-export'
import { dayOf, type Instant } from '@/domain/time'
import { resultTexts, topicText } from '@/words/aid'
import {
  allowanceWords,
  formTexts,
  numberStateTexts,
  numberWords,
  ownText,
  stageTexts,
  superiorWords,
} from '@/words/ledger'

/** The centre's books as spreadsheets: a sum is a number, everything else plain text, so that no cell is a formula. */

type Cell = CellObject | null
type Sheet = { data: Cell[][]; sheet: string; columns: { width: number }[]; stickyRowsCount?: number }
type Said = { at: Instant; by: string }

const head = (value: string): CellObject => ({ value, fontWeight: 'bold' })
const text = (value: string | undefined): Cell => (value ? { value, type: String, wrap: true } : null)
const count = (value: number): Cell => ({ value, type: Number })
const yuan = (fen: number | undefined): Cell =>
  fen === undefined ? null : { value: fen / 100, type: Number, format: '0.00' }
const notes = (sheet: string, lines: readonly string[]): Sheet => ({
  sheet,
  data: lines.map((line) => [text(line)]),
  columns: [{ width: 110 }],
})

async function written(sheets: Sheet[]): Promise<Uint8Array> {
  // It is wanted seldom: nobody else waits for it to load.
  const { default: write } = await import('write-excel-file/node')
  return new Uint8Array(await write(sheets).toBuffer())
}

/** A line a case, then by lawyer, then what it was counted by. */
export function allowanceSheet(found: Allowances, rates: readonly AllowanceRate[], { at, by }: Said) {
  const words = allowanceWords
  const lines = found.lines.map(
    ({ no, lawyer, form, stage, topic, result, endedOn, filedOn, reviewedAt, fen }, n): Cell[] => [
      count(n + 1),
      text(no ?? words.noNumber),
      text(lawyer.name),
      text(lawyer.org),
      text(formTexts[form]),
      text(stage && stageTexts[stage]),
      text(topicText(topic)),
      text(resultTexts[result] ?? result),
      text(endedOn),
      text(filedOn),
      text(dayOf(reviewedAt)),
      yuan(fen),
      text(fen === undefined ? words.unsetMark : undefined),
    ],
  )
  const empty = (n: number): Cell[] => Array.from({ length: n }, () => null)
  const sums = found.lawyers.map(({ lawyer, cases, fen, unset }) => [
    text(lawyer.name),
    text(lawyer.org),
    count(cases),
    yuan(fen),
    count(unset),
  ])
  return written([
    {
      sheet: words.sheets.lines,
      data: [words.heads.map(head), ...lines, [head(words.total), ...empty(10), yuan(found.fen), null]],
      columns: words.heads.map(() => ({ width: 18 })),
      stickyRowsCount: 1,
    },
    {
      sheet: words.sheets.lawyers,
      data: [
        words.lawyerHeads.map(head),
        ...sums,
        [head(words.total), null, count(found.cases), yuan(found.fen), count(found.unset)],
      ],
      columns: words.lawyerHeads.map(() => ({ width: 20 })),
      stickyRowsCount: 1,
    },
    notes(words.sheets.notes, [
      ...words.notes(at, by, found.cases),
      ...(rates.length > 0 ? rates.map(words.rate) : [words.ratesNone]),
    ]),
  ])
}

export function numbersSheet({ rows }: Pick<RegisterView, 'rows'>, summary: readonly string[]) {
  const words = numberWords
  const lines = rows.map(({ n, text: no, at, title, stageText, state, cancelled }): Cell[] => [
    count(n),
    text(no),
    text(at && dayOf(at)),
    text(title),
    text(stageText),
    text(numberStateTexts[state]),
    text(cancelled && dayOf(cancelled.at)),
    text(cancelled?.by),
    text(cancelled?.why),
  ])
  return written([
    {
      sheet: words.sheet,
      data: [words.heads.map(head), ...lines],
      columns: words.heads.map(() => ({ width: 20 })),
      stickyRowsCount: 1,
    },
    notes(allowanceWords.sheets.notes, summary),
  ])
}

/** What has a code for everything, then what hasn't, whole, with the columns that lack one. */
export function exportSheet(
  rows: readonly ExportRow[],
  { columns, source, toConfirm }: ExportMapping,
  said: readonly string[],
) {
  const words = superiorWords
  const heads = columns.map(({ title }) => head(title))
  const width = columns.map(() => ({ width: 18 }))
  const fieldOf = (title: string) => columns.find((column) => column.title === title)?.field
  const why = ({ unmatched }: ExportRow) =>
    words.apart(
      unmatched.map(({ title, values }) => {
        const field = fieldOf(title)
        return { title, texts: values.map((value) => (field ? ownText(field, value) : value)) }
      }),
    )
  const good = rows.filter(({ unmatched }) => unmatched.length === 0)
  const apart = rows.filter(({ unmatched }) => unmatched.length > 0)
  return written([
    {
      sheet: words.sheets.cases,
      data: [heads, ...good.map(({ cells }) => cells.map(text))],
      columns: width,
      stickyRowsCount: 1,
    },
    {
      sheet: words.sheets.apart,
      data: [[head(words.apartHead), ...heads], ...apart.map((row) => [text(why(row)), ...row.cells.map(text)])],
      columns: [{ width: 40 }, ...width],
      stickyRowsCount: 1,
    },
    notes(words.sheets.notes, [...said, source, ...(toConfirm ? [toConfirm] : [])]),
  ])
}
