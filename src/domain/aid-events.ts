import type { Completion } from './aid-commands'
import type { AidDocument, CaseNumber } from './aid-documents'
import type { AidForm, Custody, Helped, LeaveCause, TurnEvent } from './aid-turn-types'
import type { Agency, Form, Party, Told } from './aid-types'
import type { ClockEvent } from './clock'
import type { OnDuty, PersonRef } from './decider'
import type { Reason } from './matching'
import type { Sounds } from './near'
import type { Instant } from './time'

type Assigned = { lawyer: PersonRef; score: number; reasons: Reason[] }

/** `personal` is sealed before an event is stored; everything else may stand in a list or a log. */
export type AidEvent =
  | ClockEvent
  | TurnEvent
  | (Omit<Form, 'callFrom'> & {
      type: 'AidSubmitted'
      at: Instant
      by: string
      sentAt: Instant
      callFrom?: Instant
      responsible: OnDuty
      /** It came when nobody sits at the desk: whoever is on duty is told on the telephone. */
      outOfHours: boolean
      custody?: Custody
      personal: Told
    })
  | {
      type: 'AidCompleted'
      at: Instant
      by: string
      fields: string[]
      route?: 'promise' | 'proof'
      evidence: string[]
      personal: Completion & { sounds?: Sounds }
    }
  | {
      type: 'PapersListed'
      at: Instant
      by: PersonRef
      count: number
      nth: number
      personal: { items: { key: string; text: string }[]; why?: string }
    }
  | {
      type: 'PapersSupplied'
      at: Instant
      by: string
      count: number
      all: boolean
      personal: { items: { key: string; files: string[]; text?: string }[] }
    }
  /** Looked at after it was named: whoever sent it and whoever is responsible are told. */
  | { type: 'PaperUnreadable'; at: Instant; file: string; sender: string }
  | { type: 'PartiesChanged'; at: Instant; by: string; count: number; personal: { parties: Party[]; sounds?: Sounds } }
  | { type: 'ConflictAskedAgain'; at: Instant; lawyer: PersonRef }
  | { type: 'LawyerFrozen'; at: Instant; lawyer: PersonRef; to: OnDuty }
  | {
      type: 'ChangeRuled'
      at: Instant
      by: PersonRef
      ok: boolean
      /** What was ruled on; the wall, where it isn't said. */
      of?: 'frozen' | 'leaving' | 'asked'
      personal: { why: string }
    }
  | { type: 'AidGranted'; at: Instant; by: PersonRef; form?: AidForm; no?: CaseNumber; personal: { why?: string } }
  | { type: 'RefusalProposed'; at: Instant; by: PersonRef; article: string; to: OnDuty; personal: { why: string } }
  | { type: 'RefusalReturned'; at: Instant; by: PersonRef; to: PersonRef; personal: { why?: string } }
  | { type: 'AidRefused'; at: Instant; by: PersonRef; article: string; no?: CaseNumber }
  | { type: 'AidTransferred'; at: Instant; by: PersonRef; personal: Agency & { why: string } }
  | (Assigned & { type: 'LawyerAssigned'; at: Instant; by?: PersonRef; how: 'first' | 'chosen' })
  | (Assigned & { type: 'LawyerSwapped'; at: Instant; by: PersonRef; from: PersonRef; personal: { why: string } })
  | { type: 'AssignmentConfirmed'; at: Instant; by: PersonRef }
  | { type: 'AssignmentEscalated'; at: Instant; to: OnDuty }
  | { type: 'LawyerStillSought'; at: Instant; tried: true }
  | { type: 'ConflictDenied'; at: Instant; by: string }
  | {
      type: 'LawyerReleased'
      at: Instant
      lawyer: PersonRef
      /** `changed`: she asked for another. */
      cause: LeaveCause | 'changed'
      /** He asked to go himself. */
      left?: true
      files?: string[]
      /** Who hears of it where nobody ever decided on it: by notice. */
      to?: PersonRef
      personal: { why?: string }
    }
  | { type: 'AidTaken'; at: Instant; by: string }
  | {
      type: 'ClientContacted'
      at: Instant
      /** The lawyer's id; by name where it was the centre that spoke with her, after a bad rating. */
      by: string | PersonRef
      how: 'call' | 'visit' | 'message'
      personal: { note?: string }
    }
  | { type: 'MandateSigned'; at: Instant; by: string }
  | { type: 'ProgressReported'; at: Instant; by: string; change: boolean; personal: { text: string } }
  | {
      type: 'AidClosed'
      at: Instant
      by: string
      result: string
      papers: string[]
      responsible: OnDuty
      personal: { text: string; helped?: Helped }
    }
  | { type: 'CloseReviewed'; at: Instant; by: PersonRef; ok: boolean; sampled?: boolean; personal: { why?: string } }
  | {
      type: 'AidRated'
      at: Instant
      /** Absent where it was told on the telephone. */
      by?: string
      stars: number
      how: 'self' | 'call'
      /** A bad one is on somebody's desk until it is put right. */
      responsible?: OnDuty
      personal: { text?: string }
    }
  | {
      type: 'CalledBack'
      at: Instant
      by: PersonRef
      reached: boolean
      stars?: number
      responsible?: OnDuty
      personal: { note?: string }
    }
  | { type: 'AidRectified'; at: Instant; by: PersonRef; personal: { text: string } }
  | { type: 'NoteTaken'; at: Instant; by: PersonRef; personal: { text: string } }
  | { type: 'ResponsibleChanged'; at: Instant; by: PersonRef; to: PersonRef; personal: { why: string } }
  | { type: 'NumberRevealed'; at: Instant; by: PersonRef }
  | { type: 'DocumentSigned'; at: Instant; by: string; document: AidDocument; files: string[] }
  | { type: 'NumberCancelled'; at: Instant; by: PersonRef; was: CaseNumber; no: CaseNumber; personal: { why: string } }
  | { type: 'AidWithdrawn'; at: Instant; by: string; personal: { why: string } }
  | { type: 'AidDeemedWithdrawn'; at: Instant; by: PersonRef; personal: { call: string } }
