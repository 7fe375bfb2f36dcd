import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium as engine } from 'playwright-core'
import { chromium, howToInstall } from '../tests/support/chromium'
import { startServer, type TestServer } from '../tests/support/server'
import { buildIfStale, run } from './run'
import { h5 } from './stale'

// Lighthouse brings two hundred packages, so it has a package.json and a lock of its own.
const HOME = resolve('tools/lighthouse')
const CLI = join(HOME, 'node_modules/lighthouse/cli/index.js')
const NOW = '2026-11-23T10:00:00+08:00'
const AIM = 90

type Page = { name: string; path: string; who?: string }
type Report = {
  runtimeError?: { message: string }
  categories: Record<string, { score: number | null; auditRefs: { id: string }[] }>
  audits: Record<string, { score: number | null; displayValue?: string; details?: { items?: Item[] } }>
}
type Item = { node?: { snippet?: string; explanation?: string } }

/** The pages a resident opens, each by its own address and with nothing of ours in the browser's cache. */
async function pagesOf({ api }: TestServer): Promise<Page[]> {
  const { items } = await api('zhao', 'matter.list', {})
  const id = items.find(({ stage }) => stage === 'in-hand')?.id
  if (!id) throw new Error('The demonstration has nothing in hand for zhao')
  return [
    { name: 'home', path: '/pages/home/index' },
    { name: 'ask', path: '/roles/resident/ask/index' },
    { name: 'report', path: '/roles/resident/report/index' },
    { name: 'track', path: '/pages/track/index' },
    { name: 'home, signed in', path: '/pages/home/index', who: 'zhao' },
    { name: 'apply', path: '/roles/resident/apply/index', who: 'zhao' },
    { name: 'visit', path: '/roles/resident/visit/index', who: 'zhao' },
    { name: 'matter', path: `/pages/matter/index?id=${id}`, who: 'zhao' },
  ]
}

/** Installs it where it is missing; answers the exit code. */
async function install(): Promise<number> {
  if (existsSync(CLI)) return 0
  console.log('Installing lighthouse in tools/lighthouse …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return run(npm, ['ci', '--prefix', HOME, '--ignore-scripts', '--no-audit', '--no-fund'], { quiet: true })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (!address || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

/** The browser's own storage as of somebody who has signed in, or as of nobody; Lighthouse leaves it as it is. */
async function sessionOf({ api, tokenOf }: TestServer, who: string | undefined): Promise<string | undefined> {
  if (!who) return undefined
  const token = await tokenOf(who)
  return JSON.stringify({ data: JSON.stringify({ token, me: await api(token, 'session.me', {}), demo: true }) })
}

const out = (report: Report, category: string) => Math.round((report.categories[category]?.score ?? 0) * 100)

/** What takes points away from accessibility, with the element. */
const wrongIn = ({ categories, audits }: Report): string[] =>
  (categories.accessibility?.auditRefs ?? []).flatMap(({ id }) => {
    const audit = audits[id]
    if (!audit || audit.score === null || audit.score === 1) return []
    return (audit.details?.items ?? [{}]).map(({ node }) => [id, node?.snippet, node?.explanation].join(' ').trim())
  })

const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']
// Lighthouse never scrolls, and takes what lies half under the foot at first for a target too small to press.
const tall = ['mobile', 'width=412', 'height=4000', 'deviceScaleFactor=1.75'].map((each) => `--screenEmulation.${each}`)

/** One look at a page by a Lighthouse of its own; on a busy machine it now and then misses the beginning. */
async function look(url: string, port: number, file: string, how: string[], tries = 2): Promise<Report> {
  rmSync(file, { force: true })
  const always = [`--port=${port}`, '--output=json', `--output-path=${file}`, '--quiet', '--no-enable-error-reporting']
  const code = await run(process.execPath, [CLI, url, ...always, ...how], { quiet: true })
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined
  if (code === 0 && report && !report.runtimeError) return report
  if (tries > 1) return look(url, port, file, how, tries - 1)
  throw new Error(`Lighthouse could not look at ${url}: ${report?.runtimeError?.message ?? `it ended with ${code}`}`)
}

async function measure(server: TestServer, path: string, folder: string): Promise<boolean> {
  const port = await freePort()
  // Lighthouse opens its pages in the browser's own profile, so the session has to lie in that one.
  const context = await engine.launchPersistentContext(join(folder, 'profile'), {
    executablePath: path,
    args: ['--no-sandbox', `--remote-debugging-port=${port}`],
  })
  const page = await context.newPage()
  const file = join(folder, 'report.json')
  let clear = true
  try {
    for (const each of await pagesOf(server)) {
      const session = await sessionOf(server, each.who)
      await page.goto(`${server.url}/health`)
      await page.evaluate((kept) => {
        localStorage.clear()
        if (kept) localStorage.setItem('session', kept)
      }, session)
      const url = `${server.url}/#${each.path}`
      const quick = await look(url, port, file, ['--only-categories=performance,best-practices'])
      const open = await look(url, port, file, ['--only-categories=accessibility', ...tall])
      const scores = [out(quick, 'performance'), out(open, 'accessibility'), out(quick, 'best-practices')]
      const shown = [...scores.map(String), ...times.map((id) => quick.audits[id]?.displayValue ?? '?')]
      console.log(row(each.name, shown))
      for (const wrong of wrongIn(open)) console.log(`  ${wrong}`)
      clear &&= out(open, 'accessibility') === 100
    }
  } finally {
    await context.close()
  }
  return clear
}

const row = (name: string, cells: string[]) => name.padEnd(18) + cells.map((cell) => cell.padEnd(16)).join('')

/** Lighthouse's phone on the real pages; ends with 1 where a page's accessibility is not 100. Times are printed only. */
async function lighthouse(): Promise<number> {
  const path = chromium()
  if (!path) {
    console.error(howToInstall)
    return 1
  }
  for (const code of [await buildIfStale(h5), await install()]) if (code !== 0) return code
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
  const server = await startServer({ now: NOW, county: 'demo', site: 'dist/h5' })
  try {
    console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; a simulated phone on slow 4G`)
    console.log(`Accessibility must be 100; performance aims at ${AIM} and stops nothing`)
    const measured = ['performance', 'accessibility', 'best-practices', 'first paint', 'largest paint', 'blocked']
    console.log(row('', [...measured, 'moved']))
    return (await measure(server, path, folder)) ? 0 : 1
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

void lighthouse().then((code) => process.exit(code))
