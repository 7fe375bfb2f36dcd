import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FONT, writeFont } from './language/font'
import { isHeard, type Prompt } from './language/prompt-sheet'
import { copyTo, FOLDER, MANIFEST, type Manifest, merged, PROMPTS, recordingsIn } from './language/prompts'
import { coverageOf, orphansOf, ROWS, type Row, readJson, SHOWN, shownOf, writeJson } from './language/reviewed'
import { allSentences, hashOf, type Sentence } from './language/sentences'
import { sheetOf, taken } from './language/sheet'

/**
 * `npm run language`: how much Mongolian is reviewed, a sheet for the reviewer and back, recordings. Whatever changes
 * the reviewed sentences also writes what may be shown and the counts.
 */

const COVERAGE = 'src/data/language-coverage.json'
const BUILT_SITE = 'dist/h5'

type Known = { sentences: Sentence[]; rows: Row[]; prompts: Prompt[]; manifest: Manifest }
type Out = (line: string) => void

/** Said in sentences; anything else that is thrown is a fault. */
class Told extends Error {}

const known = (): Known => ({
  sentences: allSentences(),
  rows: readJson<Row[]>(ROWS),
  prompts: readJson<Prompt[]>(PROMPTS),
  manifest: readJson<Manifest>(MANIFEST),
})

/** What a server answers with: reviewed sentences, and recordings that somebody has heard. */
export const shownNow = ({ sentences, rows, prompts, manifest }: Known) => {
  const byId = new Map(manifest.files.map((file) => [file.id, file]))
  const played = prompts.flatMap((prompt) => {
    const file = byId.get(prompt.id)
    return file && isHeard(prompt, file) ? [{ ...prompt, file: file.file, seconds: file.seconds }] : []
  })
  const table = { rows: shownOf(sentences, rows), at: manifest.at, prompts: played }
  return { version: hashOf(JSON.stringify(table)), ...table }
}

function settle(out: Out) {
  const all = known()
  writeJson(SHOWN, shownNow(all))
  writeFileSync(COVERAGE, `${JSON.stringify(coverageNow(all), null, 1)}\n`)
  tell(all, out)
}

export const coverageNow = ({ sentences, rows, prompts, manifest }: Known) => {
  const byId = new Map(manifest.files.map((file) => [file.id, file]))
  const heard = prompts.filter((prompt) => isHeard(prompt, byId.get(prompt.id))).length
  return {
    rooms: coverageOf(sentences, rows),
    prompts: { wanted: prompts.length, recorded: manifest.files.length, reviewed: heard },
  }
}

/** Counts by room; what grew since the counts were written is told, and never stands in anybody's way. */
function tell(all: Known, out: Out) {
  const { rooms, prompts } = coverageNow(all)
  const before = existsSync(COVERAGE) ? readJson<ReturnType<typeof coverageNow>>(COVERAGE).rooms : []
  const theirs = rooms.filter((room) => room.for === 'resident')
  for (const { room, sentences, reviewed, draft, stale } of theirs) {
    const was = before.find((each) => each.room === room)?.sentences ?? 0
    const grown = sentences === was ? '' : `  ${sentences > was ? '+' : ''}${sentences - was}`
    out(
      `${room.padEnd(22)}${String(reviewed).padStart(5)} of ${String(sentences).padStart(4)}${
        draft + stale > 0 ? `, draft ${draft}, stale ${stale}` : ''
      }${grown}`,
    )
  }
  const sum = (of: (room: (typeof rooms)[number]) => number) => theirs.reduce((total, room) => total + of(room), 0)
  const [reviewed, sentences] = [sum((room) => room.reviewed), sum((room) => room.sentences)]
  const percent = sentences === 0 ? 0 : Math.floor((reviewed / sentences) * 1000) / 10
  out(`Residents read ${sentences} sentences; ${reviewed} are reviewed in Mongolian (${percent} %).`)
  out(`Prompts: ${prompts.reviewed} of ${prompts.wanted} are recorded and heard.`)
  const orphans = orphansOf(all.sentences, all.rows)
  if (orphans.length > 0) out(`No longer said anywhere: ${orphans.join(', ')}`)
}

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

type Command = { usage: string; run: (argument: string, out: Out, rest: string[]) => Promise<void> }
const commands: Record<string, Command> = {
  coverage: {
    usage: 'coverage              counts by room, and writes what may be shown',
    run: async (_, out) => settle(out),
  },
  export: {
    usage: 'export <file.xlsx>    the sheet for the reviewer; --all has the staff’s sentences too',
    run: async (file, out, rest) => {
      if (!/\.xlsx$/i.test(file))
        throw new Told('Name the file that is to be written: npm run language -- export 审校.xlsx')
      const { sentences, rows, prompts, manifest } = known()
      writeFileSync(file, await sheetOf(sentences, rows, prompts, manifest.files, rest.includes('--all')))
      out(`Wrote ${file}.`)
    },
  },
  import: {
    usage: 'import <file.xlsx>    what the reviewer filled in: all of it, or nothing',
    run: async (file, out) => {
      const all = known()
      const read = await taken(bytesOf(file), { ...all, files: all.manifest.files }, today())
      if (!read.ok) throw new Told(['一行也没有导入：', ...read.problems].join('\n'))
      writeJson(ROWS, read.taken.rows)
      writeJson(MANIFEST, { ...all.manifest, files: read.taken.files })
      out(`导入了，改动 ${read.taken.changed} 处。`)
      settle(out)
    },
  },
  prompts: {
    usage: 'prompts <folder>      recordings, each named by its id; --at <address> is where a county keeps them',
    run: async (folder, out, rest) => {
      const { prompts, manifest } = known()
      const read = await recordingsIn(folder, prompts)
      if (!read.ok) throw new Told(['一段也没有导入：', ...read.problems].join('\n'))
      const at = rest.includes('--at') ? addressOf(rest[rest.indexOf('--at') + 1]) : manifest.at
      copyTo(FOLDER, read.found)
      if (existsSync(BUILT_SITE)) copyTo(join(BUILT_SITE, FOLDER), read.found)
      writeJson(MANIFEST, { at, files: merged(manifest.files, read.found) })
      out(`导入了 ${read.found.length} 段录音，放在 ${FOLDER}/。听过、对的，在审校表「录音」那一页写「已审听」再导入。`)
      settle(out)
    },
  },
  font: {
    usage: 'font                  makes the small font anew',
    run: async (_, out) => out(`${FONT}: ${Math.round((await writeFont()) / 1024)} KB`),
  },
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new Told(`没有「${file}」这个文件。`)
  }
}

/** A folder beside the pages, or an address that a phone may fetch from. */
function addressOf(at = ''): string {
  const address = at.endsWith('/') ? at : `${at}/`
  if (address === `${FOLDER}/` || (URL.canParse(address) && /^(https|cloud):$/.test(new URL(address).protocol)))
    return address
  throw new Told(`--at "${at}": an address that begins with https:// or cloud://, or ${FOLDER}/`)
}

/** Answers the exit code. */
export async function language(argv: readonly string[], out: Out = console.log): Promise<number> {
  const [name = 'coverage', argument = '', ...rest] = argv
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    out(['npm run language -- …', ...Object.values(commands).map(({ usage }) => `  ${usage}`)].join('\n'))
    return 1
  }
  try {
    await command.run(argument, out, rest)
    return 0
  } catch (error) {
    if (!(error instanceof Told)) throw error
    out(error.message)
    return 1
  }
}

if (process.argv[1] === import.meta.filename) void language(process.argv.slice(2)).then((code) => process.exit(code))
