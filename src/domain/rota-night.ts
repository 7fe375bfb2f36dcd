import type { Policy } from '@/domain/policy'
import type { Span } from '@/domain/rota-types'
import { addDays, at, type Day, dayOf, type Instant } from '@/domain/time'

/** One night, named by the day it starts on. */
export type Night = Span & { day: Day }

/** The nights that touch `[from, to)`, by the county's own hours. */
export function nightsIn(from: Instant, to: Instant, policy: Pick<Policy, 'rota.nightFrom' | 'rota.nightTo'>): Night[] {
  const [begins, ends] = [policy['rota.nightFrom'], policy['rota.nightTo']]
  const nights: Night[] = []
  for (let day = addDays(dayOf(from), -1); day <= dayOf(to); day = addDays(day, 1)) {
    const night = { day, from: at(day, begins), until: at(ends > begins ? day : addDays(day, 1), ends) }
    if (night.from < to && from < night.until) nights.push(night)
  }
  return nights
}
