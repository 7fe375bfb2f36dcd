import type { PersonRef } from './decider'
import type { Duration, Instant } from './time'

/** 提醒单 → 催办单 → 督办单 → 移交函: the notices on a clock, each rung once in a generation of it. */
export const rungs = ['remind', 'urge', 'supervise', 'transfer'] as const
export type Rung = (typeof rungs)[number]
/** A 督办单 waits for a leader, a 移交函 for two; the machine sends neither. */
export type PaperState = 'draft' | 'issued' | 'received' | 'replied' | 'cancelled'

/** A paper as its matter knows it. */
export type PaperRef = {
  /** `{matter}:{clock}:{generation}:{rung}`: so that no rung is written twice. */
  id: string
  rung: Rung
  /** Its number in its series and year, once it is issued: 「提醒单〔2026〕12号」 is made of it. */
  year: number
  n?: number
  clock: string
  generation: number
  state: PaperState
  /** When it should have been made, when it was, and how far apart the two lie. */
  dueAt: Instant
  at: Instant
  lateBy?: Duration
  /** To whom: the unit that has it then, or the command seat. */
  unit: { code: string; name: string }
  to: PersonRef
  /** Who has a copy: the head of the unit. */
  copy?: PersonRef
  /** Who made it by hand; absent where the machine did. */
  by?: PersonRef
  signs: { at: Instant; by: PersonRef }[]
  issuedAt?: Instant
  /** The new limit that a 督办单 sets. */
  until?: Instant
  receivedAt?: Instant
  receivedBy?: PersonRef
  repliedAt?: Instant
  repliedBy?: PersonRef
  cancelledAt?: Instant
  cancelledBy?: PersonRef
}

/** What was written by hand on a paper: on it, as its answer, and why it was taken back. Sealed wherever it lies. */
export type PaperText = { text?: string; reply?: string; why?: string }

export type LadderEvent =
  | {
      type: 'PaperIssued'
      at: Instant
      lateBy?: Duration
      /** Absent where the machine made it. */
      by?: PersonRef
      paper: PaperRef
      personal: { text?: string }
    }
  /** `before`: the leader it is laid before. */
  | {
      type: 'PaperDrafted'
      at: Instant
      lateBy?: Duration
      by?: PersonRef
      before?: PersonRef
      paper: PaperRef
      personal: { text?: string }
    }
  /** `n`: it is issued with this signature. `personal`: the leader's own words. */
  | {
      type: 'PaperSigned'
      at: Instant
      by: PersonRef
      paper: string
      n?: number
      until?: Instant
      personal?: { text: string }
    }
  | { type: 'PaperReceived'; at: Instant; by: PersonRef; paper: string }
  | { type: 'PaperReplied'; at: Instant; by: PersonRef; paper: string; personal: { text: string } }
  | { type: 'PaperCancelled'; at: Instant; by?: PersonRef; paper: string; personal: { why: string } }
