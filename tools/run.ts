import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Built, isStale, markBuilt, stampOf } from './stale'

type Heard = (text: string) => void
type How = { env?: NodeJS.ProcessEnv; quiet?: boolean; heard?: Heard }

/**
 * Runs a program to its end; answers its exit code. Whoever stops us stops it. `quiet`: it is heard only if it fails;
 * `heard` gets what it writes, all at its end, instead of the terminal.
 */
export function run(program: string, args: string[], { env, quiet = false, heard }: How = {}): Promise<number> {
  return new Promise((done) => {
    const child = spawn(program, args, {
      stdio: quiet || heard ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: env ?? process.env,
    })
    const written: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => written.push(chunk))
    const tell: Heard = heard ?? ((text) => process.stderr.write(text))
    const stop = (signal: NodeJS.Signals) => child.kill(signal)
    for (const signal of signals) process.on(signal, stop)
    child.on('error', (error) => tell(`${error.message}\n`))
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, stop)
      if (code !== 0 || !quiet) tell(Buffer.concat(written).toString())
      done(code ?? 1)
    })
  })
}
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** A program that npm installed, started by this Node so that no shell or PATH is in between. */
export const installed = (path: string): [string, string] => [process.execPath, join('node_modules', path)]

export const tools = {
  biome: installed('@biomejs/biome/bin/biome'),
  taro: installed('@tarojs/cli/bin/taro'),
  tsc: installed('typescript/bin/tsc'),
  tsx: installed('tsx/dist/cli.mjs'),
  vitest: installed('vitest/vitest.mjs'),
}

/** Builds if the sources changed; answers the exit code and says what it does, to `heard` if there is one. */
export async function buildIfStale(built: Built, heard?: Heard): Promise<number> {
  const say = (line: string) => (heard ? heard(`${line}\n`) : console.log(line))
  if (!isStale(built)) {
    say(`${built.shown} is up to date`)
    return 0
  }
  const started = Date.now()
  const stamp = stampOf(built)
  say(`Building ${built.shown} …`)
  const code = await commands[built.name]?.(heard)
  if (code !== 0) return code ?? 1
  markBuilt(built, stamp)
  say(`Built ${built.shown} in ${Math.round((Date.now() - started) / 1000)} s`)
  return 0
}

const taro = (type: 'h5' | 'weapp', heard?: Heard) =>
  run(tools.taro[0], [tools.taro[1], 'build', '--type', type], {
    env: { ...process.env, NODE_ENV: 'production' },
    quiet: true,
    heard,
  })

const commands: Record<string, (heard?: Heard) => Promise<number>> = {
  h5: (heard) => taro('h5', heard),
  weapp: (heard) => taro('weapp', heard),
  server: (heard) => run(tools.tsx[0], [tools.tsx[1], 'config/server.ts'], { quiet: true, heard }),
}
