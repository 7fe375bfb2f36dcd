import type { Calendar } from '@/domain/calendar'
import type { Subject } from '@/domain/lawyer-card'
import type { Policy } from '@/domain/policy'
import type { Absence, Festival, Layer, RotaProblem, Seat, Shift } from '@/domain/rota-types'
import type { Day } from '@/domain/time'

export type DraftPerson = { id: string; languages: readonly string[]; subjects: readonly Subject[] }
/** `rather` false: I would rather not stand in a shift that starts on that day. */
export type DraftWish = { person: string; day: Day; rather: boolean }
/** `shared` only where the seat isn't one of those that are drafted. */
export type SeatShift = Shift & { seat: string; shared?: boolean }

export type DraftRequest = {
  /** `2026-10` */
  month: string
  /** The seats to be drafted. */
  seats: readonly Seat[]
  people: readonly DraftPerson[]
  /** Ids of those who may stand in each seat; a seat that isn't named has nobody. */
  eligible: Readonly<Record<string, readonly string[]>>
  /** Only to know at which hours shifts change. */
  layers?: readonly Layer[]
  absences?: readonly Absence[]
  wishes?: readonly DraftWish[]
  /** Weighted minutes that each has stood so far. */
  ledger?: Readonly<Record<string, number>>
  /** A seat isn't drafted while a festival of its own lasts; who stands in it counts for rest, fairness and language. */
  festivals?: readonly Festival[]
  /** What stands already: the days before and after the month, and seats that aren't drafted here. */
  beside?: readonly SeatShift[]
  calendar: Calendar
  policy: Policy
  /** Another seed breaks ties otherwise; left out, ties go by id. */
  seed?: number
}

/** Why somebody who may stand in a seat didn't get a shift of it. */
export const draftRules = ['leave', 'need', 'two-seats', 'rest', 'too-long'] as const
export type DraftRule = (typeof draftRules)[number]

/** What the draft leaves open. `rules`: how many of the seat's people each rule kept out; empty: it has nobody at all. */
export type Unmet = { problem: RotaProblem; rules: { rule: DraftRule; people: number }[] }

export type MonthDraft = {
  /** One for each seat, from its first shift of the month to its first one of the next. */
  rosters: Festival[]
  unmet: Unmet[]
  wishes: { met: number; all: number }
  /** Weighted minutes of this month alone, by person; nobody who may stand is left out. */
  loads: Record<string, number>
  /** Smaller is better; compares only drafts of one request. */
  score: number
}
