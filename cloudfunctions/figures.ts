import type { UnitKind } from '@/contract/county'
import { limitOn } from '@/domain/clock'
import { type EightFact, mayAwaitCall, type Story, storiesOf } from '@/domain/eight-figures'
import { running } from '@/domain/matter'
import { ANSWER, CALL_BACK } from '@/domain/question-clocks'
import { type Day, dayOf, type Instant, MINUTE, nextDay } from '@/domain/time'
import { type FactName, type QuestionFact, questionFacts } from './kept-facts'
import { openMatter } from './matter-document'
import type { Doc } from './ports'
import { readUnit, type UnitRecord } from './records'
import type { World } from './world'

/** What figures are counted from: the facts of some days, read anew each time, and the units they name. */

export type Asked = { from: Day; to: Day; unit?: string }
/** `countedFrom`: the first day that was counted whole, where there were more facts than are read. */
export type Counted = { stories: Story[]; countedFrom?: Day }

const PAGE = 100
// 10,000 facts of a kind: a county of 150,000 people fills that in years.
const PAGES = 100
const AT_ONCE = 50
// More calls than these don't wait at one time.
const CALLS_LOOKED_AT = 500

/** Reads at most 10,000 facts of each kind, the newest first, and 500 matters whose promised call may be late. */
export async function storiesIn(world: World, now: Instant, { from, to, unit }: Asked): Promise<Counted> {
  const read = await Promise.all(questionFacts.map((what) => factsOf(world, what, from, to)))
  const countedFrom = read
    .flatMap(({ whole }) => whole ?? [])
    .sort()
    .at(-1)
  const facts = read
    .flatMap(({ facts }) => facts)
    .filter(({ sentAt }) => !countedFrom || dayOf(sentAt) >= countedFrom)
    .filter(({ town, village }) => !unit || town === unit || village === unit)
  const given = { now, limitMs: (limitOn(world.limits, ANSWER, dayOf(now)).count ?? 0) * MINUTE }
  const stories = storiesOf(facts, { ...given, overdue: new Set() })
  const overdue = await callsOverdue(world, now, stories.filter(mayAwaitCall))
  return { stories: storiesOf(facts, { ...given, overdue }), ...(countedFrom && { countedFrom }) }
}

async function factsOf(world: World, what: FactName, from: Day, to: Day): Promise<{ facts: EightFact[]; whole?: Day }> {
  const docs: Doc[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const found = await world.store.list('facts', {
      index: 'byDay',
      where: { what },
      range: { from, before: nextDay(to) },
      order: 'descending',
      limit: PAGE,
      ...(after && { after }),
    })
    docs.push(...found.docs)
    after = found.next
    if (!after) break
  }
  const facts = docs.map(({ keys, body }): EightFact => {
    const { sentAt, village, town, topic, outcome, how, yes } = JSON.parse(body) as QuestionFact
    const said = { ...(outcome && { outcome }), ...(how && { how }), ...(yes !== undefined && { yes }) }
    return { what, matter: String(keys.matter), sentAt, village, town, topic, ...said }
  })
  const last = docs.at(-1)
  return { facts, ...(after && last && { whole: nextDay(String(last.keys.day)) }) }
}

/** A call that is late and not made has no fact yet: its clock still runs, in the matter itself. */
async function callsOverdue(world: World, now: Instant, stories: readonly Story[]): Promise<Set<string>> {
  const newest = [...stories].sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1)).slice(0, CALLS_LOOKED_AT)
  const docs = await readMany(
    world,
    'matters',
    newest.map(({ matter }) => matter),
  )
  const late = docs.filter((doc) => {
    const promised = running(openMatter(doc, world.seal).state.clocks, CALL_BACK)
    return promised !== undefined && promised.dueAt <= now
  })
  return new Set(late.map(({ id }) => id))
}

async function readMany(world: World, collection: string, ids: string[]): Promise<Doc[]> {
  const batches = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) =>
    world.store.getMany(collection, ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE)),
  )
  return (await Promise.all(batches)).flat()
}

/** These units by their code. */
export async function unitsNamed(world: World, codes: Iterable<string>): Promise<Map<string, UnitRecord>> {
  const docs = await readMany(world, 'units', [...new Set(codes)])
  return new Map(docs.map((doc) => [doc.id, readUnit(doc)]))
}

// 4,000 villages: no county has as many.
const UNIT_PAGES = 40

export async function unitsOfKind(world: World, kind: UnitKind): Promise<UnitRecord[]> {
  const units: UnitRecord[] = []
  let after: string | undefined
  for (let page = 0; page < UNIT_PAGES; page++) {
    const query = { index: 'byKind', where: { kind }, limit: PAGE, ...(after && { after }) }
    const found = await world.store.list('units', query)
    units.push(...found.docs.map(readUnit))
    after = found.next
    if (!after) break
  }
  return units
}
