import type { PersonRef } from './decider'
import type { Day, Duration, Instant } from './time'

/** One row of data/sensitive-topics.json: `about` is a topic, or `minor`. */
export type SensitiveRow = { about: string; reason: string; since: Day; certainty: string }

/** Somebody else said that she wants it: on what may cost her dear she is asked herself, by a named person. */
export type ConsentCheck = {
  about: string
  at: Instant
  /** Who must ring her. */
  to: PersonRef
  /** By when; absent in what was entered before there was such a limit. */
  dueAt?: Instant
  /** Whoever must ring her was reminded; it was time, and somebody else must. */
  remindedAt?: Instant
  passedOnAt?: Instant
  tries: { at: Instant; by: PersonRef; reached: boolean }[]
  /** Her own word, once she was reached. */
  said?: { at: Instant; by: PersonRef; yes: boolean }
}

export type CheckConsent = { type: 'CheckConsent'; reached: boolean; agrees?: boolean; note?: string }
/** `GoOnAsking`: only time says it. */
export type ForwardingCommand = CheckConsent | { type: 'GoOnAsking' }

/** Events that every kind of matter may have. */
export type ForwardingEvent =
  | { type: 'ConsentToCheck'; at: Instant; about: string; to: PersonRef; dueAt?: Instant }
  | { type: 'ConsentReminded'; at: Instant; to: PersonRef }
  | { type: 'ConsentPassedOn'; at: Instant; lateBy?: Duration; from: PersonRef; to: PersonRef }
  | {
      type: 'ConsentChecked'
      at: Instant
      by: PersonRef
      reached: boolean
      agrees?: boolean
      personal: { note?: string }
    }
