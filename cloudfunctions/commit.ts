import type { Problem } from '@/contract/check'
import { type Actor, isRefusal, type OnDuty, type Refusal, refuse } from '@/domain/decider'
import type { Matter, MatterEvent } from '@/domain/matters'
import type { Policy } from '@/domain/policy'
import { personless } from './actor'
import { circumstances, secondPerson } from './circumstances'
import { type Blank, type Command, kindOf } from './kinds'
import { logError } from './log'
import { append, authorOf, isStep, matterWrite, type Opened, openMatter, remember } from './matter-document'
import { drain, outboxOf } from './outbox'
import { StoreBusy, type Write } from './ports'
import type { World } from './world'

/** One command on one matter: read, settle, decide, write once. A lost race decides again on what is there now. */
export type Intent = {
  id: string
  actor: Actor
  /** Without one, only time does its work. */
  command?: () => Command
  /** The keyed name of the request and the digest of its body; the same request is answered once. */
  request?: { key: string; digest: string }
  /** Only if nothing changed since the page was read. */
  version?: number
  /** Whether the actor may do this to that matter; asked again on every try. */
  permit?: (state: Matter) => boolean
  /** What goes into the same save, asked again on every try: meanwhile somebody may have taken the slip or the file. */
  beside?: (is: Matter) => Promise<Beside>
}
/** A new matter's query code, the slip and the files that a command names; or what is wrong with them. */
export type Beside = { writes: Write[]; problems: Problem[] }
export type Outcome = { matter: Opened } | Refusal | { invalid: Problem[] }

const ATTEMPTS = 24
// As the store holds it: more is refused in words, never by a fault.
const MATTER_BYTES = 64 * 1024
// A full matter's clocks still fall due, and nobody reads what time is refused: people leave it this room.
const TIMES_OWN_BYTES = 4 * 1024

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
  const kind = kindOf(id)
  const doc = kind && (await world.store.get('matters', id))
  if (!kind) return notFound(id)
  const matter = doc && openMatter(doc, world.seal)
  const answered = matter && answeredBefore(matter, request)
  if (answered) return answered === 'same' ? { matter } : refuse('request.reused')
  if (matter && intent.permit && !intent.permit(matter.state)) return notFound(id)

  const settled = matter ? kind.settle(matter.state, { now, calendar: world.calendar }) : []
  const before = settled.reduce<Matter | Blank>(kind.evolve, matter?.state ?? BLANK)
  const idle = !intent.command && settled.length === 0 && (doc?.keys.wakeAt ?? '') > now
  if (matter && idle) return { matter }

  const { duty: seat, ...given } = await circumstances(world, actor, now)
  const own = seat && isBegun(before) ? kind.timesOwn(before, given) : undefined
  const command = intent.command ? intent.command() : own
  const owner = isBegun(before) ? before.owner : command ? kind.ownerOf(command) : undefined
  const duty = seat && (await notHerOwn(world, seat, owner))
  if (command && !duty) return refuse('county.nobody-on-duty')
  if (!matter && !(command && kind.begins.includes(command.type))) return notFound(id)

  const asked = command && duty ? { command, given: { ...given, duty } } : undefined
  const found = asked && (await kind.consider(world, intent, before, asked.command, asked.given))
  const decided = asked && found ? kind.decide(world, before, asked.command, asked.given, found) : []
  // Asked only now, so that who was first is told by the rule that knows, and the winner's own repeat succeeds.
  if (matter && intent.version !== undefined && intent.version !== matter.revision && !settlesItself(decided))
    return changedBy(matter)
  if (isRefusal(decided)) return decided
  const events = [...settled, ...decided]
  if (!matter && events.length === 0) return notFound(id)
  // Whoever decided it before decides nothing now; a sweep still writes, to set the next wake-up.
  if (matter && command && events.length === 0 && matter.outbox.length === 0) return { matter }

  const state = decided.reduce<Matter | Blank>(kind.evolve, before) as Matter
  const opened = matter ?? { id, version: 0, state, events: [], seq: 0, revision: 0, head: '', seen: [], outbox: [] }
  const { matter: grown, spill } = append(opened, events, state, world.seal)
  const due = intent.command || !isBegun(before) ? now : kind.wasDue(before, given)
  const told = {
    ...grown,
    revision: opened.revision + (decided.some(({ type }) => isStep(type)) ? 1 : 0),
    outbox: [...opened.outbox, ...(await outboxOf(world, opened, events, { now, due }))],
  }
  const next = request && decided.length > 0 ? remember(told, request.key, request.digest) : told
  const written = matterWrite(next, world, given.policy)
  const room = intent.command ? MATTER_BYTES - TIMES_OWN_BYTES : MATTER_BYTES
  if (Buffer.byteLength(written.body) > room) return refuse('matter.full')
  const step = { id, was: matter?.state ?? BLANK, is: state, events: decided, now }
  const guards = found ? await kind.guards(world, step, found) : []
  const beside = decided.length > 0 && intent.beside ? await intent.beside(state) : { writes: [], problems: [] }
  if (beside.problems.length > 0) return { invalid: beside.problems }
  const writes = [written, ...guards, ...(spill ? [spill] : []), ...beside.writes]
  const saved = await world.store.save(writes)
  if (!saved.ok) return 'lost'
  const kept = { ...next, version: opened.version + 1 }
  const act = (other: string, next: Command) => commit(world, { id: other, actor: personless, command: () => next })
  return { matter: await afterwards(world, intent, kept, given.policy, () => kind.afterwards(world, step, act)) }
}

const BLANK: Blank = { stage: 'blank' }
const isBegun = (state: Matter | Blank): state is Matter => state.stage !== 'blank'

/**
 * Letters go out, and whoever waits for the lawyer who was freed is looked at. The step stands by then: where the store
 * is too busy for the rest, its author isn't told that nothing happened, and the sweep goes on with it.
 */
async function afterwards(
  world: World,
  { request }: Intent,
  kept: Opened,
  policy: Policy,
  more: () => Promise<void>,
): Promise<Opened> {
  try {
    const drained = await drain(world, kept, policy)
    await more()
    return drained
  } catch (error) {
    if (!request || !(error instanceof StoreBusy)) throw error
    logError(world.log, `after ${kept.id}`, error)
    return kept
  }
}

/** Whoever is on duty doesn't answer for her own matter: another of the centre does. */
const notHerOwn = async (world: World, duty: OnDuty, owner: string | undefined): Promise<OnDuty> =>
  duty.id === owner ? ((await secondPerson(world, duty, [duty.id])) ?? duty) : duty

/** A repeat of what one did oneself, or a lost race that the rule can name the winner of. */
const settlesItself = (decided: MatterEvent[] | Refusal): boolean =>
  isRefusal(decided) ? decided.refused === 'matter.changed' : decided.length === 0

/** Somebody took a step since the page was read: who, where that may be told, and when. */
function changedBy({ events, state }: Opened): Refusal {
  const step = events.findLast((event) => !event.type.startsWith('Clock'))
  const by = step && authorOf(step, state)
  return refuse('matter.changed', { ...(by && { by }), at: step?.at })
}

const notFound = (id: string): Refusal => refuse(`${kindOf(id)?.name ?? 'matter'}.not-found`)

function answeredBefore(matter: Opened, request: Intent['request']): 'same' | 'other' | undefined {
  const before = request && matter.seen.find(([key]) => key === request.key)
  return before && (before[1] === request?.digest ? 'same' : 'other')
}
