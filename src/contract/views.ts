import type { AidDocument } from '@/domain/aid-documents'
import type { Role } from '@/domain/decider'
import type { Day, Duration, Instant } from '@/domain/time'
import type { VisitWay } from '@/domain/visit-types'
import type { AidTurnsView } from './aid-turn-views'
import type { GrievanceDetail } from './grievance-views'
import type { QuestionDetail } from './question-views'
import type { VisitDetail } from './visit-views'

export type * from './figure-views'
export type * from './grievance-views'
export type * from './notice-views'
export type * from './privacy-views'
export type * from './question-views'
export type * from './rota-views'
export type * from './visit-views'

/** What the wire answers with. Every text in here is already a Chinese sentence. */

export type Colour = 'green' | 'yellow' | 'red' | 'overdue'
export type ClockView = {
  code: string
  /** 「当天派律师」: what this clock promises. */
  title: string
  generation: number
  startedAt: Instant
  dueAt: Instant
  /** 「今天 24:00 前」 */
  dueText: string
  state: 'running' | 'paused' | 'stopped'
  stoppedAt?: Instant
  outcome?: 'kept' | 'missed' | 'cancelled'
  lateBy?: Duration
  colour: Colour
  word: string
  provisional: boolean
  explain: { day?: Day; text: string }[]
}

export type Place = { code: string; text: string }
/** `role` is a code (responsible, lawyer, helper), `roleText` what a page shows. */
export type PersonView = { role: string; roleText: string; id?: string; name: string; org?: string; phone?: string }
export type TimelineEntry = { seq: number; at: Instant; text: string; by?: string }
export type Can = { action: string; why?: string }

export type AidDetail = AidTurnsView & {
  topic: string
  topicText: string
  for?: 'self' | 'ward' | 'other'
  route?: 'promise' | 'proof'
  story?: string
  applicant?: { name: string; phone?: string; idNumber?: string; birth?: Day; language?: string; groups?: string[] }
  where?: { place: Place; body?: string; elsewhere?: string }
  happened?: Day
  deadline?: Day
  /** By which door it came in. */
  source?: { code: string; text: string }
  /** How the person agreed that somebody else entered it. */
  consent?: { kind: string; text: string; name?: string; readAloud?: boolean; takenAt?: Instant }
  /** Who is told what happens: 「本人」「帮忙代办的人」「亲属 乌云」. */
  told?: string[]
  groups?: string[]
  groupTexts?: string[]
  income?: string
  parties?: { role: string; name: string; idNumber?: string; creditCode?: string; phone?: string }[]
  forwardedBy?: string
  lawyer?: {
    id: string
    name: string
    org?: string
    reasons: string[]
    /** `frozen`: a party was added and the machine found a conflict; the reviewer decides. */
    conflict: 'asked' | 'clear' | 'frozen'
  }
  /** The lawyer's organisation has confirmed. */
  confirmed?: { at: Instant; by: string }
  decision?: { at: Instant; by: string; why?: string }
  escalated?: { at: Instant; to: string }
  reports?: { at: Instant; text: string; change: boolean }[]
  result?: { result: string; text: string; helped?: { at: Instant; place: string } }
  papersAsked?: PapersAsked
  screening?: FindingView[]
  refusal?: {
    at: Instant
    by: string
    article: string
    articleName: string
    articleText?: string
    why: string
    /** The second person, once there is one. */
    confirmed?: { at: Instant; by: string }
    /** What she can do about it. */
    remedy: string
  }
  transfer?: { at: Instant; by: string; agency: string; person?: string; phone?: string; why: string }
  /** The last few notes. */
  notes?: { at: Instant; by: string; text: string }[]
  rating?: { at: Instant; stars: number; text?: string; how: 'self' | 'call' }
  /** A call-back that the sample asks for; `done` once the person was reached. */
  callBack?: { done: boolean; tries: { at: Instant; by: string; reached: boolean; note?: string }[] }
  rectified?: { at: Instant; by: string; text: string }
  /** The papers that this reader may make now. */
  documents?: AidDocumentView[]
}

export type AidDocumentView = {
  document: AidDocument
  title: string
  no?: string
  /** False where the bureau has yet to hold it against the official form. */
  certain: boolean
  /** When it came back signed, and its photos. */
  signed?: { at: Instant; files: string[] }
}

/** How often and when papers were asked for, and which are still owed. */
export type PapersAsked = {
  times: number
  lists: {
    at: Instant
    by: string
    why?: string
    items: { key: string; text: string; answered?: { at: Instant; text?: string; files: string[] } }[]
  }[]
}

/** What the law's text suggests to the reviewer. */
export type FindingView = {
  check: string
  verdict: 'fits' | 'look' | 'unlikely'
  text: string
  articleName: string
  articleText?: string
  /** False where the rule behind it is from memory: the bureau confirms it. */
  certain: boolean
}

