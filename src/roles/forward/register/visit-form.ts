import { type Answer, call } from '@/client/call'
import type { Told } from '@/client/draft'
import { nextHours } from '@/client/hour-hold'
import { beganAt, fill, type Registration, useRegistration } from '@/client/register-draft'
import { newRequestId } from '@/client/request-id'
import { isChild, needOf } from '@/client/visit'
import { actions, type Input } from '@/contract/actions'
import { check } from '@/contract/check'
import type { MatterView, SlotView } from '@/contract/views'
import type { Role } from '@/domain/decider'
import type { Instant } from '@/domain/time'
import { forwardedOf, isClerk, needsConsent, tellOf, voiceOf } from './question-form'

type Book = Input<'visit.book'>

/** A visit's own answers, as client/visit asks about them. */
export const aboutOf = ({ way, need, minor }: Registration) => ({ kind: way, need, minor })

/** The visit as the wire wants it; what wasn't filled in isn't there. */
export function visitOf(draft: Registration, role: Role | undefined) {
  const { requestId, way, place, topic, language = 'zh', name, phone, story, address, held, anyTime, source } = draft
  const { companion, companionPhone } = draft
  const about = aboutOf(draft)
  const home = way === 'home'
  const need = needOf(about)
  const voice = voiceOf(draft, role)
  return {
    requestId,
    kind: way as Book['kind'],
    village: place as string,
    topic: topic as Book['topic'],
    language,
    ...(name.trim() && { name }),
    ...(phone.trim() && { phone }),
    ...(story.trim() && { text: story }),
    ...(voice && { voice }),
    ...(held && !anyTime && { slot: held.hour.slot, id: held.id }),
    ...(home && need && { need }),
    ...(home && address.trim() && { address }),
    ...(isChild(about) && {
      minor: true,
      companion: { name: companion, ...(companionPhone.trim() && { phone: companionPhone }) },
    }),
    ...(isClerk(role) && { source: source === 'upper' ? undefined : source, callFrom: beganAt(draft) }),
    ...(needsConsent(draft, role) && draft.consent && { forwarded: forwardedOf(draft, tellOf(draft)) }),
  }
}

/** Books it; where what was kept ran out on the way, the hour itself may still be free. */
export async function bookAs(draft: Registration, role: Role | undefined): Promise<Answer<MatterView>> {
  const answer = await call('visit.book', visitOf(draft, role))
  if (isRefused(answer, 'visit.slot-taken')) fill({ held: undefined, requestId: newRequestId() })
  if (!isRefused(answer, 'visit.hold-ended')) return answer
  fill({ requestId: newRequestId() })
  const { id: _, ...without } = visitOf(useRegistration.getState().draft, role)
  const second = await call('visit.book', without)
  if (isRefused(second, 'visit.slot-taken')) fill({ held: undefined, requestId: newRequestId() })
  return second
}

const isRefused = (answer: Answer<unknown>, code: string) => 'refused' in answer && answer.refused === code

/** The hours that are offered where the wanted one is somebody else's. */
export const takenFor = (answer: Answer<unknown> | undefined): SlotView[] | undefined =>
  answer && 'refused' in answer && answer.refused === 'visit.slot-taken' ? nextHours(answer.detail) : undefined

/** What keeps it from being booked, under the names that the page's fields have. */
export function visitProblems(
  draft: Registration,
  role: Role | undefined,
  now: Instant,
): Pick<Told, 'field' | 'code'>[] {
  const { input, also } = actions['visit.book']
  const checked = check(input, visitOf(draft, role))
  return (checked.ok ? (also?.(checked.value, now) ?? []) : checked.problems).map(visitedOnPage)
}

/** What the contract leaves open because other doors don't ask for it; this page does. */
export function visitOwed(draft: Registration): string[] {
  const { kind, way, place, topic, need, address, held, anyTime, name, companion } = draft
  if (kind !== 'visit') return []
  const home = way === 'home'
  const missing: [field: string, isMissing: boolean][] = [
    ['way', !way],
    ['where.place', !place],
    ['matter', !topic],
    ['need', home && !need],
    ['address', home && !address.trim()],
    ['companion.name', isChild(aboutOf(draft)) && !companion.trim()],
    ['slot', way !== undefined && !held && !anyTime],
    ['applicant.name', !name.trim()],
  ]
  return missing.flatMap(([field, isMissing]) => (isMissing ? [field] : []))
}

const names: Record<string, string> = {
  kind: 'way',
  name: 'applicant.name',
  phone: 'applicant.phone',
  village: 'where.place',
  topic: 'matter',
  text: 'story',
  id: 'slot',
  language: 'applicant.language',
}

/** A problem of the visit's, named as the page's field. */
export const visitedOnPage = <P extends { field: string }>(problem: P): P => ({
  ...problem,
  field: names[problem.field] ?? problem.field,
})
