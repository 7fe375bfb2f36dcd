import type { Told } from '@/client/draft'
import type { Hour, ReportDraft } from '@/client/report'
import { actions, type Input } from '@/contract/actions'
import { check } from '@/contract/check'
import { problemText } from '@/words/problems'
import { reportWords as words } from '@/words/report'

type Submit = Input<'grievance.submit'>

/** In Shanghai hours; whoever may be rung at any time says nothing. */
const hours: Record<Hour, { from: string; to: string } | undefined> = {
  any: undefined,
  morning: { from: '08:00', to: '12:00' },
  afternoon: { from: '12:00', to: '18:00' },
  evening: { from: '18:00', to: '21:00' },
}

/** What reaches only who accepts it: against village cadres, or against a unit that she named. */
export const isKept = ({ topic, against }: Pick<ReportDraft, 'topic' | 'against'>): boolean =>
  topic === 'village-cadre' || against !== undefined

const filesOf = ({ photos, video }: ReportDraft): string[] =>
  [...photos, ...(video ? [video] : [])].flatMap(({ fileId }) => fileId ?? [])

/** The report as the wire wants it; what wasn't filled in isn't there. `place`: the code of a village or a town. */
export function inputOf(draft: ReportDraft, place: string | undefined) {
  const { requestId, topic, text, voice, spot, pin, against, follows, knows, name, phone, hour } = draft
  const named = knows !== 'full'
  const reporter = { ...(name.trim() && { name }), ...(phone.trim() && { phone }) }
  const at = named ? hours[hour] : undefined
  return {
    requestId,
    topic: topic as Submit['topic'],
    place: place as string,
    photos: filesOf(draft),
    anonymity: knows,
    ...(spot.trim() && { spot }),
    // The sheet that asked for it said what for; the yes goes with it.
    ...(pin && { pin, consents: ['place' as const] }),
    ...(text.trim() && { text }),
    ...(voice?.fileId && { voice: voice.fileId }),
    ...(against && { against: against.code }),
    ...(follows && !isKept(draft) && { follows: follows.id }),
    ...(at && { hours: at }),
    ...(named && Object.keys(reporter).length > 0 && { reporter }),
  }
}

/** What is asked about the same thing; nothing where nobody is asked: too little is known, or it is against somebody. */
export function similarTo(draft: ReportDraft, place: string | undefined): Input<'grievance.similar'> | undefined {
  const { topic, text } = draft
  const photos = filesOf({ ...draft, video: undefined })
  if (!topic || !place || isKept(draft) || (text.trim().length < FEW && photos.length === 0)) return undefined
  return { topic: topic as Submit['topic'], place, photos, ...(text.trim() && { text: text.trim() }) }
}
const FEW = 4

const missing: Record<string, string> = {
  topic: words.missingTopic,
  text: words.missingTell,
  place: words.missingPlace,
}

/** As they stand on the page. */
const order = [
  'topic',
  'text',
  'voice',
  'photos',
  'place',
  'spot',
  'against',
  'anonymity',
  'reporter.name',
  'reporter.phone',
]
const rank = ({ field }: { field: string }) => {
  const at = order.findIndex((own) => field === own || field.startsWith(`${own}.`))
  return at < 0 ? order.length : at
}

/** Everything that keeps it from being sent, each with its sentence. */
export const problemsOf = (draft: ReportDraft, place: string | undefined): Told[] =>
  [...problemsOfWords(draft, place), ...underWay(draft)].sort((a, b) => rank(a) - rank(b))

/** The same, but for files that are still on their way. */
export function problemsOfWords(draft: ReportDraft, place: string | undefined): Told[] {
  const { requestId: _, ...entries } = inputOf(draft, place)
  const checked = check(actions['grievance.submit'].input, { ...entries, requestId: draft.requestId || 'not-yet' })
  const nothing = !draft.text.trim() && !draft.voice
  const problems = [...(checked.ok ? [] : checked.problems), ...(nothing ? [{ field: 'text', code: 'missing' }] : [])]
  const given: Record<string, boolean> = {
    topic: Boolean(draft.topic),
    place: Boolean(place),
    text: Boolean(draft.text.trim()),
  }
  return problems.map(({ field, code }) => ({
    field,
    code,
    message: (!given[field] && missing[field]) || problemText({ field: field.split('.').at(-1) ?? field, code }),
  }))
}

/** Whether a photo or a film is still being sent. */
export const isSending = (draft: ReportDraft): boolean => statesIn(draft).includes('sending')
const statesIn = ({ photos, video }: ReportDraft) => [...photos, ...(video ? [video] : [])].map(({ state }) => state)

function underWay(draft: ReportDraft): Told[] {
  const states = statesIn(draft)
  if (states.includes('sending')) return [{ field: 'photos', code: 'sending', message: words.stillSending }]
  if (states.includes('failed')) return [{ field: 'photos', code: 'failed', message: words.notSentFile }]
  return []
}
