import { type Aid, holdsLawyer } from '@/domain/aid-types'
import type { LawyerCard } from '@/domain/lawyer-card'
import type { WallRule } from '@/domain/matching'
import { type Mark, marksOf, marksOfUnit, otherSide, phoneMark } from '@/domain/wall'
import { createAll } from './create'
import { openAid } from './matter-document'
import type { Write } from './ports'
import type { World } from './world'

export type { WallRule }
/** Whom the wall keeps out, and by which rule: a lawyer by his person's id, an organisation by its unit. */
export type Walled = { lawyers: ReadonlyMap<string, WallRule>; units: ReadonlyMap<string, WallRule> }

/** A pointer says under which keyed mark, on which side, a matter may be found. It holds nothing else. */
const ADVISES = 'advises:'

/**
 * Makes this matter findable under its people's marks: only ever creates, so doing it twice changes nothing. Before
 * the matter itself is saved: a pointer to nothing does no harm, a matter without its pointers would be missed.
 */
export const registerMarks = (world: World, matter: string, marks: Mark[]): Promise<void> =>
  createAll(world, pointers(world, matter, marks))

/** What makes an adviser findable under the names of the units he advises: he stands on their side. */
export const adviserPointers = (world: World, person: string, org: string, unitMarks: string[]): Write[] =>
  pointers(
    world,
    `${ADVISES}${person}|${org}`,
    unitMarks.map((mark) => ({ side: 'ours', mark })),
  )

function pointers(world: World, matter: string, marks: Mark[]): Write[] {
  // Two ids of 80 characters would outgrow a document's id.
  const tail = matter.startsWith(ADVISES) ? hashed(world, matter) : matter
  const writes = marks.map(({ side, mark }): Write => {
    const party = hashed(world, mark)
    const id = `party:${party}:${side}:${tail}`
    return { collection: 'parties', id, expected: 0, keys: { party, side, matter }, body: '{}' }
  })
  return [...new Map(writes.map((write) => [write.id, write])).values()]
}

const hashed = (world: World, text: string): string => world.seal.lookup('lookup', `party ${text}`).slice(0, 32)

/**
 * Who acted, or acts, on the other side of any of these people. Truth lies in the other matters themselves: a pointer
 * is only a hint, verified by opening that matter and computing its marks again.
 */
export async function wallFor(world: World, matter: string, marks: Mark[]): Promise<Walled> {
  const across = (await Promise.all(marks.map((mark) => pointedAt(world, mark)))).flat()
  const others = [...new Set(across)].filter((other) => other !== matter)
  const lawyers = new Map<string, WallRule>()
  const units = new Map<string, WallRule>()
  for (const state of await opposed(
    world,
    others.filter((other) => !other.startsWith(ADVISES)),
    marks,
  )) {
    for (const person of state.offered) lawyers.set(person, 'conflict')
    const { lawyer } = state
    if (!lawyer || (lawyer.conflict === 'asked' && !holdsLawyer(state))) continue
    lawyers.set(lawyer.ref.id, 'conflict')
    if (lawyer.ref.unit) units.set(lawyer.ref.unit, 'conflict')
  }
  // Last, since it is the stronger of the two: a county may let colleagues in, never an adviser's house.
  for (const adviser of others.filter((other) => other.startsWith(ADVISES))) {
    const [person = '', org] = adviser.slice(ADVISES.length).split('|')
    lawyers.set(person, 'adviser')
    if (org) units.set(org, 'adviser')
  }
  return { lawyers, units }
}

const PAGE = 100
const PAGES = 5
const OPENED = 200
const READ_AT_ONCE = 50

/** Advisers come before matters in a page, so that no number of matters hides one. */
async function pointedAt(world: World, { side, mark }: Mark): Promise<string[]> {
  const where = { party: hashed(world, mark), side: otherSide(side) }
  const found: string[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES; page += 1) {
    const { docs, next } = await world.store.list('parties', { index: 'byParty', where, limit: PAGE, after })
    found.push(...docs.map(({ keys }) => String(keys.matter)))
    if (!next) return found
    after = next
  }
  world.log({ level: 'warn', what: 'wall: more pointers than are read', read: found.length })
  return found
}

/** Of these matters the ones in which somebody of ours really stands on the other side, as they are now. */
async function opposed(world: World, ids: string[], marks: Mark[]): Promise<Aid[]> {
  if (ids.length > OPENED) world.log({ level: 'warn', what: 'wall: more matters than are read', found: ids.length })
  const read = ids.slice(0, OPENED)
  const batches = Array.from({ length: Math.ceil(read.length / READ_AT_ONCE) }, (_, n) =>
    world.store.getMany('matters', read.slice(n * READ_AT_ONCE, (n + 1) * READ_AT_ONCE)),
  )
  const sought = new Set(marks.map(({ side, mark }) => `${otherSide(side)} ${mark}`))
  return (await Promise.all(batches))
    .flat()
    .map((doc) => openAid(doc, world.seal).state)
    .filter(({ personal }) => marksOf(personal).some(({ side, mark }) => sought.has(`${side} ${mark}`)))
}

/** The guard of each organisation, at the version it had before the wall was asked. */
export type Firms = ReadonlyMap<string, number>

const firmId = (unit: string) => `firm:${unit}`

export async function firmsOf(world: World, named: string[]): Promise<Firms> {
  const units = [...new Set(named)].filter(Boolean)
  const firms = new Map(units.map((unit) => [unit, 0]))
  for (let n = 0; n < units.length; n += READ_AT_ONCE) {
    const docs = await world.store.getMany('parties', units.slice(n, n + READ_AT_ONCE).map(firmId))
    for (const { id, version } of docs) firms.set(id.slice(firmId('').length), version)
  }
  return firms
}

/**
 * Written in the same save by every assignment to, and every edit of parties of a matter held in, this organisation:
 * two of its lawyers can't end on both sides at once.
 */
export const firmGuard = (unit: string, firms: Firms): Write => ({
  collection: 'parties',
  id: firmId(unit),
  expected: firms.get(unit) ?? 0,
  keys: { party: '', side: '', matter: '' },
  body: '{}',
})

/**
 * Who of these is the other side himself: by his own telephone, or because his house is the one that is sued. His
 * house is shut out with him.
 */
export function withThemselves(
  { lawyers, units }: Walled,
  marks: readonly Mark[],
  cards: Iterable<LawyerCard>,
): Walled {
  const theirs = new Set(marks.flatMap(({ side, mark }) => (side === 'theirs' ? [mark] : [])))
  const out = { lawyers: new Map(lawyers), units: new Map(units) }
  for (const { person, phone, org, orgName } of cards) {
    const own = phone && phoneMark(phone)
    const himself = own !== undefined && theirs.has(`tel:${own}`)
    if (himself) out.lawyers.set(person, 'conflict')
    if (himself || marksOfUnit({ name: orgName }, []).some((mark) => theirs.has(mark))) out.units.set(org, 'conflict')
  }
  return out
}
