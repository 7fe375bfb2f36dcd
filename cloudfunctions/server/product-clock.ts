import { type Instant, instantOf, msOf } from '@/domain/time'
import type { Clockwork, Store } from '../ports'

/** The clock of a demonstration: beside the real one, or standing still, and movable. */
export type ProductClock = Clockwork & {
  /** Stands at `at`, never earlier than now, until released; only in memory. */
  hold(at: Instant): void
  /** From now on a restart resumes at `at`. */
  keep(at: Instant): Promise<void>
  /** Goes on from where it is held, and keeps that; a clock that stands still for good stays where it is. */
  release(): Promise<void>
}

/** Production has no time but the world's. */
export const wallClock = (wall: () => number = Date.now): Clockwork => ({ now: () => instantOf(wall()), wall })

type Kept = { still: Instant } | { offset: number }
const place = { collection: 'lease', id: 'clock' } as const

/**
 * Real time plus an offset, so that what a stopped machine missed is still missed after its restart. `still` makes a
 * new clock stand at that instant, and only moves by hand move it; a store that has a clock already keeps its own.
 */
export async function productClock(
  store: Store,
  still?: Instant,
  wall: () => number = Date.now,
): Promise<ProductClock> {
  const doc = await store.get(place.collection, place.id)
  let version = doc?.version ?? 0
  const kept: Kept = doc ? (JSON.parse(doc.body) as Kept) : still ? { still } : { offset: 0 }
  const runs = 'offset' in kept
  let offset = runs ? kept.offset : 0
  let held: Instant | undefined = runs ? undefined : kept.still

  const now = () => held ?? instantOf(wall() + offset)
  const keep = async (at: Instant) => {
    const body: Kept = runs ? { offset: msOf(at) - wall() } : { still: at }
    const saved = await store.save([{ ...place, expected: version, keys: {}, body: JSON.stringify(body) }])
    if (!saved.ok) throw new Error('another process moved the clock of this store')
    version += 1
  }
  if (!doc && still) await keep(still)

  return {
    now,
    wall,
    keep,
    hold(at) {
      held = instantOf(Math.max(msOf(at), msOf(now())))
    },
    async release() {
      if (held === undefined) return
      await keep(held)
      if (!runs) return
      offset = msOf(held) - wall()
      held = undefined
    },
  }
}
