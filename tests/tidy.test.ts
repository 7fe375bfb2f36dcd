import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom, what may stand in which room: architecture.md as a table. A breach is told by its file. */

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const under = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name))
const sources = [...under('src'), ...under('cloudfunctions')]

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1')

/** What a file imports: a path from the root for our own, the package's name for the others. */
function imports(file: string): string[] {
  return [...code(read(file)).matchAll(IMPORT)].map(([, from, dynamic]) => {
    const name = from ?? dynamic ?? ''
    if (name.startsWith('@/')) return join('src', name.slice(2))
    return name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name
  })
}
const own = (name: string) => /^(src|cloudfunctions|tests|tools|config|bench)(\/|$)/.test(name)
const room = (name: string) => name.split('/').slice(0, 2).join('/')

/** Each room: the rooms it may import besides itself, and the packages. */
const walls: Record<string, { rooms: string[]; packages: RegExp }> = {
  'src/domain': { rooms: ['src/data'], packages: /^dayjs(\/|$)/ },
  'src/contract': { rooms: ['src/domain', 'src/data'], packages: /^valibot$/ },
  'src/words': { rooms: ['src/domain', 'src/contract', 'src/data'], packages: /^$/ },
  'src/client': {
    rooms: ['src/contract', 'src/domain', 'src/words', 'src/data'],
    packages: /^(@tarojs\/taro|react|zustand(\/.*)?)$/,
  },
  'src/ui': { rooms: ['src/words', 'src/domain', 'src/contract', 'src/data'], packages: /^(@tarojs\/.*|react)$/ },
  'src/pages': {
    rooms: ['src/ui', 'src/client', 'src/words', 'src/contract', 'src/domain', 'src/data'],
    packages: /^(@tarojs\/.*|react|zustand(\/.*)?)$/,
  },
  'src/roles': {
    rooms: ['src/pages', 'src/ui', 'src/client', 'src/words', 'src/contract', 'src/domain', 'src/data'],
    // uqr draws the code that an authenticator scans.
    packages: /^(@tarojs\/.*|react|zustand(\/.*)?|uqr)$/,
  },
}
const breaches = (files: string[], wrong: (name: string, file: string) => boolean): string[] =>
  files.flatMap((file) =>
    imports(file)
      .filter((name) => wrong(name, file))
      .map((name) => `${file} → ${name}`),
  )

