import type { CaseNumber } from './aid-documents'
import type { Form, Told } from './aid-types'
import type { OnDuty, PersonRef } from './decider'
import type { NearAnswer, NearHit, Sounds } from './near'
import type { Day, Instant } from './time'

/**
 * What turns the course of legal aid, besides the way from the application to the report: it comes by notice, must be
 * provided first, loses its lawyer, ends early, is objected to (法律援助法 25, 28, 36, 39, 44, 46, 48, 49, 55, 64).
 */

export const organs = ['court', 'procuratorate', 'police'] as const
export type Organ = (typeof organs)[number]
export const noticeGrounds = [
  'minor',
  'disabled',
  'incapable',
  'life-or-death',
  'review',
  'absentia',
  'compulsory-treatment',
  'other',
] as const
export type NoticeGround = (typeof noticeGrounds)[number]
export const leaveCauses = ['conflict', 'recusal', 'health', 'practice', 'other'] as const
export type LeaveCause = (typeof leaveCauses)[number]
export const firstGrounds = ['limitation', 'preservation', 'other'] as const
export type FirstGround = (typeof firstGrounds)[number]
/** What is provided where it isn't somebody who acts for her: a document, or help on duty (法律援助法 22). */
export const aidForms = ['drafting', 'duty-lawyer'] as const
export type AidForm = (typeof aidForms)[number]

/** What was achieved; the last two are what each of these forms ends with. */
export const closeResults = [
  'judgment',
  'award',
  'mediated',
  'settled',
  'withdrawn',
  'advice',
  'other',
  'drafted',
  'duty-help',
] as const
export type CloseResult = (typeof closeResults)[number]

/** What each form may end with; one that isn't carried through to its end is told in words. */
const resultsByForm: Record<AidForm, readonly CloseResult[]> = {
  drafting: ['drafted', 'other'],
  'duty-lawyer': ['duty-help', 'other'],
}
const ofOneForm: readonly CloseResult[] = ['drafted', 'duty-help']

/** The results that fit the form in which it was granted: a court decides nothing where only a paper was written. */
export const resultsOf = (form: AidForm | undefined): readonly CloseResult[] =>
  form ? resultsByForm[form] : closeResults.filter((result) => !ofOneForm.includes(result))

/** When and where somebody on duty helped. */
export type Helped = { at: Instant; place: string }

/** Somebody in custody asked for it there: whoever heard it hands it over within 24 hours (法律援助法 39). */
export type Custody = { askedAt: Instant; through: 'organ' | 'duty-lawyer' }
/** Of wages: what the limitation runs from (劳动争议调解仲裁法 27). */
export type Employment = { still?: boolean; ended?: Day; claimed?: Day }
/** Why it can't wait for the papers; `day` is the last one, where one is known. */
export type Urgency = { ground: FirstGround; day?: Day }

type By = { at: Instant; by: PersonRef }

/** Where a matter stands in its turns; what isn't there never happened. */
export type Turns = {
  /** `to`: whoever answered for it when it came. */
  criminal?: { organ: Organ; ground: NoticeGround; receivedAt: Instant; to?: string; organTold?: By }
  custody?: Custody
  /** `toPreserve`: somebody was told that something has to be held fast. */
  urgent?: Urgency & { at: Instant; toPreserve?: boolean }
  providedFirst?: By & { ground: FirstGround; regularised?: By }
  form?: AidForm
  /** How often a lawyer has left it for a cause of his own. */
  left?: number
  /** Who went last for a cause of his own, and what proves it. */
  lastLeft?: By & { cause: LeaveCause; files: string[] }
  /** He asked to go, and another had gone before him: a supervisor rules. */
  leaving?: { at: Instant; cause: LeaveCause; files: string[]; to?: PersonRef }
  /** She asked for another lawyer. */
  changeAsked?: { at: Instant; by: string; to?: PersonRef }
  suspended?: { at: Instant; until?: Day; files: string[] }
  ended?: { at: Instant; on: Day }
  terminated?: By & { article: string; told?: By }
  /** `first`: how it had ended before. */
  objected?: { at: Instant; first: 'refused' | 'terminated' }
  ruled?: By & { decision: 'uphold' | 'correct' }
  /** Who had it until it was terminated, where that was put right: bound as if he had left, and may have it again. */
  acted?: string[]
  doubted?: By & { to: PersonRef; ruled?: By & { found: boolean } }
  /** A name like one on the other side of another matter of her lawyer's, or of his house: a person compares. */
  nearAsked?: { at: Instant; to: PersonRef; hits: NearHit[] }
  nearAnswers?: NearAnswer[]
}

