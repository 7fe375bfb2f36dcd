import type { Calendar } from './calendar'
import type { Actor, PersonRef } from './decider'
import type { Subject } from './lawyer-card'
import type { Policy } from './policy'
import type { Repeat } from './rota-layers'
import type { Overridden } from './rota-overrides'
import type { Day, Instant } from './time'

/** A place that must be covered. Kinds the product knows: town centre command hotline night. */
export type Seat = {
  id: string
  kind: string
  name?: string
  unit?: string
  /** How many must stand in it; one if it says nothing. */
  minimum?: number
  languages?: string[]
  subjects?: Subject[]
  /** When it must be covered; left out, at every minute. What runs past midnight belongs to the day it starts on. */
  hours?: { from: string; to: string; every?: Repeat }
  /** Whoever stands here may stand in another shared seat at the same minute. */
  shared?: boolean
  /** A person's id: who answers when nobody stands here. */
  head?: string
}

/** A repeating part of a seat's rota: people take turns, one period each, from the anchor on. */
export type Layer = {
  seat: string
  people: string[]
  every: Repeat
  /** `HH:mm`, when the turn changes. */
  handover: string
  anchor: Day
  /** Clock hours the layer is narrowed to; left out, its day runs from handover to handover. */
  from?: string
  to?: string
  priority: number
  /** Set where it may be changed by its id. */
  id?: string
}

export type Shift = { person: string; from: Instant; to: Instant }

/** Replaces the layers of its seat in its span: a hole in it is a gap. */
export type Festival = { seat: string; from: Instant; to: Instant; shifts: Shift[] }

/** Counts from when it is approved. `replace` and `remove` name whom in `out`; `replace` and `add` name who comes in `in`. */
export type Override = {
  id: string
  seat: string
  from: Instant
  to: Instant
  kind: 'replace' | 'add' | 'remove'
  in?: string
  out?: string
  why: string
  approvedAt?: Instant
  by?: PersonRef
}

/** Who isn't there, whatever the rota says: on leave, or 「开庭/会见中,到…」. */
export type Absence = {
  id: string
  person: string
  from: Instant
  to: Instant
  kind: 'leave' | 'away'
  why?: string
  at: Instant
}

/**
 * Two people exchange a shift. Asked, it changes nothing; agreed, `with` stands where `person` stood. A whole shift
 * (`whole`) is meant wherever it lies: it is the one of `person` in `seat` that begins on that day, moved or not.
 */
export type Swap = {
  id: string
  seat: string
  person: string
  with: string
  from: Instant
  to: Instant
  whole?: boolean
  /** What `person` takes over from `with` in exchange, in the same seat. */
  return?: { from: Instant; to: Instant; whole?: boolean }
  state: 'asked' | 'agreed' | 'declined'
  askedAt: Instant
  answeredAt?: Instant
  /** Set where it is the cover of a leave. */
  leave?: string
}

/** What was found wrong with a span of the rota before it was published. */
export type RotaProblem =
  | { code: 'gap'; seat: string; from: Instant; until: Instant; stand: number; minimum: number }
  | { code: 'no-mongolian'; from: Instant; until: Instant }
  | { code: 'short-rest'; person: string; from: Instant; until: Instant }
  | { code: 'two-seats'; person: string; seats: string[]; from: Instant; until: Instant }
  | { code: 'need'; seat: string; need: string; from: Instant; until: Instant }

/** Days that were published; `force` is why it was although problems were left. */
export type Publication = {
  from: Day
  to: Day
  by: PersonRef
  at: Instant
  force?: string
  problems: RotaProblem[]
}

/** The note at a change of seat; acknowledged by whoever comes. */
export type HandOver = {
  id: string
  seat: string
  at: Instant
  by: PersonRef
  note: string
  seen?: { by: PersonRef; at: Instant }
}

/**
 * Everything that says who stands where. `rosters` are months that were drafted, edited and published: each replaces its
 * seat's layers in its span, and a festival replaces it. What counts at an instant, strongest first: absence, the latest
 * override or agreed swap, festival, roster, layers.
 */
export type Rota = {
  seats: Seat[]
  layers: Layer[]
  festivals: Festival[]
  overrides: Override[]
  rosters?: Festival[]
  absences?: Absence[]
  swaps?: Swap[]
}

export type Why =
  | { code: 'layer'; every: Repeat; provisional?: true }
  | { code: 'festival' }
  | { code: 'roster' }
  | { code: 'swap'; swap: string; out: string }
  | ({ code: 'override' } & Overridden)

/** One person in one seat over `[from, until)`. */
export type Standing = { person: string; from: Instant; until: Instant; why: Why }
export type Span = { from: Instant; until: Instant }
/** `seat` is the one that was asked for; with `gap` nobody stood in it and this person answers instead. */
export type Answering = { person: string; seat: string; gap: boolean }

/** Where nobody stood there and `person` answers instead: a gap, or outside the seat's hours (`closed`). */
export type AnswerWhy = Why | { code: 'gap' } | { code: 'closed' }
/** Who answers for a seat over `[start, end)`. */
export type AnswerShift = { start: Instant; end: Instant; person: string; gap: boolean; why: AnswerWhy }
/** One person's time in one of the seats. */
export type PersonShift = Standing & { seat: string }

/** What an edit looks at besides the rota. */
export type RotaGiven = { now: Instant; actor: Actor; calendar: Calendar; policy: Policy }
/** Whoever may stand in a seat, as the guard sees him. */
export type RotaPerson = { id: string; languages: readonly string[]; subjects: readonly string[] }
