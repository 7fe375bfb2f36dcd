import type { PersonRef } from './decider'
import type { Day, Instant } from './time'

/** One row of data/sensitive-topics.json: `about` is a topic, or `minor`. */
export type SensitiveRow = { about: string; reason: string; since: Day; certainty: string }

/** Somebody else said that she wants it: on what may cost her dear she is asked herself, by a named person. */
export type ConsentCheck = {
  about: string
  at: Instant
  /** Who must ring her. */
  to: PersonRef
  tries: { at: Instant; by: PersonRef; reached: boolean }[]
  /** Her own word, once she was reached. */
  said?: { at: Instant; by: PersonRef; yes: boolean }
}

export type ForwardingCommand = { type: 'CheckConsent'; reached: boolean; agrees?: boolean; note?: string }

/** Events that every kind of matter may have. */
export type ForwardingEvent =
  | { type: 'ConsentToCheck'; at: Instant; about: string; to: PersonRef }
  | {
      type: 'ConsentChecked'
      at: Instant
      by: PersonRef
      reached: boolean
      agrees?: boolean
      personal: { note?: string }
    }
