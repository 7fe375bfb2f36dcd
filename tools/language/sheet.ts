import read from 'read-excel-file/node'
import write from 'write-excel-file/node'
import { placeholdersOf, tidied, wrongWith } from './checks'
import { PROMPT_HEAD, type Prompt, type PromptFile, promptLines, takePrompts } from './prompt-sheet'
import { type Row, standingOf } from './reviewed'
import { isForStaff, titleOf } from './rooms'
import type { Sentence } from './sentences'

/** The sheet for the bureau's reviewer, out and back in. What comes back is taken whole or not at all. */

const HEAD = ['编号', '场景', '中文', '蒙古文', '审校状态', '审校人', '日期', '备注'] as const
const SENTENCES = '句子'
const PROMPTS = '录音'
const STATUS = { draft: '草稿', reviewed: '已审' } as const
export const MOST_BYTES = 10 * 1024 * 1024
const MOST_NAME = 30
const MOST_NOTE = 200
const MOST_SAID = 40

type Cell = string | number | boolean | Date | null | undefined
export type Taken = { rows: Row[]; files: PromptFile[]; changed: number }
export type Result = { ok: true; taken: Taken } | { ok: false; problems: string[] }

const sceneOf = ({ room, zh }: Sentence): string => {
  const parts = placeholdersOf(zh)
  const who = isForStaff(room) ? '（工作人员看）' : ''
  return `${titleOf(room)}${who}${parts.length > 0 ? `，{ } 里的由系统填，原样留着` : ''}`
}

/** The workbook: every sentence of the residents, with `all` the staff's as well; a second page for the recordings. */
export async function sheetOf(
  sentences: readonly Sentence[],
  rows: readonly Row[],
  prompts: readonly Prompt[],
  files: readonly PromptFile[],
  all = false,
): Promise<Buffer> {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const text = (value: string) => ({ value, type: String, wrap: true })
  const head = (names: readonly string[]) => names.map((value) => ({ value, fontWeight: 'bold' as const }))
  const lines = sentences
    .filter(({ room }) => all || !isForStaff(room))
    .map((sentence) => {
      const row = byKey.get(sentence.key)
      const stale = standingOf(sentence, row) === 'stale'
      const note = stale ? `汉字改过了，请再看一遍。原来是：${row?.zh ?? ''}` : (row?.note ?? '')
      const status = row ? (stale ? STATUS.draft : STATUS[row.status]) : ''
      return [sentence.key, sceneOf(sentence), sentence.zh, row?.text ?? '', status, row?.by ?? '', row?.on ?? '', note]
    })
  const widths = (...each: number[]) => each.map((width) => ({ width }))
  const file = write([
    {
      data: [head(HEAD), ...lines.map((line) => line.map(text))],
      sheet: SENTENCES,
      stickyRowsCount: 1,
      columns: widths(34, 20, 44, 44, 10, 12, 12, 30),
    },
    {
      data: [head(PROMPT_HEAD), ...promptLines(prompts, files).map((line) => line.map(text))],
      sheet: PROMPTS,
      stickyRowsCount: 1,
      columns: widths(22, 24, 60, 24, 10, 12, 12, 30),
    },
  ])
  return file.toBuffer()
}

const said = (cell: Cell): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : tidied(String(cell))
}
/** Excel and people turn a hard space into a plain one. */
const alike = (zh: string): string => zh.replace(/[\s\u00a0]+/g, ' ').trim()

/** A day that exists and isn't after today. */
export const isDay = (day: string, today: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day && day <= today
}

/** What came back, or what is wrong with it row by row. `today` is YYYY-MM-DD. */
export async function taken(
  bytes: Buffer,
  known: {
    sentences: readonly Sentence[]
    rows: readonly Row[]
    prompts: readonly Prompt[]
    files: readonly PromptFile[]
  },
  today: string,
): Promise<Result> {
  if (bytes.byteLength > MOST_BYTES) return { ok: false, problems: ['文件超过 10 MB，不像是审校表。'] }
  const sheets = await read(bytes).catch(() => undefined)
  if (!sheets) return { ok: false, problems: ['打不开：不是 .xlsx 表格。请用 Excel 或 WPS 另存为 .xlsx。'] }
  const page = sheets.find(({ sheet }) => sheet === SENTENCES)
  const recordings = sheets.find(({ sheet }) => sheet === PROMPTS)
  if (!page) return { ok: false, problems: [`没有「${SENTENCES}」这一页。请在导出的表上填，不要改页名。`] }
  const [head = [], ...lines] = page.data as Cell[][]
  if (HEAD.some((name, n) => said(head[n]) !== name))
    return { ok: false, problems: [`第一行应是：${HEAD.join('、')}。请不要改、不要移列。`] }

  const problems: string[] = []
  const byKey = new Map(known.rows.map((row) => [row.key, row]))
  const sentences = new Map(known.sentences.map((sentence) => [sentence.key, sentence]))
  const seen = new Set<string>()
  let changed = 0
  for (const [n, line] of lines.entries()) {
    const [key = '', , zh = '', text = '', status = '', by = '', on = '', note = ''] = HEAD.map((_, at) =>
      said(line[at]),
    )
    if (!key && !text && !zh) continue
    const wrong = (say: string) => problems.push(`第 ${n + 2} 行（${key || '没有编号'}）：${say}`)
    const sentence = sentences.get(key)
    if (!sentence) {
      wrong('没有这个编号。请不要改编号；可能这句已经去掉了，重新导出一份再填。')
      continue
    }
    if (seen.has(key)) wrong('这个编号出现了两次，留一行。')
    seen.add(key)
    if (alike(zh) !== alike(sentence.zh)) {
      wrong(`汉字和现在的不一样了，现在是「${sentence.zh}」。请重新导出，对着现在的汉字审。`)
      continue
    }
    const before = byKey.get(key)
    if (!text) {
      if (status || by) wrong('蒙古文是空的，却写了审校状态或审校人。')
      else if (before) {
        byKey.delete(key)
        changed += 1
      }
      continue
    }
    for (const say of wrongWith(text, sentence.zh)) wrong(say)
    if (status !== STATUS.draft && status !== STATUS.reviewed) {
      wrong(`审校状态只能写「${STATUS.draft}」或「${STATUS.reviewed}」。`)
      continue
    }
    const reviewed = status === STATUS.reviewed
    if (reviewed && !by) wrong('已审的要写审校人。')
    if (by.length > MOST_NAME || note.length > MOST_NOTE) wrong('审校人或备注太长。')
    if ((reviewed || on) && !isDay(on, today)) wrong('日期写成 2026-11-23 这样，不能晚于今天。')
    const row: Row = {
      ...{ key, zh: sentence.zh, hash: sentence.hash, text, status: reviewed ? 'reviewed' : 'draft', by, on },
      ...(note && !note.startsWith('汉字改过了') && { note }),
    }
    if (JSON.stringify(before) !== JSON.stringify(row)) changed += 1
    byKey.set(key, row)
  }
  const files = takePrompts(
    (recordings?.data ?? []) as Cell[][],
    known.prompts,
    known.files,
    (day) => isDay(day, today),
    said,
  )
  problems.push(...files.problems)
  if (problems.length > 0) {
    const more = problems.length - MOST_SAID
    return { ok: false, problems: more > 0 ? [...problems.slice(0, MOST_SAID), `还有 ${more} 处。`] : problems }
  }
  const rows = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  return { ok: true, taken: { rows, files: files.files, changed: changed + files.changed } }
}
