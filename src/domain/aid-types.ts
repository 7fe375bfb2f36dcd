import type { CaseNumber, NumberGiven, SignedDocument } from './aid-documents'
import type { TurnPersonal, Turns } from './aid-turn-types'
import type { Circumstances, OnDuty, PersonRef } from './decider'
import type { Match, Proposal, Reason } from './matching'
import type { MatterCore, PlaceRef } from './matter'
import type { NearHit, Sounds } from './near'
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
export type AidPersonal = Spoken &
  TurnPersonal & {
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
    /** Property or evidence has to be held fast by a court now. */
    preservation?: boolean
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
  | Exclude<keyof TurnPersonal, 'criminal' | 'employment' | 'sounds'>
export type Told = Omit<AidPersonal, Later>

/** What is said when it begins, and may stand in a list. */
export type Form = {
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
  /** One of several people with one claim, entered on one form: the `nth` of `count`, from 1. */
  groupClaim?: { id: string; count: number; nth: number }
}

export type By = { at: Instant; by: PersonRef }

export type Aid = MatterCore &
  Omit<Form, 'callFrom'> &
  Turns & {
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
    changeRuled?: By & { ok: boolean; of?: 'frozen' | 'leaving' | 'asked' }
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
    /** Numbers of its papers, cancelled ones too; what was signed and photographed. */
    numbers?: NumberGiven[]
    signed?: SignedDocument[]
    /** Who had it before the lawyer who has it now. */
    replaced?: By
    personal: AidPersonal
  }
export type AidState = { stage: 'blank' } | Aid

export type AidGiven = Circumstances & {
  /** Who answers for the centre's duty seat now. */
  duty: OnDuty
  /** Somebody else of the centre, who confirms what this actor proposes. */
  second?: OnDuty
  /** A supervisor who had no part in it: who rules on an objection, a second leave, a false promise. */
  above?: OnDuty
  /** The lawyers who fit, where the command may assign one. */
  match?: Match
  /** After this edit the wall shuts out the lawyer who holds it. */
  hit?: boolean
  /** After this edit: whose names on the other side of his are like these, and were never compared. */
  near?: readonly NearHit[]
  /** How the names sound that this command leaves in the matter. */
  sounds?: Sounds
  /** This matter's number in the draw of the sample, from 0 up to 1. */
  draw?: number
  /** The next free number of the paper that this command makes. */
  no?: CaseNumber
  /** The next free number of a decision to grant, where it makes that one as well. */
  grantNo?: CaseNumber
}
export type Chosen = Proposal

/** A lawyer holds the matter, and it counts in his load. */
export const holdsLawyer = (state: AidState): boolean => state.stage === 'assigned' || state.stage === 'in-hand'

/** Provided before its papers were whole (法律援助法 44): they are still asked for and still come in. */
export const owesLater = ({ providedFirst, stage }: Pick<Aid, 'providedFirst' | 'stage'>): boolean =>
  WORKED_ON.includes(stage) && providedFirst !== undefined && providedFirst.regularised === undefined
const WORKED_ON: readonly AidStage[] = ['granted-unassigned', 'assigned', 'in-hand', 'closing']

/** Nothing is told anew or taken back any more: what is still to do is to look at how it ended. */
export const isOver = ({ open, stage }: Pick<Aid, 'open' | 'stage'>): boolean => !open || OVER.includes(stage)
/** Over for its lawyer: what is still to do is the centre's. */
export const leftToCentre = ({ stage }: Pick<Aid, 'stage'>): boolean => OVER.includes(stage) && stage !== 'closing'
const OVER: readonly AidStage[] = ['closing', 'closed', 'terminated', 'objected']
