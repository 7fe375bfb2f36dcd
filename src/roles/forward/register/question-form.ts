import type { Told } from '@/client/draft'
import { beganAt, type Registration } from '@/client/register-draft'
import { actions, type Input } from '@/contract/actions'
import { asksConsent, CLERKS } from '@/contract/aid-actions'
import { check } from '@/contract/check'
import type { Role } from '@/domain/decider'
import type { Instant } from '@/domain/time'

type Ask = Input<'question.ask'>

/** A clerk writes down a call, with the clock from its beginning; whoever helps shows how the person agreed. */
export const isClerk = (role: Role | undefined): boolean =>
  role !== undefined && (role === 'command' || CLERKS.includes(role))

/** What whoever acts in this role may write down, the most usual first. */
export const kindsFor = (role: Role | undefined): readonly Registration['kind'][] =>
  role === 'command'
    ? ['grievance', 'visit']
    : isClerk(role)
      ? ['aid', 'question', 'grievance', 'visit']
      : // She applies question by question, with the person beside her.
        ['question', 'grievance', 'visit']

/**
 * Whether somebody else's yes is kept beside it: what came from the group, whatever a helper enters, and what a station
 * in a department enters for the person in front of it.
 */
export const needsConsent = ({ kind, source }: Registration, role: Role | undefined): boolean =>
  source === 'group' || (kind === 'aid' ? asksConsent(role, source) : !isClerk(role))

/** Whether her own voice may stand for words: what was spoken in the group, and what she tells a helper. */
export const takesVoice = ({ kind, source }: Registration, role: Role | undefined): boolean =>
  source === 'group' || (kind !== 'aid' && !isClerk(role))

/** What she said, sent or about to be. */
export const voiceOf = (draft: Registration, role: Role | undefined): string | undefined =>
  takesVoice(draft, role) ? draft.files.find(({ use }) => use === 'voice')?.fileId : undefined

/** The question as the wire wants it; what wasn't filled in isn't there. */
export function askOf(draft: Registration, role: Role | undefined) {
  const { requestId, name, phone, place, topic, story, language = 'zh', source } = draft
  const voice = voiceOf(draft, role)
  return {
    requestId,
    village: place as string,
    topic: topic as Ask['topic'],
    ...(story.trim() && { text: story }),
    language,
    ...(name.trim() && { name }),
    ...(phone.trim() && { phone }),
    ...(voice && { voice }),
    ...(isClerk(role) && { source: source === 'upper' ? undefined : source, callFrom: beganAt(draft) }),
    ...(needsConsent(draft, role) && draft.consent && { forwarded: forwardedOf(draft, tellOf(draft)) }),
  }
}

// Who left no number hears it from whoever helped.
export const tellOf = ({ phone }: Registration): ('person' | 'helper')[] =>
  phone.trim() ? ['person', 'helper'] : ['helper']

/** How she agreed, who is told, and what whoever enters it says of the other side. */
export const forwardedOf = <T extends 'person' | 'helper'>(draft: Registration, tell: T[]) => ({
  consent: consentOf(draft),
  tell,
  ...(draft.takenAt && { takenAt: draft.takenAt }),
  ...(draft.opponentIsKin !== undefined && { opponentIsKin: draft.opponentIsKin }),
})

function consentOf({ consent = 'witness', witness, files }: Registration) {
  if (consent === 'witness') return { kind: consent, name: witness }
  const fileId = files.find(({ use }) => use === 'consent')?.fileId
  return { kind: consent, ...(fileId && { fileId }) }
}

/** What keeps the question from being asked, under the names that the page's fields have. */
export function askProblems(draft: Registration, role: Role | undefined, now: Instant): Pick<Told, 'field' | 'code'>[] {
  const { input, also } = actions['question.ask']
  const loose = askOf(draft, role)
  const checked = check(input, loose)
  const told = checked.ok ? (also?.(checked.value, now) ?? []) : checked.problems
  const noWords = !draft.story.trim() && !voiceOf(draft, role) && !told.some(({ field }) => field === 'text')
  return [...told, ...(noWords ? [{ field: 'text', code: 'missing' }] : [])].map(onPage)
}

const names: Record<string, string> = {
  name: 'applicant.name',
  phone: 'applicant.phone',
  village: 'where.place',
  topic: 'matter',
  text: 'story',
  language: 'applicant.language',
}

/** A problem of the question's, named as the page's field. */
export const onPage = <P extends { field: string }>(problem: P): P => ({
  ...problem,
  field: names[problem.field] ?? problem.field,
})
