import type { Taken } from './day-book'
import type { Instant } from './time'
import type { Hour, Visit } from './visit-types'

/** What stands in a person's book for one matter. */
export type Entry = { person: string; taken: Taken; capacity: number }

export const entryOf = (
  matter: string,
  { slot, way, start, end, place, person, capacity }: Hour,
  more: { by?: string; until?: Instant } = {},
): Entry => ({
  person: person.id,
  capacity,
  taken: { matter, slot, way, start, end, town: place.town, village: place.code, ...more },
})

/** What a visit has in people's days: its hour from the hold on, for good once they met, and one she is asked to take instead. */
export function visitEntries(matter: string, { stage, hour, heldUntil, asked, owner, helper }: Visit): Entry[] {
  const by = owner ?? helper?.id
  const mine = by === undefined ? {} : { by }
  if (stage === 'cancelled') return []
  return [
    ...(hour ? [entryOf(matter, hour, { ...mine, ...(stage === 'held' && heldUntil && { until: heldUntil }) })] : []),
    ...(asked ? [entryOf(matter, asked.hour, { ...mine, until: asked.until })] : []),
  ]
}
