import { type Actor, type PersonRef, type Refusal, refuse } from './decider'
import type { Matter } from './matters'
import type { Standing } from './permission'
import { permissions } from './permission-table'
import { hearsVoice } from './sight'
import type { Transcription, TranscriptionCommand, TranscriptionEvent } from './transcription-types'

/** A recording is the application; somebody writes down what is said in it, whatever kind of matter it is. */

/** What somebody wrote down of her recording; undefined while nobody did, or where there is none. */
export const writtenOf = ({ personal }: Matter): Transcription | undefined =>
  personal.voice ? personal.transcription : undefined

/** It is a recording, and nobody has written it down yet. */
export const isUnwritten = ({ personal }: Matter): boolean =>
  personal.voice !== undefined && personal.transcription === undefined

type Spoken = { text?: string; more?: string[]; transcription?: Transcription }

/** Her words as they are searched and compared: what she wrote, and what was written down of what she said. */
export const wordsOf = ({ text, more = [], transcription }: Spoken): string =>
  [text, ...more, transcription?.text].filter(Boolean).join('\n')

/**
 * Writes it down, or puts right what was written down before. The same words again are nothing new. Refusal:
 * `matter.nothing-to-transcribe` where there is no recording, or none that this reader may hear;
 * `matter.past-transcribing` once it was taken back.
 */
export function transcribe(
  matter: Matter,
  { text }: TranscriptionCommand,
  { now, actor, stands }: { now: string; actor: Pick<Actor, 'id' | 'name'>; stands: Standing | undefined },
): TranscriptionEvent[] | Refusal {
  if (!matter.personal.voice || !stands || !hearsVoice(stands, matter)) return refuse('matter.nothing-to-transcribe')
  if (!STAGES.includes(matter.stage)) return refuse('matter.past-transcribing')
  const before = writtenOf(matter)
  if (before?.text === text) return []
  const by: PersonRef = { id: actor.id, name: actor.name }
  return [{ type: 'VoiceTranscribed', at: now, by, nth: (before?.nth ?? 0) + 1, personal: { text } }]
}

const STAGES: readonly string[] = permissions['matter.transcribe']?.on?.stages ?? []

export const isTranscription = (event: { type: string }): event is TranscriptionEvent =>
  event.type === 'VoiceTranscribed'

/** The last words count; what they replace stays in the history. */
export function evolveTranscription<M extends Matter>(matter: M, { at, by, nth, personal }: TranscriptionEvent): M {
  return { ...matter, personal: { ...matter.personal, transcription: { at, by, nth, text: personal.text } } }
}
