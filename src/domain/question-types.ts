import type { Consent, Source, Tell } from './aid-types'
import type { ClockEvent } from './clock'
import type { Circumstances, OnDuty, PersonRef } from './decider'
import type { LawyerCard } from './lawyer-card'
import type { LicenceRules, Reason, WallRule } from './matching'
import type { MatterCore, PlaceRef } from './matter'
import type { Duration, Instant } from './time'
import type { Spoken } from './transcription-types'

export const questionStages = ['open', 'taken', 'answered', 'routed', 'closed', 'withdrawn'] as const
export type QuestionStage = (typeof questionStages)[number]
export const offerStates = [
  'proposed',
  'delivered',
  'seen',
  'taken',
  'passed',
  'expired',
  'superseded',
  'blocked',
] as const
export type OfferState = (typeof offerStates)[number]
export const passReasons = ['busy', 'interest', 'other'] as const
export type PassReason = (typeof passReasons)[number]
export const nextSteps = ['aid', 'visit', 'grievance'] as const
export type NextStep = (typeof nextSteps)[number]

/** One person who was asked to take the question; `at` is when he really was, `lateBy` how far behind its wave. */
export type Offer = {
  to: PersonRef
  wave: number
  at: Instant
  lateBy?: Duration
  state: OfferState
  why?: PassReason
  answeredAt?: Instant
  /** When it ended without his answer: somebody else had the question. */
  endedAt?: Instant
  reasons: Reason[]
}

/** Sealed wherever it lies. */
export type QuestionPersonal = Spoken & {
  text?: string
  asker: { name?: string; phone?: string }
  consent?: Consent
  kin?: { name: string; phone: string }
  summary?: string
  /** What she said when she was asked whether it helped. */
  helpedText?: string
  tries: { at: Instant; by: PersonRef; reached: boolean; note: string }[]
  notes: { at: Instant; by: PersonRef; text: string }[]
  hire?: string
}
type Told = Omit<QuestionPersonal, 'summary' | 'helpedText' | 'tries' | 'notes' | 'hire' | 'transcription'>

type Form = {
  place: PlaceRef
  topic: string
  language: 'zh' | 'mn'
  /** The account of the asker; `code:{matter id}` where she has none and her query code stands for her. */
  owner?: string
  /** Whoever entered it for her. */
  helper?: PersonRef
  tell: Tell[]
  source?: Source
}

export type Question = MatterCore &
  Form & {
    kind: 'question'
    stage: QuestionStage
    /** Her promise runs from here: when she pressed send, or when the call began. */
    sentAt: Instant
    /** The last wave that was begun, counted from 0; -1 before the first. */
    wave: number
    /** At most 64, in the order they were made. */
    offers: Offer[]
    /** Since when nobody has it again, where its taker gave it back. */
    openSince?: Instant
    /** Who has it; `spokeAt` when he first wrote to her or asked for her number. */
    taker?: { ref: PersonRef; at: Instant; spokeAt?: Instant }
    routed?: { to: PersonRef; callBackAt: Instant; at: Instant; by?: PersonRef; chosen?: true; nobody?: true }
    answered?: { at: Instant; by: PersonRef; next?: NextStep }
    /** When the supervisor was told that the eight minutes were running out, or a promise was missed. */
    alarmedAt?: Instant
    helped?: { at: Instant; yes: boolean }
    /** What became of it: the aid application that carries on. */
    child?: string
    /** Messages so far, and when each side wrote last. */
    said: { count: number; askerAt?: Instant; staffAt?: Instant }
    /** Files that were sent in the conversation. */
    files: string[]
    calls: { at: Instant; by: PersonRef }[]
    /** Who said that she wants to hire him. */
    hiredBy?: PersonRef
    personal: QuestionPersonal
  }
export type QuestionState = { stage: 'blank' } | Question

/** One person who could be asked now: he stands in a seat, or asks for the question himself. */
export type DutyPerson = {
  ref: PersonRef
  languages: string[]
  reachable: boolean
  /** He stands in the seat of the question's own town. */
  ownTown: boolean
  /** He is in the centre's duty seat, or answers for it. */
  centre: boolean
  /** Absent where he is no lawyer. */
  card?: LawyerCard
  walled?: WallRule
}

/** What the next wave looks at: everybody on duty (64 at most), and whom to alarm. */
export type DutyRoll = { people: DutyPerson[]; supervisors: PersonRef[] }

