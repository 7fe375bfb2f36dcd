import { tend } from '../evidence/tend'
import { logError } from '../log'
import { deliver } from '../notifier/deliver'
import { tendRequests } from '../privacy-requests'
import type { World } from '../world'
import { clean } from './files'

type Work = { name: string; everyMs: number; run: (world: World, until: number) => Promise<unknown> }

/** A letter leaves within a second, and however long that takes the clocks go on. */
const works = (filesMs: number): Work[] => [
  { name: 'tend', everyMs: filesMs, run: (world, until) => tend(world, clean, until) },
  { name: 'letters', everyMs: 1000, run: deliver },
  { name: 'requests', everyMs: filesMs, run: tendRequests },
]

const EACH_MS = 30_000
/** A page of letters to a channel that hangs is given up until the next round. */
const ROUND_MS = 30_000

/** Files and requests twice a minute and letters each second, none of them twice at once; what fails is logged and tried again. */
export function tending(world: World, everyMs = EACH_MS): { stop(): Promise<void> } {
  const begun = works(everyMs).map((work) => beside(world, work))
  return {
    async stop() {
      await Promise.all(begun.map((each) => each.stop()))
    },
  }
}

function beside(world: World, { name, everyMs, run }: Work): { stop(): Promise<void> } {
  let round: Promise<unknown> | undefined
  const begin = () => {
    round ??= run(world, world.clock.wall() + ROUND_MS)
      .catch((error: unknown) => logError(world.log, name, error))
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
