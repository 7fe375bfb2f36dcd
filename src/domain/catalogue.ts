import type { GrievanceType, Handling } from './grievance-types'

/** The responsibility catalogue (事权清单): which unit has what, and where. It advises; a person dispatches. */

export type Item = {
  code: string
  name: string
  topic: string
  /** A unit's code, or one of `roles`. */
  unit: string
  /** Only in these villages and towns; everywhere where there are none. */
  places: readonly string[]
  with: readonly string[]
  handling?: Handling
  keywords: readonly string[]
  basis?: string
}
/** Not one unit but each place's own; `none`: nobody has said yet whose it is. */
export const itemRoles = ['village', 'town', 'none'] as const
export const isItemRole = (unit: string): boolean => (itemRoles as readonly string[]).includes(unit)

/** What was dispatched to whom in the last months, and what units sent back. */
export type Dealt = { unit: string; topic: string; item?: string; returned: boolean }

export type Asked = {
  topic: string
  place: { code: string; town: string }
  text: string
  type?: GrievanceType
  /** The row that the dispatcher chose on accepting. */
  item?: string
  /** Units that it must not reach. */
  not: readonly string[]
}

/** For or against a unit: what stands in the list, or what happened before. */
export type Reason =
  | { good: true; why: 'item'; item: string }
  | { good: true; why: 'chosen' | 'place' | 'nearest' }
  | { good: true; why: 'keyword'; words: string[] }
  | { good: true; why: 'kept'; count: number }
  | { good: false; why: 'returned'; count: number }
  | { good: false; why: 'other-topic' | 'no-keyword' }

export type Advised = { unit: string; item?: Item; with: string[]; reasons: Reason[]; score: number }

const SCORE = { topic: 20, chosen: 50, village: 40, town: 30, keyword: 10, kept: 2, returned: -12 }
const MOST = { keywords: 3, kept: 5, returned: 4, units: 5 }
// One word of another topic is chance, two are a hint.
const HINT = 2

/**
 * Units for a report, best first, each once, with what speaks for and against it. Where no row fits it is the town's,
 * which knows the place: nothing resolves to nobody, unless it must not reach the town either.
 */
export function advise(items: readonly Item[], asked: Asked, history: readonly Dealt[]): Advised[] {
  const found = items
    .flatMap((item) => weigh(item, asked, history) ?? [])
    .sort((a, b) => b.score - a.score || (a.unit < b.unit ? -1 : 1))
  const best = found.filter(({ unit }, n) => found.findIndex((other) => other.unit === unit) === n)
  if (best.length > 0) return best.slice(0, MOST.units)
  const { town } = asked.place
  return asked.not.includes(town) ? [] : [{ unit: town, with: [], reasons: [{ good: true, why: 'nearest' }], score: 0 }]
}

function weigh(item: Item, asked: Asked, history: readonly Dealt[]): Advised | undefined {
  const { place, text, topic, type, not } = asked
  const unit = unitFor(item.unit, place)
  // What is said against somebody isn't settled in the village.
  if (!unit || not.includes(unit) || (type === 'report' && item.unit === 'village')) return undefined
  const near = item.places.includes(place.code) ? 'village' : item.places.includes(place.town) ? 'town' : undefined
  if (item.places.length > 0 && !near) return undefined
  const words = item.keywords.filter((word) => text.includes(word))
  const chosen = asked.item === item.code
  if (item.topic !== topic && words.length < HINT && !chosen) return undefined
  const dealt = history.filter((before) => before.unit === unit && sameThing(before, item))
  const returned = dealt.filter((before) => before.returned).length
  const kept = dealt.length - returned
  const reasons: Reason[] = [
    { good: true, why: 'item', item: item.name },
    ...(chosen ? [{ good: true, why: 'chosen' } as const] : []),
    ...(near ? [{ good: true, why: 'place' } as const] : []),
    ...(words.length > 0 ? [{ good: true, why: 'keyword', words: words.slice(0, MOST.keywords) } as const] : []),
    ...(kept > 0 && returned === 0 ? [{ good: true, why: 'kept', count: kept } as const] : []),
    ...(returned > 0 ? [{ good: false, why: 'returned', count: returned } as const] : []),
    ...(item.topic === topic ? [] : [{ good: false, why: 'other-topic' } as const]),
    ...(words.length === 0 && text && item.keywords.length > 0 ? [{ good: false, why: 'no-keyword' } as const] : []),
  ]
  const score =
    (item.topic === topic ? SCORE.topic : 0) +
    (chosen ? SCORE.chosen : 0) +
    (near ? SCORE[near] : 0) +
    Math.min(words.length, MOST.keywords) * SCORE.keyword +
    Math.min(kept, MOST.kept) * SCORE.kept +
    Math.min(returned, MOST.returned) * SCORE.returned
  const others = item.with.flatMap((other) => unitFor(other, place) ?? [])
  return {
    unit,
    item,
    with: [...new Set(others)].filter((other) => other !== unit && !not.includes(other)),
    reasons,
    score,
  }
}

/** A unit's code stands for itself; a town has no village of its own, so what is a village's is the town's there. */
const unitFor = (unit: string, { code, town }: Asked['place']): string | undefined =>
  unit === 'village' ? code : unit === 'town' ? town : unit === 'none' ? undefined : unit

// What was dispatched without a row counts for every row of its topic.
const sameThing = ({ item, topic }: Dealt, of: Item): boolean => (item ? item === of.code : topic === of.topic)
