import type { Draft, Told } from '@/client/draft'
import { actions, type Input } from '@/contract/actions'
import { check } from '@/contract/check'
import type { Instant } from '@/domain/time'
import { missingText, partyWords } from '@/words/apply'
import { problemText } from '@/words/problems'

/** The questions in their order, and the fields of the contract that each one fills. */
export const steps = [
  { name: 'for', fields: ['for'] },
  { name: 'topic', fields: ['matter'] },
  { name: 'where', fields: ['where'] },
  { name: 'story', fields: ['story'] },
  { name: 'parties', fields: ['parties'] },
  { name: 'applicant', fields: ['applicant'] },
  { name: 'means', fields: ['route', 'income', 'groups', 'evidence'] },
  { name: 'review', fields: [] },
] as const
export type StepName = (typeof steps)[number]['name']
export const reviewStep = steps.length - 1

type Loose<T> = { [K in keyof T]: T[K] | undefined }

/** The draft as the wire wants it; what wasn't filled in isn't there. */
export function inputOf(draft: Draft): Loose<Input<'aid.submit'>> {
  const { name, phone, idNumber, language, place, body, photos, parties, income } = draft
  return {
    requestId: draft.requestId,
    for: draft.for,
    applicant: {
      name,
      ...(phone.trim() && { phone }),
      ...(idNumber.trim() && { idNumber }),
      ...(language && { language }),
    },
    where: { place: place as string, ...(body.trim() && { body }) },
    matter: draft.topic as Input<'aid.submit'>['matter'] | undefined,
    story: draft.story,
    route: draft.route,
    ...(income.trim() && { income }),
    parties: parties.map(({ name, phone }) => ({ role: 'opponent', name, ...(phone.trim() && { phone }) })),
    evidence: photos.flatMap(({ fileId }) => fileId ?? []),
  }
}

/** Everything that the contract finds wrong, each with its sentence. */
export function problemsOf(draft: Draft, now: Instant): Told[] {
  const { input, also } = actions['aid.submit']
  const checked = check(input, inputOf(draft))
  const problems = checked.ok ? (also?.(checked.value, now) ?? []) : checked.problems
  return problems.map(worded)
}

const worded = ({ field, code }: { field: string; code: string }): Told => ({
  field,
  code,
  message: (code === 'missing' && missingText(field)) || nearText(field, code),
})

/** Beside its field the name of the group is clear: only which of several is said. */
function nearText(field: string, code: string): string {
  const [group, nth, own] = field.split('.')
  if (group === 'parties' && own) return `${partyWords.one(Number(nth) + 1)}，${problemText({ field: own, code })}`
  return problemText({ field: field.split('.').at(-1) ?? field, code })
}

/** The step that a problem's field is asked in; what belongs to none is shown at the end. */
export function stepOf(field: string): number {
  const at = steps.findIndex(({ fields }) => fields.some((own) => field === own || field.startsWith(`${own}.`)))
  return at < 0 ? reviewStep : at
}

export const problemsIn = (step: number, problems: readonly Told[]): Told[] =>
  problems.filter(({ field }) => stepOf(field) === step)

/** An id that names the field on this page; pages lie over one another in a browser, hence the prefix. */
export const fieldId = (prefix: string, field: string): string => `${prefix}-${field.replace(/\./g, '-')}`

/** What the components of a question get. */
export type QuestionProps = {
  draft: Draft
  ids: (field: string) => string
  wrong: (field: string) => string | undefined
}
