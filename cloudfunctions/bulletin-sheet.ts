import type { CellObject } from 'write-excel-file/node'
import type { Bulletin, BulletinNumber, SheetFile } from '@/contract/views'
import { levelTexts, monthText, bulletinWords as words } from '@/words/bulletin'

/** The month as a spreadsheet: the same numbers as on the wire, each in a cell of its own; a rate is worked out there. */

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
type Cell = CellObject | null
type Column = Bulletin['columns'][number]

export async function bulletinSheet({ month, columns, rows, total }: Bulletin): Promise<SheetFile> {
  // It is wanted once a month: nobody else waits for it to load.
  const { default: write } = await import('write-excel-file/node')
  const head = [text(words.unit), text(words.level), text(words.rank), ...columns.flatMap(headOf)]
  const line = (name: string, level: string, rank: number | undefined, numbers: Record<string, BulletinNumber>) => [
    { value: name },
    { value: level },
    rank === undefined ? null : { value: rank, type: Number },
    ...columns.flatMap((column) => cellsOf(column, numbers[column.what])),
  ]
  const data: Cell[][] = [
    [{ value: `${monthText(month)} ${words.title}`, fontWeight: 'bold', fontSize: 14 }],
    head,
    ...rows.map(({ unit, rank, numbers }) => line(unit.name, levelTexts[unit.level] ?? '', rank, numbers)),
    line(words.total, '', undefined, total),
  ]
  const notes: Cell[][] = [
    [{ value: words.scope }],
    ...columns.map(({ title, note = '' }) => [text(title), { value: note }]),
    [{ value: words.totalNote }],
  ]
  const file = write([
    { data, sheet: words.sheet, orientation: 'landscape', stickyRowsCount: 2, columns: [{ width: 22 }, { width: 14 }] },
    { data: notes, sheet: words.notesSheet, columns: [{ width: 18 }, { width: 90 }] },
  ])
  const bytes = await file.toBuffer()
  return { name: words.fileName(month), type: TYPE, base64: bytes.toString('base64') }
}

const text = (value: string): CellObject => ({ value, fontWeight: 'bold' })

const headOf = ({ title, share }: Column): CellObject[] =>
  share ? [`${title} ${words.kept100}`, `${title} ${words.due}`, `${title}${words.rate}`].map(text) : [text(title)]

function cellsOf({ share }: Column, number: BulletinNumber | undefined): Cell[] {
  if (!number) return share ? [null, null, null] : [null]
  const count = (value: number): CellObject => ({ value, type: Number })
  if (!share) return [count(number.n)]
  const rate: Cell = number.of > 0 ? { value: number.n / number.of, type: Number, format: '0.0%' } : null
  return [count(number.n), count(number.of), rate]
}
