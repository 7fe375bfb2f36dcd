import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleaner, OWN_MACHINE } from '../../cloudfunctions/evidence/cleaner'
import { buildCleaner } from '../../config/cleaner'
import { colourAt, decoded, encoded, fromAPhone, holds, redAndBlue } from './evidence-given'

// Far from any node_modules: what the thread needs must lie beside it.
const home = mkdtempSync(join(tmpdir(), 'cleaner-'))
beforeAll(() => buildCleaner(home), 60_000)
afterAll(() => rmSync(home, { recursive: true }))

const clean = cleaner({
  bounds: OWN_MACHINE,
  worker: () => new Worker(join(home, 'cleaner.mjs'), { workerData: { folder: home, bounds: OWN_MACHINE } }),
})

describe('the built thread', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp'] as const)('cleans a %s with what lies beside it', async (type) => {
    const photo = type === 'image/jpeg' ? await fromAPhone() : await encoded(redAndBlue(), type)
    const done = await clean(photo, type)
    if (!done.ok) throw new Error(done.code)
    expect([holds(done.bytes, 'Exif'), colourAt(await decoded(done.bytes, type), 0.2, 0.5)]).toEqual([false, 'red'])
  })
})

describe('the functions', () => {
  it.each(['api', 'clock', 'server'])('%s carries no codec of its own', async (name) => {
    const entry = name === 'server' ? 'server/main' : `${name}/index`
    const { metafile } = await build({
      entryPoints: [`cloudfunctions/${entry}.ts`],
      bundle: true,
      write: false,
      outdir: home,
      platform: 'node',
      format: 'cjs',
      external: ['libsql'],
      metafile: true,
      logLevel: 'silent',
    })
    const inputs = Object.keys(metafile.inputs)
    expect([inputs.length > 100, inputs.filter((file) => file.includes('@jsquash'))]).toEqual([true, []])
  })
})
