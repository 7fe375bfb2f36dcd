import { instantOf } from '@/domain/time'
import type { World } from '../world'

export type Link = { url: string; expiresAt: string }

const LINK_MS = 5 * 60_000
/** What somebody had made of her own data she has a day to fetch. */
const LONGEST_MS = 24 * 60 * 60_000
const markedText = (id: string, until: number | string) => `file ${id} ${until}`

/**
 * An address that opens one cleaned file for so long in real time (ms), for whoever holds it: the storage's own where
 * it signs them, else the server's. Undefined where the bytes aren't there.
 */
export async function linkTo(world: World, id: string, forMs = LINK_MS): Promise<Link | undefined> {
  const until = world.clock.wall() + forMs
  const expiresAt = instantOf(until)
  if (world.files.link) {
    const url = await world.files.link(id, forMs / 1000)
    return url ? { url, expiresAt } : undefined
  }
  const mark = world.seal.lookup('link', markedText(id, until))
  return { url: `/files/${id}/bytes?until=${until}&mark=${mark}`, expiresAt }
}

/** Whether the server made this link, and its time isn't over. */
export function linkHolds(world: World, id: string, until: string, mark: string): boolean {
  const wall = world.clock.wall()
  const inTime = /^\d{13}$/.test(until) && Number(until) > wall && Number(until) <= wall + LONGEST_MS
  return inTime && world.seal.matches('link', markedText(id, until), mark)
}
