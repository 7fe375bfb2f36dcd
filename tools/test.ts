import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, howToInstall } from '../tests/support/chromium'
import { buildIfStale, run, tools } from './run'
import { type Built, h5, weapp } from './stale'

type Outcome = { passed: number; failed: number }
type Heard = (text: string) => void
/** `after`: the step that must have ended before, by its name. */
type Step = { name: string; after?: string; does: (heard: Heard) => Promise<Outcome> }

const REPORTS = join('dist', 'reports')

// A store waits for the disk at every save. Nobody pulls the plug on a test, so its files lie in memory where that has
// room for all of them; what a killed test left there goes when the run ends.
const MEMORY = '/dev/shm'
const ROOM_BYTES = 2 ** 31
const inMemory = existsSync(MEMORY) && statfsSync(MEMORY).bavail * statfsSync(MEMORY).bsize > ROOM_BYTES
const TMPDIR = mkdtempSync(join(inMemory ? MEMORY : tmpdir(), 'law-circle-tests-'))

/** A step that counts no tests of its own is a failed one when it fails, so that the last line never hides it. */
const checked = (code: number): Outcome => ({ passed: 0, failed: code === 0 ? 0 : 1 })

const program = (name: string, [node, script]: [string, string], args: string[], after?: string): Step => ({
  name,
  after,
  does: async (heard) => checked(await run(node, [script, ...args], { heard })),
})

const tests = (name: string, args: string[], env: Record<string, string> = {}, after?: string): Step => ({
  name,
  after,
  does: async (heard) => {
    const report = join(REPORTS, `${name.replace(/\W+/g, '-')}.json`)
    const [node, vitest] = tools.vitest
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await run(node, [vitest, 'run', ...args, ...reporters], {
      env: { ...process.env, TMPDIR, ...env },
      heard,
    })
    if (!existsSync(report)) return checked(code || 1)
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    // A file that does not load fails without a failed test in it.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1) }
  },
})

const build = (built: Built): Step => ({
  name: `build ${built.name}`,
  does: async (heard) => checked(await buildIfStale(built, heard)),
})

/** A part of the browser's files: one browser a part, and in small parts both hands end at nearly the same time. */
const inBrowser = (part: string): Step => ({
  name: `browser ${part}`,
  after: 'build h5',
  does: async (heard) => {
    const args = ['--project', 'browser', `--shard=${part}`, ...ONE_WORKER]
    if (chromium()) return tests(`browser ${part}`, args).does(heard)
    heard(`${howToInstall}\n`)
    return checked(1)
  },
})
const ONE_WORKER = ['--poolOptions.forks.maxForks=1', '--poolOptions.forks.minForks=1']

// The law's days are Shanghai's wherever the machine stands: the rules are run again as if it stood elsewhere. All but
// the tables of who may do what, which are walked on one day.
const rules = readdirSync(join('tests', 'domain'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.endsWith('permission.test.ts'))
  .map((file) => join('tests', 'domain', file))
const rulesIn = (place: string, TZ: string) => tests(`rules in ${place}`, ['--project', 'unit', ...rules], { TZ })

// What takes longest comes first, so that both hands end at nearly the same time.
const steps: Step[] = [
  build(h5),
  program('lint', tools.biome, ['check', '.']),
  program('types', tools.tsc, ['--noEmit']),
  inBrowser('1/3'),
  tests('unit', ['--project', 'unit'], { TZ: 'Asia/Shanghai' }),
  tests('journeys on CloudBase', ['--project', 'journeys'], { JOURNEYS_ON: 'cloudbase' }),
  build(weapp),
  inBrowser('2/3'),
  inBrowser('3/3'),
  tests('journeys', ['--project', 'journeys']),
  tests('weapp', ['--project', 'weapp'], {}, 'build weapp'),
  // The walks have just been run: only their figures are looked at again.
  program('check:weapp', tools.tsx, ['tools/check-weapp.ts', '--walked'], 'weapp'),
  rulesIn('UTC', 'UTC'),
  rulesIn('New York', 'America/New_York'),
  program('check:cloud', tools.tsx, ['tools/check-cloud.ts']),
]

type Row = Outcome & { name: string; seconds: number }

/** Does one step; what it writes is printed whole when it ends. */
async function done({ name, does }: Step): Promise<Row> {
  console.log(`   ${name} …`)
  const started = Date.now()
  const said: string[] = []
  const outcome = await does((text) => said.push(text))
  process.stdout.write(`\n── ${name}\n${said.join('')}`)
  return { name, ...outcome, seconds: (Date.now() - started) / 1000 }
}

/** Two hands for two cores: whichever is free takes the first step that can be done now. */
async function all(): Promise<Row[]> {
  const left = [...steps]
  const rows: Row[] = []
  const inHand = new Set<Promise<unknown>>()
  const ended = (name: string) => rows.some((row) => row.name === name)
  while (left.length > 0 || inHand.size > 0) {
    const next = left.findIndex(({ after }) => !after || ended(after))
    const [step] = next >= 0 && inHand.size < 2 ? left.splice(next, 1) : []
    if (step) {
      const work: Promise<unknown> = done(step)
        .then((row) => rows.push(row))
        .finally(() => inHand.delete(work))
      inHand.add(work)
    } else await Promise.race(inHand)
  }
  return rows
}

async function main() {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  process.on('exit', () => rmSync(TMPDIR, { recursive: true, force: true }))
  // Until everything has ended.
  process.exitCode = 1
  const rows = await all()
  const total = (key: keyof Outcome) => rows.reduce((sum, row) => sum + row[key], 0)
  const line = (cells: string[]) =>
    console.log(
      `${cells[0]?.padEnd(20)}${cells
        .slice(1)
        .map((cell) => cell.padStart(10))
        .join('')}`,
    )
  console.log('')
  line(['step', 'passed', 'failed', 'seconds'])
  for (const { name, passed, failed, seconds } of rows) line([name, `${passed}`, `${failed}`, seconds.toFixed(1)])
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
  process.exitCode = total('failed') === 0 ? 0 : 1
}

void main()
