import { tend } from '../evidence/tend'
import { logError } from '../log'
import type { World } from '../world'
import { clean } from './files'

const EACH_MS = 30_000

/** Files are tended twice a minute, never twice at once; an error is logged and the next round tries again. */
export function tending(world: World, everyMs = EACH_MS): { stop(): Promise<void> } {
  let round: Promise<unknown> | undefined
  const begin = () => {
    round ??= tend(world, clean, world.clock.wall() + everyMs)
      .catch((error: unknown) => logError(world.log, 'tend', error))
      .finally(() => {
        round = undefined
      })
  }
  const timer = setInterval(begin, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await round
    },
  }
}
