import { type Aid, holdsLawyer } from '@/domain/aid-types'
import type { LawyerCard } from '@/domain/lawyer-card'
import type { WallRule } from '@/domain/matching'
import {
  calledIn,
  type Near,
  type NearAnswer,
  type NearHit,
  nearMarksOf,
  nearPairs,
  type People,
  type Sounds,
} from '@/domain/near'
import { type Mark, marksOf, marksOfUnit, otherSide, phoneMark } from '@/domain/wall'
import { createAll } from './create'
import { openAid } from './matter-document'
import type { Write } from './ports'
import type { World } from './world'

export type { WallRule }
/** Whom the wall keeps out, and by which rule: a lawyer by his person's id, an organisation by its unit. */
export type Walled = { lawyers: ReadonlyMap<string, WallRule>; units: ReadonlyMap<string, WallRule>; near?: Near }
/** Near hits are looked for where their people are given, and what a person has found about them. */
type Alike = { people: People; answers?: readonly NearAnswer[] }

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
export async function wallFor(world: World, matter: string, marks: Mark[], alike?: Alike): Promise<Walled> {
  const [across, likely] = await Promise.all([
    Promise.all(marks.map((mark) => pointedAt(world, mark, PAGES))),
    Promise.all((alike ? nearMarksOf(alike.people) : []).map((mark) => pointedAt(world, mark, 1))),
  ])
  const others = [...new Set(across.flat())].filter((other) => other !== matter)
  const near = [...new Set(likely.flat())].filter((other) => other !== matter && !others.includes(other))
  if (near.length > NEAR_OPENED)
    world.log({ level: 'warn', what: 'wall: more near names than are read', found: near.length })
  const found = gathering()
  const matters = others.filter((other) => !other.startsWith(ADVISES))
  for (const { id, state } of await opened(world, matters, near.slice(0, NEAR_OPENED))) {
    const pairs = alike ? comparedWith(world, matter, alike, id, state) : []
    if (opposes(state, marks) || pairs.some(({ same }) => same)) found.conflict(state)
    else
      found.near(
        state,
        pairs.filter(({ same }) => same === undefined),
      )
  }
  // Last, since it is the stronger of the two: a county may let colleagues in, never an adviser's house.
  for (const adviser of others.filter((other) => other.startsWith(ADVISES))) {
    const [person = '', org] = adviser.slice(ADVISES.length).split('|')
    found.lawyers.set(person, 'adviser')
    if (org) found.units.set(org, 'adviser')
  }
  const { lawyers, units, likeLawyers, likeUnits } = found
  return { lawyers, units, ...(alike && { near: { lawyers: likeLawyers, units: likeUnits } }) }
}

/** As `wallFor`, of a matter as it stands, near names too. */
export const wallOf = (world: World, id: string, { personal, nearAnswers = [] }: Aid): Promise<Walled> =>
  wallFor(world, id, marksOf(personal), { people: personal, answers: nearAnswers })

/** Who acts or acted in these matters, and whom they therefore bind. */
function gathering() {
  const lawyers = new Map<string, WallRule>()
  const units = new Map<string, WallRule>()
  const likeLawyers = new Map<string, NearHit[]>()
  const likeUnits = new Map<string, NearHit[]>()
  const bound = (state: Aid, lawyer: (person: string) => void, unit: (unit: string) => void) => {
    for (const person of [...state.offered, ...(state.acted ?? [])]) lawyer(person)
    const holder = state.lawyer
    if (!holder || (holder.conflict === 'asked' && !holdsLawyer(state))) return
    lawyer(holder.ref.id)
    if (holder.ref.unit) unit(holder.ref.unit)
  }
  const adding = (to: Map<string, NearHit[]>, hits: NearHit[]) => (key: string) =>
    to.set(key, [...(to.get(key) ?? []), ...hits])
  return {
    lawyers,
    units,
    likeLawyers,
    likeUnits,
    conflict: (state: Aid) =>
      bound(
        state,
        (person) => lawyers.set(person, 'conflict'),
        (unit) => units.set(unit, 'conflict'),
      ),
    near: (state: Aid, hits: NearHit[]) => {
      if (hits.length > 0) bound(state, adding(likeLawyers, hits), adding(likeUnits, hits))
    },
  }
}

