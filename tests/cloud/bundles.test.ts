import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, buildCloud, bundleOptions, OWN_LIMIT_BYTES } from '../../config/cloud'

// Far from any node_modules: what a bundle needs must be in it.
const home = mkdtempSync(join(tmpdir(), 'bundles-'))
let built: Bundle[] = []
beforeAll(async () => {
  built = await buildCloud(home)
})
afterAll(() => rmSync(home, { recursive: true }))

/** Loads the bundle in a process of its own and calls it once, as the platform does. */
function call(name: string, event: unknown, environment: Record<string, string> = {}) {
  const context = { environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', ...environment }) }
  const script = `require('./index.js').main(${JSON.stringify(event)}, ${JSON.stringify(context)}).then((reply) => process.stderr.write(JSON.stringify(reply)))`
  const { PATH } = process.env
  const child = spawnSync(process.execPath, ['-e', script], {
    cwd: join(home, name),
    encoding: 'utf8',
    env: { PATH } as never,
  })
  if (child.status !== 0) throw new Error(child.stderr)
  return { reply: JSON.parse(child.stderr), logged: child.stdout }
}

describe.each(['api', 'clock'])('the bundle of %s', (name) => {
  it('is one file that names its entry', () => {
    expect(JSON.parse(readFileSync(join(home, name, 'package.json'), 'utf8'))).toEqual({
      name,
      private: true,
      main: 'index.js',
    })
    expect(existsSync(join(home, name, 'index.js'))).toBe(true)
    expect(statSync(join(home, name, 'index.js')).size).toBeLessThan(3.5 * 1024 * 1024)
  })

  it('carries no more code of our own than it may, and all of it is weighed', () => {
    const { code, packed, own, facts, words, bytes } = built.find((one) => one.name === name) as Bundle
    expect(code).toBeLessThanOrEqual(OWN_LIMIT_BYTES[name] ?? 0)
    expect(Math.min(code, facts, words)).toBeGreaterThan(0)
    expect(code + facts + words).toBe(own)
    expect(packed).toBeLessThan(own)
    expect(bytes).toBeGreaterThan(own)
    expect(statSync(join(home, name, 'index.js')).size).toBe(bytes)
  })

  it('says where nothing is configured that nothing is, which settings are missing, and fails at nothing', () => {
    const { reply, logged } = call(name, { Type: 'Timer', action: 'session.me', input: {} }, { WX_OPENID: 'somebody' })
    expect(reply).toEqual({
      ok: false,
      now: expect.stringMatching(/\+08:00$/),
      refused: 'store.not-configured',
      message: expect.stringContaining('12348'),
    })
    for (const setting of ['TCB_ENV', 'SECRET']) expect(logged).toContain(setting)
    expect(logged).not.toContain('somebody')
  })
})

const LIBRARY = /node_modules[\\/](docx|fflate|fontkit|pdfkit|pinyin-pro|write-excel-file|dayjs)[\\/].*\.[cm]?js$/
const libraryOf = (file: string) => LIBRARY.exec(file)?.[1] ?? ''

/** Each of these libraries says so when it is run. */
const telling: Plugin = {
  name: 'telling',
  setup({ onLoad }) {
    onLoad({ filter: LIBRARY }, ({ path }) => ({
      contents: `;(globalThis.ran ??= new Set()).add('${libraryOf(path)}');\n${readFileSync(path, 'utf8')}`,
      loader: 'js',
    }))
  },
}

describe('what is in a bundle', () => {
  const inside = async (name: string) => {
    const { metafile } = await build({ ...bundleOptions(name), write: false, metafile: true })
    const [output] = Object.values(metafile?.outputs ?? {}).filter(({ entryPoint }) => entryPoint)
    return Object.entries(output?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? file : []))
  }
  it('time asks no questions and writes no documents: what only a caller needs is in api alone', async () => {
    const callers =
      /^src\/contract\/.*-actions|\/(docx|fflate|fontkit|pdfkit|pinyin-pro|write-excel-file)\/|words\/refusals/
    const theirs = (await inside('api')).filter((file) => callers.test(file))
    expect(theirs).toContain('src/contract/grievance-actions.ts')
    for (const library of ['docx', 'fflate', 'fontkit', 'pdfkit', 'pinyin-pro', 'write-excel-file'])
      expect(theirs.join()).toContain(`/${library}/`)
    expect((await inside('clock')).filter((file) => callers.test(file))).toEqual([])
  })

  it('documents, sheets and spellings sleep in api until somebody asks for one', async () => {
    const file = join(home, 'telling.js')
    const { plugins = [], ...options } = bundleOptions('api')
    await build({ ...options, plugins: [telling, ...plugins], outfile: file })
    const script = `require(${JSON.stringify(file)}); process.stdout.write([...globalThis.ran].join())`
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: home, encoding: 'utf8' })
    // Days are counted from the first line on; it shows that a library which is run is heard.
    expect(stdout, stderr).toBe('dayjs')
    for (const asleep of ['docx', 'fflate', 'fontkit', 'pdfkit', 'pinyin-pro', 'write-excel-file'])
      expect(readFileSync(file, 'utf8')).toContain(`.add("${asleep}")`)
  })
})
