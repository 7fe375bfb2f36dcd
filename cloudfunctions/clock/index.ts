import type { Instant } from '@/domain/time'
import { callOf } from '../cloudbase/call'
import { callerOf, isTimer } from '../cloudbase/identity'
import { instanceWorld, logLine, notConfigured } from '../cloudbase/world'
import { logError } from '../log'
import type { World } from '../world'
import { withChannels } from './channels'
import { type Job, jobs } from './jobs'

type Event = { Type?: unknown }
type Beat =
  | { ok: true; now: Instant; touched: number; more: boolean }
  | { ok: false; now: Instant; refused: string }
  | { ok: false; now: Instant; fault: string }
type Main = (event: Event | null | undefined, context: unknown) => Promise<Beat>

// The beats are a minute apart; what is left is due again at the next one.
const BUDGET_MS = 40_000
// Whatever was begun last may take so long: the SDK's own patience with one request.
const SPARE_MS = 15_000

/**
 * The cloud's door for time: only the platform's own timer is let in, never a person who sends its event. It holds no
 * lease: two beats at once meet at each matter's compare-and-set, and whoever is second reads it settled and writes
 * nothing. A lease would save a few reads where two overlap, and cost a write each minute.
 */
export function serve(world: World | undefined, tasks: readonly Job[] = jobs): Main {
  return async (event, context) => {
    const call = callOf(context)
    const log = world?.log ?? logLine
    const told = (status: number, more: Record<string, string | number | boolean>) =>
      log({
        level: status >= 500 ? 'error' : 'info',
        trace: call.trace,
        action: 'clock',
        ms: call.ms(),
        status,
        ...more,
      })
    if (!world) {
      told(503, { refused: 'store.not-configured' })
      return notConfigured()
    }
    if (!isTimer(event, callerOf(context))) {
      told(403, { refused: 'permission.role' })
      return { ok: false, now: world.clock.now(), refused: 'permission.role' }
    }
    const from = world.clock.wall()
    const budget = Math.min(BUDGET_MS, Math.max(call.limitMs - SPARE_MS, 0))
    const { touched, more, broken } = await worked(world, tasks, from, budget, call.trace)
    told(broken ? 500 : 200, { touched, more })
    const now = world.clock.now()
    return broken ? { ok: false, now, fault: call.trace } : { ok: true, now, touched, more }
  }
}

type Done = { touched: number; more: boolean; broken: boolean }

/** First everybody's own share, and what one leaves of it the next; then what is left, for whoever has more to do. */
async function worked(world: World, tasks: readonly Job[], from: number, budget: number, trace: string): Promise<Done> {
  const all: Done[] = []
  let own = 0
  for (const task of tasks) {
    own += task.share
    all.push(await turn(world, task, from + Math.round(budget * own), trace))
  }
  for (const [n, { touched, more, broken }] of all.entries()) {
    const task = tasks[n]
    if (!task || !more || broken) continue
    const again = await turn(world, task, from + budget, trace)
    all[n] = { ...again, touched: touched + again.touched }
  }
  return {
    touched: all.reduce((sum, { touched }) => sum + touched, 0),
    more: all.some(({ more }) => more),
    broken: all.some(({ broken }) => broken),
  }
}

/** One kind of work, page after page; what breaks it does not keep the others from theirs. */
async function turn(world: World, { name, run }: Job, until: number, trace: string): Promise<Done> {
  let touched = 0
  try {
    for (;;) {
      if (world.clock.wall() >= until) return { touched, more: true, broken: false }
      const page = await run(world, until)
      touched += page.touched
      if (!page.more || page.touched === 0) return { touched, more: page.more, broken: false }
    }
  } catch (error) {
    logError(world.log, `clock ${name}`, error, trace)
    return { touched, more: true, broken: true }
  }
}

export const main: Main = (event, context) => {
  const world = instanceWorld()
  return serve(world && withChannels(world))(event, context)
}
