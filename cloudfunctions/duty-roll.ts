import type { Circumstances, PersonRef } from '@/domain/decider'
import { wallRule } from '@/domain/matching'
import { mayEver } from '@/domain/permission'
import type { DutyPerson, DutyRoll, Question } from '@/domain/question-types'
import { answering, type Rota, rotaWindow } from '@/domain/rota'
import { after, type Instant, MINUTE } from '@/domain/time'
import { type Mark, marksOf, marksOfUnit } from '@/domain/wall'
import { type Cards, findPerson, peopleIn, refOf } from './circumstances'
import {
  isPerson,
  lawyerId,
  type PersonRecord,
  personId,
  type RotaRecord,
  readLawyer,
  readPerson,
  readUnit,
} from './records'
import { wallFor, withThemselves } from './wall'
import type { World } from './world'

/** Everybody who could be asked a question now, as the rota and the wall see them. */

/** However large a county is, an offer looks at so many. */
const MOST = 64
const READ_AT_ONCE = 50
/** Dispatchers hand matters on; they don't answer law. */
const NOT_ASKED: readonly string[] = ['command']

type About = Pick<Question, 'place' | 'topic' | 'owner'> & { personal: Pick<Question['personal'], 'asker'> }
type Given = Pick<Circumstances, 'now' | 'policy'> & { rota: RotaRecord }

/** The roll for the next wave, and the cards as they were read. */
export async function rollFor(world: World, id: string, about: About, given: Given) {
  const on = new Map([...onDuty(given.rota, about.place.town, given.now, world)].slice(0, MOST))
  const [read, supervisors] = await Promise.all([
    readPeople(world, id, about, [...on.keys()], given),
    supervisorsOf(world),
  ])
  const people = read.people
    // Whoever forwards may stand in a seat and still answers no law.
    .filter(({ person }) => person.roles.some(({ role }) => mayEver('question.take', role)))
    .map(({ person, ...rest }): DutyPerson => ({ ...rest, ...standingOf(on.get(person.id)) }))
  return { roll: { people, supervisors } satisfies DutyRoll, cards: read.cards }
}

/** One person as the wave would see him; undefined where he stands in no seat now. */
export async function dutyPerson(world: World, id: string, about: About, person: string, given: Given) {
  const seats = onDuty(given.rota, about.place.town, given.now, world).get(person)
  if (!seats) return undefined
  const { people } = await readPeople(world, id, about, [person], given)
  const [found] = people
  if (!found) return undefined
  const { person: _, ...rest } = found
  return { ...rest, ...standingOf(seats) } satisfies DutyPerson
}

/** Whether the wall keeps this person from the question, in whatever seat he stands. */
export async function isWalled(world: World, id: string, about: About, person: string, given: Given) {
  const { people } = await readPeople(world, id, about, [person], given)
  return people.some(({ walled }) => walled !== undefined)
}

type Seats = { ownTown: boolean; centre: boolean }
const standingOf = (seats: Seats | undefined): Seats => seats ?? { ownTown: false, centre: false }

/** Who stands anywhere at the instant: the question's own town first, then the centre, then the others. */
function onDuty(rota: Rota, town: string, at: Instant, world: World): Map<string, Seats> {
  const found = new Map<string, Seats>()
  const asked = rota.seats.filter(({ kind }) => !NOT_ASKED.includes(kind))
  const isOwn = (seat: Rota['seats'][number]) => seat.kind === 'town' && seat.unit === town
  const rank = (seat: Rota['seats'][number]) => (isOwn(seat) ? 0 : seat.kind === 'centre' ? 1 : 2)
  // This minute only: the rest of the month isn't worked out.
  const window = rotaWindow(rota, at, after(at, MINUTE), world.calendar)
  for (const seat of [...asked].sort((a, b) => rank(a) - rank(b)))
    for (const { person } of window.on(seat.id, at)) {
      const { ownTown, centre } = found.get(person) ?? { ownTown: false, centre: false }
      found.set(person, { ownTown: ownTown || isOwn(seat), centre: centre || seat.kind === 'centre' })
    }
  return found
}

async function readPeople(world: World, id: string, about: About, ids: string[], { policy }: Given) {
  const [people, lawyers, marks] = await Promise.all([
    readMany(world, 'people', ids.map(personId)),
    readMany(world, 'lawyers', ids.map(lawyerId)),
    marksAbout(world, about),
  ])
  const cards: Cards = new Map(
    lawyers.map((doc) => {
      const card = readLawyer(world, doc)
      return [card.person, { card, version: doc.version }]
    }),
  )
  const all = [...cards.values()].map(({ card }) => card)
  const walled = withThemselves(await wallFor(world, id, marks), marks, all)
  const found = people.filter(isPerson).map((doc) => readPerson(world, doc))
  return {
    cards,
    people: found.map((person) => {
      const card = cards.get(person.id)?.card
      const rule = card ? wallRule({ walled }, card, policy) : walled.lawyers.get(person.id)
      return {
        person,
        ref: refWith(person, card),
        ...sayOf(person),
        ...(card && { card }),
        ...(rule && { walled: rule }),
      }
    }),
  }
}

const sayOf = ({ languages, reachable }: PersonRecord) => ({ languages, reachable })
const refWith = (person: PersonRecord, card: { orgName: string; org: string } | undefined): PersonRef => ({
  ...refOf(person),
  ...(card?.orgName && { org: card.orgName, unit: card.org }),
})

async function readMany(world: World, collection: string, ids: string[]) {
  const pages = Array.from({ length: Math.ceil(ids.length / READ_AT_ONCE) }, (_, n) =>
    world.store.getMany(collection, ids.slice(n * READ_AT_ONCE, (n + 1) * READ_AT_ONCE)),
  )
  return (await Promise.all(pages)).flat()
}

/** By what the asker is known elsewhere; a question about the village's cadres stands against the village. */
async function marksAbout(world: World, { place, topic, owner, personal }: About): Promise<Mark[]> {
  const { name = '', phone } = personal.asker
  const account = owner && !owner.startsWith('code:') ? await findPerson(world, owner) : undefined
  const own = [phone, account?.phone].flatMap((number) =>
    number ? marksOf({ applicant: { name, phone: number }, parties: [] }) : [],
  )
  return [...own, ...(topic === 'village-cadre' ? await against(world, place.code) : [])]
}

async function against(world: World, village: string): Promise<Mark[]> {
  const doc = await world.store.get('units', village)
  const unit = doc && readUnit(doc)
  if (!unit) return []
  const above: string[] = []
  for (let next = unit.parents.legal; next && above.length < 2; ) {
    const parent: ReturnType<typeof readUnit> | undefined = await world.store
      .get('units', next)
      .then((found) => (found ? readUnit(found) : undefined))
    if (parent) above.push(parent.name)
    next = parent?.parents.legal
  }
  return marksOfUnit(unit, above).map((mark) => ({ side: 'theirs', mark }))
}

const supervisorsOf = async (world: World): Promise<PersonRef[]> => (await peopleIn(world, 'supervisor')).map(refOf)

/** Who answers for the centre's duty seat at an hour that is still to come. */
export async function centreAt(world: World, rota: RotaRecord, at: Instant): Promise<PersonRef | undefined> {
  const seat = rota.seats.find(({ kind }) => kind === 'centre')?.id ?? 'centre-duty'
  const answers = answering(rota, seat, at, world.calendar, rota.leaders)
  const person = answers && (await findPerson(world, answers.person))
  return person && refOf(person)
}