/** Each two people who may be one, and what was found about them here or there. */
function comparedWith(
  world: World,
  matter: string,
  { people, answers = [] }: Alike,
  other: string,
  { personal, nearAnswers = [] }: Aid,
): (NearHit & { same?: boolean })[] {
  return nearPairs(people, personal).map(({ kind, one, other: two }) => {
    // The same from either side; who is renamed is somebody else.
    const pair = hashed(world, `near ${[`${matter} ${one}`, `${other} ${two}`].sort().join(' ')}`)
    const answer = [...answers, ...nearAnswers].find((each) => each.pair === pair)
    return { matter: other, kind, pair, ...(answer && { same: answer.same }) }
  })
}

const PAGE = 100
const PAGES = 5
const OPENED = 200
const NEAR_OPENED = 50
const READ_AT_ONCE = 50

/** Advisers come before matters in a page, so that no number of matters hides one. */
async function pointedAt(world: World, { side, mark }: Mark, pages: number): Promise<string[]> {
  const where = { party: hashed(world, mark), side: otherSide(side) }
  const found: string[] = []
  let after: string | undefined
  for (let page = 0; page < pages; page += 1) {
    const { docs, next } = await world.store.list('parties', { index: 'byParty', where, limit: PAGE, after })
    found.push(...docs.map(({ keys }) => String(keys.matter)))
    if (!next) return found
    after = next
  }
  world.log({ level: 'warn', what: 'wall: more pointers than are read', read: found.length })
  return found
}

/** These matters as they are now, those of a near name last. */
async function opened(world: World, ids: string[], near: string[]): Promise<{ id: string; state: Aid }[]> {
  if (ids.length > OPENED) world.log({ level: 'warn', what: 'wall: more matters than are read', found: ids.length })
  const read = [...ids.slice(0, OPENED), ...near]
  const batches = Array.from({ length: Math.ceil(read.length / READ_AT_ONCE) }, (_, n) =>
    world.store.getMany('matters', read.slice(n * READ_AT_ONCE, (n + 1) * READ_AT_ONCE)),
  )
  return (await Promise.all(batches)).flat().map((doc) => ({ id: doc.id, state: openAid(doc, world.seal).state }))
}

/** Somebody of ours really stands on the other side there. */
function opposes({ personal }: Aid, marks: Mark[]): boolean {
  const sought = new Set(marks.map(({ side, mark }) => `${otherSide(side)} ${mark}`))
  return marksOf(personal).some(({ side, mark }) => sought.has(`${side} ${mark}`))
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
  { lawyers, units, near }: Walled,
  marks: readonly Mark[],
  cards: Iterable<LawyerCard>,
): Walled {
  const theirs = new Set(marks.flatMap(({ side, mark }) => (side === 'theirs' ? [mark] : [])))
  const out = { lawyers: new Map(lawyers), units: new Map(units), ...(near && { near }) }
  for (const { person, phone, org, orgName } of cards) {
    const own = phone && phoneMark(phone)
    const himself = own !== undefined && theirs.has(`tel:${own}`)
    if (himself) out.lawyers.set(person, 'conflict')
    if (himself || marksOfUnit({ name: orgName }, []).some((mark) => theirs.has(mark))) out.units.set(org, 'conflict')
  }
  return out
}

/** How these people's names sound; nothing where nobody can say. */
export async function soundsIn({ soundOfName }: World, people: People): Promise<Sounds | undefined> {
  if (!soundOfName) return undefined
  const called = new Map(calledIn(people).map((each) => [each.key, each]))
  const sounds = [...called.values()].map(
    async ({ key, name, person }) => [key, await soundOfName(name, person)] as const,
  )
  return Object.fromEntries(await Promise.all(sounds))
}
