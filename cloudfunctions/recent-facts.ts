import type { FactName, GrievanceFact } from '@/domain/grievance-story'
import { type Day, nextDay } from '@/domain/time'
import type { World } from './world'

const PAGE = 100

/** Facts of matters sent on these days, the newest first, as many pages of a hundred as are asked for at most. */
export async function recentFacts(
  world: World,
  what: FactName,
  { from, to }: { from: Day; to: Day },
  pages: number,
): Promise<GrievanceFact[]> {
  const found: GrievanceFact[] = []
  let after: string | undefined
  for (let page = 0; page < pages; page++) {
    const { docs, next } = await world.store.list('facts', {
      index: 'byDay',
      where: { what },
      range: { from, before: nextDay(to) },
      order: 'descending',
      limit: PAGE,
      ...(after && { after }),
    })
    found.push(...docs.map(({ body }) => JSON.parse(body) as GrievanceFact))
    after = next
    if (!after) break
  }
  return found
}
