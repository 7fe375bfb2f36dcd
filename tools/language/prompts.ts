import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { parseBuffer } from 'music-metadata'
import type { Prompt, PromptFile } from './prompt-sheet'
import { hashOf } from './sentences'

/** Recordings by the bureau's own people, one file a prompt, named by its id. All of a folder is taken, or nothing. */

export const MANIFEST = 'src/data/prompt-files.json'
export const PROMPTS = 'src/data/prompts.json'
/** Where the files lie that a web build copies; a mini-program's county puts them into its own storage. */
export const FOLDER = 'prompts'

export type Manifest = {
  /** Where the files are: a folder beside the web pages, or an address of the county's own storage. */
  at: string
  files: PromptFile[]
}

// What both WeChat and browsers play. A recording of a sentence is small.
const kinds: Record<string, string> = { 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a', 'audio/x-m4a': 'm4a' }
const MOST_BYTES = 1024 * 1024
const [LEAST_SECONDS, MOST_SECONDS] = [1, 60]

type Found = { file: PromptFile; from: string }
export type Recordings = { ok: true; found: Found[] } | { ok: false; problems: string[] }

/** What lies in the folder, checked by what it is and not by how it is called. */
export async function recordingsIn(folder: string, prompts: readonly Prompt[]): Promise<Recordings> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return { ok: false, problems: [`没有「${folder}」这个文件夹。`] }
  const byId = new Map(prompts.map((prompt) => [prompt.id, prompt]))
  const names = readdirSync(folder).filter((name) => !name.startsWith('.') && !/\.xlsx$/i.test(name))
  const problems: string[] = []
  const found = new Map<string, Found>()
  for (const name of names.sort()) {
    const wrong = (say: string) => problems.push(`${name}：${say}`)
    const id = name.slice(0, name.length - extname(name).length)
    const prompt = byId.get(id)
    const path = join(folder, name)
    if (!prompt) wrong('没有这个录音编号。文件名就是编号，编号在审校表「录音」那一页。')
    else if (found.has(id)) wrong('这个编号有两个文件，留一个。')
    else if (statSync(path).size > MOST_BYTES) wrong('超过 1 MB。用手机录音就够，存成 mp3 或 m4a。')
    else {
      const bytes = readFileSync(path)
      const checked = await soundOf(bytes)
      if (typeof checked === 'string') wrong(checked)
      else {
        const sum = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
        const file = `${id}-${sum}.${checked.kind}`
        const { seconds } = checked
        const rest = { status: 'draft' as const, by: '', on: '' }
        found.set(id, {
          from: path,
          file: { id, hash: hashOf(prompt.zh), file, seconds, bytes: bytes.byteLength, ...rest },
        })
      }
    }
  }
  if (names.length === 0) problems.push('文件夹里没有录音。')
  return problems.length > 0 ? { ok: false, problems } : { ok: true, found: [...found.values()] }
}

async function soundOf(bytes: Buffer): Promise<{ kind: string; seconds: number } | string> {
  const type = await fileTypeFromBuffer(bytes)
  const kind = type && kinds[type.mime]
  if (!type || !kind) return '不是 mp3 或 m4a 录音。改文件名没有用，请另存成 mp3。'
  const read = await parseBuffer(bytes, { mimeType: type.mime, size: bytes.byteLength }, { duration: true }).catch(
    () => undefined,
  )
  const seconds = Math.round((read?.format.duration ?? 0) * 10) / 10
  if (seconds < LEAST_SECONDS) return '打不开，或者不到 1 秒。请重新录。'
  if (seconds > MOST_SECONDS) return `有 ${Math.round(seconds)} 秒，最长 ${MOST_SECONDS} 秒。`
  return { kind, seconds }
}

/** The same recording stays reviewed; another one under the same id has to be heard again. */
export function merged(before: readonly PromptFile[], found: readonly Found[]): PromptFile[] {
  const byId = new Map(before.map((file) => [file.id, file]))
  for (const { file } of found) {
    const known = byId.get(file.id)
    if (known?.file !== file.file || known.hash !== file.hash) byId.set(file.id, file)
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

export function copyTo(folder: string, found: readonly Found[]) {
  mkdirSync(folder, { recursive: true })
  for (const { from, file } of found) copyFileSync(from, join(folder, file.file))
}
