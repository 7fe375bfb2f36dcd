import type { Consent, Source, Tell } from './aid-types'
import type { ClockEvent } from './clock'
import type { Circumstances, OnDuty, PersonRef } from './decider'
import type { LadderEvent, PaperRef, PaperText } from './ladder-types'
import type { MatterCore, PlaceRef } from './matter'
import type { Instant } from './time'

export const grievanceStages = [
  'submitted',
  'incomplete',
  'accepted',
  'dispatched',
  'returned',
  'passed-up',
  'in-hand',
  'extension-asked',
  'suspended',
  'resolved',
  'checked',
  'closed',
  'reopened',
  'archived',
  'declined',
  'withdrawn',
  'handed-over',
] as const
export type GrievanceStage = (typeof grievanceStages)[number]
export const grievanceTypes = ['consult', 'help', 'complaint', 'report', 'suggestion'] as const
export type GrievanceType = (typeof grievanceTypes)[number]
/** 咨询类 · 即办类 · 代办类. */
export const handlings = ['consult', 'quick', 'escalate'] as const
export type Handling = (typeof handlings)[number]
/** Hidden from nobody at work · from the public · from handler and village · from everybody (a query code stands for her). */
export const anonymities = ['none', 'public', 'handler', 'full'] as const
export type Anonymity = (typeof anonymities)[number]
export const resultTypes = ['solved', 'partly', 'explained', 'unsolvable'] as const
export type ResultType = (typeof resultTypes)[number]
export const declineReasons = [
  'litigation',
  'discipline',
  'petition',
  'secret',
  'concluded',
  'emergency',
  'other',
] as const
export type DeclineReason = (typeof declineReasons)[number]
export const suspensionGrounds = ['third-party', 'reporter'] as const
export type SuspensionGround = (typeof suspensionGrounds)[number]
export const rulings = ['keep', 'move', 'force'] as const
export type Ruling = (typeof rulings)[number]

/** Village and community; town and sub-district; a banner department; the banner itself, which is the command seat. */
export type Level = 'village' | 'town' | 'department'
/** A unit with the named person who answers there: its head, or whoever of it comes first. */
export type UnitRef = { code: string; name: string; level: Level; person: PersonRef }
/** How it came to a unit. */
export type HopHow = 'dispatched' | 'passed-up' | 'sent-down' | 'kept' | 'moved' | 'forced'
/** A unit that has it, or had: `until` is its own share of the time, a part of what was left when it came. */
export type Hop = {
  unit: UnitRef
  at: Instant
  how: HopHow
  /** Who sent it; absent where the rule itself did. */
  by?: PersonRef
  until?: Instant
  /** Whether it was signed for or not, the clock runs. */
  signed?: { at: Instant; by: PersonRef }
  leftAt?: Instant
}
/** Who helps the main unit; what it answered lies in `personal.answers` under its code. */
export type CoHandler = { unit: UnitRef; at: Instant; answered?: { at: Instant; by: PersonRef } }

/** Sealed wherever it lies. */
export type GrievancePersonal = {
  text?: string
  /** File id of what she said. */
  voice?: string
  /** 「村西桥头」: where, in her words. */
  spot?: string
  /** Only with her consent, as the phone gave it (GCJ-02). */
  pin?: { lng: number; lat: number }
  reporter: { name?: string; phone?: string /** Shanghai hours in which she likes to be rung. */; hours?: Hours }
  consent?: Consent
  kin?: { name: string; phone: string }
  /** The number that the city's or region's line gave it. */
  upperNo?: string
  /** What is missing, as it was asked for. */
  items?: string[]
  /** Further words of hers, when she completed it. */
  more?: string[]
  /** What a unit is told instead of her own words: always for 举报. */
  brief?: string
  dispatchWhy?: string
  declined?: { channel: string; person?: string; phone?: string }
  handedOver?: { to: string; record: string }
  returns: { at: Instant; by: PersonRef; unit: string; why: string; basis: string; ruling?: string }[]
  extensionWhy?: string
  suspensionNote?: string
  /** The first answer to her. */
  response?: string
  /** What each co-handler answered, by its code. */
  answers: Record<string, string>
  result?: string
  mediation?: MediationText
  checkWhy?: string
  tries: { at: Instant; by: PersonRef; reached: boolean; note: string }[]
  ratingText?: string
  contacted?: string
  rectified?: string
  objection?: string
  objectionRuling?: string
  reopenWhy?: string
  upperAnswer?: string
  notes: { at: Instant; by: PersonRef; text: string }[]
  /** By the paper's id. */
  papers?: Record<string, PaperText>
}
export type Hours = { from: string; to: string }
/** People's mediation as an outcome: who sat there, what was agreed. */
export type MediationText = {
  parties: string[]
  mediators: string[]
  place?: string
  record: string
  agreement: string
}
type Told = Pick<
  GrievancePersonal,
  'text' | 'voice' | 'spot' | 'pin' | 'reporter' | 'consent' | 'kin' | 'upperNo' | 'brief'
