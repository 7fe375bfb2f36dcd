import type { Parsed } from '@/contract/actions'
import type { Problem } from '@/contract/check'
import type { MatterView } from '@/contract/views'
import { type PersonRef, type Refusal, refuse } from '@/domain/decider'
import { slotFrom } from '@/domain/hours'
import { mayOn } from '@/domain/permission'
import type { Visit, VisitNeed } from '@/domain/visit-types'
import { findPlace, type PlaceFound } from '../circumstances'
import { commit } from '../commit'
import { hostPlace, named } from '../hours'
import { openMatter } from '../matter-document'
import type { Write } from '../ports'
import { shareOf } from '../throttle'
import type { World } from '../world'
import { type Context, type Result, requestOf, viewOf } from './binding'

/** An hour is held: by each account one at a time, and never twice the same. */

export const no = (field: string, code: string): { invalid: Problem[] } => ({ invalid: [{ field, code }] })

/** Who asks for it: she herself, or whoever enters it for her. */
export function bySide({ actor, person }: Context): { owner: string } | { helper: PersonRef } {
  if (actor.role === 'resident') return { owner: actor.id }
  const { id, name, unit } = actor
  return { helper: { id, name, ...(unit && { unit }), ...(person?.phone && { phone: person.phone }) } }
}

export const matterOf = ({ world, actor }: Context, requestId: string): string =>
  `visit:${world.seal.lookup('request', `${actor.id}|visit|${requestId}`)}`

/** Where she is visited or asks from: her village, or where the person sits whose hour it is. */
export async function placeFor(world: World, village: string | undefined, slot: string | undefined) {
  if (village) return findPlace(world, village)
  const person = slot && slotFrom(slot)?.person
  return person ? hostPlace(world, person) : undefined
}

/** Whether the slot is an hour at all; that it is taken is the decision's to say. */
export async function slotProblem(
  { world, now }: Context,
  slot: string,
  about: { matter: string; where: PlaceFound; need?: VisitNeed },
) {
  const found = await named(world, slot, about, now)
  return 'problem' in found ? no('slot', found.problem) : undefined
}

export async function hold(context: Context, input: Parsed<'visit.hold'>): Result<MatterView> {
  const { world, actor } = context
  const { slot, need } = input
  const seconds = await shareOf(context, 'visit')
  if (seconds) return refuse('throttle.wait', { seconds })
  const id = matterOf(context, input.requestId)
  if (!slotFrom(slot)) return no('slot', 'not-in-plan')
  const place = await placeFor(world, input.village, slot)
  if (!place) return no(input.village ? 'village' : 'slot', input.village ? 'unknown-place' : 'not-in-plan')
  // What it holds already it may hold on repeating itself, though by now it is too soon for anybody else.
  const held = await world.store.get('matters', id)
  const problem = held
    ? undefined
    : await slotProblem(context, slot, { matter: id, where: place, ...(need && { need }) })
  if (problem) return problem
  let before: string | undefined
  const outcome = await commit(world, {
    id,
    actor,
    request: requestOf(context, input),
    command: () => ({ type: 'HoldVisit', slot, place, ...(need && { need }), ...bySide(context) }),
    beside: async () => {
      // Whoever enters visits for others holds an hour for each of them.
      if (actor.role !== 'resident') return { writes: [], problems: [] }
      const last = await world.store.get('codes', heldLast(context))
      before = last && String(last.keys.matter)
      return { writes: [{ ...askedWrite(heldLast(context), id), expected: last?.version ?? 0 }], problems: [] }
    },
  })
  if (!('matter' in outcome)) return sameOr(context, outcome, ['held'])
  if (before && before !== id) await letGo(context, before)
  return viewOf(context, outcome.matter)
}

/** What she held last: a new hold lets it go. Two at once meet in this document. */
const heldLast = ({ world, actor }: Context): string =>
  `held:${world.seal.lookup('request', `${actor.id}|held`).slice(0, 22)}`

/** Should this be lost, it runs out by itself; what was booked meanwhile stays. */
const letGo = ({ world, actor }: Context, id: string) =>
  commit(world, {
    id,
    actor,
    permit: (state) => state.kind === 'visit' && state.stage === 'held' && mayOn('visit.cancel', state, actor),
    command: () => ({ type: 'CancelVisit' }),
  })

/** She has that very hour: it is answered with the visit that has it, where that is what she asks for. */
export async function sameOr<O extends Refusal | { invalid: Problem[] }>(
  context: Context,
  outcome: O,
  stages: readonly Visit['stage'][],
): Promise<O | MatterView> {
  const id = 'refused' in outcome && outcome.refused === 'visit.already-yours' ? String(outcome.detail?.id) : undefined
  const doc = id && (await context.world.store.get('matters', id))
  const matter = doc && openMatter(doc, context.world.seal)
  const is = matter && matter.state.kind === 'visit' && stages.includes(matter.state.stage)
  return is && mayOn('matter.get', matter.state, context.actor) ? viewOf(context, matter) : outcome
}

/** What a request or an account is about, kept beside the matter. */
export const askedWrite = (id: string, matter: string): Write => ({
  collection: 'codes',
  id,
  expected: 0,
  keys: { matter },
  body: '{}',
})
