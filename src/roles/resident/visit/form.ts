import type { Told } from '@/client/draft'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import { isChild, needOf, useVisitDraft, type VisitDraft } from '@/client/visit'
import { actions, type Input } from '@/contract/actions'
import { check } from '@/contract/check'
import type { Me } from '@/contract/views'
import { problemText } from '@/words/problems'
import { missingInVisit } from '@/words/visit-page'

type Book = Input<'visit.book'>
export type StepName = 'way' | 'topic' | 'home' | 'hour' | 'who' | 'check'

/** The questions, in their order; somebody at home is asked who and where. */
export const stepsOf = ({ kind }: VisitDraft): StepName[] => [
  'way',
  'topic',
  ...(kind === 'home' ? (['home'] as const) : []),
  'hour',
  'who',
  'check',
]

/** The draft, with what the phone and the account know besides. */
export type Filled = VisitDraft & { name: string; language: 'zh' | 'mn'; village?: { code: string; text: string } }

export function useFilled(): Filled {
  const { draft } = useVisitDraft()
  const me = useSession((session) => session.me)
  const village = useSession((session) => session.village)
  return filled(draft, me, village)
}

export const filled = (draft: VisitDraft, me: Me | undefined, village: Filled['village']): Filled => ({
  ...draft,
  name: draft.name ?? me?.name ?? '',
  language: draft.language ?? (me?.languages.length === 1 && me.languages[0] === 'mn' ? 'mn' : 'zh'),
  village: draft.place ?? village,
})

/** The visit as the wire wants it; what wasn't filled in isn't there. */
export function inputOf(draft: Filled): Book {
  const { requestId, kind, village, topic, language, name, phone, text, voice, need, address, held, anyTime } = draft
  const home = kind === 'home'
  const child = isChild(draft)
  const given = needOf({ kind, need })
  return {
    requestId,
    kind,
    village: village?.code,
    topic: topic as Book['topic'],
    language,
    ...(name.trim() && { name }),
    ...(phone.trim() && { phone }),
    ...(text.trim() && { text }),
    ...(voice?.fileId && { voice: voice.fileId }),
    ...(held && !anyTime && { slot: held.hour.slot, id: held.id }),
    ...(home && given && { need: given }),
    ...(home && address.trim() && { address }),
    ...(child && { minor: true, companion: companionOf(draft) }),
  } as Book
}

const companionOf = ({ companion, companionPhone, relation }: VisitDraft) => ({
  name: companion,
  ...(companionPhone.trim() && { phone: companionPhone }),
  ...(relation.trim() && { relation }),
})

const places: Record<StepName, readonly string[]> = {
  way: ['kind', 'village'],
  topic: ['topic', 'text', 'voice'],
  home: ['need', 'address', 'minor', 'companion', 'companion.name', 'companion.phone', 'companion.relation'],
  hour: ['slot', 'id'],
  who: ['name', 'phone', 'language'],
  check: [],
}

/** On which page a field stands; what has no place there is told where it is sent. */
export const stepWith = (field: string): StepName =>
  (Object.keys(places) as StepName[]).find((step) => places[step].includes(field)) ?? 'check'

/** Everything that keeps it from being booked, each with its sentence, in the order of the pages. */
export function problemsOf(draft: Filled): Told[] {
  const { requestId: _, ...entries } = inputOf(draft)
  const { input, also } = actions['visit.book']
  const checked = check(input, { ...entries, requestId: draft.requestId || 'not-yet' })
  const found = checked.ok ? (also?.(checked.value, productNow()) ?? []) : checked.problems
  const own = owed(draft)
  const known = new Set(own.map(({ field }) => field))
  const order = Object.values(places).flat()
  return [...own, ...found.filter(({ field }) => !known.has(field)).map(worded)].sort(
    (a, b) => order.indexOf(a.field) - order.indexOf(b.field),
  )
}

export const problemsIn = (step: StepName, draft: Filled): Told[] =>
  problemsOf(draft).filter(({ field }) => stepWith(field) === step)

/** What the contract leaves open because other doors don't ask for it. */
function owed(draft: Filled): Told[] {
  const { kind, village, topic, need, minor, address, companion, held, anyTime, name, phone } = draft
  const home = kind === 'home'
  const missing: [field: string, isMissing: boolean][] = [
    ['kind', !kind],
    ['village', !village],
    ['topic', !topic],
    ['need', home && !need],
    ['address', home && !address.trim()],
    ['minor', home && minor === undefined && need !== 'left-behind-child'],
    ['companion.name', isChild(draft) && !companion.trim()],
    ['slot', !held && !anyTime],
    ['name', !name.trim()],
    // Whoever comes to the office can be met without a telephone.
    ['phone', kind !== undefined && kind !== 'office' && !phone.trim()],
  ]
  return missing.flatMap(([field, isMissing]) => (isMissing ? [worded({ field, code: 'missing' })] : []))
}

const worded = ({ field, code }: { field: string; code: string }): Told => ({
  field,
  code,
  message:
    (code === 'missing' && missingInVisit(field)) || problemText({ field: field.split('.').at(-1) ?? field, code }),
})
