import type { Told } from '@/client/draft'
import { beganAt, type Registration } from '@/client/register-draft'
import { actions, type Input } from '@/contract/actions'
import { check } from '@/contract/check'
import type { Role } from '@/domain/decider'
import { at, type Instant } from '@/domain/time'
import { problemText } from '@/words/problems'
import { consentWords, missingText } from '@/words/register'
import { missingInVisit } from '@/words/visit-page'
import { askProblems, forwardedOf, isClerk, needsConsent, takesVoice, voiceOf } from './question-form'
import { isNameless, reportProblems } from './report-form'
import { visitOwed, visitProblems } from './visit-form'

type Submit = Input<'aid.submit'>
type Loose<T> = { [K in keyof T]: T[K] | undefined }

/** The registration as the wire wants it; what wasn't filled in isn't there. */
export function inputOf(draft: Registration, role: Role | undefined): Loose<Submit> {
  const { name, phone, language, place, elsewhere, opponent, opponentPhone, slip, deadline } = draft
  const opponents = [opponent, opponentPhone].some((text) => text.trim())
    ? [{ role: 'opponent' as const, name: opponent, ...(opponentPhone.trim() && { phone: opponentPhone }) }]
    : []
  // What is shown to the reviewer; how the person agreed stands with the consent.
  const evidence = shownFiles(draft, undefined).flatMap(({ use, fileId }) =>
    use === 'photo' && fileId ? [fileId] : [],
  )
  const voice = voiceOf(draft, undefined)
  return {
    requestId: draft.requestId,
    for: 'self',
    source: draft.source === 'upper' ? undefined : draft.source,
    callFrom: beganAt(draft),
    applicant: { name, ...(phone.trim() && { phone }), ...(language && { language }) },
    where: { place: place as string, ...(elsewhere.trim() && { elsewhere }) },
    matter: draft.topic as Submit['matter'] | undefined,
    story: draft.story,
    ...(voice && { voice }),
    parties: opponents,
    evidence,
    ...(slip.trim() && { slip }),
    ...(deadline && { deadline }),
    ...(draft.preserve === 'yes' && { preservation: true }),
    ...custodyOf(draft),
    ...(needsConsent(draft, role) && draft.consent && { forwarded: forwardedOf(draft, heardBy(draft)) }),
  }
}

// Whoever left no number hears it from the station that entered it; what came from the group is told her alone.
const heardBy = ({ source, phone }: Registration): ('person' | 'helper')[] =>
  source === 'group' || phone.trim() ? ['person'] : ['helper']

function custodyOf({ custody, custodyDay, custodyTime }: Registration): { custody?: Submit['custody'] } {
  if (!custody) return {}
  const askedAt = custodyDay && custodyTime ? at(custodyDay, custodyTime) : undefined
  return { custody: { through: custody, askedAt } as Submit['custody'] }
}

/** Files that this way in asks for: whoever changes the way in by mistake keeps them, and they aren't sent. */
export const shownFiles = (draft: Registration, role: Role | undefined) =>
  draft.files.filter(({ use }) => {
    const { consent } = draft
    if (use === 'photo') return takesPhotos(draft)
    if (use === 'voice') return takesVoice(draft, role)
    return needsConsent(draft, role) && consent !== undefined && consent !== 'witness'
  })

/** A question takes no photos along: they go into the conversation. A call brings none. */
export const takesPhotos = ({ kind, source }: Registration): boolean =>
  kind === 'aid' ? source === 'group' || source === 'paper' : kind === 'grievance' && source !== 'call'

/** Everything that keeps it from being registered, each with its sentence. */
export function problemsOf(draft: Registration, role: Role | undefined, now: Instant): Told[] {
  const told = problemsIn[draft.kind](draft, role, now).map(worded)
  const known = new Set(told.map(({ field }) => field))
  return [...told, ...owed(draft, role).filter(({ field }) => !known.has(field))]
}

