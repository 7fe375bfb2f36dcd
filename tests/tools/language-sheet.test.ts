import readSheets from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import write from 'write-excel-file/node'
import type { Prompt, PromptFile } from '../../tools/language/prompt-sheet'
import type { Row } from '../../tools/language/reviewed'
import { hashOf, sentencesIn } from '../../tools/language/sentences'
import { isDay, MOST_BYTES, sheetOf, taken } from '../../tools/language/sheet'

/** The reviewer's sheet, written, opened by a reader of its own, filled in and taken back. */

const TODAY = '2026-11-23'
const sentences = [
  ...sentencesIn(
    'home',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code to be read
    "export const homeWords = { ask: '问律师', what: '8\u00a0分钟', by: (name) => `${name} 在办的事` }",
  ),
  ...sentencesIn('centre', "export const centreWords = { a: '派给谁' }"),
]
const prompts: Prompt[] = [{ id: 'home.ask', where: 'pages/home/index', zh: '问律师，不要钱。' }]
const sound: PromptFile = {
  ...{ id: 'home.ask', hash: hashOf('问律师，不要钱。'), file: 'home.ask-0123456789ab.mp3', seconds: 3, bytes: 9 },
  ...{ status: 'draft', by: '', on: '' },
}
const known = (rows: Row[] = [], files: PromptFile[] = []) => ({ sentences, rows, prompts, files })

type Line = (string | null)[]
async function pages(rows: Row[] = [], files: PromptFile[] = [], all = false) {
  const sheets = await readSheets(await sheetOf(sentences, rows, prompts, files, all))
  return sheets.map(({ sheet, data }) => ({ sheet, data: data as Line[] }))
}
const put = (sheets: { sheet: string; data: Line[] }[]): Promise<Buffer> =>
  write(
    sheets.map(({ sheet, data }) => ({
      sheet,
      data: data.map((line) => line.map((value) => (value === null ? null : { value, type: String }))),
    })),
  ).toBuffer()

/** The sheet as it came back with these cells filled in: key → text, status, by, day. */
async function filled(cells: Record<string, Line>, change: (lines: Line[]) => Line[] = (lines) => lines) {
  const [first, second] = await pages()
  const data = (first?.data ?? []).map((line) => {
    const cell = cells[line[0] ?? '']
    return cell ? [...line.slice(0, 3), ...cell] : line
  })
  return put([
    { sheet: '句子', data: change(data) },
    { sheet: '录音', data: second?.data ?? [] },
  ])
}
const problems = async (bytes: Buffer, rows: Row[] = []) => {
  const read = await taken(bytes, known(rows), TODAY)
  return read.ok ? [] : read.problems
}
const good = { 'home.ts#homeWords.ask': ['ᠠᠡᠢ', '已审', '乌云', '2026-11-20', ''] }

describe('the sheet goes out', () => {
  it('with a line for every sentence that residents read, the staff’s only where asked for', async () => {
    const [first] = await pages()
    expect(first?.data[0]).toEqual(['编号', '场景', '中文', '蒙古文', '审校状态', '审校人', '日期', '备注'])
    expect(first?.data.slice(1).map(([key]) => key)).toEqual([
      'home.ts#homeWords.ask',
      'home.ts#homeWords.what',
      'home.ts#homeWords.by',
    ])
    const [whole] = await pages([], [], true)
    expect(whole?.data).toHaveLength(5)
  })
  it('a sentence whose Chinese has changed comes out as a draft that says what it was', async () => {
    const before: Row = {
      ...{ key: 'home.ts#homeWords.ask', zh: '找律师', hash: hashOf('找律师'), text: 'ᠠ', status: 'reviewed' },
      ...{ by: '乌云', on: '2026-10-01' },
    }
    const [first] = await pages([before])
    expect(first?.data[1]?.slice(3, 5)).toEqual(['ᠠ', '草稿'])
    expect(first?.data[1]?.[7]).toContain('找律师')
  })
})

