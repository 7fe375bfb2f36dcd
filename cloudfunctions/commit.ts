import { aid, settleAid } from '@/domain/aid'
import { type Aid, type AidCommand, type AidEvent, type AidGiven, type AidState, holdsLawyer } from '@/domain/aid-types'
import { type Actor, type Circumstances, isRefusal, type Refusal, refuse } from '@/domain/decider'
import { searchAgainAt } from '@/domain/desk'
import { personless } from './actor'
import { type Cards, circumstances, matchFor, readCard, readCards } from './circumstances'
import { append, authorOf, matterWrite, type Opened, openMatter, QUIET, remember } from './matter-document'
import { drain, outboxOf } from './outbox'
import type { Write } from './ports'
import { writeLawyer } from './records'
import type { World } from './world'

/** One command on one matter: read, settle, decide, write once. A lost race decides again on what is there now. */
export type Intent = {
  id: string
  actor: Actor
  /** Without one, only time does its work. */
  command?: () => AidCommand
  /** The keyed name of the request and the digest of its body; the same request is answered once. */
  request?: { key: string; digest: string }
  /** Only if nothing changed since the page was read. */
  version?: number
  /** Whether the actor may do this to that matter; asked again on every try. */
  permit?: (state: Aid) => boolean
  /** What goes into the same save: a new matter's query code, the files it names. Asked again on every try. */
  beside?: () => Promise<Write[]>
}
export type Outcome = { matter: Opened } | Refusal

const ATTEMPTS = 24

export async function commit(world: World, intent: Intent): Promise<Outcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const outcome = await attemptOnce(world, intent)
    if (outcome !== 'lost') return outcome
    await pause(Math.random() * Math.min(2 ** attempt, 32))
  }
  return refuse('matter.busy')
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function attemptOnce(world: World, intent: Intent): Promise<Outcome | 'lost'> {
  const { id, actor, request } = intent
  const now = world.clock.now()
  const doc = await world.store.get('matters', id)
  const matter = doc && openMatter(doc, world.seal)
  const answered = matter && answeredBefore(matter, request)
  if (answered) return answered === 'same' ? { matter } : refuse('request.reused')
  if (matter && intent.permit && !intent.permit(matter.state)) return notFound(id)

  const settled = matter ? settleAid(matter.state, { now, calendar: world.calendar }) : []
  const before = settled.reduce<AidState>(aid.evolve, matter?.state ?? aid.initial)
  const idle = !intent.command && settled.length === 0 && (doc?.keys.wakeAt ?? '') > now
  if (matter && idle) return { matter }

  const { duty, ...given } = await circumstances(world, actor, now)
  const command = intent.command ? intent.command() : duty && timesOwn(before, given)
  if (command && !duty) return refuse('county.nobody-on-duty')
  if (!matter && command?.type !== 'SubmitAid') return notFound(id)

  const looking = before.stage !== 'blank' && command && mayAssign(command) ? before : undefined
  const cards: Cards = looking ? await cardsFor(world, looking, command) : new Map()
  const match = looking && matchFor(world, offerable(looking, command), cards, given)
  const decided =
    command && duty ? aid.decide(before, command, { ...given, duty, ...(match && { match }) } satisfies AidGiven) : []
  // Asked only now, so that who was first is told by the rule that knows, and the winner's own repeat succeeds.
  if (matter && intent.version !== undefined && intent.version !== matter.revision && !settlesItself(decided))
    return changedBy(matter)
  if (isRefusal(decided)) return decided
  const events = [...settled, ...decided]
  if (!matter && events.length === 0) return notFound(id)
  // Whoever decided it before decides nothing now; a sweep still writes, to set the next wake-up.
  if (matter && command && events.length === 0 && matter.outbox.length === 0) return { matter }

  const state = decided.reduce<AidState>(aid.evolve, before) as Aid
  const opened = matter ?? { id, version: 0, state, events: [], seq: 0, revision: 0, head: '', seen: [], outbox: [] }
  const { matter: grown, spill } = append(opened, events, state, world.seal)
  const due = intent.command || before.stage === 'blank' ? now : searchAgainAt(before, given.policy['aid.retryMinutes'])
  const told = {
    ...grown,
    revision: opened.revision + (decided.some(({ type }) => !QUIET.includes(type)) ? 1 : 0),
    outbox: [...opened.outbox, ...outboxOf(world, opened, events, { now, due })],
  }
  const next = request && decided.length > 0 ? remember(told, request.key, request.digest) : told
  const retry = given.policy['aid.retryMinutes']
  const guards = await guardWrites(world, id, matter?.state, state, cards, now)
  const beside = decided.length > 0 && intent.beside ? await intent.beside() : []
  const writes = [matterWrite(next, world.seal, retry), ...guards, ...(spill ? [spill] : []), ...beside]
  const saved = await world.store.save(writes)
  if (!saved.ok) return 'lost'
  const drained = await drain(world, { ...next, version: opened.version + 1 }, retry)
  const left = holderOf(matter?.state)
  if (left && left !== holderOf(state)) await offerTheFree(world)
  return { matter: drained }
}

