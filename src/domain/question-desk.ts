import { isLive } from './question-offers'
import { holderOf } from './question-talk'
import type { Question } from './question-types'

/** In whose lists a question stands. Secrecy is a missing key: who isn't named here never finds it. */
export function questionDesks(state: Question): string[] {
  const { owner, helper, open, offers, responsible } = state
  const holder = holderOf(state)
  const keys = [
    owner && `applicant:${owner}`,
    helper && `person:${helper.id}`,
    ...offers.filter(isLive).map(({ to }) => `person:${to.id}`),
    open && holder && `person:${holder.id}`,
    open && `person:${responsible.id}`,
    'unit:centre',
  ]
  return [...new Set(keys.filter((key): key is string => Boolean(key)))]
}
