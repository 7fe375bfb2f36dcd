import type { PersonRef } from './decider'
import type { Instant } from './time'

/** What somebody wrote down of a recording: `nth` 1 is the first time, each correction one more. */
export type Transcription = { at: Instant; by: PersonRef; text: string; nth: number }

/** Her recording, and what is written down of it: parts of what every kind of matter keeps sealed. */
export type Spoken = {
  /** File id of what she said. */
  voice?: string
  transcription?: Transcription
}

export type TranscriptionCommand = { type: 'Transcribe'; text: string }

/** An event that every kind of matter may have. */
export type TranscriptionEvent = {
  type: 'VoiceTranscribed'
  at: Instant
  by: PersonRef
  nth: number
  personal: { text: string }
}
