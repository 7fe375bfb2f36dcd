import type { Calendar } from '@/domain/calendar'
import type { PersonRef } from '@/domain/decider'
import type { LawyerCard, Subject } from '@/domain/lawyer-card'
import type { LicenceRules } from '@/domain/matching'
import type { Policy } from '@/domain/policy'
import type { Rota } from '@/domain/rota-types'
import type { Instant } from '@/domain/time'

/** One question of the past, without a word of what was in it. */
export type PastQuestion = {
  at: Instant
  town: string
  language: 'zh' | 'mn'
  subject: Subject
  /** How long whoever took it was busy with it. */
  tookSeconds?: number
}
export type History = { questions: PastQuestion[]; demonstration: boolean }

export type RehearsalPerson = { ref: PersonRef; languages: string[]; reachable?: boolean; card?: LawyerCard }

/** How somebody answers an offer while he is free. */
export type Response = {
  /** The share of offers he takes, 0 to 1. */
  takes: number
  /** Seconds until he does; each is as likely as the others. */
  afterSeconds: readonly number[]
}

export type RehearsalRequest = {
  rota: Rota
  questions: readonly PastQuestion[]
  people: readonly RehearsalPerson[]
  leaders: readonly string[]
  calendar: Calendar
  policy: Policy
  licences: LicenceRules
  /** Learned from offers, by person; who isn't in it answers as `assumed` says. */
  responses?: Readonly<Record<string, Response>>
  assumed?: Partial<Assumed>
  seed?: number
}
export type Assumed = {
  byDay: Response
  byNight: Response
  /** Seconds that a question keeps a lawyer busy where the history doesn't say. */
  tookSeconds: number
  /** Seconds from taking a question to the first word. */
  speaksAfterSeconds: number
}

/**
 * Why nobody would have spoken with her in time. `nobody`: no one stood anywhere · `language`: no one on duty speaks
 * hers · `licence`: no one on duty may advise on it · `busy`: whoever could was with somebody else · `silent`: some were
 * asked and did not take it · `late`: it was taken, the first word came too late.
 */
export const failures = ['nobody', 'language', 'licence', 'busy', 'silent', 'late'] as const
export type Failure = (typeof failures)[number]

export type Tally = { key: string; asked: number; inTime: number }
export type RehearsalResult = {
  asked: number
  inTime: number
  byTown: Tally[]
  /** `00` to `23`. */
  byHour: Tally[]
  byLanguage: Tally[]
  /** In order of time. `seat`: her own town's seat was empty, or nobody in it spoke her language. */
  failed: { at: Instant; town: string; language: 'zh' | 'mn'; why: Failure; seat?: 'empty' | 'language' }[]
}
/** What became of one offer that was really made. */
export type PastOffer = { person: string; took: boolean; afterSeconds?: number }