export type Colleague = { id: string; name: string }

export type MatterView = {
  id: string
  kind: string
  stage: string
  stageText: string
  title: string
  place: Place
  createdAt: Instant
  version: number
  /** What the reader's unit has to do with it: it has it, helps with it, had it. */
  asUnit?: 'main' | 'with' | 'former'
  code?: string
  clocks: ClockView[]
  people: PersonView[]
  timeline: TimelineEntry[]
  /** `state`: only where it can't be opened, now or at all. */
  papers: { id: string; name: string; no?: string; state?: 'checking' | 'refused' }[]
  /** She said it: her recording for whoever may hear it, and what is written down of it for whoever reads her words. */
  recording?: { file?: string; state: 'unwritten' | 'written'; note: string; text?: string }
  /** Somebody else entered it, and she is asked herself whether she wants it. */
  consentCheck?: { state: 'open' | 'agreed' | 'refused'; text: string; to: string }
  can: Can[]
  unread: number
  detail: AidDetail & QuestionDetail & GrievanceDetail & VisitDetail
}

/** A line in a list: what a person needs to choose the next one to open. */
export type MatterRow = Pick<
  MatterView,
  'id' | 'kind' | 'stage' | 'stageText' | 'title' | 'place' | 'createdAt' | 'version' | 'asUnit'
> & {
  /** The first of her words, or the spot: what tells two reports of one topic apart; or that it is only spoken as yet. */
  hint?: string
  /** The most urgent clock that still runs. */
  clock?: ClockView
  /** Named only where the reader may know. */
  applicant?: string
  responsible: string
  /** Its lawyer, where the reader may know. */
  lawyer?: string
  /** How often papers were asked for; absent while they weren't. */
  papersAsked?: number
  /** Of a visit: how they meet, and its hour once it has one. */
  visit?: { kind: VisitWay; start?: Instant; end?: Instant }
  can: Can[]
}

export type TrackView = Pick<
  MatterView,
  'kind' | 'stage' | 'stageText' | 'title' | 'place' | 'createdAt' | 'clocks' | 'people'
> & {
  papersAsked?: number
  /** Only of a question: with its code it opens the conversation. */
  id?: string
}

export type Candidate = {
  lawyer: string
  name: string
  org: string
  score: number
  reasons: string[]
  /** Names on the other side of other matters of his are like hers; which matters, for those who may open them. */
  near?: { text: string; matters?: string[] }
}
export type Candidates = {
  proposed: Candidate[]
  excluded: { lawyer: string; name: string; rule: string; text: string }[]
}

/** Whom to ring, and at which number. */
export type Reached = { name: string; phone: string }

export type Me = {
  id: string
  name: string
  roles: { role: Role; unit?: string; unitName?: string }[]
  acting: { role: Role; unit?: string }
  languages: string[]
  unread: number
}

export type UnitRow = { code: string; kind: string; name: string; parent?: string }
export type WhoIsOn = {
  person: string
  name: string
  phone?: string
  from?: Instant
  until?: Instant
  gap: boolean
  why: string
}
export type ServicePoint = {
  code: string
  name: string
  kind: string
  /** As the crow flies, in metres: 「直线 3.2 公里」. */
  metres: number
  /** Only where the bureau has loaded a surveyed point and the towns' table. */
  travelMinutes?: number
  source: string
}
export type Circle = {
  village: Place
  town?: Place
  /** The nearest first; none where no place has a surveyed point. */
  points?: ServicePoint[]
  adviser?: { name: string; org?: string; phone?: string }
  onDuty: (WhoIsOn & { seat: string; seatText: string; languages: string[] })[]
  hotline: string
}
/**
 * `no-channel`, `no-template` and `no-credit` never left, `expired` came too late, `refused` and `unwilling` (she said no
 * to WeChat) would be again, `unreachable` was tried often enough, `undelivered` her provider says; `ring`: she is to be
 * rung instead.
 */
export type FailedFor =
  | 'no-channel'
  | 'no-template'
  | 'no-credit'
  | 'expired'
  | 'refused'
  | 'unwilling'
  | 'unreachable'
  | 'undelivered'
  | 'ring'
export type OutboxRow = {
  at: Instant
  lateBy?: Duration
  to: string
  channel: 'app' | 'wechat' | 'sms' | 'voice' | 'call'
  template: string
  text: string
  matter: string
  state: 'waiting' | 'sent' | 'delivered' | 'failed'
  tries: number
  /** Why it failed: see `FailedFor`. */
  why?: FailedFor
}

export type Reply<T> =
  | { ok: true; value: T; now: Instant }
  | { ok: false; now: Instant; invalid: { field: string; code: string; message: string }[] }
  | { ok: false; now: Instant; refused: string; message: string; detail?: Record<string, unknown> }
  | { ok: false; now: Instant; fault: string }
