import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, buildCloud, OWN_LIMIT_BYTES } from '../../config/cloud'

// Far from any node_modules: what a bundle needs must be in it.
const home = mkdtempSync(join(tmpdir(), 'bundles-'))
let built: Bundle[] = []
beforeAll(async () => {
  built = await buildCloud(home)
}, 60_000)
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
    expect(statSync(join(home, name, 'index.js')).size).toBeLessThan(3 * 1024 * 1024)
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
