import type { ClockEvent } from './clock'
import type { Circumstances, OnDuty, PersonRef } from './decider'
import type { Match, Proposal, Reason } from './matching'
import type { MatterCore, PlaceRef } from './matter'
import type { Day, Instant } from './time'

export type AidStage =
  | 'submitted'
  | 'supplementing'
  | 'granted-unassigned'
  | 'assigned'
  | 'in-hand'
  | 'closing'
  | 'closed'
  | 'archived'
  | 'refusal-unconfirmed'
  | 'refused'
  | 'objected'
  | 'withdrawn'
  | 'transferred'
  | 'terminated'

export type Applicant = {
  name: string
  phone?: string
  idNumber?: string
  birth?: Day
  language?: 'zh' | 'mn'
  groups?: string[]
}
export type Party = {
  role: 'opponent' | 'co-party' | 'third'
  name: string
  idNumber?: string
  creditCode?: string
  phone?: string
}
export type Consent = {
  kind: 'voice' | 'signature' | 'witness'
  fileId?: string
  name?: string
  /** When it was given, where that was without signal and before it was sent. */
  takenAt?: Instant
}
export type Tell = 'person' | 'helper' | 'kin'
export type Progress = { at: Instant; text: string; change: boolean }

/** Sealed wherever it lies. */
export type AidPersonal = {
  applicant: Applicant
  story: string
  parties: Party[]
  /** Which body handles it, in her words. */
  body?: string
  groups: string[]
  consent?: Consent
  income?: string
  kin?: { name: string; phone: string }
  grantWhy?: string
  reports: Progress[]
  achieved?: string
}

/** What the form says of the person; the rest comes later. */
type Told = Omit<AidPersonal, 'grantWhy' | 'reports' | 'achieved'>

type Form = {
  for: 'self' | 'ward' | 'other'
  place: PlaceRef
  topic: string
  route: 'promise' | 'proof'
  evidence: string[]
  owner?: string
  helper?: PersonRef
  tell: Tell[]
  callFrom?: Instant
}

export type Aid = MatterCore &
  Omit<Form, 'callFrom'> & {
    kind: 'aid'
    stage: AidStage
    sentAt: Instant
    lawyer?: { ref: PersonRef; score: number; reasons: Reason[]; conflict: 'asked' | 'clear'; at: Instant }
    /** Who had it and left: never proposed again. */
    offered: string[]
    decision?: { at: Instant; by: PersonRef }
    escalated?: { at: Instant; to: PersonRef; triedAt: Instant }
    reviewed?: { at: Instant; by: PersonRef; ok: boolean }
    result?: string
    papers: string[]
    personal: AidPersonal
  }
export type AidState = { stage: 'blank' } | Aid

export type AidCommand =
  | (Form & { type: 'SubmitAid'; personal: Told })
  | { type: 'GrantAid'; lawyer?: string; why?: string }
  | { type: 'FindLawyerAgain' }
  | { type: 'AnswerConflict'; conflict: boolean; why?: string }
  | { type: 'TakeAid' }
  | { type: 'ReportContact'; how: 'call' | 'visit' | 'message'; note?: string }
  | { type: 'ReportMandate' }
  | { type: 'ReportProgress'; text: string; change: boolean }
  | { type: 'CloseAid'; result: string; text: string; papers: string[] }
  | { type: 'ReviewClose'; ok: boolean; why?: string }
  | { type: 'WithdrawAid'; why: string }
  | { type: 'RevealNumber' }

/** `personal` is sealed before an event is stored; everything else may stand in a list or a log. */
export type AidEvent =
  | ClockEvent
  | (Omit<Form, 'callFrom'> & {
      type: 'AidSubmitted'
      at: Instant
      by: string
      sentAt: Instant
      callFrom?: Instant
      responsible: OnDuty
      personal: Told
    })
  | { type: 'AidGranted'; at: Instant; by: PersonRef; personal: { why?: string } }
  | {
      type: 'LawyerAssigned'
      at: Instant
      lawyer: PersonRef
      score: number
      reasons: Reason[]
      how: 'first' | 'chosen'
    }
  | { type: 'AssignmentEscalated'; at: Instant; to: OnDuty }
  | { type: 'LawyerStillSought'; at: Instant; tried: true }
  | { type: 'ConflictDenied'; at: Instant; by: string }
  | { type: 'LawyerReleased'; at: Instant; lawyer: PersonRef; cause: 'conflict'; personal: { why?: string } }
  | { type: 'AidTaken'; at: Instant; by: string }
  | { type: 'ClientContacted'; at: Instant; by: string; how: 'call' | 'visit' | 'message'; personal: { note?: string } }
  | { type: 'MandateSigned'; at: Instant; by: string }
  | { type: 'ProgressReported'; at: Instant; by: string; change: boolean; personal: { text: string } }
  | {
      type: 'AidClosed'
      at: Instant
      by: string
      result: string
      papers: string[]
      responsible: OnDuty
      personal: { text: string }
    }
  | { type: 'CloseReviewed'; at: Instant; by: PersonRef; ok: boolean; personal: { why?: string } }
  | { type: 'NumberRevealed'; at: Instant; by: PersonRef }
  | { type: 'AidWithdrawn'; at: Instant; by: string; personal: { why: string } }

export type AidGiven = Circumstances & {
  /** Who answers for the centre's duty seat now. */
  duty: OnDuty
  /** The lawyers who fit, where the command may assign one. */
  match?: Match
}
export type Chosen = Proposal

/** A lawyer holds the matter, and it counts in his load. */
export const holdsLawyer = (state: AidState): boolean => state.stage === 'assigned' || state.stage === 'in-hand'
