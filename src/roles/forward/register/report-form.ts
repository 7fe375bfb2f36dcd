import type { Told } from '@/client/draft'
import { beganAt, type Registration } from '@/client/register-draft'
import { actions, type Input } from '@/contract/actions'
import { check } from '@/contract/check'
import type { Role } from '@/domain/decider'
import { at, type Instant } from '@/domain/time'
import { forwardedOf, isClerk, needsConsent, tellOf, voiceOf } from './question-form'

type Submit = Input<'grievance.submit'>

/** Nobody is to know who said it: no name and no number is kept. */
export const isNameless = ({ kind, knows }: Registration): boolean => kind === 'grievance' && knows === 'full'

/** What is reported, as the wire wants it; what wasn't filled in isn't there. */
export function reportOf(draft: Registration, role: Role | undefined) {
  const { requestId, name, phone, place, spot, topic, story, language, source, knows, upperNo, files, follows } = draft
  const upperDue = upperDueOf(draft)
  const photos =
    source === 'call' ? [] : files.flatMap(({ use, fileId }) => (use === 'photo' && fileId ? [fileId] : []))
  const voice = voiceOf(draft, role)
  const reporter = { ...(name.trim() && { name }), ...(phone.trim() && { phone }) }
  return {
    requestId,
    topic: topic as Submit['topic'],
    place: place as string,
    ...(story.trim() && { text: story }),
    photos,
    anonymity: knows,
    ...(spot.trim() && { spot }),
    ...(language && { language }),
    ...(voice && { voice }),
    ...(follows && !isCadre(draft) && { follows: follows.id }),
    ...(knows !== 'full' && Object.keys(reporter).length > 0 && { reporter }),
    ...(isClerk(role) && { source, callFrom: beganAt(draft) }),
    ...(isClerk(role) && source === 'upper' && { ...(upperNo.trim() && { upperNo }), ...(upperDue && { upperDue }) }),
    ...(needsConsent(draft, role) && draft.consent && { forwarded: forwardedOf(draft, tellOf(draft)) }),
  }
}

/** Against village cadres: never likened to another. */
export const isCadre = ({ topic }: Registration): boolean => topic === 'village-cadre'

/** What is asked about the same thing; nothing while too little is known. */
export function similarTo(draft: Registration): Input<'grievance.similar'> | undefined {
  const { kind, topic, place, story } = draft
  const text = story.trim()
  if (kind !== 'grievance' || !topic || !place || isCadre(draft) || text.length < FEW) return undefined
  return { topic: topic as Submit['topic'], place, photos: [], text }
}
const FEW = 4

/** The deadline that the order came with; the end of its day where no hour was given. */
const upperDueOf = ({ upperDay, upperTime }: Registration): Instant | undefined =>
  upperDay ? at(upperDay, upperTime || '24:00') : undefined

/** What keeps it from being reported, under the names that the page's fields have. */
export function reportProblems(
  draft: Registration,
  role: Role | undefined,
  now: Instant,
): Pick<Told, 'field' | 'code'>[] {
  const { input, also } = actions['grievance.submit']
  const checked = check(input, reportOf(draft, role))
  return (checked.ok ? (also?.(checked.value, now) ?? []) : checked.problems).map(reportedOnPage)
}

const names: Record<string, string> = {
  'reporter.name': 'applicant.name',
  'reporter.phone': 'applicant.phone',
  place: 'where.place',
  topic: 'matter',
  text: 'story',
  photos: 'evidence',
  language: 'applicant.language',
}

/** A problem of the report's, named as the page's field. */
export const reportedOnPage = <P extends { field: string }>(problem: P): P => ({
  ...problem,
  field: names[problem.field] ?? (problem.field.startsWith('photos.') ? 'evidence' : problem.field),
})
