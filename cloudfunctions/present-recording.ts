import type { MatterView } from '@/contract/views'
import type { Matter } from '@/domain/matters'
import { hearsVoice, type Part, type Reader } from '@/domain/sight'
import { isUnwritten, writtenOf } from '@/domain/transcription'
import { spokenRow, unwritten, writtenBy } from '@/words/recording'

/**
 * What she said instead of writing: the sound for whoever may hear her, the words for whoever reads hers. Whoever may
 * not know her doesn't learn that there is a recording before it is written down.
 */
export function recordingShown(
  state: Matter,
  { reader, sees, now }: { reader: Reader; sees: (part: Part) => boolean; now: string },
): Pick<MatterView, 'recording'> {
  const { voice } = state.personal
  const heard = hearsVoice(reader, state)
  const written = writtenOf(state)
  if (!voice || !sees('story') || !(heard || written)) return {}
  return {
    recording: {
      ...(heard && sees('papers') && { file: voice }),
      ...(written
        ? { state: 'written', note: writtenBy(written.by.name, written.at, now), text: written.text }
        : { state: 'unwritten', note: unwritten }),
    },
  }
}

/** In a list: that somebody has yet to write it down, for whoever may hear it. */
export const spokenHint = (state: Matter, reader: Reader): string | undefined =>
  isUnwritten(state) && hearsVoice(reader, state) ? spokenRow : undefined
