import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { logError } from '../log'
import { app } from './door'
import { furnish } from './furnish'
import { settingsFrom } from './settings'
import { tending } from './tending'
import { type Beat, takingTurns, ticking } from './turns'
import { codeExchange } from './wechat'
import { openWorld } from './world'

const PATIENCE_MS = 8000

/** Opens the store, furnishes an empty demonstration, listens, and lets time pass until it is asked to stop. */
async function main() {
  const read = settingsFrom(process.env)
  if (!read.ok) return giveUp(read.problem)
  const { settings } = read
  const { world, clock, fresh } = await openWorld(settings)
  const turns = takingTurns()
  if (clock && fresh && !settings.empty) await furnish(world)
  const demo = clock && { clock, turns, empty: settings.empty }
  const beat: Beat = { lateMs: 0 }
  const { site, proxied, limits, metricsToken, smsIn } = settings
  const wechat = settings.wechat && codeExchange(settings.wechat, world.log)
  const door = app(world, { demo, site, proxied, limits, metricsToken, smsIn, beat, wechat })

  const server = createServer(getRequestListener(door.fetch))
  server.listen(settings.port, settings.host)
  await once(server, 'listening')
  const { address, port } = server.address() as AddressInfo
  const host = address.includes(':') ? `[${address}]` : address
  console.log(`${settings.mode === 'demo' ? 'Demonstration' : 'Production'} ready: http://${host}:${port}/`)

  const time = ticking(world, turns, beat)
  const files = tending(world)
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      // A terminal's interrupt comes twice: from the terminal, and from whoever started us.
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(1), 2 * PATIENCE_MS).unref()
      closed(server)
        .then(() => time.stop())
        .then(() => files.stop())
        .then(() => world.store.close())
        .catch((error: unknown) => logError(world.log, 'stop', error))
        .finally(() => process.exit(0))
    })
}

/** Answers what is being asked, takes nothing new, and does not wait for ever. */
async function closed(server: Server) {
  const done = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
  await done
}

function giveUp(problem: string) {
  console.error(problem)
  process.exit(1)
}

main().catch((error: NodeJS.ErrnoException) => {
  const inUse = error.code === 'EADDRINUSE'
  giveUp(
    inUse ? `Port ${process.env.PORT || 8080} is taken: set PORT to a free one.` : `Could not start: ${error.stack}`,
  )
})
