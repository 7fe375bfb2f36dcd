import { createHash } from 'node:crypto'
import type { Aid } from '@/domain/aid-types'
import type { Calendar } from '@/domain/calendar'
import { isDisowned } from '@/domain/forwarding'
import { consentDueAt } from '@/domain/forwarding-time'
import type { LimitationLaw } from '@/domain/limitation'
import { dueAt } from '@/domain/matter'
import type { Matter, MatterEvent } from '@/domain/matters'
import type { Notice } from '@/domain/notice'
import type { Policy } from '@/domain/policy'
import { earliest, type Instant, NEVER } from '@/domain/time'
import { kindOfState } from './kinds'
import { type Body, numbered, upToDate } from './migrations'
import type { Doc, Write } from './ports'
import type { Sealer } from './seal'

/** An event as it lies in history: public parts open, personal parts one sealed blob that can be erased. */
export type StoredEvent = {
  seq: number
  at: string
  type: string
  sealed?: string
  /** The blob is gone; the chain goes on over what it came to. */
  erased?: string
} & Record<string, unknown>
export type OutboxItem = Notice & { id: string }

/** One matter as the pipeline holds it: `version` 0 means that no store has it yet. */
export type Opened<S extends Matter = Matter> = {
  id: string
  version: number
  state: S
  events: StoredEvent[]
  seq: number
  /** Grows with every step somebody took; what time alone did leaves it as it was. Pages compare with it. */
  revision: number
  /** Hash chain over every event so far; changing or dropping one breaks all later heads. */
  head: string
  /** The last requests that this matter has answered: keyed name and digest of each. */
  seen: [request: string, digest: string][]
  outbox: OutboxItem[]
  /** What newer code keeps beside these: written back as it was found. */
  more?: Body
}

/** The shape of a matter since which there are kinds that older code can't open. */
const SINCE: Partial<Record<Matter['kind'], number>> = { question: 3, grievance: 4, visit: 5 }
const KEPT_EVENTS = 50
/** Since when a matter may be shut: older code would open it. */
const SHUT_SINCE = 5
/** Since when she may have to be asked first: older code would show it to whoever entered it. */
const ASKED_SINCE = 5
// A document stays under 64 KB whatever people write, so history also spills by size.
const KEPT_BYTES = 12_000
const KEPT_REQUESTS = 32

/** Events that move a state on but that nobody needs to read later. */
export const QUIET: readonly string[] = ['LawyerStillSought', 'OfferSeen'] satisfies MatterEvent['type'][]

/** Talk goes on beside the steps: a page that was read before a word came isn't out of date. */
const TALK: readonly string[] = ['MessageSent'] satisfies MatterEvent['type'][]

/** Whether somebody took a step that a page may have to be read again for. */
export const isStep = (type: string): boolean => !QUIET.includes(type) && !TALK.includes(type)

const place = (id: string, field: string) => ({ collection: 'matters', id, field })

/** An appointment sorts by its hour among what is due. */
const meetsAt = (state: Matter): Instant => (state.kind === 'visit' && state.hour ? state.hour.start : NEVER)

const opensFrom = ({ kind, shut, consentCheck }: Matter): number =>
  Math.max(SINCE[kind] ?? 0, shut ? SHUT_SINCE : 0, consentCheck ? ASKED_SINCE : 0)

/** One of an earlier version is brought up to date; throws WrittenByNewer where only newer code may open it. */
export function openMatter({ id, version, body }: Doc, seal: Sealer): Opened {
  const unsealed = ({ state, outbox, ...open }: Body): Body => {
    const { personal, ...rest } = state as Record<string, string>
    return {
      ...open,
      state: { ...rest, personal: seal.unseal(place(id, 'personal'), personal ?? '') },
      outbox: outbox ? seal.unseal(place(id, 'outbox'), String(outbox)) : [],
    }
  }
  const { state, events, seq, revision, head, seen, outbox, ...more } = upToDate('matters', JSON.parse(body), unsealed)
  return { id, version, state, events, seq, revision, head, seen, outbox, more } as Opened
}

/** One that is known to be legal aid. Throws where it isn't. */
export function openAid(doc: Doc, seal: Sealer): Opened<Aid> {
  const matter = openMatter(doc, seal)
  const { state } = matter
  if (state.kind !== 'aid') throw new Error(`${doc.id} is no legal aid`)
  return { ...matter, state }
}

