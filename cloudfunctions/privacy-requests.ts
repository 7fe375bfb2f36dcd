import type { Outcome, RequestRow, RequestState, RequestView } from '@/contract/views'
import type { PersonRef } from '@/domain/decider'
import { type Instant, NEVER } from '@/domain/time'
import { outcomeText, requestStates, requestTexts, requestTitles } from '@/words/privacy-requests'
import { forgetAsked } from './class-questions'
import { forgetReminders } from './class-reminders'
import { eraseMatter, eraseUnsent, handOver } from './erase'
import { eraseAccount, eraseProfile } from './erase-account'
import { keepingRows } from './keeping'
import { logError } from './log'
import { type Doc, StoreBusy, type Write } from './ports'
import type { World } from './world'

/**
 * What somebody asked of her own data. What is to be done is written down first and worked off after, step by step, so
 * that whoever dies in the middle is followed by whoever asks again, or by the sweep.
 */

export type Step = {
  what: 'matter' | 'profile' | 'unsent' | 'account'
  matter?: string
  title: string
  outcome: Outcome
  /** The written reason where it isn't gone. */
  text: string
  done?: true
}
export type RequestRecord = {
  id: string
  person: string
  what: 'erase' | 'correct' | 'close'
  at: Instant
  state: RequestState
  steps: Step[]
  digest: string
  /** Of a correction: what is wrong, in which matter, and who answers. */
  text?: string
  matter?: string
  title?: string
  to?: PersonRef
  name?: string
  answer?: { at: Instant; by: PersonRef; text: string }
}
export type KeptRequest = { record: RequestRecord; version: number }

const place = (id: string) => ({ collection: 'requests', id, field: 'request' })

export const requestId = (world: World, person: string, request: string): string =>
  `request:${world.seal.lookup('request', `${person}|privacy|${request}`)}`

export const requestWrite = (world: World, record: RequestRecord, expected: number): Write => ({
  collection: 'requests',
  id: record.id,
  expected,
  keys: { person: record.person, to: record.to?.id ?? '', state: record.state, at: record.at },
  body: JSON.stringify({ sealed: world.seal.seal(place(record.id), record) }),
})

export const requestIn = (world: World, { id, version, body }: Doc): KeptRequest => ({
  record: world.seal.unseal(place(id), (JSON.parse(body) as { sealed: string }).sealed) as RequestRecord,
  version,
})

export async function requestOf(world: World, id: string): Promise<KeptRequest | undefined> {
  const doc = await world.store.get('requests', id)
  return doc && requestIn(world, doc)
}

const TRIES = 12

/** Changes a request where it still is what `change` says; undefined leaves it. */
export async function changeRequest(
  world: World,
  id: string,
  change: (record: RequestRecord) => RequestRecord | undefined,
): Promise<RequestRecord | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const kept = await requestOf(world, id)
    const next = kept && change(kept.record)
    if (!kept || !next) return kept?.record
    if ((await world.store.save([requestWrite(world, next, kept.version)])).ok) return next
  }
  throw new StoreBusy('requests: somebody keeps writing')
}

/** Does what is still to be done, and says so. Harmless done twice or by two at once. */
export async function workOff(world: World, id: string): Promise<RequestRecord | undefined> {
  const kept = await requestOf(world, id)
  if (kept?.record.state !== 'working') return kept?.record
  for (const [n, step] of kept.record.steps.entries()) {
    if (step.done) continue
    const outcome = await worked(world, kept.record.person, step)
    await changeRequest(world, id, (record) => ({
      ...record,
      steps: record.steps.map((each, at) => (at === n ? { ...each, ...outcome, done: true } : each)),
    }))
  }
  return changeRequest(world, id, (record) => (record.state === 'working' ? { ...record, state: 'done' } : undefined))
}

async function worked(world: World, person: string, step: Step): Promise<Partial<Step>> {
  if (step.what === 'profile') await eraseProfile(world, person)
  if (step.what === 'profile' || step.what === 'account') await forgetClasses(world, person)
  if (step.what === 'unsent') await eraseUnsent(world, person)
  if (step.what === 'account') await eraseAccount(world, person)
  if (step.what !== 'matter' || !step.matter || step.outcome === 'open') return {}
  if (step.outcome === 'handed-over') {
    await handOver(world, step.matter, person)
    return {}
  }
  const how = await eraseMatter(world, step.matter, person, keepingRows)
  // Somebody took it up again in between.
  return how === 'open' ? { outcome: 'open', text: outcomeText.open } : {}
}

/** What she asked before classes, and what she wanted to be reminded of. */
async function forgetClasses(world: World, person: string): Promise<void> {
  await forgetAsked(world, person)
  await forgetReminders(world, person)
}

const AT_ONCE = 20

/** Goes on with what somebody left in the middle, a page a call; begins nothing after `until` (wall time in ms). */
export async function tendRequests(world: World, until: number): Promise<{ touched: number; more: boolean }> {
  const query = { index: 'byState', where: { state: 'working' }, range: { before: NEVER }, limit: AT_ONCE }
  const { docs } = await world.store.list('requests', query)
  let touched = 0
  for (const { id } of docs) {
    if (world.clock.wall() >= until) return { touched, more: true }
    try {
      await workOff(world, id)
      touched += 1
    } catch (error) {
      logError(world.log, 'requests', error)
    }
  }
  return { touched, more: docs.length === AT_ONCE && touched > 0 }
}

export function requestView({ id, what, at, state, text, matter, to, answer, steps }: RequestRecord): RequestView {
  return {
    id,
    what,
    whatText: requestTexts[what],
    at,
    state,
    stateText: requestStates[state],
    ...(text && { text }),
    ...(matter && { matter }),
    ...(to && { to: to.name }),
    ...(answer && { answer: { at: answer.at, by: answer.by.name, text: answer.text } }),
    items: steps.map(({ matter, title, outcome, text }) => ({ ...(matter && { matter }), title, outcome, text })),
  }
}

/** To whoever answers it: which matter, and who asks. */
export const requestRow = (record: RequestRecord): RequestRow => ({
  ...requestView(record),
  title: record.title ?? requestTitles.matter,
  person: record.name ?? '',
})
