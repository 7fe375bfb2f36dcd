import { aid, settleAid } from '@/domain/aid'
import type { AidCommand } from '@/domain/aid-commands'
import type { AidEvent } from '@/domain/aid-events'
import type { Aid, AidGiven } from '@/domain/aid-types'
import { urgentFrom } from '@/domain/aid-urgency'
import { desksOf, searchAgainAt, wakeAt } from '@/domain/desk'
import { noticesOf } from '@/domain/notice'
import { earliest } from '@/domain/time'
import { reviewedWrites } from '../aid-facts'
import { numberWrites } from '../aid-numbers'
import { type Considered, consider, guardWrites, holderOf } from '../consider'
import type { World } from '../world'
import type { Kind } from './kind'

/** Legal aid in the pipeline. */
export const aidKind: Kind<Aid, AidCommand, AidEvent, Considered> = {
  name: 'aid',
  begins: ['SubmitAid', 'ReceiveNotice'],
  ownerOf: (command) => (command.type === 'SubmitAid' ? command.owner : undefined),
  evolve: aid.evolve,
  settle: settleAid,
  timesOwn: (state, { policy, limitations, now }) => {
    if (searchAgainAt(state, policy['aid.retryMinutes']) <= now) return { type: 'FindLawyerAgain' }
    return urgentFrom(state, limitations) <= now ? { type: 'LookAtUrgency' } : undefined
  },
  wasDue: (state, { policy, limitations }) =>
    earliest(searchAgainAt(state, policy['aid.retryMinutes']), urgentFrom(state, limitations)),
  consider,
  decide: (_, state, command, given, { facts }) =>
    aid.decide(state, command, { ...given, ...facts } satisfies AidGiven),
  guards: async (world, { id, was, is, events, now }, found) => {
    const before = was.stage === 'blank' ? undefined : was
    return [
      ...(await guardWrites(world, id, before, is, found, { now, edited: isEdit(events) })),
      ...reviewedWrites(id, is, events),
      ...numberWrites(world, { id, was: before, is, events }, found.nexts),
    ]
  },
  afterwards: async (world, { was, is }, act) => {
    const left = holderOf(was)
    if (left === undefined || left === holderOf(is)) return
    for (const id of await waiting(world)) await act(id, { type: 'FindLawyerAgain' })
  },
  notices: noticesOf,
  desks: desksOf,
  wakeAt: (state, policy, _, limitations) => wakeAt(state, policy['aid.retryMinutes'], limitations),
}

/** Who stands on which side has changed: the holder's guards are written, so that an assignment can't pass it by. */
const isEdit = (events: AidEvent[]): boolean =>
  events.some(({ type }) => type === 'PartiesChanged' || type === 'AidCompleted')

const LOOKED_FOR = 10

/** Somebody is free: those that wait for a lawyer are looked at at once; should this be lost, the sweep comes by. */
async function waiting(world: World): Promise<string[]> {
  const where = { desk: 'unit:centre', stage: 'granted-unassigned' }
  const { docs } = await world.store.list('matters', { index: 'byDeskStage', where, limit: LOOKED_FOR })
  return docs.map(({ id }) => id)
}