export function matterWrite(
  matter: Opened,
  { seal, calendar, limitations }: { seal: Sealer; calendar: Calendar; limitations: LimitationLaw },
  policy: Policy,
): Write {
  const { id, version, state, events, seq, revision, head, seen, outbox, more } = matter
  const { kind, stage, open, topic, createdAt } = state
  const body = numbered('matters', {
    // Code from before there was this kind can't open one, nor one that is shut.
    ...(opensFrom(state) > 0 && { opensFrom: opensFrom(state) }),
    ...more,
    state: { ...state, personal: seal.seal(place(id, 'personal'), state.personal) },
    events,
    seq,
    revision,
    head,
    seen,
    outbox: outbox.length > 0 ? seal.seal(place(id, 'outbox'), outbox) : '',
  })

  return {
    collection: 'matters',
    id,
    expected: version,
    keys: {
      kind,
      stage,
      open,
      desk: state.shut ? [] : kindOfState(state).desks(state),
      dueAt: earliest(dueAt(state.clocks), meetsAt(state), consentDueAt(state)),
      // What still has to be told wakes the sweep at once, should this process die before it tells.
      wakeAt: state.shut
        ? NEVER
        : outbox.length > 0
          ? createdAt
          : kindOfState(state).wakeAt(state, policy, calendar, limitations),
      place: state.place.code,
      topic,
      createdAt,
    },
    body: JSON.stringify(body),
  }
}

/** The matter with these events behind it, and the page of history that spilled over, if one did. */
export function append(
  matter: Opened,
  events: MatterEvent[],
  state: Matter,
  seal: Sealer,
): { matter: Opened; spill?: Write } {
  let { seq, head } = matter
  let stored = [...matter.events]
  for (const event of events) {
    // What was said in her name she never said.
    if (isDisowned(state, event)) stored = stored.map(withoutSealed)
    if (QUIET.includes(event.type)) continue
    seq += 1
    const entry = sealEvent(matter.id, seq, event, seal)
    head = chained(head, entry)
    stored.push(entry)
  }
  const next = { ...matter, state, events: stored, seq, head }
  const sizes = stored.map((event) => JSON.stringify(event).length)
  if (stored.length <= KEPT_EVENTS && sum(sizes) <= KEPT_BYTES) return { matter: next }
  // Half of it goes, so that a long matter spills once in a while and not on every step.
  let gone = 0
  while (stored.length - gone > KEPT_EVENTS / 2 || sum(sizes.slice(gone)) > KEPT_BYTES / 2) gone += 1
  const page = stored[0]?.seq ?? 0
  return {
    matter: { ...next, events: stored.slice(gone) },
    spill: {
      collection: 'history',
      id: `${matter.id}:p${page}`,
      expected: 0,
      keys: { matter: matter.id, page },
      body: JSON.stringify(stored.slice(0, gone)),
    },
  }
}

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0)

function sealEvent(id: string, seq: number, event: MatterEvent, seal: Sealer): StoredEvent {
  const { personal, ...open } = event as MatterEvent & { personal?: unknown }
  const sealed = personal === undefined ? {} : { sealed: seal.seal(place(id, `event:${seq}`), personal) }
  return { ...open, seq, ...sealed }
}

/** What was sealed of an event; empty where it was erased. */
export const openEvent = (seal: Sealer, id: string, { seq, sealed }: StoredEvent): Record<string, never> =>
  sealed ? (seal.unseal(place(id, `event:${seq}`), sealed) as Record<string, never>) : {}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')

function chained(head: string, { sealed, erased, ...open }: StoredEvent): string {
  return sha256(`${head}\n${JSON.stringify(open)}\n${sealed ? sha256(sealed) : (erased ?? '')}`)
}

/** The event without what was sealed of it; the chain holds as before. */
export const withoutSealed = ({ sealed, ...event }: StoredEvent): StoredEvent =>
  sealed ? { ...event, erased: sha256(sealed) } : event

/** Whether a run of events, from a known head, ends in the head the matter carries. */
export const chainHolds = (from: string, events: StoredEvent[], head: string): boolean =>
  events.reduce(chained, from) === head

/** The first request made the matter and is never forgotten: its retry is answered however late it comes. */
export const remember = (matter: Opened, request: string, digest: string): Opened => {
  const [first, ...rest] = [...matter.seen, [request, digest] as [string, string]]
  return { ...matter, seen: first ? [first, ...rest.slice(1 - KEPT_REQUESTS)] : [] }
}

/** The name of whoever brought an event about, where it may be told: the applicant's own steps carry none. */
export function authorOf({ by }: StoredEvent, matter: Matter): string | undefined {
  // Whoever acted for the bureau stands in the event with his name; an id alone may be the applicant's.
  if (by && typeof by === 'object') return (by as { name?: string }).name
  return knownIn(matter).find((known) => known && known.id === by)?.name
}

function knownIn(matter: Matter) {
  switch (matter.kind) {
    case 'question':
      return [matter.taker?.ref, matter.helper, matter.routed?.to]
    case 'aid':
      return [matter.lawyer?.ref, matter.helper, matter.decision?.by, matter.reviewed?.by]
    // Who works on it stands in each event with his name; whoever entered it may be hidden.
    case 'grievance':
    case 'visit':
      return []
  }
}
