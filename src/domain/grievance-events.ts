import type { ClockEvent } from './clock'
import type { OnDuty, PersonRef } from './decider'
import type {
  ClosedHow,
  DeclineReason,
  GrievanceType,
  Handling,
  MediationText,
  ReportForm,
  ResultType,
  Ruling,
  SuspensionGround,
  Told,
  UnitRef,
} from './grievance-types'
import type { LadderEvent } from './ladder-types'
import type { Instant } from './time'

/** What came about in a grievance. */

type At = { at: Instant; by: PersonRef }
/** `personal` is sealed before an event is stored. */
export type GrievanceEvent =
  | ClockEvent
  | LadderEvent
  | (ReportForm & {
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
