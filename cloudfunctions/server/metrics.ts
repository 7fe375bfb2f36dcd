import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { ActionName } from '@/contract/actions'
import type { Reply } from '@/contract/views'
import { after } from '@/domain/time'
import type { World } from '../world'
import type { Beat } from './turns'

export type Measures = {
  registry: Registry
  /** One action and how it ended: `ok`, `invalid`, `fault`, or the refusal's code. */
  answered(action: ActionName, reply: Reply<unknown>, seconds: number): void
}

const outcomeOf = (reply: Reply<unknown>): string => {
  if (reply.ok) return 'ok'
  if ('refused' in reply) return reply.refused
  return 'invalid' in reply ? 'invalid' : 'fault'
}

// More than this isn't counted exactly: a scrape must not cost a walk through the county.
const COUNTED = 100

/** Counts for whoever watches the machine. Actions, outcomes and sums only: no id, no person, no place. */
export function measures(world: World, beat: Beat): Measures {
  const registry = new Registry()
  const registers = [registry]
  const labelNames = ['action', 'outcome'] as const
  const count = new Counter({ name: 'circle_actions_total', help: 'Actions answered', labelNames, registers })
  const duration = new Histogram({
    name: 'circle_action_seconds',
    help: 'Seconds until an action was answered',
    labelNames: ['action'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  })
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read())
      },
    })
  gauge(
    'circle_sweep_late_seconds',
    'How late the earliest clock of the last sweep that had one was judged',
    () => beat.lateMs / 1000,
  )
  gauge('circle_sweep_age_seconds', 'Seconds since the last sweep; -1 before the first', () =>
    beat.sweptAt === undefined ? -1 : (world.clock.wall() - beat.sweptAt) / 1000,
  )
  gauge('circle_due_unjudged', `Matters due and not judged yet, counted up to ${COUNTED}`, () => due(world))
  gauge('circle_outbox_waiting', `Messages that wait to be sent, counted up to ${COUNTED}`, () => waiting(world))
  return {
    registry,
    answered(action, reply, seconds) {
      count.inc({ action, outcome: outcomeOf(reply) })
      duration.observe({ action }, seconds)
    },
  }
}

async function due(world: World): Promise<number> {
  const range = { before: after(world.clock.now(), 1) }
  const { docs } = await world.store.list('matters', { index: 'byWake', where: {}, range, limit: COUNTED })
  return docs.length
}

async function waiting(world: World): Promise<number> {
  const where = { state: 'waiting' }
  const { docs } = await world.store.list('notices', { index: 'byState', where, limit: COUNTED })
  return docs.length
}
