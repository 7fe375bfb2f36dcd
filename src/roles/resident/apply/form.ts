import { type Draft, firstStep, type Told } from '@/client/draft'
import { actions, type Input } from '@/contract/actions'
import { check, type Problem } from '@/contract/check'
import { tellsHealth } from '@/domain/consent'
import { type Instant, MINUTE, msBetween } from '@/domain/time'
import { partyWords } from '@/words/apply'
import { consentWords, missingText } from '@/words/apply-more'
import { problemText } from '@/words/problems'

type Step = { name: string; fields: readonly string[]; when?: (draft: Draft) => boolean }

/** Whether somebody else's word stands for the person: her consent is kept beside it. */
export const forwards = ({ helped, for: whom }: Draft): boolean => helped || whom === 'other'

/** The questions in their order, the fields that each one fills, and for whom it is asked at all. */
const questions = [
  { name: firstStep, fields: ['where'] },
  { name: 'for', fields: ['for'] },
  { name: 'topic', fields: ['matter'] },
  { name: 'story', fields: ['story', 'voice', 'happened', 'deadline'] },
  { name: 'parties', fields: ['parties'] },
  { name: 'applicant', fields: ['applicant'] },
  { name: 'means', fields: ['route', 'income', 'groups', 'evidence'] },
  { name: 'consent', fields: ['forwarded'], when: forwards },
  { name: 'tell', fields: ['tell', 'kin', 'forwarded.tell', 'forwarded.kin'] },
  { name: 'review', fields: [] },
] as const satisfies readonly Step[]
export type StepName = (typeof questions)[number]['name']
const all: readonly (Step & { name: StepName })[] = questions

export const stepsOf = (draft: Draft): StepName[] =>
  all.filter(({ when }) => !when || when(draft)).map(({ name }) => name)

type Loose<T> = { [K in keyof T]: T[K] | undefined }
type Submit = Input<'aid.submit'>

/** The draft as the wire wants it; what wasn't filled in isn't there. */
export function inputOf(draft: Draft, now: Instant): Loose<Submit> {
  const { name, phone, idNumber, language, place, body, elsewhere, parties, income, happened, deadline } = draft
  return {
    requestId: draft.requestId,
    for: draft.for,
    applicant: { name, ...given({ phone, idNumber }), ...(language && { language }) },
    where: { place: place as string, ...given({ body, ...(draft.whereabouts === 'elsewhere' && { elsewhere }) }) },
    matter: draft.topic as Submit['matter'] | undefined,
    story: draft.story,
    ...(draft.voice?.fileId && { voice: draft.voice.fileId }),
    route: draft.route,
    groups: draft.groups,
    ...(draft.agreesHealth && tellsHealth(draft.groups) && { consents: ['health' as const] }),
    parties: parties.map(({ name, phone }) => ({ role: 'opponent', name, ...given({ phone }) })),
    evidence: draft.photos.flatMap(({ fileId }) => fileId ?? []),
    ...given({ income, happened, deadline, question: draft.question }),
    ...(forwards(draft) ? { forwarded: forwardedOf(draft, now) } : toldOf(draft)),
  }
}

/** The texts of these that say something. */
const given = <T extends Record<string, string | undefined>>(texts: T) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text?.trim())) as Partial<Record<keyof T, string>>

/** The file with which the person agreed, where she agreed by one. */
export const agreed = ({ consent }: Draft) =>
  consent.kind === 'voice' ? consent.voice : consent.kind === 'signature' ? consent.signature : undefined

// What was agreed to while it was being written carries the time of sending; what waited for a signal, its own.
const JUST_NOW = 5 * MINUTE

function forwardedOf(draft: Draft, now: Instant): NonNullable<Submit['forwarded']> {
  const { kind, how, witness, takenAt, opponentIsKin } = draft.consent
  const fileId = agreed(draft)?.fileId
  return {
    consent: {
      kind: kind as NonNullable<typeof kind>,
      ...(fileId && { fileId }),
      ...(kind === 'witness' && given({ name: witness })),
      readAloud: how === 'aloud',
    },
    tell: draft.tell,
    ...(draft.tell.includes('kin') && { kin: draft.kin }),
    ...(takenAt && msBetween(takenAt, now) > JUST_NOW && { takenAt }),
    ...(opponentIsKin !== undefined && { opponentIsKin }),
  }
}

