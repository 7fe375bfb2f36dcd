import { hashOf } from './sentences'

/** The recorded prompts on the reviewer's sheet: which are recorded, and who has heard them and found them right. */

/** `where` is the page that plays it. */
export type Prompt = { id: string; where: string; zh: string }
export type PromptFile = {
  id: string
  /** Of the Chinese that it was recorded for. */
  hash: string
  file: string
  seconds: number
  bytes: number
  status: 'draft' | 'reviewed'
  by: string
  on: string
}

export const PROMPT_HEAD = ['录音编号', '在哪一页放', '中文', '录音文件', '审听状态', '审听人', '日期', '备注'] as const
const STATUS = { draft: '没审听', reviewed: '已审听' } as const

export const isHeard = (prompt: Prompt, file: PromptFile | undefined): boolean =>
  file !== undefined &&
  file.status === 'reviewed' &&
  file.hash === hashOf(prompt.zh) &&
  file.by !== '' &&
  file.on !== ''

export function promptLines(prompts: readonly Prompt[], files: readonly PromptFile[]): string[][] {
  const byId = new Map(files.map((file) => [file.id, file]))
  return prompts.map((prompt) => {
    const file = byId.get(prompt.id)
    const stale = file && file.hash !== hashOf(prompt.zh)
    const status = file ? STATUS[isHeard(prompt, file) ? 'reviewed' : 'draft'] : ''
    const note = stale ? '汉字改过了，要重新录。' : file ? `${file.seconds} 秒` : '还没录'
    return [prompt.id, prompt.where, prompt.zh, file?.file ?? '', status, file?.by ?? '', file?.on ?? '', note]
  })
}

type Cell = string | number | boolean | Date | null | undefined
type Read = { files: PromptFile[]; problems: string[]; changed: number }

/** Who has heard what, from the sheet's second page; without that page nothing changes. */
export function takePrompts(
  page: readonly (readonly Cell[])[],
  prompts: readonly Prompt[],
  files: readonly PromptFile[],
  isGoodDay: (day: string) => boolean,
  said: (cell: Cell) => string,
): Read {
  const problems: string[] = []
  const byId = new Map(files.map((file) => [file.id, file]))
  const known = new Map(prompts.map((prompt) => [prompt.id, prompt]))
  let changed = 0
  const [head, ...lines] = page
  if (head && PROMPT_HEAD.some((name, n) => said(head[n]) !== name))
    return { files: [...files], problems: [`「录音」第一行应是：${PROMPT_HEAD.join('、')}。`], changed: 0 }
  for (const [n, line] of lines.entries()) {
    const [id = '', , zh = '', name = '', status = '', by = '', on = ''] = PROMPT_HEAD.map((_, at) => said(line[at]))
    if (!id && !zh) continue
    const wrong = (say: string) => problems.push(`「录音」第 ${n + 2} 行（${id || '没有编号'}）：${say}`)
    const prompt = known.get(id)
    const file = byId.get(id)
    if (!prompt) {
      wrong('没有这个录音编号。')
      continue
    }
    if (!status && !by) continue
    if (status !== STATUS.draft && status !== STATUS.reviewed) {
      wrong(`审听状态只能写「${STATUS.draft}」或「${STATUS.reviewed}」。`)
      continue
    }
    const reviewed = status === STATUS.reviewed
    if (!reviewed && !file) continue
    if (!file) {
      wrong('还没有导入这段录音。')
      continue
    }
    if (reviewed && name !== file.file) wrong('录音换过了，请重新导出，听现在的这一段。')
    if (reviewed && file.hash !== hashOf(prompt.zh)) wrong('汉字改过了，要重新录。')
    if (reviewed && (!by || by.length > 30)) wrong('已审听的要写审听人。')
    if (reviewed && !isGoodDay(on)) wrong('日期写成 2026-11-23 这样，不能晚于今天。')
    const after: PromptFile = { ...file, status: reviewed ? 'reviewed' : 'draft', by, on }
    if (JSON.stringify(after) !== JSON.stringify(file)) changed += 1
    byId.set(id, after)
  }
  return { files: [...byId.values()], problems, changed }
}
