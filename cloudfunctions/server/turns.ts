import { msBetween } from '@/domain/time'
import { classTick } from '../class-reminders'
import { logError } from '../log'
import { backfillPlans } from '../plans-backfill'
import { rotaTick } from '../rota-tick'
import { nextWake, sweep } from '../sweep'
import { backfillWall } from '../wall-backfill'
import type { World } from '../world'

/** Runs what it is given one after another: two sweeps of one process never overlap. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

export function takingTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}

// A page that cannot be settled is left to the next second, not tried for ever.
const PAGES_AT_ONCE = 200

/** Sweeps until nothing more is due now. */
export async function settleAll(world: World) {
  for (let page = 0; page < PAGES_AT_ONCE; page++) if (!(await sweep(world)).more) break
  await rotaTick(world)
  await classTick(world)
}

/** When the clocks were last looked at (wall time), and by how many ms the last one that fell due was judged late. */
export type Beat = { sweptAt?: number; lateMs: number }

async function settleWhatIsDue(world: World, beat: Beat) {
  const wake = await nextWake(world)
  const lateMs = wake === undefined ? -1 : msBetween(wake, world.clock.now())
  if (lateMs >= 0) await settleAll(world)
  else {
    await rotaTick(world)
    await classTick(world)
  }
  await backfillWall(world)
  await backfillPlans(world)
  Object.assign(beat, { sweptAt: world.clock.wall(), ...(lateMs >= 0 && { lateMs }) })
}

/** Time passes: a sweep each second, never two at once; an error is logged and the next second tries again. */
export function ticking(
  world: World,
  turns: Turns,
  beat: Beat = { lateMs: 0 },
  everyMs = 1000,
): { stop(): Promise<void> } {
  let busy = false
  const tick = async () => {
    if (busy) return
    busy = true
    await turns(() => settleWhatIsDue(world, beat)).catch((error: unknown) => logError(world.log, 'tick', error))
    busy = false
  }
  const timer = setInterval(tick, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await turns(async () => undefined)
    },
  }
}
