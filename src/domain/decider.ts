import type { Calendar } from './calendar'
import type { Limit } from './clock'
import type { LimitationLaw } from './limitation'
import type { Policy } from './policy'
import type { Instant } from './time'

/** The roles that a person may hold. */
export const personRoles = [
  'resident',
  'lawyer',
  'organisation',
  'guide',
  'village',
  'town',
  'department',
  'centre',
  'command',
  'supervisor',
  'admin',
] as const
export const roles = [...personRoles, 'visitor', 'system'] as const
export type Role = (typeof roles)[number]

/** Who acts, in which role and for which unit; `units` are all those of her other roles. `system` is time: the sweep. */
export type Actor = { id: string; name: string; role: Role; unit?: string; units?: readonly string[] }

/** A person as others may see her in a matter; `phone` is an office number, `unit` her organisation. */
export type PersonRef = { id: string; name: string; org?: string; unit?: string; phone?: string }

/** Whoever answers for a seat right now; `gap` tells that nobody stood in it and somebody else was named. */
export type OnDuty = PersonRef & { seat: string; gap: boolean }

/** What every decision may look at besides the matter. Nothing is fetched inside. */
export type Circumstances = {
  now: Instant
  actor: Actor
  calendar: Calendar
  /** data/limits.json: dated rows; the one in force on the day counts. */
  limits: readonly Limit[]
  policy: Policy
  /** data/limitations.json. */
  limitations?: LimitationLaw
}

/** The rules said no: an expected answer, so a value. `detail` says who was first, which article, how long. */
export type Refusal = { refused: string; detail?: Record<string, unknown> }
export const refuse = (refused: string, detail?: Record<string, unknown>): Refusal =>
  detail ? { refused, detail } : { refused }
export const isRefusal = (x: object): x is Refusal => 'refused' in x

export type Decider<State, Command, Event, Given extends Circumstances = Circumstances> = {
  initial: State
  decide: (state: State, command: Command, given: Given) => Event[] | Refusal
  evolve: (state: State, event: Event) => State
}

export const never = (x: never): never => {
  throw new Error(`unexpected ${JSON.stringify(x)}`)
}
