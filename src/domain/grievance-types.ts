import type { Consent, Source, Tell } from './aid-types'
import type { PersonRef } from './decider'
import type { PaperRef, PaperText } from './ladder-types'
import type { MatterCore, PlaceRef } from './matter'
import type { Instant } from './time'
import type { Spoken } from './transcription-types'

export type * from './grievance-commands'
export type * from './grievance-events'

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
export type GrievancePersonal = Spoken & {
  text?: string
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
  /** What she was told after it, oldest first. */
  further?: { at: Instant; by: PersonRef; text: string }[]
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
/** What she told as she reported it. */
export type Told = Pick<
  GrievancePersonal,
  'text' | 'voice' | 'spot' | 'pin' | 'reporter' | 'consent' | 'kin' | 'upperNo' | 'brief'
>

/** What a report says from its first moment on. */
export type ReportForm = {
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
  ReportForm & {
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
/** Spoken with · three tries · answered under a code · taken back by her and brought to its end by office. */
export type ClosedHow = 'told' | 'unreached' | 'by-code' | 'ex-officio'
export type GrievanceState = { stage: 'blank' } | Grievance
