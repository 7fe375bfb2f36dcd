import type { Cluster } from '@/contract/views'
import { type ClusterKind, clusterKinds, clustersOf, kindOf, type MediationDay, type Reported } from '@/domain/clusters'
import { isSecret } from '@/domain/grievance-permission'
import { addDays, type Day, dayOf, type Instant, nextDay } from '@/domain/time'
import { calmAdvice, clusterAdvice, clusterTexts } from '@/words/clusters'
import { clusterOf } from './catalogue'
import { unitsNamed } from './figures'
import { openMatter } from './matter-document'
import type { Write } from './ports'
import { recentFacts } from './recent-facts'
import { POLICY, readPolicy } from './records'
import type { World } from './world'

/** Early warning from what was accepted: nothing is added up beforehand, and 举报 never counts. */

const FACT = 'grievance.mediation-day'
// 3,000 accepted in three months: more than a county has.
const PAGES = 30
const DAYS_READ = 100
const AT_ONCE = 50
/** Reports behind the rows that are opened to ask whether they still count. */
const OPENED = 500

type Kept = MediationDay & { at: Instant; by: string }

/** A mediation day of one kind in one village is there once, whoever writes it down, however often. */
export const mediationDayWrite = (kept: Kept, town: string): Write => ({
  collection: 'facts',
  id: `mediation-day:${kept.village}:${kept.kind}:${kept.day}`,
  expected: 0,
  keys: { what: FACT, day: kept.day, unit: town, matter: '' },
  body: JSON.stringify(kept),
})

export const clusterKindNamed = (what: string): ClusterKind | undefined => clusterKinds.find((kind) => kind === what)

type Asked = {
  now: Instant /** Only here. */
  town?: string /** Whether the reports behind a row may be opened. */
  open: boolean
}

/** Where several of one kind came up in one village, and where a mediation day was held or is to come. */
export async function clustersIn(world: World, { now, town, open }: Asked): Promise<Cluster[]> {
  const policy = readPolicy(world, await world.store.get('policy', POLICY))
  const rules = { days: policy['grievance.clusterDays'], count: policy['grievance.clusterCount'] }
  const today = dayOf(now)
  const [accepted, held] = await Promise.all([
    recentFacts(world, 'grievance.accepted', { from: addDays(today, -3 * rules.days), to: today }, PAGES),
    mediationDays(world, addDays(today, -2 * rules.days), addDays(today, 366)),
  ])
  const seen = new Set<string>()
  const reports = accepted.flatMap(({ matter, village, town: of, topic = '', item, sentAt, secret }): Reported[] => {
    const kind = kindOf(item && clusterOf(item), topic)
    if (secret || !village || !kind || seen.has(matter) || (town !== undefined && of !== town)) return []
    seen.add(matter)
    return [{ matter, village, kind, at: sentAt }]
  })
  const days = held.filter(({ unit }) => town === undefined || unit === town).map(({ kept }) => kept)
  const suspected = clustersOf(reports, days, today, rules)
  const counting = await stillCounting(world, suspected, reports)
  const found = clustersOf(
    reports.filter(({ matter }) => counting(matter)),
    days,
    today,
    rules,
  )
  const units = await unitsNamed(
    world,
    found.map(({ village }) => village),
  )
  return found.map(({ village, kind, count, from, to, before, after, planned, suggests, matters }) => ({
    village: { code: village, text: units.get(village)?.name ?? village },
    what: kind,
    whatText: clusterTexts[kind],
    count,
    from,
    to,
    advice:
      after && !suggests && !planned
        ? calmAdvice(after.since, rules.days, before, after.count)
        : clusterAdvice({ kind, count, days: rules.days, since: after?.since, planned }),
    before,
    ...(after && { after }),
    matters: open ? matters : [],
  }))
}

/** What turned out to be 举报 after it was accepted, or was taken back, doesn't count; asked only where it matters. */
async function stillCounting(
  world: World,
  suspected: readonly { village: string; kind: ClusterKind }[],
  reports: readonly Reported[],
): Promise<(matter: string) => boolean> {
  const behind = reports
    .filter(({ village, kind }) => suspected.some((one) => one.village === village && one.kind === kind))
    .map(({ matter }) => matter)
    .slice(0, OPENED)
  const pages = Array.from({ length: Math.ceil(behind.length / AT_ONCE) }, (_, n) =>
    world.store.getMany('matters', behind.slice(n * AT_ONCE, (n + 1) * AT_ONCE)),
  )
  const docs = (await Promise.all(pages)).flat()
  const gone = docs.flatMap((doc) => {
    const { state } = openMatter(doc, world.seal)
    return state.kind === 'grievance' && (isSecret(state) || state.stage === 'withdrawn') ? [doc.id] : []
  })
  return (matter) => !gone.includes(matter)
}

async function mediationDays(world: World, from: Day, to: Day): Promise<{ unit: string; kept: Kept }[]> {
  const { docs } = await world.store.list('facts', {
    index: 'byDay',
    where: { what: FACT },
    range: { from, before: nextDay(to) },
    order: 'descending',
    limit: DAYS_READ,
  })
  return docs.map(({ keys, body }) => ({ unit: String(keys.unit), kept: JSON.parse(body) as Kept }))
}
