import type { ClockEvent } from './clock'
import type { Circumstances, OnDuty, PersonRef } from './decider'
import type { Match, Proposal, Reason } from './matching'
import type { MatterCore, PlaceRef } from './matter'
import type { Day, Instant } from './time'
import type { Spoken } from './transcription-types'

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
  readAloud?: boolean
  /** What whoever entered it said when asked whether the other side is kin of his; his name stands as `helper`. */
  opponentIsKin?: boolean
  /** When it was given, where that was without signal and before it was sent. */
  takenAt?: Instant
}
export type Tell = 'person' | 'helper' | 'kin'
export type Source = 'call' | 'counter' | 'group' | 'paper'
export type Progress = { at: Instant; text: string; change: boolean }
/** One list of papers that were asked for, each with what came in. */
export type PapersList = {
  at: Instant
  by: PersonRef
  why?: string
  items: { key: string; text: string; answered?: { at: Instant; text?: string; files: string[] } }[]
}
export type Agency = { agency: string; person?: string; phone?: string }
export type Note = { at: Instant; by: PersonRef; text: string }
export type Try = { at: Instant; by: PersonRef; reached: boolean; stars?: number; note?: string }

/** Sealed wherever it lies. */
export type AidPersonal = Spoken & {
  applicant: Applicant
  /** Empty where she said it and wrote nothing. */
  story: string
  parties: Party[]
  /** Which body handles it, in her words. */
  body?: string
  /** Where it happened, if that is in another county, in her words. */
  elsewhere?: string
  groups: string[]
  consent?: Consent
  income?: string
  happened?: Day
  deadline?: Day
  kin?: { name: string; phone: string }
  grantWhy?: string
  refuseWhy?: string
  transfer?: Agency & { why: string }
  lists: PapersList[]
  notes: Note[]
  reports: Progress[]
  achieved?: string
  ratingText?: string
  tries: Try[]
  rectified?: string
}

/** What the form says of the person; the rest comes later. */
type Later =
  | 'grantWhy'
  | 'refuseWhy'
  | 'transfer'
  | 'lists'
  | 'notes'
  | 'reports'
  | 'achieved'
  | 'ratingText'
  | 'tries'
  | 'rectified'
  | 'transcription'
type Told = Omit<AidPersonal, Later>

type Form = {
  for: 'self' | 'ward' | 'other'
  place: PlaceRef
  topic: string
  /** How hardship is shown; absent until a clerk has asked. */
  route?: 'promise' | 'proof'
  evidence: string[]
  owner?: string
  helper?: PersonRef
  tell: Tell[]
  source?: Source
  callFrom?: Instant
}

type By = { at: Instant; by: PersonRef }

export type Aid = MatterCore &
  Omit<Form, 'callFrom'> & {
    kind: 'aid'
    stage: AidStage
    sentAt: Instant
    lawyer?: {
      ref: PersonRef
      score: number
      reasons: Reason[]
      /** `frozen`: the wall found something after a party was added; the reviewer decides. */
      conflict: 'asked' | 'clear' | 'frozen'
      at: Instant
      /** Who assigned him; absent where the search did. */
      by?: PersonRef
    }
    /** Who had it and left: never proposed again. */
    offered: string[]
    decision?: By
    refusal?: By & { article: string; confirmed?: By }
    /** The second person sent a refusal back; absent once another is proposed. */
    returned?: By
    deemedWithdrawn?: By
    transferred?: By
    confirmed?: By
    changeRuled?: By & { ok: boolean }
    /** Who of the centre spoke with her after a bad rating. */
    spoke?: By
    escalated?: { at: Instant; to: PersonRef; triedAt: Instant }
    /** How often papers were asked for. */
    timesAsked: number
    /** The last few times that somebody was given the applicant's number. */
    calls: By[]
    reviewed?: By & { ok: boolean }
    rating?: { at: Instant; stars: number; how: 'self' | 'call' }
    /** A sample of closed matters is rung by somebody of the centre. */
    sampled?: boolean
    rectified?: By
    result?: string
    papers: string[]
    /** Files whose senders were told that nobody can open them. */
    unreadable?: string[]
    personal: AidPersonal
  }
export type AidState = { stage: 'blank' } | Aid

/** What may be filled in or put right later. */
export type Completion = Partial<
  Pick<AidPersonal, 'story' | 'body' | 'elsewhere' | 'income' | 'groups' | 'happened' | 'deadline'>
> & {
  applicant?: Partial<Applicant>
}

