import type { AidEvent } from '@/domain/aid-events'
import type { Aid } from '@/domain/aid-types'
import { type ReviewedCase, reviewedCase } from '@/domain/allowances'
import { type Day, dayOf, nextDay } from '@/domain/time'
import type { Write } from './ports'
import type { World } from './world'

/** What the county pays for is made of: a document a case, written when the review accepts its file. */

const WHAT = 'aid.reviewed'
const PAGE = 100

/** In the matter's own save, so that a case is in one month only and what was accepted stays as it was. */
export function reviewedWrites(matter: string, state: Aid, events: readonly AidEvent[]): Write[] {
  return events.flatMap((event): Write[] => {
    if (event.type !== 'CloseReviewed' || !event.ok) return []
    const found = reviewedCase(matter, state, event.at, event.by.name)
    return found ? [reviewedWrite(found, state.place.town)] : []
  })
}

export const reviewedWrite = (found: ReviewedCase, town: string): Write => ({
  collection: 'facts',
  id: `${found.matter}:${WHAT}:1`,
  expected: 0,
  keys: { what: WHAT, day: dayOf(found.reviewedAt), unit: town, matter: found.matter },
  body: JSON.stringify(found),
})

/** Of these days, in their order; undefined where there are more than `most`. */
export async function reviewedIn(
  world: World,
  { from, to }: { from: Day; to: Day },
  most: number,
): Promise<ReviewedCase[] | undefined> {
  const found: ReviewedCase[] = []
  for (let after: string | undefined; ; ) {
    const query = { index: 'byDay', where: { what: WHAT }, range: { from, before: nextDay(to) }, limit: PAGE }
    const { docs, next } = await world.store.list('facts', { ...query, ...(after && { after }) })
    found.push(...docs.map(({ body }) => JSON.parse(body) as ReviewedCase))
    if (found.length > most) return undefined
    if (!next) return found
    after = next
  }
}
