import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, howToInstall } from '../tests/support/chromium'
import { buildIfStale, run, tools } from './run'
import { type Built, h5, weapp } from './stale'

type Outcome = { passed: number; failed: number }
type Heard = (text: string) => void
type Step = { name: string; does: (heard: Heard) => Promise<Outcome> }

const REPORTS = join('dist', 'reports')

/** A step that counts no tests of its own is a failed one when it fails, so that the last line never hides it. */
const checked = (code: number): Outcome => ({ passed: 0, failed: code === 0 ? 0 : 1 })

const program = (name: string, [node, script]: [string, string], args: string[]): Step => ({
  name,
  does: async (heard) => checked(await run(node, [script, ...args], { heard })),
})

const tests = (name: string, args: string[], env: Record<string, string> = {}): Step => ({
  name,
  does: async (heard) => {
    const report = join(REPORTS, `${name.replace(/\W+/g, '-')}.json`)
    const [node, vitest] = tools.vitest
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await run(node, [vitest, 'run', ...args, ...reporters], { env: { ...process.env, ...env }, heard })
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

const inBrowser: Step = {
  name: 'browser',
  does: async (heard) => {
    // One browser at a time: the other core is the other lane's, and two browsers make each other's pages late.
    if (chromium()) return tests('browser', ['--project', 'browser', ...ONE_WORKER]).does(heard)
    heard(`${howToInstall}\n`)
    return checked(1)
  },
}
const ONE_WORKER = ['--poolOptions.forks.maxForks=1', '--poolOptions.forks.minForks=1']

// The law's days are Shanghai's wherever the machine stands: the rules are run again as if it stood elsewhere. They
// keep nothing between files, so that a process may take one after the other.
const rulesIn = (place: string, TZ: string) =>
  tests(`rules in ${place}`, ['--project', 'unit', 'tests/domain', '--no-isolate'], { TZ })

// Two lanes for two cores. Within a lane each step waits for the one before; across them none needs another.
const lanes: Step[][] = [
  [build(h5), inBrowser],
  [
    program('lint', tools.biome, ['check', '.']),
    program('types', tools.tsc, ['--noEmit']),
    tests('unit', ['--project', 'unit'], { TZ: 'Asia/Shanghai' }),
    rulesIn('UTC', 'UTC'),
    rulesIn('New York', 'America/New_York'),
    tests('journeys', ['--project', 'journeys']),
    tests('journeys on CloudBase', ['--project', 'journeys'], { JOURNEYS_ON: 'cloudbase' }),
    program('check:cloud', tools.tsx, ['tools/check-cloud.ts']),
    build(weapp),
    tests('weapp', ['--project', 'weapp']),
    // The walks have just been run: only their figures are looked at again.
    program('check:weapp', tools.tsx, ['tools/check-weapp.ts', '--walked']),
  ],
]

type Row = Outcome & { name: string; seconds: number }

/** Does the steps one after the other; what each of them writes is printed whole when it ends. */
async function along(lane: Step[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const { name, does } of lane) {
    console.log(`   ${name} …`)
    const started = Date.now()
    const said: string[] = []
    const outcome = await does((text) => said.push(text))
    process.stdout.write(`\n── ${name}\n${said.join('')}`)
    rows.push({ name, ...outcome, seconds: (Date.now() - started) / 1000 })
  }
  return rows
}

async function main() {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const rows = (await Promise.all(lanes.map(along))).flat()
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
