import type { Visit } from './visit-types'

/** In whose lists a visit stands. Secrecy is a missing key: who isn't named here never finds it. */
export function visitDesks(state: Visit): string[] {
  const { owner, helper, open, hour, responsible, way, place, heldUntil } = state
  // What was only held is nobody's matter yet.
  if (heldUntil) return []
  const keys = [
    owner && `applicant:${owner}`,
    helper && `person:${helper.id}`,
    open && hour && `person:${hour.person.id}`,
    open && `person:${responsible.id}`,
    'unit:centre',
    // Whoever stands for the town next must find the hour too.
    open && way === 'home' && !hour && `unit:${place.town}`,
  ]
  return [...new Set(keys.filter((key): key is string => Boolean(key)))]
}