export type AidCommand =
  | (Form & { type: 'SubmitAid'; personal: Told })
  | { type: 'CompleteAid'; route?: 'promise' | 'proof'; evidence: string[]; personal: Completion }
  | { type: 'ListPapers'; items: { key: string; text: string }[]; why?: string }
  | { type: 'SupplyPapers'; items: { key: string; files: string[]; text?: string }[] }
  | { type: 'DeemWithdrawn'; call: string }
  | { type: 'ChangeParties'; parties: Party[] }
  | { type: 'GrantAid'; lawyer?: string; why?: string }
  | { type: 'RefuseAid'; article: string; why: string }
  | { type: 'ConfirmRefusal'; ok: boolean; why?: string }
  | { type: 'TransferAid'; to: Agency; why: string }
  | { type: 'AssignAid'; lawyer?: string; why?: string }
  | { type: 'RuleChange'; ok: boolean; why: string }
  | { type: 'FindLawyerAgain' }
  | { type: 'AnswerConflict'; conflict: boolean; why?: string }
  | { type: 'ConfirmAssignment' }
  | { type: 'SwapLawyer'; lawyer: string; why: string }
  | { type: 'TakeAid' }
  | { type: 'ReportContact'; how: 'call' | 'visit' | 'message'; note?: string }
  | { type: 'ReportMandate' }
  | { type: 'ReportProgress'; text: string; change: boolean }
  | { type: 'CloseAid'; result: string; text: string; papers: string[] }
  | { type: 'ReviewClose'; ok: boolean; why?: string }
  | { type: 'RateAid'; stars: number; text?: string }
  | { type: 'ReportCallBack'; reached: boolean; stars?: number; note?: string }
  | { type: 'ReportRectified'; text: string }
  | { type: 'WithdrawAid'; why: string }
  | { type: 'TellUnreadable'; file: string; sender: string }
  | { type: 'TakeNote'; text: string }
  | { type: 'Reassign'; to: PersonRef; why: string }
  | { type: 'RevealNumber' }

type Assigned = { lawyer: PersonRef; score: number; reasons: Reason[] }

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
      /** It came when nobody sits at the desk: whoever is on duty is told on the telephone. */
      outOfHours: boolean
      personal: Told
    })
  | {
      type: 'AidCompleted'
      at: Instant
      by: string
      fields: string[]
      route?: 'promise' | 'proof'
      evidence: string[]
      personal: Completion
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
  | { type: 'PartiesChanged'; at: Instant; by: string; count: number; personal: { parties: Party[] } }
  | { type: 'ConflictAskedAgain'; at: Instant; lawyer: PersonRef }
  | { type: 'LawyerFrozen'; at: Instant; lawyer: PersonRef; to: OnDuty }
  | { type: 'ChangeRuled'; at: Instant; by: PersonRef; ok: boolean; personal: { why: string } }
  | { type: 'AidGranted'; at: Instant; by: PersonRef; personal: { why?: string } }
  | { type: 'RefusalProposed'; at: Instant; by: PersonRef; article: string; to: OnDuty; personal: { why: string } }
  | { type: 'RefusalReturned'; at: Instant; by: PersonRef; to: PersonRef; personal: { why?: string } }
  | { type: 'AidRefused'; at: Instant; by: PersonRef; article: string }
  | { type: 'AidTransferred'; at: Instant; by: PersonRef; personal: Agency & { why: string } }
  | (Assigned & { type: 'LawyerAssigned'; at: Instant; by?: PersonRef; how: 'first' | 'chosen' })
  | (Assigned & { type: 'LawyerSwapped'; at: Instant; by: PersonRef; from: PersonRef; personal: { why: string } })
  | { type: 'AssignmentConfirmed'; at: Instant; by: PersonRef }
  | { type: 'AssignmentEscalated'; at: Instant; to: OnDuty }
  | { type: 'LawyerStillSought'; at: Instant; tried: true }
  | { type: 'ConflictDenied'; at: Instant; by: string }
  | { type: 'LawyerReleased'; at: Instant; lawyer: PersonRef; cause: 'conflict'; personal: { why?: string } }
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
      personal: { text: string }
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
  | { type: 'AidWithdrawn'; at: Instant; by: string; personal: { why: string } }
  | { type: 'AidDeemedWithdrawn'; at: Instant; by: PersonRef; personal: { call: string } }

export type AidGiven = Circumstances & {
  /** Who answers for the centre's duty seat now. */
  duty: OnDuty
  /** Somebody else of the centre, who confirms what this actor proposes. */
  second?: OnDuty
  /** The lawyers who fit, where the command may assign one. */
  match?: Match
  /** After this edit the wall shuts out the lawyer who holds it. */
  hit?: boolean
  /** This matter's number in the draw of the sample, from 0 up to 1. */
  draw?: number
}
export type Chosen = Proposal

/** A lawyer holds the matter, and it counts in his load. */
export const holdsLawyer = (state: AidState): boolean => state.stage === 'assigned' || state.stage === 'in-hand'
