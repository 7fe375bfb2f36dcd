import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { Bulletin, SheetFile } from '@/contract/views'
import { bulletinSheet } from '../../cloudfunctions/bulletin-sheet'

/** The spreadsheet, opened again by a reader of its own and held beside what was on the wire. */

const columns: Bulletin['columns'] = [
  { what: 'held', title: '经办', note: '交给这个单位办过的事。' },
  { what: 'resolved', title: '按时办结', note: '时限里办结的。', share: true },
]
const bulletin = (rows: Bulletin['rows']): Bulletin => ({
  month: '2026-10',
  madeAt: '2026-11-02T09:00:00.000+08:00',
  few: 5,
  columns,
  rows,
  total: { held: { n: 9, of: 9 }, resolved: { n: 6, of: 8 } },
})
const water: Bulletin['rows'][number] = {
  unit: { code: 'dept:water', name: '水务局', level: 'department' },
  rank: 1,
  numbers: { held: { n: 9, of: 9 }, resolved: { n: 6, of: 8 } },
}
const opened = async ({ base64 }: SheetFile) => {
  const sheets = await readXlsxFile(Buffer.from(base64, 'base64'))
  const [first, second] = sheets
  return { names: sheets.map(({ sheet }) => sheet), rows: first?.data ?? [], notes: second?.data ?? [] }
}
const column = (head: unknown[] | undefined, title: string) => (head ?? []).indexOf(title)

describe('the spreadsheet', () => {
  it('is named by its month and has every number of the wire in a cell of its own, as a number', async () => {
    const file = await bulletinSheet(bulletin([water]))
    expect([file.name, file.type]).toEqual([
      '2026-10 月度通报.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
    const { names, rows } = await opened(file)
    const [title, head, first, total] = rows
    expect(names).toEqual(['通报', '说明'])
    expect([title?.[0], first?.[0], total?.[0]]).toEqual(['2026\u00a0年\u00a010\u00a0月 月度通报', '水务局', '合计'])
    const cells = (row: unknown[] | undefined) =>
      ['名次', '经办', '按时办结 做到', '按时办结 应做到', '按时办结率'].map((name) => row?.[column(head, name)])
    expect(cells(first)).toEqual([1, 9, 6, 8, 0.75])
    expect(cells(total)).toEqual([null, 9, 6, 8, 0.75])
  })
  it('leaves a rate of nothing and a place that isn’t given empty, not nought', async () => {
    const { rank: _, ...unranked } = { ...water, numbers: { held: { n: 0, of: 0 }, resolved: { n: 0, of: 0 } } }
    const { rows } = await opened(await bulletinSheet(bulletin([unranked])))
    const [, head, first] = rows
    expect(['名次', '按时办结 做到', '按时办结率'].map((name) => first?.[column(head, name)])).toEqual([null, 0, null])
  })
  it('says on a second sheet how each number is counted', async () => {
    const { notes } = await opened(await bulletinSheet(bulletin([water])))
    for (const { title, note } of columns) expect(notes).toContainEqual([title, note])
  })
  it('takes a unit’s name for words, also one that begins like a formula', async () => {
    const named = { ...water, unit: { ...water.unit, name: '=HYPERLINK("http://x")' } }
    const { rows } = await opened(await bulletinSheet(bulletin([named])))
    expect(rows[2]?.[0]).toBe('=HYPERLINK("http://x")')
  })
  it('of three hundred units is under 100 KB as it is sent', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => ({ ...water, unit: { ...water.unit, name: `第${n}嘎查` } }))
    const file = await bulletinSheet(bulletin(rows))
    expect(file.base64.length).toBeLessThan(100 * 1024)
    expect((await opened(file)).rows).toHaveLength(303)
  })
})
