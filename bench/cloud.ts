import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { type Bundle, buildCloud } from '../config/cloud'

/**
 * What a cold start costs: `require` of a built function in a fresh process, and that with a first call that makes the
 * world but asks the store nothing; the median of seven, beside a bundle of the platform's SDK alone. It is only told:
 * it depends on the machine. `cpuMs` is what `require` took of a processor, which other programs disturb less.
 */
const ROUNDS = 7

type Timed = Record<'requireMs' | 'cpuMs' | 'firstCallMs', number>
export type Load = Timed & { name: string; timesTheSdk: number }

// What a function is given, so that its first call makes a world; nobody listens there, and nobody is asked.
const env = {
  PATH: process.env.PATH,
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'bench',
  TENCENTCLOUD_SECRETID: 'bench',
  TENCENTCLOUD_SECRETKEY: 'bench',
  SECRET: 'a secret for the bench only, 32 bytes and more',
}

const script = `
const used = process.cpuUsage()
const began = performance.now()
const { main } = require(process.argv[1])
const requireMs = performance.now() - began
const { user, system } = process.cpuUsage(used)
const cpuMs = (user + system) / 1000
const told = (reply) => process.stderr.write(JSON.stringify({ requireMs, cpuMs, firstCallMs: performance.now() - began, reply }))
main ? main({ action: 'no.action' }, { environment: '{}' }).then(told) : told({})
`

function once(file: string): Timed {
  const { stderr, status } = spawnSync(process.execPath, ['-e', script, resolve(file)], {
    encoding: 'utf8',
    env: env as never,
    cwd: tmpdir(),
  })
  if (status !== 0) throw new Error(stderr)
  const { reply, ...timed } = JSON.parse(stderr)
  if (reply.refused === 'store.not-configured') throw new Error('the bench gave it no world')
  return timed
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const tenth = (ms: number) => Math.round(ms * 10) / 10

/** The rounds take turns, so that a slow moment of the machine falls on all of them. */
export async function loadTimes(bundles: Pick<Bundle, 'name' | 'file'>[]): Promise<{ sdk: Timed; loads: Load[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cloud-'))
  const peer = join(folder, 'sdk.js')
  await build({
    stdin: { contents: "module.exports.sdk = require('@cloudbase/node-sdk')", resolveDir: import.meta.dirname },
    outfile: peer,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    logLevel: 'error',
  })
  const samples = new Map<string, Timed[]>([peer, ...bundles.map(({ file }) => file)].map((file) => [file, []]))
  for (let round = 0; round < ROUNDS; round++) for (const [file, timed] of samples) timed.push(once(file))
  rmSync(folder, { recursive: true })
  const of = (file: string): Timed => {
    const timed = samples.get(file) ?? []
    const middle = (what: keyof Timed) => tenth(median(timed.map((one) => one[what])))
    return { requireMs: middle('requireMs'), cpuMs: middle('cpuMs'), firstCallMs: middle('firstCallMs') }
  }
  const sdk = of(peer)
  const loads = bundles.map(({ name, file }) => {
    const timed = of(file)
    return { name, ...timed, timesTheSdk: tenth(timed.cpuMs / sdk.cpuMs) }
  })
  return { sdk, loads }
}

/** The figures as one JSON file, for whoever compares machines and versions. */
export function report(figures: object, file = 'dist/reports/cloud.json') {
  mkdirSync('dist/reports', { recursive: true })
  const machine = { node: process.version, cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}` }
  writeFileSync(file, `${JSON.stringify({ ...machine, ...figures }, null, 2)}\n`)
}

async function main() {
  const figures = await loadTimes(await buildCloud())
  report(figures, 'dist/reports/cloud-load.json')
  console.log(`the SDK alone ${figures.sdk.requireMs} ms`)
  for (const { name, requireMs, cpuMs, firstCallMs, timesTheSdk } of figures.loads)
    console.log(
      `${name} ${requireMs} ms (${cpuMs} of a processor, ${timesTheSdk} × the SDK); first call ${firstCallMs} ms`,
    )
}

if (process.argv[1] === import.meta.filename) void main()
