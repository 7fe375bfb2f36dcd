import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileWxml, compileWxss, filesOf } from '../tests/weapp/harness/wxml'
import { measured } from './check-weapp/measured'
import { installOfficial, officially, refusesWrong } from './check-weapp/official'
import { type Package, packagesIn } from './check-weapp/sizes'
import { carried } from './check-weapp/staff-words'
import { buildIfStale, run, tools } from './run'
import { weapp } from './stale'

const BUILD = 'dist/weapp'
const KB = 1024

/** Packages of pages that residents open; every other one is somebody's desk. */
const HERS: readonly string[] = ['roles/resident', 'roles/privacy', 'roles/language', 'roles/classes']

/** WeChat takes 2 MB a package and 2 MB preloaded a page; the rest are our own, far below WeChat's. */
const limits = {
  main: 500 * KB,
  subpackage: 400 * KB,
  total: 2048 * KB,
  preload: 2048 * KB,
  setData: 32 * KB,
  nodes: 1000,
  depth: 30,
}

type Row = { what: string; figure: string; limit: string; ok: boolean }

const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`
const bounded = (what: string, value: number, most: number, shown: (value: number) => string = String): Row => ({
  what,
  figure: shown(value),
  limit: `≤ ${shown(most)}`,
  ok: value <= most,
})
const held = (what: string, wrong: readonly string[], limit: string): Row => ({
  what,
  figure: wrong.length === 0 ? 'none' : wrong.slice(0, 3).join('; '),
  limit,
  ok: wrong.length === 0,
})

function sizes(packages: readonly Package[]): Row[] {
  const { preloadRule = {} } = JSON.parse(readFileSync(join(BUILD, 'app.json'), 'utf8')) as {
    preloadRule?: Record<string, { packages: string[] }>
  }
  const sizeOf = (name: string) => packages.find((each) => each.name === name)?.bytes ?? Number.POSITIVE_INFINITY
  return [
    ...packages.map(({ name, bytes }) => bounded(name, bytes, name === 'main' ? limits.main : limits.subpackage, kb)),
    bounded(
      'all packages',
      packages.reduce((sum, { bytes }) => sum + bytes, 0),
      limits.total,
      kb,
    ),
    ...Object.entries(preloadRule).map(([page, rule]) =>
      bounded(
        `preloaded on ${page}`,
        rule.packages.reduce((sum, name) => sum + sizeOf(name), 0),
        limits.preload,
        kb,
      ),
    ),
  ]
}

function compiled(): Row[] {
  const attempt = (what: string, does: () => number): Row => {
    try {
      return { what, figure: `${does()} files`, limit: 'all', ok: true }
    } catch (error) {
      return { what, figure: error instanceof Error ? error.message : String(error), limit: 'all', ok: false }
    }
  }
  return [
    attempt('WXML through WeChat’s wcc', () => {
      compileWxml(BUILD)
      return filesOf(BUILD, '.wxml').length
    }),
    attempt('WXSS through WeChat’s wcsc', () => compileWxss(BUILD)),
  ]
}

// The build compresses by itself, before WeChat's tool sees it; these three are about that tool's own settings.
const compressedBefore = new Set(['JS_COMPRESS_OPEN', 'WXML_COMPRESS_OPEN', 'WXSS_COMPRESS_OPEN'])

async function officialRows(): Promise<Row[]> {
  if ((await installOfficial()) !== 0) return [held('miniprogram-ci', ['cannot be installed'], 'installed')]
  const said = await officially(BUILD)
  if ('refused' in said) return [held('app.json, by miniprogram-ci', [said.refused], 'accepted')]
  const wrong = said.quality.filter(({ name, success }) => !success && !compressedBefore.has(name))
  return [
    held('app.json, by miniprogram-ci', [], 'accepted'),
    held(
      'code quality, by miniprogram-ci',
      wrong.map(({ name }) => name),
      `${said.quality.length} items`,
    ),
    held('a wrong app.json', (await refusesWrong(BUILD)) ? [] : ['accepted'], 'refused'),
  ]
}

function walked(): Row[] {
  const report = measured()
  if (!report) return [held('the walks through the built app', ['not run'], 'run')]
  const { pages, phones } = report
  const top = (key: 'mostBytes' | 'nodes' | 'depth') => pages.reduce((a, b) => (b[key] > a[key] ? b : a))
  const [bytes, nodes, depth] = [top('mostBytes'), top('nodes'), top('depth')]
  // Bao and Wu are the small county's residents, and a stranger is nobody's staff.
  const residents = phones.filter(({ person }) => ['bao', 'wu', 'a-stranger'].includes(person))
  const strange = residents.flatMap(({ packages }) => packages.filter((name) => !HERS.includes(name)))
  return [
    bounded(`largest setData, ${bytes.route}`, bytes.mostBytes, limits.setData, kb),
    bounded(`most nodes, ${nodes.route}`, nodes.nodes, limits.nodes),
    bounded(`deepest tree, ${depth.route}`, depth.depth, limits.depth),
    {
      ...held(`staff code loaded by ${residents.length} residents’ phones`, strange, 'none'),
      ok: residents.length > 0 && strange.length === 0,
    },
  ]
}

function print(rows: readonly Row[]) {
  const wide = (text: string, columns: number) => text.padEnd(columns)
  const most = (key: 'what' | 'figure' | 'limit') => Math.max(...rows.map((row) => row[key].length)) + 2
  const [a, b, c] = [most('what'), most('figure'), most('limit')]
  for (const { what, figure, limit, ok } of [{ what: 'what', figure: 'figure', limit: 'limit', ok: true }, ...rows])
    console.log(`${wide(what, a)}${wide(figure, b)}${wide(limit, c)}${what === 'what' ? '' : ok ? 'ok' : 'NO'}`)
}

/** `npm run check:weapp`: builds if stale, walks if not walked yet, and fails on any breach. */
async function main(): Promise<number> {
  const code = await buildIfStale(weapp)
  if (code !== 0) return code
  const walking = process.argv.includes('--walked')
    ? 0
    : await run(tools.vitest[0], [tools.vitest[1], 'run', '--project', 'weapp'])
  const packages = packagesIn(BUILD)
  const [everybody] = packages
  const theirs = everybody?.files.map(({ name }) => name).filter((name) => name.endsWith('.js')) ?? []
  const rows = [
    ...sizes(packages),
    held('staff’s sentences in the main package', carried(BUILD, theirs), 'none'),
    ...compiled(),
    ...(await officialRows()),
    held('the walks through the built app', walking === 0 ? [] : ['failed'], 'green'),
    ...walked(),
  ]
  console.log('\nlargest files')
  const files = packages.flatMap((each) => each.files).sort((x, y) => y.bytes - x.bytes)
  for (const { name, bytes } of files.slice(0, 12)) console.log(`${kb(bytes).padStart(10)}  ${name}`)
  console.log('')
  print(rows)
  return rows.every(({ ok }) => ok) ? 0 : 1
}

// miniprogram-ci leaves workers behind.
void main().then((code) => process.exit(code))
