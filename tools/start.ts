import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { buildIfStale } from './run'
import { h5, server } from './stale'

/** Builds what is missing or out of date, then runs the server as one would on a machine of one's own. */
async function start() {
  if (!existsSync('node_modules')) {
    console.error('Nothing is installed yet: run `npm ci` first.')
    return process.exit(1)
  }
  for (const built of [h5, server]) {
    const code = await buildIfStale(built)
    if (code !== 0) return process.exit(code)
  }
  const child = spawn(process.execPath, [server.shown], { stdio: 'inherit' })
  // A terminal sends its interrupt to both of us; whoever asks only this process to stop means the server.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  process.on('SIGINT', () => undefined)
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)))
}

void start()