export type QuestionGiven = Circumstances & {
  /** Who answers for the centre's duty seat now. */
  duty: OnDuty
  /** For the commands that make offers (AskQuestion, Advance, PassQuestion) or take one. */
  roll?: DutyRoll
  /** For TakeQuestion: the actor as the rota and the wall see him; absent when he stands in no seat now. */
  self?: DutyPerson
  /** For RouteQuestion and Reassign: why the named person can't be the one who rings. */
  unfit?: 'person-conflict' | 'person-away'
  /** For RingLater: who answers for the centre's duty seat at the hour she chose. */
  later?: OnDuty
  licences: LicenceRules
  topics: Readonly<Record<string, { subject: LawyerCard['subjects'][number] }>>
}

export type QuestionCommand =
  | (Form & { type: 'AskQuestion'; callFrom?: Instant; personal: Told })
  /** Time goes on: the next wave, the alarm, the end of the eight minutes. */
  | { type: 'Advance' }
  | { type: 'SeeOffer' }
  | { type: 'TakeQuestion' }
  | { type: 'PassQuestion'; why: PassReason }
  | { type: 'Say'; files: string[] }
  | { type: 'AnswerQuestion'; summary: string; next?: NextStep }
  | { type: 'RouteQuestion'; to: PersonRef; callBackAt: Instant }
  | { type: 'RingLater'; at: Instant }
  | { type: 'ReportTry'; reached: boolean; note: string }
  | { type: 'SayHelped'; yes: boolean; text?: string }
  | { type: 'DeclareHire'; note: string }
  | { type: 'CarryOn'; child: string }
  | { type: 'WithdrawQuestion' }
  | { type: 'TakeNote'; text: string }
  | { type: 'Reassign'; to: PersonRef; why: string }
  | { type: 'RevealNumber' }

/** `personal` is sealed before an event is stored. */
export type QuestionEvent =
  | ClockEvent
  | (Form & { type: 'QuestionAsked'; at: Instant; by: string; sentAt: Instant; responsible: OnDuty; personal: Told })
  /** A wave began; one without anybody to ask has no offers. */
  | {
      type: 'WaveBegun'
      at: Instant
      lateBy?: Duration
      wave: number
      offers: Offer[]
      /** In the centre's wave: who must take it, whether he was asked before or not. */
      must?: PersonRef
    }
  /** The supervisor is told: nobody has it yet (`unanswered`), or a promised call-back was missed (`callback`). */
  | { type: 'SupervisorAlarmed'; at: Instant; lateBy?: Duration; to: PersonRef[]; what: 'unanswered' | 'callback' }
  | { type: 'OfferSeen'; at: Instant; by: string }
  /** `from`: a taker who stayed silent, and is relieved. */
  | { type: 'QuestionTaken'; at: Instant; by: PersonRef; from?: PersonRef }
  /** `responsible`: whoever answers for it now that its taker gave it back. */
  | { type: 'QuestionPassed'; at: Instant; by: PersonRef; why: PassReason; responsible?: PersonRef }
  /** `tell`: whoever reads it, who wasn't told yet since his own last word. */
  | { type: 'MessageSent'; at: Instant; by?: PersonRef; side: 'asker' | 'staff'; files: string[]; tell?: string }
  | { type: 'QuestionAnswered'; at: Instant; by: PersonRef; next?: NextStep; personal: { summary: string } }
  | {
      type: 'QuestionRouted'
      at: Instant
      lateBy?: Duration
      to: PersonRef
      callBackAt: Instant
      by?: PersonRef
      /** Who had it until now, or was to ring. */
      from?: PersonRef
      /** She chose the hour herself. */
      chosen?: true
      /** The eight minutes were over and nobody had it. */
      nobody?: true
    }
  | { type: 'CallBackTried'; at: Instant; by: PersonRef; reached: boolean; nth: number; personal: { note: string } }
  | { type: 'QuestionHelped'; at: Instant; by: string; yes: boolean; personal: { text?: string } }
  /** `centre`: who of the centre hears of it. */
  | { type: 'HireDeclared'; at: Instant; by: PersonRef; centre?: PersonRef; personal: { note: string } }
  | { type: 'CarriedOn'; at: Instant; by: string; child: string }
  | { type: 'QuestionClosed'; at: Instant; why: 'unreached' | 'quiet' }
  | { type: 'QuestionWithdrawn'; at: Instant; by: string }
  | { type: 'NoteTaken'; at: Instant; by: PersonRef; personal: { text: string } }
  | {
      type: 'ResponsibleChanged'
      at: Instant
      by: PersonRef
      to: PersonRef
      from?: PersonRef
      personal: { why: string }
    }
  | { type: 'NumberRevealed'; at: Instant; by: PersonRef }
