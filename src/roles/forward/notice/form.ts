import type { Photo, Told } from '@/client/draft'
import { newRequestId } from '@/client/request-id'
import { actions, type Input } from '@/contract/actions'
import { check } from '@/contract/check'
import type { NoticeGround, Organ } from '@/domain/aid-turn-types'
import { birthOf } from '@/domain/identity-number'
import { at, dayOf, type Instant, yearsAfter } from '@/domain/time'
import { missingInNotice, noticeFormWords as words } from '@/words/notice-form'
import { problemText } from '@/words/problems'

type Notice = Input<'aid.criminalNotice'>

/** A notice that is being written down. Empty texts are what wasn't filled in. */
export type Draft = {
  /** Made once: a retry after a lost answer is the same notice, not a second one. */
  requestId: string
  organ?: Organ
  organName: string
  ground?: NoticeGround
  offence: string
  name: string
  idNumber: string
  birth: string
  phone: string
  language?: 'zh' | 'mn'
  receivedDay: string
  receivedTime: string
  place?: string
  placeText: string
  photos: Photo[]
}

/** What a department of its own needn't write: who it is. */
export const blankFor = (organ: Organ | undefined, unitName: string | undefined): Draft => ({
  requestId: newRequestId(),
  ...(organ && { organ }),
  organName: organ ? (unitName ?? '') : '',
  offence: '',
  name: '',
  idNumber: '',
  birth: '',
  phone: '',
  receivedDay: '',
  receivedTime: '',
  placeText: '',
  photos: [],
})

/** The notice as the wire wants it; what wasn't filled in isn't there. */
export function inputOf(draft: Draft): Notice {
  const { requestId, organ, organName, ground, offence, language, receivedDay, receivedTime, place } = draft
  const person = { name: draft.name, ...given(draft, 'idNumber', 'birth', 'phone'), ...(language && { language }) }
  return {
    requestId,
    organ,
    organName,
    person,
    ground,
    offence,
    receivedAt: receivedDay && receivedTime ? at(receivedDay, receivedTime) : undefined,
    ...(place && { where: { place } }),
    evidence: draft.photos.flatMap(({ fileId }) => fileId ?? []),
    // What isn't chosen yet is told beside its field, and nothing is sent before.
  } as Notice
}

type Texts = 'idNumber' | 'birth' | 'phone'
const given = (draft: Draft, ...names: Texts[]): Partial<Record<Texts, string>> =>
  Object.fromEntries(names.flatMap((name) => (draft[name].trim() ? [[name, draft[name]]] : [])))

/** Everything that keeps it from being registered, each with its sentence, in the order of the page. */
export function problemsOf(draft: Draft, now: Instant): Told[] {
  const { input, also } = actions['aid.criminalNotice']
  const checked = check(input, inputOf(draft))
  const problems = checked.ok ? (also?.(checked.value, now) ?? []) : checked.problems
  const states = draft.photos.map(({ state }) => state)
  const photos = states.includes('sending') ? words.photosSending : words.photosFailed
  const waits = states.some((state) => state !== 'ready')
  return inOrder([...problems.map(worded), ...(waits ? [{ field: 'evidence', code: 'sending', message: photos }] : [])])
}

/** A problem in the words that stand beside its field. */
export const worded = ({ field, code }: { field: string; code: string }): Told => ({
  field,
  code,
  message:
    (code === 'missing' && missingInNotice(field)) || problemText({ field: field.split('.').at(-1) ?? field, code }),
})

const order = ['organ', 'organName', 'receivedAt', 'person', 'ground', 'offence', 'evidence', 'where']
const placeIn = ({ field }: Told) => order.findIndex((each) => field === each || field.startsWith(`${each}.`))
export const inOrder = (told: readonly Told[]): Told[] => [...told].sort((a, b) => placeIn(a) - placeIn(b))

/** Of age at eighteen, told by the ground, the birthday or the number. */
export function isMinor({ ground, birth, idNumber }: Draft, now: Instant): boolean {
  const born = birth || (idNumber.trim().length === ID_LENGTH ? birthOf(idNumber.trim()) : '')
  return ground === 'minor' || (born !== '' && dayOf(now) < yearsAfter(born, OF_AGE))
}
const ID_LENGTH = 18
const OF_AGE = 18

/** What stands in the folded part of the form. */
export const isFolded = (field: string): boolean =>
  field.startsWith('where') || ['person.phone', 'person.language'].includes(field)

export type FieldsProps = {
  draft: Draft
  write: (part: Partial<Draft>) => void
  ids: (field: string) => string
  wrong: (field: string) => string | undefined
}