function toldOf({ tell, kin }: Draft): Pick<Submit, 'tell' | 'kin'> {
  return tell.includes('kin') ? { tell: ['person', 'kin'], kin } : { tell: ['person'] }
}

/** Everything that keeps it from being sent, each with its sentence; the first of a field stands for all of it. */
export function problemsOf(draft: Draft, now: Instant): Told[] {
  const { input, also } = actions['aid.submit']
  const loose = inputOf(draft, now)
  const checked = check(input, loose)
  // What the fields say together is told as soon as they are there, not only when all the rest is.
  const together = also?.(checked.ok ? checked.value : (loose as never), now) ?? []
  const problems = [...ownProblems(draft), ...(checked.ok ? [] : checked.problems), ...together]
  return (
    problems
      .filter(({ field }, n) => problems.findIndex((other) => other.field === field) === n)
      .filter(({ field }) => draft.whereabouts || field !== 'where.place')
      // Said or signed where there is no signal, it lies on the phone and goes first when all of it is sent.
      .filter(({ field }) => field !== 'forwarded.consent.fileId' || !agreed(draft))
      .filter(({ field, code }) => field !== 'story' || code !== 'missing' || !draft.voice)
      .map(worded)
  )
}

/** What the wire would let through and the person still has to say. */
function ownProblems(draft: Draft): Problem[] {
  const { whereabouts, elsewhere, consent } = draft
  const file = consent.kind === 'voice' || consent.kind === 'signature'
  const lacks = {
    where: !whereabouts,
    'where.elsewhere': whereabouts === 'elsewhere' && !elsewhere.trim(),
    'forwarded.consent.readAloud': forwards(draft) && !consent.how,
    'forwarded.consent.fileId': forwards(draft) && file && !agreed(draft),
    'forwarded.consent.name': forwards(draft) && consent.kind === 'witness' && !consent.witness.trim(),
  }
  const ownKin = forwards(draft) && draft.parties.length > 0 && consent.opponentIsKin === true
  return [
    ...Object.entries(lacks).flatMap(([field, missing]) => (missing ? [{ field, code: 'missing' }] : [])),
    ...(ownKin ? [{ field: 'forwarded.opponentIsKin', code: 'own-kin' }] : []),
  ]
}

const worded = ({ field, code }: Problem): Told => ({
  field,
  code,
  message:
    (code === 'missing' && missingText(field)) || (code === 'own-kin' && consentWords.kinNo) || nearText(field, code),
})

/** Beside its field the name of the group is clear: only which of several is said. */
function nearText(field: string, code: string): string {
  const [group, nth, own] = field.split('.')
  if (group === 'parties' && own) return `${partyWords.one(Number(nth) + 1)}，${problemText({ field: own, code })}`
  return problemText({ field: field.split('.').at(-1) ?? field, code })
}

const owns = (own: string, field: string) => field === own || field.startsWith(`${own}.`)

/** The step that a problem's field is asked in; what belongs to none is shown at the end. */
export function stepOf(field: string): StepName {
  const found = all.flatMap(({ name, fields }) =>
    fields.filter((own) => owns(own, field)).map((own) => ({ name, own })),
  )
  return found.sort((a, b) => b.own.length - a.own.length)[0]?.name ?? 'review'
}

export const problemsIn = (step: StepName, problems: readonly Told[]): Told[] =>
  problems.filter(({ field }) => stepOf(field) === step)

/** An id that names the field on this page; pages lie over one another in a browser, hence the prefix. */
export const fieldId = (prefix: string, field: string): string => `${prefix}-${field.replace(/\./g, '-')}`

/** What the components of a question get. */
export type QuestionProps = {
  draft: Draft
  ids: (field: string) => string
  wrong: (field: string) => string | undefined
}
