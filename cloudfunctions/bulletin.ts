import { isLate } from '@/domain/clock-face'
import { isSecret } from '@/domain/grievance-permission'
import {
  byMatter,
  factNames,
  type GrievanceFact,
  isUnsettled,
  type Promised,
  type Unsettled,
} from '@/domain/grievance-story'
import type { Grievance } from '@/domain/grievance-types'
import { addDays, type Day, dayOf, type Instant, nextDay, startOf } from '@/domain/time'
import { unitOf } from './grievance-facts'
import { openMatter } from './matter-document'
import type { Doc } from './ports'
import { recentFacts } from './recent-facts'
import type { World } from './world'

/** What a month's bulletin is counted from: the facts of what was reported in it, read anew each time. */

export type MonthRead = { facts: GrievanceFact[]; open: Map<string, Unsettled>; countedFrom?: Day }

// 10,000 facts of a kind: more reports than a county of 150,000 people sends in a month.
const PAGES = 100
const FULL = PAGES * 100
const AT_ONCE = 50
// So many without an end are opened, the newest first, to see whether a clock of theirs has run out.
const OPENED = 1000

export const daysOf = (month: string): { from: Day; to: Day } => {
  const from = `${month}-01`
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) }
}
export const hasBegun = (month: string, now: Instant): boolean => startOf(daysOf(month).from) <= now

/** Everything of the reports that were sent in this month, whenever it happened. */
export async function readMonth(world: World, now: Instant, month: string): Promise<MonthRead> {
  const read = await Promise.all(factNames.map((what) => recentFacts(world, what, daysOf(month), PAGES)))
  // Where one kind had more than is read, no kind counts days of which it may lack some.
  const countedFrom = read
    .flatMap((found) => (found.length >= FULL ? nextDay(dayOf(found.at(-1)?.sentAt ?? now)) : []))
    .sort()
    .at(-1)
  const facts = read.flat().filter(({ sentAt }) => !countedFrom || dayOf(sentAt) >= countedFrom)
  const waiting = [...byMatter(facts).values()].filter(isUnsettled).map(([first]) => first)
  const newest = waiting
    .flatMap((fact) => fact ?? [])
    .sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1))
    .slice(0, OPENED)
  const docs = await readMatters(
    world,
    newest.map(({ matter }) => matter),
  )
  const open = docs.flatMap((doc): [string, Unsettled][] => {
    const { state } = openMatter(doc, world.seal)
    return state.kind === 'grievance' ? [[doc.id, unsettled(state, now)]] : []
  })
  return { facts, open: new Map(open), ...(countedFrom && { countedFrom }) }
}

const PROMISED: Record<string, Promised> = {
  'grievance.accept': 'accepted',
  'grievance.escalate': 'passed',
  'grievance.respond': 'responded',
  'grievance.consult': 'resolved',
  'grievance.quick': 'resolved',
  'grievance.resolve': 'resolved',
}

/** While somebody checks a result, its clocks are judged as of when it was handed in. */
function unsettled(state: Grievance, now: Instant): Unsettled {
  const seen = state.stage === 'resolved' && state.resolved && state.resolved.at < now ? state.resolved.at : now
  const late = state.clocks.flatMap((clock) => {
    const promised = PROMISED[clock.code]
    return promised && clock.state !== 'stopped' && isLate(clock, seen) ? [promised] : []
  })
  return { unit: unitOf(state), secret: isSecret(state), accepted: state.open && state.accepted !== undefined, late }
}

export async function readMatters(world: World, ids: readonly string[]): Promise<Doc[]> {
  const batches = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) =>
    world.store.getMany('matters', ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE)),
  )
  return (await Promise.all(batches)).flat()
}
