import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Built, isStale, markBuilt, stampOf } from './stale'

/** Runs a program to its end; answers its exit code. Whoever stops us stops it. `quiet`: it is heard only if it fails. */
export function run(
  program: string,
  args: string[],
  { env, quiet = false }: { env?: NodeJS.ProcessEnv; quiet?: boolean } = {},
): Promise<number> {
  return new Promise((done) => {
    const child = spawn(program, args, {
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: env ?? process.env,
    })
    const heard: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => heard.push(chunk))
    const stop = (signal: NodeJS.Signals) => child.kill(signal)
    for (const signal of signals) process.on(signal, stop)
    child.on('error', (error) => console.error(error.message))
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, stop)
      if (code !== 0 && quiet) process.stderr.write(Buffer.concat(heard))
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

/** Builds if the sources changed; answers the exit code and says what it does. */
export async function buildIfStale(built: Built): Promise<number> {
  if (!isStale(built)) {
    console.log(`${built.shown} is up to date`)
    return 0
  }
  const started = Date.now()
  const stamp = stampOf(built)
  console.log(`Building ${built.shown} …`)
  const code = await commands[built.name]?.()
  if (code !== 0) return code ?? 1
  markBuilt(built, stamp)
  console.log(`Built ${built.shown} in ${Math.round((Date.now() - started) / 1000)} s`)
  return 0
}

const taro = (type: 'h5' | 'weapp') =>
  run(tools.taro[0], [tools.taro[1], 'build', '--type', type], {
    env: { ...process.env, NODE_ENV: 'production' },
    quiet: true,
  })

const commands: Record<string, () => Promise<number>> = {
  h5: () => taro('h5'),
  weapp: () => taro('weapp'),
  server: () => run(tools.tsx[0], [tools.tsx[1], 'config/server.ts'], { quiet: true }),
}