>

type Form = {
  place: PlaceRef
  topic: string
  language?: 'zh' | 'mn'
  anonymity: Anonymity
  /** Photos (9 at most), or a short video. */
  photos: string[]
  /** The unit it is against, where she named one; a report about village cadres is against its village. */
  against?: string
  /** The account of the reporter; `code:{matter id}` where her query code stands for her. */
  owner?: string
  /** Whoever entered it for her. */
  helper?: PersonRef
  tell: Tell[]
  source?: Source | 'upper'
  /** The deadline that an order of the city's or region's line came with. */
  upperDue?: Instant
}

export type Grievance = MatterCore &
  Form & {
    kind: 'grievance'
    stage: GrievanceStage
    /** Her promise runs from here: when she pressed send, or when the call began. */
    sentAt: Instant
    /** 1, and one more each time it is reopened. */
    generation: number
    /** From when its clocks of this generation run; absent in the first. */
    reopenedAt?: Instant
    /** Until when whoever stands at the command seat answers for it; absent while a unit has it. */
    careUntil?: Instant
    type?: GrievanceType
    handling?: Handling
    /** The row of the responsibility catalogue (事权清单) that the dispatcher chose. */
    item?: string
    accepted?: { at: Instant; by: PersonRef }
    /** Dangerous to others: it goes on by office where she takes it back. */
    publicSafety?: true
    /** She took it back and it goes on by office; she is hidden from then on. */
    exOfficio?: true
    sentBack?: { at: Instant; by: PersonRef; completedAt?: Instant }
    declined?: { at: Instant; by: PersonRef; reason: DeclineReason }
    handedOver?: { at: Instant; by: PersonRef }
    main?: Hop
    with: CoHandler[]
    /** Where it lay before, oldest first. */
    hops: Hop[]
    /** The unit it was sent to first, for 首接负责. */
    firstMain?: UnitRef
    returns: number
    /** The main unit may not return it any more. */
    forced?: true
    extension?: {
      askedAt: Instant
      by: PersonRef
      until: Instant
      /** The stage it goes on in once ruled. */
      was: GrievanceStage
      ruled?: { at: Instant; by: PersonRef; ok: boolean }
    }
    suspension?: { ground: SuspensionGround; from: Instant; until: Instant; evidence: string[]; by: PersonRef }
    responded?: { at: Instant; by: PersonRef }
    /** The result as it was handed in: its clocks are stopped as of then once it passes its check. */
    resolved?: { at: Instant; by: PersonRef; unit?: string; result: ResultType; photos: string[]; mediation?: true }
    checked?: { at: Instant; by: PersonRef }
    /** Until when the court may confirm a mediation agreement (人民调解法 33), and that both sides were reminded. */
    confirm?: { by: Instant; reminded?: true }
    /** How its last generation ended. */
    closed?: { at: Instant; how: ClosedHow }
    rating?: { at: Instant; stars: number; how: 'self' | 'call'; by: string }
    satisfied?: boolean
    contacted?: { at: Instant; by: PersonRef }
    rectified?: { at: Instant; by: PersonRef }
    objected?: { at: Instant; ruled?: { at: Instant; by: PersonRef; reopen: boolean } }
    upperAnswered?: { at: Instant; by: PersonRef }
    /** The matter it follows: same thing, own code, own clocks, own rating. */
    follows?: string
    calls: { at: Instant; by: PersonRef }[]
    /** 三单一函 on its clocks, oldest first. */
    papers: PaperRef[]
    personal: GrievancePersonal
  }
export type ClosedHow = 'told' | 'unreached' | 'by-code'
export type GrievanceState = { stage: 'blank' } | Grievance

/** Who answers at the command seat now, and until when. */
export type Care = { on: OnDuty; until: Instant }

export type GrievanceGiven = Circumstances & {
  /** Who answers for the centre's duty seat now. */
  duty: OnDuty
  command: Care
  /** Whom a 督办单 is laid before. */
  supervisor?: PersonRef
  /** For PassUp: the unit above; absent where that is the banner. */
  above?: UnitRef
  /** For ladder steps: the next number of each series in this year. */
  numbers?: Readonly<Record<string, number>>
  /** For ladder steps: the matter's id, of which the papers' ids are made. */
  matter?: string
  /** For ladder steps: the head of the unit that has it, who gets a copy of a 催办单. */
  head?: PersonRef
}

