import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, howToInstall } from '../tests/support/chromium'
import { buildIfStale, run, tools } from './run'
import { h5, weapp } from './stale'

type Outcome = { passed: number; failed: number }
type Step = { name: string; does: () => Promise<Outcome> }

const REPORTS = join('dist', 'reports')

/** A step that counts no tests of its own is a failed one when it fails, so that the last line never hides it. */
const checked = (code: number): Outcome => ({ passed: 0, failed: code === 0 ? 0 : 1 })

const program = (name: string, [node, script]: [string, string], args: string[]): Step => ({
  name,
  does: async () => checked(await run(node, [script, ...args])),
})

const tests = (name: string, args: string[], env: Record<string, string> = {}): Step => ({
  name,
  does: async () => {
    const report = join(REPORTS, `${name.replace(/\W+/g, '-')}.json`)
    const [node, vitest] = tools.vitest
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await run(node, [vitest, 'run', ...args, ...reporters], { env: { ...process.env, ...env } })
    if (!existsSync(report)) return checked(code || 1)
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    // A file that does not load fails without a failed test in it.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1) }
  },
})

const inBrowser: Step = {
  name: 'browser',
  does: async () => {
    if (chromium()) return tests('browser', ['--project', 'browser']).does()
    console.error(howToInstall)
    return checked(1)
  },
}

// The law's days are Shanghai's wherever the machine stands: the rules are run again as if it stood elsewhere.
const steps: Step[] = [
  program('lint', tools.biome, ['check', '.']),
  program('types', tools.tsc, ['--noEmit']),
  tests('unit', ['--project', 'unit'], { TZ: 'Asia/Shanghai' }),
  tests('rules in UTC', ['--project', 'unit', 'tests/domain'], { TZ: 'UTC' }),
  tests('rules in New York', ['--project', 'unit', 'tests/domain'], { TZ: 'America/New_York' }),
  tests('journeys', ['--project', 'journeys']),
  tests('journeys on CloudBase', ['--project', 'journeys'], { JOURNEYS_ON: 'cloudbase' }),
  program('check:cloud', tools.tsx, ['tools/check-cloud.ts']),
  { name: 'build h5', does: async () => checked(await buildIfStale(h5)) },
  { name: 'build weapp', does: async () => checked(await buildIfStale(weapp)) },
  tests('weapp', ['--project', 'weapp']),
  // The walks have just been run: only their figures are looked at again.
  program('check:weapp', tools.tsx, ['tools/check-weapp.ts', '--walked']),
  inBrowser,
]

async function main() {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const rows: (Outcome & { name: string; seconds: number })[] = []
  for (const { name, does } of steps) {
    console.log(`\n── ${name}`)
    const started = Date.now()
    rows.push({ name, ...(await does()), seconds: (Date.now() - started) / 1000 })
  }
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