/** The words of it, sealed. */
export type TurnPersonal = {
  criminal?: { organName: string; offence: string }
  employment?: Employment
  helped?: Helped
  firstWhy?: string
  leaveWhy?: string
  changeWhy?: string
  terminateWhy?: string
  objection?: string
  ruling?: string
  doubt?: string
  doubtRuling?: string
  /** How the names in it sound. */
  sounds?: Sounds
}

export type TurnCommand =
  | (Omit<Form, 'callFrom' | 'route'> & {
      type: 'ReceiveNotice'
      organ: Organ
      ground: NoticeGround
      receivedAt: Instant
      personal: Told
    })
  | { type: 'TellOrgan'; how: string }
  | { type: 'ProvideFirst'; ground: FirstGround; why: string; lawyer?: string; notSame?: boolean }
  | { type: 'Regularise' }
  | { type: 'LeaveAid'; cause: LeaveCause; files: string[]; why?: string }
  | { type: 'AskForChange'; why?: string }
  | { type: 'SuspendAid'; files: string[]; until?: Day }
  | { type: 'ResumeAid' }
  | { type: 'EndCase'; on: Day }
  | { type: 'TerminateAid'; article: string; why: string }
  | { type: 'TellTermination'; how: string }
  | { type: 'ObjectToAid'; why: string }
  | { type: 'RuleObjection'; decision: 'uphold' | 'correct'; why: string }
  | { type: 'DoubtPromise'; what: string }
  | { type: 'RuleDoubt'; found: boolean; why: string }
  | { type: 'AnswerNear'; same: boolean; why: string }

export type TurnEvent =
  | (Omit<Form, 'callFrom' | 'route'> & {
      type: 'NoticeReceived'
      at: Instant
      by: string
      organ: Organ
      ground: NoticeGround
      receivedAt: Instant
      responsible: OnDuty
      personal: Told
    })
  | { type: 'OrganTold'; at: Instant; by: PersonRef; personal: { how: string } }
  /** Somebody must decide on it now: whoever is on duty hears of it on the telephone. */
  | (Urgency & { type: 'AidUrgent'; at: Instant; to: OnDuty })
  | { type: 'AidProvidedFirst'; at: Instant; by: PersonRef; ground: FirstGround; personal: { why: string } }
  | { type: 'AidRegularised'; at: Instant; by: PersonRef; no?: CaseNumber }
  | {
      type: 'LeaveAsked'
      at: Instant
      lawyer: PersonRef
      cause: LeaveCause
      files: string[]
      to: OnDuty
      personal: { why?: string }
    }
  | { type: 'ChangeAsked'; at: Instant; by: string; to: OnDuty; personal: { why?: string } }
  | { type: 'AidSuspended'; at: Instant; by: string; files: string[]; until?: Day }
  /** Without `by`: the day that was given has come. */
  | { type: 'AidResumed'; at: Instant; by?: string }
  | { type: 'CaseEnded'; at: Instant; by: string; on: Day }
  | { type: 'AidTerminated'; at: Instant; by: PersonRef; article: string; no?: CaseNumber; personal: { why: string } }
  | { type: 'TerminationTold'; at: Instant; by: PersonRef; personal: { how: string } }
  | { type: 'AidObjected'; at: Instant; by: string; to: OnDuty; personal: { why: string } }
  | {
      type: 'ObjectionRuled'
      at: Instant
      by: PersonRef
      decision: 'uphold' | 'correct'
      /** Who finds a lawyer, where it was corrected. */
      to?: OnDuty
      no?: CaseNumber
      /** The number of the decision to grant, where a refusal was corrected. */
      grantNo?: CaseNumber
      personal: { why: string }
    }
  | { type: 'PromiseDoubted'; at: Instant; by: PersonRef; to: OnDuty; personal: { what: string } }
  | { type: 'DoubtRuled'; at: Instant; by: PersonRef; found: boolean; personal: { why: string } }
  | { type: 'NearAsked'; at: Instant; lawyer: PersonRef; to: OnDuty; hits: NearHit[] }
  /** Who compared, when, and whether they are one; before an assignment, or to the question that was asked. */
  | {
      type: 'NearChecked'
      at: Instant
      by: PersonRef
      lawyer: PersonRef
      pairs: string[]
      same: boolean
      personal: { why?: string }
    }

export const isTurn = (event: { type: string }): event is TurnEvent => Object.hasOwn(TURNS, event.type)
const TURNS: Record<TurnEvent['type'], true> = {
  NoticeReceived: true,
  OrganTold: true,
  AidUrgent: true,
  AidProvidedFirst: true,
  AidRegularised: true,
  LeaveAsked: true,
  ChangeAsked: true,
  AidSuspended: true,
  AidResumed: true,
  CaseEnded: true,
  AidTerminated: true,
  TerminationTold: true,
  AidObjected: true,
  ObjectionRuled: true,
  PromiseDoubted: true,
  DoubtRuled: true,
  NearAsked: true,
  NearChecked: true,
}