describe('the sheet comes back', () => {
  it('untouched it changes nothing', async () => {
    const read = await taken(await filled({}), known(), TODAY)
    expect(read).toMatchObject({ ok: true, taken: { rows: [], changed: 0 } })
  })
  it('what is reviewed is kept with its reviewer, day and the hash of the Chinese of today', async () => {
    const read = await taken(await filled(good), known(), TODAY)
    if (!read.ok) throw new Error(read.problems.join())
    expect(read.taken.rows).toEqual([
      {
        ...{ key: 'home.ts#homeWords.ask', zh: '问律师', hash: hashOf('问律师'), text: 'ᠠᠡᠢ', status: 'reviewed' },
        ...{ by: '乌云', on: '2026-11-20' },
      },
    ])
  })
  it('a hard space that a spreadsheet made plain is no change of the Chinese', async () => {
    const cells = { 'home.ts#homeWords.what': ['ᠠ', '草稿', '', '', ''] }
    const plain = await filled(cells, (lines) =>
      lines.map((line) => line.map((each) => each?.replace('\u00a0', ' ') ?? null)),
    )
    expect(await problems(plain)).toEqual([])
  })
  it('an emptied cell takes the sentence back', async () => {
    const first = await taken(await filled(good), known(), TODAY)
    const rows = first.ok ? first.taken.rows : []
    const read = await taken(await filled({}), known(rows), TODAY)
    expect(read).toMatchObject({ ok: true, taken: { rows: [], changed: 1 } })
  })
  it('one bad line and nothing is taken: each is told with its line and what to do', async () => {
    const bad = { ...good, 'home.ts#homeWords.by': ['ᠠ', '已审', '乌云', '2026-11-20', ''] }
    const said = await problems(await filled(bad))
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^第 4 行（home\.ts#homeWords\.by）：缺 \{name\}/)
  })
  const one = (line: Line) => filled({ 'home.ts#homeWords.ask': line })
  it.each<[string, Line]>([
    ['西里尔', ['Асуух', '已审', '乌云', '2026-11-20', '']],
    ['只能写', ['ᠠ', '好了', '乌云', '2026-11-20', '']],
    ['要写审校人', ['ᠠ', '已审', '', '2026-11-20', '']],
    ['日期', ['ᠠ', '已审', '乌云', '', '']],
    ['日期', ['ᠠ', '已审', '乌云', '2026-02-30', '']],
    ['日期', ['ᠠ', '已审', '乌云', '2026-11-24', '']],
    ['是空的', ['', '已审', '乌云', '2026-11-20', '']],
  ])('refuses what it can’t take: %s', async (say, line) => {
    expect((await problems(await one(line))).join()).toContain(say)
  })
  it('refuses unknown and doubled numbers, and Chinese that isn’t today’s', async () => {
    const add = (line: Line) => filled({}, (lines) => [...lines, line])
    expect((await problems(await add(['home.ts#gone', '', '没了', 'ᠠ', '草稿', '', '', '']))).join()).toContain(
      '没有这个编号',
    )
    const double = ['home.ts#homeWords.ask', '', '问律师', 'ᠠ', '草稿', '', '', '']
    expect((await problems(await add(double))).join()).toContain('出现了两次')
    const other = await filled(good, (lines) =>
      lines.map((line) => line.map((cell) => (cell === '问律师' ? '问问律师' : cell))),
    )
    expect((await problems(other)).join()).toContain('重新导出')
  })
  it('refuses what is no such sheet', async () => {
    expect((await problems(Buffer.from('a,b,c'))).join()).toContain('不是 .xlsx')
    expect((await problems(await put([{ sheet: '别的', data: [['编号']] }]))).join()).toContain('没有「句子」')
    expect((await problems(await put([{ sheet: '句子', data: [['编号', '中文']] }]))).join()).toContain('第一行应是')
    expect((await problems(Buffer.alloc(MOST_BYTES + 1))).join()).toContain('10 MB')
  })
  it('a day is a day of the calendar and not after today', () => {
    expect(['2026-11-23', '2028-02-29', '2026-11-31', '23.11.2026', ''].map((day) => isDay(day, '2026-11-23'))).toEqual(
      [true, false, false, false, false],
    )
  })
})

describe('the recordings’ page', () => {
  const heard = async (files: PromptFile[], line: Line) => {
    const [first, second] = await pages([], files)
    const data = (second?.data ?? []).map((each, n) => (n === 1 ? [...each.slice(0, 4), ...line] : each))
    return taken(
      await put([
        { sheet: '句子', data: first?.data ?? [] },
        { sheet: '录音', data },
      ]),
      known([], files),
      TODAY,
    )
  }
  it('says who heard a recording and found it right', async () => {
    const read = await heard([sound], ['已审听', '乌云', '2026-11-20', ''])
    expect(read).toMatchObject({ ok: true, taken: { files: [{ status: 'reviewed', by: '乌云' }], changed: 1 } })
  })
  it('nobody hears what isn’t recorded, or what was recorded for other words', async () => {
    expect(await heard([], ['已审听', '乌云', '2026-11-20', ''])).toMatchObject({ ok: false })
    expect(await heard([{ ...sound, hash: hashOf('别的') }], ['已审听', '乌云', '2026-11-20', ''])).toMatchObject({
      ok: false,
    })
    expect(await heard([sound], ['已审听', '', '2026-11-20', ''])).toMatchObject({ ok: false })
  })
})
