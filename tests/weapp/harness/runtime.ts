import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { type Context, createContext, runInContext } from 'node:vm'

// What an older telephone's engine (iOS 13) lacks beside what every mini-program lacks: `window`, `document`, `fetch`, …
const tooNew = `
for (const [from, names] of [
  [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
  [String.prototype, ['at', 'replaceAll']],
  [Object, ['hasOwn', 'groupBy']], [Map, ['groupBy']],
  [Promise, ['any', 'withResolvers']],
]) for (const name of names) delete from[name]
for (const name of ['Intl', 'WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'WebAssembly'])
  delete globalThis[name]
`

export type Config = Record<string, unknown> & { data?: object }

/** The built JavaScript in a context of its own, file by file as WeChat requires them. */
export function runtime(root: string, wx: object, getCurrentPages: () => unknown[], wrong: (text: string) => void) {
  const pages = new Map<string, Config>()
  const modules = new Map<string, { exports: unknown }>()
  let app: Config | undefined
  let loading = ''
  const said = (...parts: unknown[]) =>
    wrong(parts.map((part) => (part as { stack?: string } | undefined)?.stack ?? String(part)).join(' '))
  const keep = (config: Config) => void pages.set(loading, config)
  // Those that run, so that a test needn't sit out what a page does each few seconds.
  const beating = new Map<unknown, () => unknown>()
  const everySo = (does: () => unknown, ms?: number) => {
    const timer = setInterval(does, ms)
    beating.set(timer, does)
    return timer
  }
  const enough = (timer?: ReturnType<typeof setInterval>) => {
    clearInterval(timer)
    beating.delete(timer)
  }
  const registers = Object.fromEntries([
    [
      'App',
      (config: Config) => {
        app = config
      },
    ],
    ['Page', keep],
    ['Component', keep],
    ['Behavior', (config: Config) => config],
  ])
  const context: Context = createContext({
    wx,
    console: { ...console, log: () => {}, info: () => {}, warn: () => {}, error: said },
    setTimeout,
    clearTimeout,
    setInterval: everySo,
    clearInterval: enough,
    ...registers,
    getApp: () => app,
    getCurrentPages,
    __wxConfig: {},
  })
  runInContext(tooNew, context)
  let ahead = 0
  const clock = runInContext('Date', context) as DateConstructor
  clock.now = () => Date.now() + ahead
  const parse = runInContext('JSON.parse', context) as typeof JSON.parse

  function load(file: string): unknown {
    const path = file.endsWith('.js') ? file : `${file}.js`
    const known = modules.get(path)
    if (known) return known.exports
    const made = { exports: {} }
    modules.set(path, made)
    const before = loading
    loading = relative(root, path).replace(/\\/g, '/').replace(/\.js$/, '')
    const body = `(function (require, module, exports) {${readFileSync(path, 'utf8')}\n})`
    const require = (name: string) => load(resolve(dirname(path), name))
    runInContext(body, context, { filename: path })(require, made, made.exports)
    loading = before
    return made.exports
  }
  return {
    /** Anything from outside comes in as data, made of this context's own objects. */
    inside: (value: unknown): unknown => (value === undefined ? undefined : parse(JSON.stringify(value))),
    start(): Config {
      load(join(root, 'app.js'))
      if (!app) throw new Error('app.js called no App()')
      return app
    },
    page(route: string): Config {
      load(join(root, route))
      const config = pages.get(route)
      if (!config) throw new Error(`${route} called no Page()`)
      return config
    },
    evaluate: (code: string): unknown => runInContext(code, context),
    /** So many ms pass on this phone's own clock at once. */
    pass: (ms: number) => {
      ahead += ms
    },
    /** Whatever is done every so often is done once more, now. */
    beat: () => {
      for (const does of [...beating.values()]) does()
    },
    /** Every file that was executed, from the build's root. */
    loaded: () => [...modules.keys()].map((file) => relative(root, file).replaceAll('\\', '/')),
  }
}
