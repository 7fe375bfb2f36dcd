import type { NextStep, OfferState, PassReason } from '@/domain/question-types'
import type { Instant } from '@/domain/time'
import type { Place } from './views'

/** What a question answers with beyond what every matter has. Every part may be missing: a reader gets what is his. */
export type OfferView = {
  person: string
  name: string
  org?: string
  wave: number
  at: Instant
  /** Where the machine was late: how far behind its wave. */
  lateBy?: string
  state: OfferState
  /** Only for the bureau; never shown to the asker. */
  why?: PassReason
  answeredAt?: Instant
  /** 「已经问了」「没接上」「接了」: for whoever waits. */
  text: string
  reasons?: string[]
  /** Only on my own offer: what the system holds was looked through, and nothing binds me. */
  cleared?: true
}

export type QuestionDetail = {
  text?: string
  voice?: string
  language?: string
  /** Who asks: her name and number, for whoever has it. */
  asker?: { name?: string; phone?: string }
  askedAt?: Instant
  /** 「最晚 9:12 有人答复,或告诉您谁几点打电话。可以放下手机」: the first sentence of the waiting screen. */
  promise?: string
  offers?: OfferView[]
  /** My own offer, while I may still take it. */
  offer?: OfferView
  /** When the next people are asked, if nobody takes it before. */
  nextWaveAt?: Instant
  /** What happens next: 「14:13 起由陈立新接」. */
  nextText?: string
  taker?: { id: string; name: string; org?: string; phone?: string; at: Instant; silent?: boolean }
  routed?: {
    name: string
    phone?: string
    callBackAt: Instant
    text: string
    chosen?: true
    nobody?: true
    missed?: true
  }
  answered?: { at: Instant; by: string; summary: string; next?: NextStep }
  helped?: { yes: boolean; text?: string }
  /** Tries to ring her back. */
  tries?: { at: Instant; by: string; reached: boolean; note?: string }[]
  hire?: { by: string; note: string }
  /** The matter that carries it on. */
  child?: string
  said?: { count: number; lastAt?: Instant }
}

/** `side`: `mine` for whoever reads it. */
export type Message = {
  id: string
  at: Instant
  side: 'asker' | 'staff'
  mine: boolean
  by: string
  text?: string
  files: { id: string; kind: 'image' | 'audio' | 'other'; state?: 'checking' | 'refused' }[]
}

/** For the town's group: nothing personal. */
export type QuestionCard = {
  id: string
  title: string
  place: Place
  languageText: string
  askedAt: Instant
  dueAt: Instant
  stage: string
  stageText: string
  /** Who has it, once somebody has. */
  takenBy?: string
  /** Whether I may take it now: on duty, and nothing binds me. */
  mayTake: boolean
}
