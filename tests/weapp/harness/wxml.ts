import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createContext, runInContext } from 'node:vm'

/** One element as WeChat draws it: `wx-view`, `wx-button`; attributes in camel case; text as plain strings. */
export type Drawn = { tag: string; attr: Record<string, unknown>; children: (Drawn | string)[] }
export type Draw = (route: string, data: object) => Drawn

type Raw = { tag: string; attr?: Record<string, unknown>; children?: (Raw | string | number)[] }
type Generated = (path: string) => (data: object) => Raw

// WeChat's own compilers, as the npm package carries them; the package's own way of calling them hides what they say.
const folder = join(dirname(createRequire(import.meta.url).resolve('miniprogram-compiler')), 'bin')
const systems: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }
const program = (name: string) =>
  join(folder, systems[process.platform] ?? 'linux', process.platform === 'win32' ? `${name}.exe` : name)

function compiled(name: string, args: string[], cwd: string): string {
  // Some of them are packed without the right to be run.
  if (process.platform !== 'win32') chmodSync(program(name), 0o755)
  const { status, stdout, stderr, error } = spawnSync(program(name), args, { cwd, maxBuffer: 64 * 1024 * 1024 })
  if (error) throw new Error(`${name} does not run here: ${error.message}`)
  if (status !== 0) throw new Error(`${name}: ${String(stderr).trim()}`)
  return String(stdout)
}

export const filesOf = (root: string, ending: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ending))
    .sort()

/** Compiles every WXML and WXS of a build at once; a broken one throws with its file and line. */
export function compileWxml(root: string): Draw {
  const files = filesOf(root, '.wxml')
  const code = compiled('wcc', ['-d', '-cc', '0', ...files, ...filesOf(root, '.wxs'), '-gn', '$gwx'], root)
  // The generated code keeps what it knows in globals: each build gets a world of its own.
  const alone = createContext({ window: {}, console: { warn() {}, log() {} }, __webview_engine_version__: 0.02 })
  const generated = runInContext(`${code}\n$gwx`, alone) as Generated
  // WXS takes for an object only what its own world made.
  const inside = runInContext('JSON.parse', alone) as typeof JSON.parse
  const draw = (path: string, data: object): Drawn => whole(generated(path)(inside(JSON.stringify(data))))
  // `comp` is the build's one custom component: it goes on drawing where the templates end.
  const whole = ({ tag, attr = {}, children = [] }: Raw): Drawn =>
    tag === 'wx-comp'
      ? { tag, attr: {}, children: [draw('comp.wxml', { i: attr.i, l: attr.l })] }
      : { tag, attr, children: children.map((child) => (typeof child === 'object' ? whole(child) : String(child))) }
  return (route, data) => draw(`${route}.wxml`, data)
}

/** Compiles every WXSS of a build; a broken one throws with its file and line. Answers how many there were. */
export function compileWxss(root: string): number {
  const files = filesOf(root, '.wxss')
  compiled('wcsc', ['-db', '-pc', '0', ...files], root)
  return files.length
}
