import { addDays, type Day, dayOf, type Instant } from './time'

/** Several of one kind in one village within a month: people who wait for each other rather than for an answer. */

export const clusterKinds = ['title', 'contract', 'neighbour', 'land', 'pasture'] as const
export type ClusterKind = (typeof clusterKinds)[number]

/** One report that was accepted; `at` is when she sent it. */
export type Reported = { matter: string; village: string; kind: ClusterKind; at: Instant }
/** A day on which people sat down together there, or will. */
export type MediationDay = { village: string; kind: ClusterKind; day: Day }
export type Rules = { days: number; count: number }

export type Found = {
  village: string
  kind: ClusterKind
  /** Within the days that are looked at, since the last mediation day if that was later. */
  count: number
  from: Day
  to: Day
  /** So many before: before those days, or before the mediation day. */
  before: number
  after?: { since: Day; count: number }
  /** A mediation day that is still to come. */
  planned?: Day
  /** Enough of them to go there. */
  suggests: boolean
  matters: string[]
}

/** What a row of the catalogue counts as; without a row, land and pasture count for themselves, all else for nothing. */
export const kindOf = (mark: string | undefined, topic: string): ClusterKind | undefined => {
  const marked = clusterKinds.find((kind) => kind === mark)
  return marked ?? (topic === 'land' || topic === 'pasture' ? topic : undefined)
}

/**
 * Where so many came up within so many days, today the last of them, and where a mediation day was held in the last
 * twice as many; those that suggest one first, the most first. What came before a mediation day was dealt with there.
 */
export function clustersOf(
  reports: readonly Reported[],
  held: readonly MediationDay[],
  today: Day,
  { days, count: enough }: Rules,
): Found[] {
  const places = new Map<string, { village: string; kind: ClusterKind }>()
  for (const { village, kind } of [...reports, ...held]) places.set(`${village}|${kind}`, { village, kind })
  return [...places.values()]
    .map(({ village, kind }) => clusterAt(village, kind, reports, held, today, days, enough))
    .filter(({ suggests, after, planned }) => suggests || after !== undefined || planned !== undefined)
    .sort(
      (a, b) =>
        Number(b.suggests) - Number(a.suggests) ||
        b.count - a.count ||
        (`${a.village}|${a.kind}` < `${b.village}|${b.kind}` ? -1 : 1),
    )
}

function clusterAt(
  village: string,
  kind: ClusterKind,
  reports: readonly Reported[],
  held: readonly MediationDay[],
  today: Day,
  days: number,
  enough: number,
): Found {
  const here = reports.filter((one) => one.village === village && one.kind === kind)
  const sat = held.filter((one) => one.village === village && one.kind === kind).map(({ day }) => day)
  const since = sat
    .filter((day) => day <= today && day > addDays(today, -2 * days))
    .sort()
    .at(-1)
  const planned = sat.filter((day) => day > today).sort()[0]
  const first = addDays(today, 1 - days)
  const from = since && since > first ? since : first
  // From the first day on, before the last one.
  const between = (first: Day, last: Day) =>
    here.filter(({ at }) => dayOf(at) >= first && dayOf(at) < last).map(({ matter }) => matter)
  const matters = between(from, addDays(today, 1))
  const edge = since ?? first
  return {
    village,
    kind,
    count: matters.length,
    from,
    to: today,
    before: between(addDays(edge, -days), edge).length,
    ...(since && { after: { since, count: between(since, addDays(since, days)).length } }),
    ...(planned && { planned }),
    suggests: matters.length >= enough && planned === undefined,
    matters,
  }
}