export type GrievanceCommand =
  | (Form & { type: 'SubmitGrievance'; callFrom?: Instant; follows?: string; personal: Told })
  /** Time goes on: shifts change, a suspension ends, the ladder, the archive. */
  | { type: 'Advance' }
  | { type: 'AcceptGrievance'; as: GrievanceType; handling: Handling; item?: string; publicSafety?: boolean }
  | { type: 'Reclassify'; handling: Handling; as?: GrievanceType; why: string }
  | { type: 'SendBack'; items: string[] }
  | { type: 'CompleteGrievance'; text?: string; photos: string[] }
  | { type: 'DeclineGrievance'; reason: DeclineReason; channel: string; person?: string; phone?: string }
  | { type: 'HandOver'; to: string; record: string }
  | { type: 'Dispatch'; main: UnitRef; with: UnitRef[]; why: string; brief?: string }
  | { type: 'Sign' }
  | { type: 'ReturnGrievance'; why: string; basis: string }
  | { type: 'RuleReturn'; decision: Ruling; main?: UnitRef; why: string }
  | { type: 'PassUp'; why: string }
  | { type: 'SendDown'; to: UnitRef; why?: string }
  | { type: 'AskExtension'; until: Instant; why: string }
  | { type: 'RuleExtension'; ok: boolean }
  | { type: 'Suspend'; ground: SuspensionGround; evidence: string[]; until: Instant; note?: string }
  | { type: 'Resume' }
  | { type: 'Respond'; text: string }
  /** `without`: why a co-handler's answer isn't waited for. */
  | {
      type: 'Resolve'
      result: ResultType
      text: string
      photos: string[]
      mediation?: MediationText
      without?: string
    }
  | { type: 'CheckResult'; ok: boolean; why?: string }
  /** What its parent was answered: it is answered too, and rung by itself. */
  | { type: 'AnswerFromParent'; result: ResultType; text: string; photos: string[] }
  | { type: 'CallBack'; reached: boolean; satisfied?: boolean; note: string }
  | { type: 'Rate'; stars: number; text?: string }
  | { type: 'ContactReporter'; note: string }
  | { type: 'Rectify'; text: string }
  | { type: 'ObjectToResult'; why: string }
  | { type: 'RuleObjection'; reopen: boolean; why: string }
  | { type: 'Reopen'; why: string }
  /** `follows`: what the parent itself follows. */
  | { type: 'Follow'; parent: string; follows?: string }
  | { type: 'Unfollow' }
  | { type: 'WithdrawGrievance' }
  | { type: 'AnswerUpward'; text: string }
  | { type: 'TakeNote'; text: string }
  | { type: 'Reassign'; to: PersonRef; why: string }
  | { type: 'RevealNumber' }
  | LadderCommand

/** On 三单一函: `paper` is the paper's id. */
export type LadderCommand =
  | { type: 'IssuePaper'; rung: PaperRef['rung']; clock: string; text: string; until?: Instant }
  | { type: 'SignPaper'; paper: string; until?: Instant; text?: string }
  | { type: 'ReceivePaper'; paper: string }
  | { type: 'ReplyToPaper'; paper: string; text: string }
  | { type: 'CancelPaper'; paper: string; why: string }

