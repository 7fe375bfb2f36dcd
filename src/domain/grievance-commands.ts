import type { Circumstances, OnDuty, PersonRef } from './decider'
import type {
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
import type { PaperRef } from './ladder-types'
import type { Instant } from './time'

/** What is done to a grievance, and what a decision may look at. */

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
  | (ReportForm & { type: 'SubmitGrievance'; callFrom?: Instant; follows?: string; personal: Told })
  /** Time goes on: shifts change, a suspension ends, the ladder, the archive. */
  | { type: 'Advance' }
  | { type: 'AcceptGrievance'; as: GrievanceType; handling: Handling; item?: string; publicSafety?: boolean }
  | { type: 'Reclassify'; handling: Handling; as?: GrievanceType; why: string }
  | { type: 'SendBack'; items: string[] }
  | { type: 'CompleteGrievance'; text?: string; photos: string[] }
  /** `seen`: whoever declines knows what has been decided about it before. */
  | {
      type: 'DeclineGrievance'
      reason: DeclineReason
      channel: string
      person?: string
      phone?: string
      seen?: boolean
    }
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
