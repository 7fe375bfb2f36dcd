import type { Recording } from './draft'
import { useKept } from './kept'

/** A question that is being written. Empty texts are what wasn't filled in. */
export type AskDraft = {
  /** Made at the first try to send: a retry after a lost answer is the same question, not a second one. */
  requestId: string
  topic?: string
  text: string
  voice?: Recording
  language: 'zh' | 'mn'
  phone: string
}

const blank: AskDraft = { requestId: '', text: '', language: 'zh', phone: '' }

// A recording that wasn't sent lay only in the app that is gone.
const revived = (kept: AskDraft): AskDraft => ({
  ...kept,
  voice: kept.voice?.fileId ? { ...kept.voice, path: '' } : undefined,
})

export const useAskDraft = (language: AskDraft['language'] = 'zh') =>
  useKept<AskDraft>('ask', { ...blank, language }, revived)

export const isBegun = ({ topic, text, voice }: AskDraft): boolean => Boolean(topic || text.trim() || voice)
