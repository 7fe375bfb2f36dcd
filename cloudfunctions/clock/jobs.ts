import { classTick } from '../class-reminders'
import { CLOUD_FUNCTION, cleaner } from '../evidence/cleaner'
import { tend } from '../evidence/tend'
import { deliver } from '../notifier/deliver'
import { backfillPlans } from '../plans-backfill'
import { tendRequests } from '../privacy-requests'
import { rotaTick } from '../rota-tick'
import { sweep } from '../sweep'
import { backfillWall } from '../wall-backfill'
import type { World } from '../world'

/**
 * What time does by itself, a page at a time. `until` is the wall time in ms after which nothing new is begun; `more`
 * says that another page waits. Each must be harmless done twice, or by two beats at once.
 */
export type Job = {
  name: string
  /** How much of a beat is its own, however much the others have to do; together 1. */
  share: number
  run: (world: World, until: number) => Promise<{ touched: number; more: boolean }>
}

// Shorter than what a beat leaves to whatever was begun last; a slow machine is given a few more beats.
const clean = cleaner({ bounds: CLOUD_FUNCTION, patienceMs: 12_000, overrun: 'died' })

/** In this order: what was promised to people comes first. */
export const jobs: readonly Job[] = [
  { name: 'sweep', share: 0.5, run: sweep },
  { name: 'letters', share: 0.2, run: deliver },
  { name: 'rota', share: 0.04, run: rotaTick },
  { name: 'classes', share: 0.01, run: classTick },
  { name: 'files', share: 0.15, run: (world, until) => tend(world, clean, until) },
  { name: 'wall', share: 0.04, run: backfillWall },
  { name: 'plans', share: 0.01, run: backfillPlans },
  { name: 'requests', share: 0.05, run: tendRequests },
]