describe('walls', () => {
  it('an import is found however it is written', () => {
    expect(imports('src/domain/aid.ts')).toContain('src/domain/clock')
    expect(imports('cloudfunctions/commit.ts')).toContain('src/domain/matters')
    expect(imports('cloudfunctions/handle.ts')).toContain('cloudfunctions/actions')
    const written =
      "import a from 'a'\nimport type {\n  B,\n} from 'b'\nimport 'c.css'\nexport * from 'd'\nconst e = await import('e')\n// import f from 'f'\n"
    expect([...code(written).matchAll(IMPORT)].map(([, from, dynamic]) => from ?? dynamic)).toEqual([
      'a',
      'b',
      'c.css',
      'd',
      'e',
    ])
  })
  it.each(Object.entries(walls))('%s imports only its own room and those behind it', (here, { rooms, packages }) => {
    const files = under(here)
    expect(files.length).toBeGreaterThan(0)
    const allowed = [here, ...rooms]
    expect(
      breaches(files, (name) =>
        own(name) ? !allowed.includes(room(name)) : !/\.(css|svg)$/.test(name) && !packages.test(name),
      ),
    ).toEqual([])
  })
  it('src never imports the cloud, nor the cloud what people see', () => {
    expect(breaches(under('src'), (name) => name.startsWith('cloudfunctions'))).toEqual([])
    const allowed = ['src/data', 'src/domain', 'src/contract', 'src/words']
    expect(
      breaches(under('cloudfunctions'), (name) => name.startsWith('src') && !allowed.includes(room(name))),
    ).toEqual([])
  })
  it('the domain takes only types from data: facts arrive as arguments', () => {
    for (const file of under('src/domain'))
      expect(code(read(file)).match(/^import (?!type).*(@\/data|\.\.\/data).*$/gm) ?? [], file).toEqual([])
  })
  it('a role package never imports another', () => {
    const role = (name: string) => (name.startsWith('src/roles/') ? name.split('/')[2] : undefined)
    // The gallery shows every package's parts; it is built only for development.
    const files = under('src/roles').filter((file) => role(file) !== 'gallery')
    expect(breaches(files, (name, file) => role(name) !== undefined && role(name) !== role(file))).toEqual([])
  })
  it('the pipeline knows no adapter and no door: only doors pick one', () => {
    const doors = /^cloudfunctions\/(api|clock|cloudbase|embedded|memory|server|demo)(\/|$)/
    const pipeline = under('cloudfunctions').filter((file) => !doors.test(file))
    expect(pipeline.length).toBeGreaterThan(20)
    expect(breaches(pipeline, (name) => doors.test(name))).toEqual([])
  })
  it('the platform’s SDK is known only to cloudbase, SQLite only to embedded, the web framework only to the server', () => {
    const only = (packages: RegExp, folder: string) =>
      breaches(
        sources.filter((file) => !file.startsWith(folder)),
        (name) => packages.test(name),
      )
    expect(only(/^@cloudbase\//, 'cloudfunctions/cloudbase/')).toEqual([])
    expect(only(/^(libsql|better-sqlite3|node:sqlite)/, 'cloudfunctions/embedded/')).toEqual([])
    expect(only(/^(hono|@hono\/)/, 'cloudfunctions/server/')).toEqual([])
    expect(only(/^dayjs/, 'src/domain/time.ts')).toEqual([])
  })
  it('no import goes round in the domain', () => {
    const edges = new Map(
      under('src/domain').map((file) => [
        file.replace(/\.ts$/, ''),
        imports(file).filter((name) => room(name) === 'src/domain'),
      ]),
    )
    const types = (file: string, name: string) =>
      new RegExp(`import type [^;']*'[^']*/${name.split('/').at(-1)}'`).test(read(`${file}.ts`))
    const seen = new Set<string>()
    const walk = (file: string, path: string[]): string[] => {
      if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')]
      if (seen.has(file)) return []
      const found = (edges.get(file) ?? [])
        .filter((name) => !types(file, name))
        .flatMap((name) => walk(name, [...path, file]))
      seen.add(file)
      return found
    }
    expect([...edges.keys()].flatMap((file) => walk(file, []))).toEqual([])
  })
})

describe('the rules know neither the time nor chance', () => {
  const hidden =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.|\bMath\.random\b|\bcrypto\b|\bsetTimeout\b|\bsetInterval\b|\bdayjs\(\s*\)|\bdayjs\.utc\(\s*\)|\bprocess\.|\bfetch\(|\bconsole\.|\bIntl\.|toLocale/
  it.each(under('src/domain'))('%s', (file) => expect(code(read(file)).match(hidden)?.[0]).toBeUndefined())
  it('nor does the contract, nor do the words', () => {
    for (const file of [...under('src/contract'), ...under('src/words')])
      expect([file, code(read(file)).match(hidden)?.[0]]).toEqual([file, undefined])
  })
})

describe('files', () => {
  const all = [...sources, ...under('tests'), ...under('config'), ...under('tools'), ...under('bench')]
  it('stay under 350 lines', () => {
    expect(
      all.map((file) => [file, read(file).split('\n').length] as const).filter(([, lines]) => lines > 350),
    ).toEqual([])
  })
  it('are named in kebab-case, and never for nothing in particular', () => {
    const vague = /(^|\/)(utils?|helpers?|common|manager|service|misc|types)\.tsx?$/
    expect(
      sources.filter((file) => !/^[a-z0-9/.-]+$/.test(file) || (vague.test(file) && file !== 'src/words/common.ts')),
    ).toEqual([])
  })
  it('carry no forgotten mark', () => {
    // The marks are put together here so that this file doesn't find itself.
    const marks = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK', 'debug' + 'ger', '@ts-' + 'ignore', '\\.on' + 'ly\\('].join('|'),
    )
    expect(all.filter((file) => marks.test(read(file)))).toEqual([])
  })
})
