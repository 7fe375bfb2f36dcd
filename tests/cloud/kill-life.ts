import { writeSync } from 'node:fs'
import { after, type Instant, MINUTE } from '@/domain/time'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import { facts } from '../../cloudfunctions/facts'
import { handle } from '../../cloudfunctions/handle'
import type { Store } from '../../cloudfunctions/ports'
import { sealer } from '../../cloudfunctions/seal'
import { sweep } from '../../cloudfunctions/sweep'
import type { World } from '../../cloudfunctions/world'

/** One matter's life as requests with fixed ids, each at its own minute; and the child that is killed in it. */

export const start: Instant = '2026-10-12T09:00:00.000+08:00'

export type Step = { at: Instant } & ({ as: string; action: string; input: object; requestId: string } | { tick: true })

const application = {
  for: 'self',
  applicant: { name: '包群众', phone: '13900000011' },
  where: { place: '150524100200' },
  matter: 'wages',
  story: '工地欠了我三个月的工资',
  route: 'promise',
  parties: [{ role: 'opponent', name: '某建筑公司' }],
}

const asked: [as: string, action: string, input: object][] = [
  ['bao', 'aid.submit', application],
  ['gao', 'aid.grant', {}],
  ['li', 'aid.conflictAnswer', { conflict: 'yes', why: '对方是我的客户' }],
  ['wang', 'aid.conflictAnswer', { conflict: 'no' }],
  ['wang', 'aid.take', {}],
  ['wang', 'aid.signed', {}],
  ['wang', 'aid.contacted', { how: 'call' }],
  ['wang', 'aid.report', { change: true, text: '仲裁已立案' }],
  ['wang', 'aid.close', { result: 'award', text: '裁决支付三个月工资' }],
  ['gao', 'aid.reviewClose', { ok: true }],
]

const requests = asked.map(([as, action, input], n): Step => {
  // The lawyer rings two days late: what time itself writes is killed as well.
  const at = after(start, n * MINUTE + (n > 5 ? 2 * 1440 * MINUTE : 0))
  return { as, action, input, requestId: `life-${n}`, at }
})
export const life: Step[] = requests.flatMap((step, n) => (n === 6 ? [{ tick: true, at: step.at }, step] : [step]))

export type Clocked = { world: World; moveTo: (at: Instant) => void }

export function worldOf(store: Store): Clocked {
  let now = start
  const world: World = {
    ...facts,
    store,
    seal: sealer([{ id: 'k1', secret: 'a secret that only this test knows, 32 bytes' }]),
    clock: { now: () => now, wall: Date.now },
    files: { put: async () => {}, get: async () => undefined, remove: async () => {}, size: async () => undefined },
    log: (line) => console.error(JSON.stringify(line)),
  }
  return {
    world,
    moveTo: (at) => {
      now = at
    },
  }
}

/** Plays one step; answers with the matter's id, as the page would learn it. */
export async function play(
  { world, moveTo }: Clocked,
  step: Step,
  id: string | undefined,
): Promise<string | undefined> {
  moveTo(step.at)
  if ('tick' in step) {
    await sweep(world)
    return id
  }
  const { as, action, input, requestId } = step
  const body = { ...input, requestId, ...(id && action !== 'aid.submit' && { id }) }
  const { reply } = await handle(
    world,
    action,
    body,
    { person: as, session: 's' },
    { source: 'test', trace: requestId },
  )
  if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply)}`)
  return (reply.value as { id: string }).id
}

const die = () => process.kill(process.pid, 'SIGKILL')

/** Dies right before or right after its `fatal`-th save. */
function mortal(store: Store, fatal: number, side: string): Store {
  let saves = 0
  return {
    ...store,
    async save(writes) {
      saves += 1
      if (saves === fatal && side === 'before') die()
      const saved = await store.save(writes)
      if (saves === fatal && side === 'after') die()
      return saved
    },
  }
}

async function main(path: string, fatal: number, side: string) {
  const clocked = worldOf(mortal(embeddedStore(path), fatal, side))
  let id: string | undefined
  for (const [n, step] of life.entries()) {
    id = await play(clocked, step, id)
    // Written at once, so that what was acknowledged was acknowledged before the kill.
    writeSync(1, `${n}\n`)
  }
}

// The test imports `play`, and must not become a victim itself.
const [, script, path, fatal, side] = process.argv
if (/kill-life\.cjs$/.test(script ?? '') && path && side) void main(path, Number(fatal), side)
