import type { Role } from '@/domain/decider'
import type { Day, Duration, Instant } from '@/domain/time'

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

export type AidDetail = {
  topic: string
  topicText: string
  for?: 'self' | 'ward' | 'other'
  route?: 'promise' | 'proof'
  story?: string
  applicant?: { name: string; phone?: string; idNumber?: string; birth?: Day; language?: string; groups?: string[] }
  where?: { place: Place; body?: string }
  groups?: string[]
  income?: string
  parties?: { role: string; name: string; idNumber?: string; creditCode?: string; phone?: string }[]
  forwardedBy?: string
  lawyer?: { id: string; name: string; org?: string; reasons: string[]; conflict: 'asked' | 'clear' }
  decision?: { at: Instant; by: string; why?: string }
  escalated?: { at: Instant; to: string }
  reports?: { at: Instant; text: string; change: boolean }[]
  result?: { result: string; text: string }
}

export type MatterView = {
  id: string
  kind: string
  stage: string
  stageText: string
  title: string
  place: Place
  createdAt: Instant
  version: number
  code?: string
  clocks: ClockView[]
  people: PersonView[]
  timeline: TimelineEntry[]
  papers: { id: string; name: string; no?: string }[]
  can: Can[]
  unread: number
  detail: AidDetail
}

/** A line in a list: what a person needs to choose the next one to open. */
export type MatterRow = Pick<
  MatterView,
  'id' | 'kind' | 'stage' | 'stageText' | 'title' | 'place' | 'createdAt' | 'version'
> & {
  /** The most urgent clock that still runs. */
  clock?: ClockView
  /** Named only where the reader may know. */
  applicant?: string
  responsible: string
  can: Can[]
}

export type TrackView = Pick<
  MatterView,
  'kind' | 'stage' | 'stageText' | 'title' | 'place' | 'createdAt' | 'clocks' | 'people'
>

export type Candidate = { lawyer: string; name: string; org: string; score: number; reasons: string[] }
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
export type Circle = {
  village: Place
  town?: Place
  onDuty: (WhoIsOn & { seat: string; seatText: string; languages: string[] })[]
  hotline: string
}
export type NoticeRow = { id: string; at: Instant; text: string; matter?: string; seen: boolean }
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
}

export type Reply<T> =
  | { ok: true; value: T; now: Instant }
  | { ok: false; now: Instant; invalid: { field: string; code: string; message: string }[] }
  | { ok: false; now: Instant; refused: string; message: string; detail?: Record<string, unknown> }
  | { ok: false; now: Instant; fault: string }
