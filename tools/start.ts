import { existsSync } from 'node:fs'
import { buildIfStale, run } from './run'
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
  process.exit(await run(process.execPath, [server.shown]))
}

void start()