const problemsIn = {
  question: askProblems,
  grievance: reportProblems,
  visit: visitProblems,
  aid: submitProblems,
}

function submitProblems(draft: Registration, role: Role | undefined, now: Instant) {
  const { input, also } = actions['aid.submit']
  const loose = inputOf(draft, role)
  const checked = check(input, loose)
  if (checked.ok) return also?.(checked.value, now) ?? []
  // That she has said nothing at all is told at once, with what else is missing.
  const silent = !draft.story.trim() && !loose.voice
  return [...checked.problems, ...(silent ? [{ field: 'story', code: 'missing' }] : [])]
}

/** What the contract leaves open because other doors don't ask for it; this page does. */
function owed(draft: Registration, role: Role | undefined): Told[] {
  const { source, phone, consent, witness, files } = draft
  const agreed = files.some(({ use, fileId }) => use === 'consent' && fileId)
  const shown = shownFiles(draft, role)
  const agrees = needsConsent(draft, role)
  const waiting = shown.some(({ state }) => state === 'sending')
  const failed = shown.some(({ state }) => state === 'failed')
  return [
    ...(source || (draft.kind !== 'aid' && !isClerk(role)) ? [] : [missing('source')]),
    // Whoever rang can be rung back; somebody at the counter may have no telephone at all.
    ...(source === 'call' && !phone.trim() && !isNameless(draft) ? [missing('applicant.phone')] : []),
    ...visitOwed(draft).map(missing),
    ...(agrees && !consent ? [missing('forwarded.consent')] : []),
    ...(agrees && consent === 'witness' && !witness.trim() ? [missing('forwarded.consent.name')] : []),
    ...(agrees && consent && consent !== 'witness' && !agreed ? [missing('forwarded.consent.fileId')] : []),
    // Said here and now: it may be hours before there is a signal to hear it by.
    ...(agrees && source !== 'group' && draft.opponentIsKin
      ? [{ field: 'forwarded.opponentIsKin', code: 'own-kin', message: consentWords.kinNo }]
      : []),
    ...(waiting ? [{ field: 'evidence', code: 'sending', message: consentWords.sending }] : []),
    ...(failed && !waiting ? [{ field: 'evidence', code: 'failed', message: consentWords.failed }] : []),
  ]
}

const missing = (field: string): Told => worded({ field, code: 'missing' })

const worded = ({ field, code }: { field: string; code: string }): Told => ({
  field,
  code,
  message:
    (code === 'missing' && (missingText(field) ?? missingInVisit(field))) ||
    problemText({ field: field.split('.').at(-1) ?? field, code }),
})

/** In the order of the page; the first one gets the keyboard. */
const order = [
  'source',
  'upperNo',
  'upperDue',
  'callFrom',
  'applicant',
  'where',
  'spot',
  'way',
  'need',
  'address',
  'companion',
  'slot',
  'matter',
  'story',
  'voice',
  'forwarded',
  'evidence',
]

export function inOrder(problems: readonly Told[]): Told[] {
  const rank = ({ field }: Told) => {
    const at = order.findIndex((own) => field === own || field.startsWith(`${own}.`))
    return at < 0 || field === 'applicant.language' || field === 'where.elsewhere' ? order.length : at
  }
  return [...problems].sort((a, b) => rank(a) - rank(b))
}

/** The folded part has to open when something in it is wrong. */
export const isFolded = (field: string): boolean =>
  /^(parties|slip|deadline|preservation|custody)(\.|$)|^applicant\.language$|^where\.elsewhere$/.test(field)

/** The consent is asked for under one heading, whichever part of it is wrong. */
export const fieldOf = (field: string): string =>
  field === 'forwarded' || field === 'forwarded.consent.kind' || field === 'forwarded.tell'
    ? 'forwarded.consent'
    : field

export type FieldsProps = {
  draft: Registration
  role: Role | undefined
  ids: (field: string) => string
  wrong: (field: string) => string | undefined
}