const LOOKED_FOR = 10

/** Somebody is free: those that wait for a lawyer are looked at at once; should this be lost, the sweep comes by. */
async function offerTheFree(world: World): Promise<void> {
  const where = { desk: 'unit:centre', stage: 'granted-unassigned' }
  const { docs } = await world.store.list('matters', { index: 'byDeskStage', where, limit: LOOKED_FOR })
  for (const { id } of docs)
    await commit(world, { id, actor: personless, command: () => ({ type: 'FindLawyerAgain' }) })
}

/** A repeat of what one did oneself, or a lost race that the rule can name the winner of. */
const settlesItself = (decided: AidEvent[] | Refusal): boolean =>
  isRefusal(decided) ? decided.refused === 'matter.changed' : decided.length === 0

/** Somebody took a step since the page was read: who, where that may be told, and when. */
function changedBy({ events, state }: Opened): Refusal {
  const step = events.findLast((event) => !event.type.startsWith('Clock'))
  const by = step && authorOf(step, state)
  return refuse('matter.changed', { ...(by && { by }), at: step?.at })
}

/** What time does by itself, at a sweep or a touch: it looks again for a lawyer whom a reviewer has granted. */
const timesOwn = (state: AidState, { policy, now }: Circumstances): AidCommand | undefined =>
  state.stage !== 'blank' && searchAgainAt(state, policy['aid.retryMinutes']) <= now
    ? { type: 'FindLawyerAgain' }
    : undefined

const mayAssign = (command: AidCommand): boolean =>
  command.type === 'GrantAid' ||
  command.type === 'FindLawyerAgain' ||
  (command.type === 'AnswerConflict' && command.conflict)

const notFound = (id: string): Refusal => refuse(id.startsWith('aid:') ? 'aid.not-found' : 'matter.not-found')

function answeredBefore(matter: Opened, request: Intent['request']): 'same' | 'other' | undefined {
  const before = request && matter.seen.find(([key]) => key === request.key)
  return before && (before[1] === request?.digest ? 'same' : 'other')
}

/** Everybody matching looks at, and the one the reviewer asked for even where he is not among them. */
async function cardsFor(world: World, state: Aid, command: AidCommand | undefined): Promise<Cards> {
  const cards = await readCards(world, state.place.town)
  const asked = command?.type === 'GrantAid' ? command.lawyer : undefined
  const extra = asked && !cards.has(asked) ? await readCard(world, asked) : undefined
  return extra ? cards.set(extra.card.person, extra) : cards
}

/** Who has just said that he is bound is not offered the matter again in the same breath. */
const offerable = (state: Aid, command: AidCommand | undefined): Aid =>
  command?.type === 'AnswerConflict' && state.lawyer
    ? { ...state, offered: [...state.offered, state.lawyer.ref.id] }
    : state

const holderOf = (state: AidState | undefined): string | undefined =>
  state && state.stage !== 'blank' && holdsLawyer(state) ? state.lawyer?.ref.id : undefined

/** The cards of whoever takes or leaves the matter: written in the same save, so capacity can't be overrun. */
async function guardWrites(
  world: World,
  id: string,
  was: AidState | undefined,
  is: Aid,
  cards: Cards,
  now: string,
): Promise<Write[]> {
  const before = holderOf(was)
  const holder = holderOf(is)
  if (before === holder) return []
  const writes: Write[] = []
  for (const person of [before, holder]) {
    const found = person && (cards.get(person) ?? (await readCard(world, person)))
    if (!found) continue
    const { card, version } = found
    const matters = card.matters.filter((held) => held !== id)
    const next = person === holder ? { ...card, matters: [...matters, id], lastOfferAt: now } : { ...card, matters }
    writes.push(writeLawyer(world, next, version))
  }
  return writes
}