type At = { at: Instant; by: PersonRef }
/** `personal` is sealed before an event is stored. */
export type GrievanceEvent =
  | ClockEvent
  | LadderEvent
  | (Form & {
      type: 'GrievanceSubmitted'
      at: Instant
      by: string
      sentAt: Instant
      follows?: string
      responsible: OnDuty
      careUntil: Instant
      personal: Told
    })
  | (At & {
      type: 'GrievanceAccepted'
      as: GrievanceType
      handling: Handling
      item?: string
      publicSafety?: true
    })
  | (At & { type: 'Reclassified'; handling: Handling; as?: GrievanceType; personal: { why: string } })
  | (At & { type: 'SentBack'; personal: { items: string[] } })
  /** `by`: an account's id, where she did it herself. `responsible`: who looks at it now. */
  | {
      type: 'GrievanceCompleted'
      at: Instant
      by: string
      photos: string[]
      responsible: OnDuty
      careUntil: Instant
      personal: { text?: string }
    }
  | (At & {
      type: 'GrievanceDeclined'
      reason: DeclineReason
      personal: { channel: string; person?: string; phone?: string }
    })
  | (At & { type: 'HandedOver'; personal: { to: string; record: string } })
  | (At & {
      type: 'Dispatched'
      main: UnitRef
      with: UnitRef[]
      until?: Instant
      personal: { why: string; brief?: string }
    })
  | (At & { type: 'SignedFor' })
  | (At & {
      type: 'ReturnAsked'
      nth: number
      unit: string
      responsible: OnDuty
      careUntil: Instant
      personal: { why: string; basis: string }
    })
  /** Without `by`: the third return, which the rule itself decides. */
  | {
      type: 'ReturnRuled'
      at: Instant
      by?: PersonRef
      decision: Ruling
      main: UnitRef
      until?: Instant
      personal: { why: string }
    }
  /** Without `to`: to the banner, whose command seat has it. */
  | (At & {
      type: 'PassedUp'
      to?: UnitRef
      until?: Instant
      responsible: PersonRef
      careUntil?: Instant
      personal: { why: string }
    })
  | (At & { type: 'SentDown'; to: UnitRef; until?: Instant; personal: { why?: string } })
  /** `responsible`: who rules on it. */
  | (At & {
      type: 'ExtensionAsked'
      until: Instant
      responsible: OnDuty
      careUntil: Instant
      personal: { why: string }
    })
  | (At & { type: 'ExtensionRuled'; ok: boolean; until: Instant })
  | (At & {
      type: 'GrievanceSuspended'
      ground: SuspensionGround
      until: Instant
      evidence: string[]
      personal: { note?: string }
    })
  /** Without `by`: its end had come. */
  | { type: 'GrievanceResumed'; at: Instant; by?: PersonRef }
  | (At & { type: 'Responded'; unit?: string; personal: { text: string } })
  | (At & { type: 'CoAnswered'; unit: string; personal: { text: string } })
  | (At & {
      type: 'GrievanceResolved'
      unit?: string
      result: ResultType
      photos: string[]
      mediation?: true
      /** What it follows was answered, and so is this. */
      parent?: true
      personal: { text: string; mediation?: MediationText; without?: string }
      /** Who checks it. */
      responsible: OnDuty
      careUntil: Instant
    })
  /** `responsible`: who rings her now, or has it again where it failed. */
  /** `confirmBy`: until when both sides of a mediation agreement may have the court confirm it. */
  | (At & {
      type: 'ResultChecked'
      ok: boolean
      confirmBy?: Instant
      responsible: PersonRef
      careUntil?: Instant
      personal: { why?: string }
    })
  | (At & {
      type: 'ReporterCalledBack'
      nth: number
      reached: boolean
      satisfied?: boolean
      /** It was the last try. */
      last?: true
      /** Who puts it right, where she wasn't satisfied. */
      responsible?: PersonRef
      personal: { note: string }
    })
  | { type: 'GrievanceClosed'; at: Instant; how: ClosedHow }
  | {
      type: 'GrievanceRated'
      at: Instant
      by: string
      stars: number
      how: 'self' | 'call'
      /** Who puts it right, where the rating is bad. */
      responsible?: PersonRef
      personal: { text?: string }
    }
  | (At & { type: 'ReporterContacted'; personal: { note: string } })
  | (At & { type: 'GrievanceRectified'; personal: { text: string } })
  | { type: 'ResultObjected'; at: Instant; by: string; responsible?: PersonRef; personal: { why: string } }
  | (At & { type: 'ObjectionRuled'; reopen: boolean; personal: { why: string } })
  | (At & {
      type: 'GrievanceReopened'
      generation: number
      responsible: OnDuty
      careUntil: Instant
      personal: { why: string }
    })
  | { type: 'Followed'; at: Instant; by: string; parent: string }
  | { type: 'Unfollowed'; at: Instant; by: string }
  | { type: 'GrievanceWithdrawn'; at: Instant; by: string; exOfficio?: true }
  | (At & { type: 'UpperAnswered'; personal: { text: string } })
  /** At the command seat one goes and another comes. */
  | { type: 'ShiftChanged'; at: Instant; to: OnDuty; from: PersonRef; careUntil: Instant }
  | { type: 'ConfirmationReminded'; at: Instant }
  | { type: 'GrievanceArchived'; at: Instant }
  | (At & { type: 'NoteTaken'; personal: { text: string } })
  | (At & { type: 'ResponsibleChanged'; to: PersonRef; from?: PersonRef; personal: { why: string } })
  | (At & { type: 'NumberRevealed' })
