import type { Parsed } from '@/contract/actions'
import { BATCH_MOST, type BatchDone, type BatchView } from '@/contract/batch-views'
import type { Aid } from '@/domain/aid-types'
import { batchAssign, type Waiting } from '@/domain/batch-assign'
import { oppositeIn, sameOpponents } from '@/domain/batch-sides'
import { type Refusal, refuse } from '@/domain/decider'
import type { LawyerCard } from '@/domain/lawyer-card'
import { mayOn } from '@/domain/permission'
import { marksOf } from '@/domain/wall'
import { reasonText } from '@/words/aid'
import { batchRuleText, batchWhy, excludedNow } from '@/words/batch'
import { sentence } from '@/words/refusals'
import { circumstances, needOf, readEverybodysCards } from '../circumstances'
import { commit } from '../commit'
import type { Opened } from '../matter-document'
import { StoreBusy } from '../ports'
import { matterRow } from '../present'
import { wallOf } from '../wall'
import { type Context, openedFrom, type Result, requestOf } from './binding'

type Matter = Opened & { state: Aid }

/** All that waits for a lawyer, and what a clerk has read and would grant with it. Reads only: nobody is assigned. */
export async function batch(context: Context, { also, together }: Parsed<'aid.batch'>): Result<BatchView> {
  const { world, actor, now } = context
  const [{ waiting, more }, read, cards, given] = await Promise.all([
    waitingNow(context),
    chosen(context, also),
    readEverybodysCards(world),
    circumstances(world, actor, now),
  ])
  const matters = [...waiting, ...read].slice(0, BATCH_MOST)
  const sides = matters.map(({ id, state: { topic, personal, groupClaim } }) => ({
    id,
    topic,
    marks: marksOf(personal),
    ...(groupClaim && { claim: groupClaim.id }),
  }))
  // Of two sides of one quarrel only one has a lawyer chosen here: the wall can't see the other's before he is assigned.
  const opposite = oppositeIn(sides)
  const groups = sameOpponents(sides)
  const batched = matters.filter(({ id }) => !opposite.has(id))
  const asked = await inTurns(batched, (matter) => needFor(context, matter, cards, groups.get(matter.id)))
  const facts = { rules: world.licences, policy: given.policy, now }
  const { items, left, total, best, oneByOne, groups: kept } = batchAssign(asked, cards, facts, { together })
  const rows = new Map(matters.map((matter) => [matter.id, matterRow(world, matter, actor, now)]))
  const alone = new Map(oneByOne.items.map(({ id, proposal }) => [id, proposal]))
  const numbers = new Map(kept.map(({ group }, n) => [group, n]))
  return {
    items: items.flatMap(({ id, proposal: { lawyer, name, org, score, reasons } }) => {
      const matter = rows.get(id)
      const single = alone.get(id)
      const group = numbers.get(groups.get(id) ?? '')
      if (!matter) return []
      return {
        matter,
        lawyer: { lawyer, name, org, score, reasons: reasons.map(reasonText) },
        ...(single?.lawyer !== lawyer && { alone: single ? { lawyer: single.lawyer, name: single.name } : null }),
        ...(group !== undefined && { group }),
      }
    }),
    left: [
      ...left.map(({ id, rules }) => ({ id, reasons: rules.map(({ rule, lawyers }) => batchRuleText(rule, lawyers)) })),
      ...[...opposite].map((id) => ({ id, reasons: [batchRuleText('opposite', 0)] })),
    ].flatMap(({ id, reasons }) => {
      const matter = rows.get(id)
      return matter ? [{ matter, reasons }] : []
    }),
    placed: items.length,
    total,
    best,
    oneByOne: { placed: oneByOne.items.length, total: oneByOne.total },
    groups: kept.map(({ matters, lawyers }) => ({ matters, lawyers })),
    more: more || waiting.length + read.length > BATCH_MOST,
  }
}

/** Nobody decides on her own application, so it isn't proposed to her. */
const isFor = ({ actor }: Context, { state }: Opened, stage: string): boolean =>
  state.kind === 'aid' && state.stage === stage && state.owner !== actor.id && mayOn('matter.get', state, actor)

async function waitingNow(context: Context): Promise<{ waiting: Matter[]; more: boolean }> {
  const { world, now } = context
  const where = { desk: 'unit:centre', stage: WAITS }
  const { docs, next } = await world.store.list('matters', { index: 'byDeskStage', where, limit: BATCH_MOST })
  const waiting = docs.map(openedFrom(world, now)).filter((matter) => isFor(context, matter, WAITS))
  return { waiting: waiting as Matter[], more: next !== undefined }
}
const WAITS = 'granted-unassigned'

async function chosen(context: Context, ids: readonly string[]): Promise<Matter[]> {
  const { world, now } = context
  const docs = ids.length > 0 ? await world.store.getMany('matters', [...new Set(ids)]) : []
  return docs.map(openedFrom(world, now)).filter((matter) => isFor(context, matter, 'submitted')) as Matter[]
}

async function needFor({ world, now }: Context, { id, state }: Matter, cards: LawyerCard[], group?: string) {
  const walled = await wallOf(world, id, state)
  const need = needOf(world, state, cards, { walled, now })
  return { id, need, since: state.sentAt, ...(group && { group }) } satisfies Waiting
}

const AT_ONCE = 5

/** A few at a time: each asks the store for every mark of its people. */
async function inTurns<T, R>(all: readonly T[], does: (one: T) => Promise<R>): Promise<R[]> {
  const found: R[] = []
  for (let n = 0; n < all.length; n += AT_ONCE)
    found.push(...(await Promise.all(all.slice(n, n + AT_ONCE).map((one) => does(one)))))
  return found
}

/**
 * Each is a command of its own with its own guards: who lost its lawyer meanwhile is told and goes on waiting. Sent
 * again under the same request id, what was done answers as done and is not done twice.
 */
export async function assignBatch(context: Context, input: Parsed<'aid.batchAssign'>): Result<BatchDone> {
  const items: BatchDone['items'] = []
  for (const item of input.items) items.push(await assignOne(context, input, item))
  return { items }
}

async function assignOne(
  context: Context,
  input: Parsed<'aid.batchAssign'>,
  { id, lawyer, grant }: Parsed<'aid.batchAssign'>['items'][number],
): Promise<BatchDone['items'][number]> {
  const { world, actor, now } = context
  const why = grant && input.why ? `${input.why}\n${batchWhy}` : batchWhy
  const outcome = await commit(world, {
    id,
    actor,
    command: () => (grant ? { type: 'GrantAid', lawyer, why } : { type: 'AssignAid', lawyer, why }),
    request: requestOf(context, input),
    permit: (state) => mayOn(grant ? 'aid.grant' : 'aid.assign', state, actor),
  }).catch((error: unknown) => {
    if (error instanceof StoreBusy) return refuse('matter.busy')
    throw error
  })
  if ('matter' in outcome) {
    const { state } = outcome.matter
    return { id, done: true, lawyer: (state.kind === 'aid' && state.lawyer?.ref.name) || '' }
  }
  const refusal: Refusal = 'refused' in outcome ? outcome : refuse('matter.busy')
  return { id, done: false, refused: refusal.refused, message: messageOf(refusal, now) }
}

function messageOf({ refused, detail }: Refusal, now: string): string {
  if (refused === 'aid.lawyer-excluded' && detail?.lawyer && detail.rule)
    return excludedNow(String(detail.lawyer), String(detail.rule))
  return sentence(refused, detail, now)
}
