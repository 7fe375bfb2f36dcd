import type { Told } from '@/client/draft'
import type { AskDraft } from '@/client/question'
import { actions, type Input } from '@/contract/actions'
import { check } from '@/contract/check'
import { askWords } from '@/words/ask'
import { problemText } from '@/words/problems'

type Ask = Input<'question.ask'>

/** The question as the wire wants it; what wasn't filled in isn't there. */
export function inputOf({ requestId, topic, text, voice, language, phone }: AskDraft, village?: string) {
  return {
    requestId,
    village: village as string,
    topic: topic as Ask['topic'],
    language,
    ...(text.trim() && { text }),
    ...(voice?.fileId && { voice: voice.fileId }),
    ...(phone.trim() && { phone }),
  }
}

const missing: Record<string, string> = {
  village: askWords.missingVillage,
  topic: askWords.missingTopic,
  text: askWords.missingTell,
}

/** As they stand on the page. */
const order = ['topic', 'voice', 'text', 'language', 'village', 'phone']

/** Everything that keeps it from being sent, each with its sentence. */
export function problemsOf(draft: AskDraft, village?: string): Told[] {
  const { requestId: _, ...entries } = inputOf(draft, village)
  const checked = check(actions['question.ask'].input, { ...entries, requestId: draft.requestId || 'not-yet' })
  const nothing = !draft.text.trim() && !draft.voice
  const problems = [...(checked.ok ? [] : checked.problems), ...(nothing ? [{ field: 'text', code: 'missing' }] : [])]
  return problems
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
    .map(({ field, code }) => ({
      field,
      code,
      message: (!given(draft, village, field) && missing[field]) || problemText({ field, code }),
    }))
}

const given = (draft: AskDraft, village: string | undefined, field: string): boolean =>
  field === 'village' ? Boolean(village) : field === 'topic' ? Boolean(draft.topic) : Boolean(draft.text.trim())
