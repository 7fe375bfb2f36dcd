import type { Role } from '@/domain/decider'
import type { LawyerCard } from '@/domain/lawyer-card'
import type { Rota, RotaPerson } from '@/domain/rota-types'
import { seatName } from '@/words/rota'
import type { Doc } from './ports'
import { isPerson, lawyerId, type PersonRecord, personId, readLawyer, readPerson, readUnit } from './records'
import type { World } from './world'

/** The people and the seats of the rota by the names that others know them under. */

const AT_ONCE = 50

async function inBatches(world: World, collection: string, ids: string[]): Promise<Doc[]> {
  const batches = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) =>
    world.store.getMany(collection, ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE)),
  )
  return (await Promise.all(batches)).flat()
}

export async function peopleOf(world: World, ids: Iterable<string>): Promise<Map<string, PersonRecord>> {
  const docs = await inBatches(world, 'people', [...new Set(ids)].map(personId))
  return new Map(
    docs
      .filter(isPerson)
      .map((doc) => readPerson(world, doc))
      .map((person) => [person.id, person]),
  )
}

export async function cardsOf(world: World, ids: Iterable<string>): Promise<Map<string, LawyerCard>> {
  const docs = await inBatches(world, 'lawyers', [...new Set(ids)].map(lawyerId))
  return new Map(docs.map((doc) => readLawyer(world, doc)).map((card) => [card.person, card]))
}

/** Everybody whom the rota names, wherever. */
export function namedIn({ layers, festivals, rosters = [], overrides, swaps = [], absences = [] }: Rota): Set<string> {
  const ids = [
    ...layers.flatMap(({ people }) => people),
    ...[...festivals, ...rosters].flatMap(({ shifts }) => shifts.map(({ person }) => person)),
    ...overrides.flatMap((override) => [override.in, override.out]),
    ...swaps.flatMap((swap) => [swap.person, swap.with]),
    ...absences.map(({ person }) => person),
  ]
  return new Set(ids.filter((id): id is string => id !== undefined))
}

export type Staff = { person: PersonRecord; card?: LawyerCard }

/** As the guard sees them. */
export const guarded = ({ person, card }: Staff): RotaPerson => ({
  id: person.id,
  languages: person.languages,
  subjects: card?.subjects ?? [],
})

/** These people with what they may be asked about. */
export async function staffOf(world: World, ids: Iterable<string>): Promise<Map<string, Staff>> {
  const all = [...new Set(ids)]
  const [people, cards] = await Promise.all([peopleOf(world, all), cardsOf(world, all)])
  return new Map([...people].map(([id, person]) => [id, { person, ...cardPart(cards.get(id)) }]))
}
const cardPart = (card: LawyerCard | undefined) => (card ? { card } : {})

const STAFFING: readonly Role[] = ['lawyer', 'town', 'centre', 'command']

/** Whoever holds a role that stands in seats, by name; the index lists a person under each of her roles. */
export async function everybodyForSeats(world: World): Promise<PersonRecord[]> {
  const found = new Map<string, PersonRecord>()
  for (const role of STAFFING)
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const query = { index: 'byRole', where: { role }, limit: 100, ...(after && { after }) }
      const { docs, next } = await world.store.list('people', query)
      for (const doc of docs) if (isPerson(doc)) found.set(doc.id, readPerson(world, doc))
      after = next
    }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
}

/** What each seat is called: its own name, else its kind, with the town that it stands for. */
export type SeatNames = (seat: string) => string
export async function seatNames(
  world: World,
  { seats }: Pick<Rota, 'seats'>,
): Promise<SeatNames & { unit: SeatNames }> {
  const units = await unitNames(
    world,
    seats.flatMap(({ unit }) => unit ?? []),
  )
  const byId = new Map(seats.map((seat) => [seat.id, seat]))
  const name: SeatNames = (id) => {
    const seat = byId.get(id)
    if (!seat) return id
    return seatName(seat, seat.unit && units.get(seat.unit))
  }
  return Object.assign(name, { unit: (code: string) => units.get(code) ?? code })
}

export async function unitNames(world: World, codes: string[]): Promise<Map<string, string>> {
  const docs = await inBatches(world, 'units', [...new Set(codes)])
  return new Map(docs.map((doc) => [doc.id, readUnit(doc).name]))
}
