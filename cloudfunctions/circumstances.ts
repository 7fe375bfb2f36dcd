import type { Aid } from '@/domain/aid-types'
import type { Actor, Circumstances, OnDuty, PersonRef } from '@/domain/decider'
import { birthOf } from '@/domain/identity-number'
import type { LawyerCard } from '@/domain/lawyer-card'
import { type Match, matchLawyers, type Need } from '@/domain/matching'
import { answering } from '@/domain/rota'
import { dayOf, type Instant, yearsAfter } from '@/domain/time'
import { marksOf } from '@/domain/wall'
import type { Query } from './ports'
import {
  isPerson,
  lawyerId,
  type PersonRecord,
  POLICY,
  personId,
  type RotaRecord,
  readLawyer,
  readPerson,
  readPolicy,
  readUnit,
} from './records'
import { rotaAt } from './rota-records'
import { type Walled, withThemselves } from './wall'
import type { World } from './world'

/** What a decision looks at, read in one batch; the decider itself fetches nothing. */

export async function circumstances(
  world: World,
  actor: Actor,
  now: Instant,
): Promise<Circumstances & { duty?: OnDuty; rota: RotaRecord }> {
  const [policy, rota] = await Promise.all([world.store.get('policy', POLICY), rotaAt(world, now)])
  const { calendar, limits, limitations } = world
  const duty = await centreDuty(world, rota, now)
  const law = { calendar, limits, limitations, policy: readPolicy(world, policy) }
  return { now, actor, ...law, rota, ...(duty && { duty }) }
}

/** Who answers for the centre's duty seat at this minute, whoever that must be. */
export async function centreDuty(world: World, rota: RotaRecord, now: Instant): Promise<OnDuty | undefined> {
  const seat = rota.seats.find(({ kind }) => kind === 'centre')?.id ?? 'centre-duty'
  const answers = answering(rota, seat, now, world.calendar, rota.leaders)
  if (!answers) return undefined
  const person = await findPerson(world, answers.person)
  return person && { ...refOf(person), seat, gap: answers.gap }
}

export async function findPerson(world: World, person: string): Promise<PersonRecord | undefined> {
  const doc = await world.store.get('people', personId(person))
  return doc && isPerson(doc) ? readPerson(world, doc) : undefined
}

const CENTRE_READ = 20

/** Whoever of the centre isn't one of these, and then a supervisor: who confirms what somebody proposed. */
export async function secondPerson(world: World, duty: OnDuty, not: readonly string[]): Promise<OnDuty | undefined> {
  const [centre, supervisors] = await Promise.all([peopleIn(world, 'centre'), peopleIn(world, 'supervisor')])
  if (!not.includes(duty.id) && centre.some(({ id }) => id === duty.id)) return duty
  const other = [...centre, ...supervisors].find(({ id }) => !not.includes(id))
  return other && { ...refOf(other), seat: duty.seat, gap: false }
}

/** A supervisor who isn't one of these. */
export async function supervisorBut(world: World, not: readonly string[]): Promise<OnDuty | undefined> {
  const other = (await peopleIn(world, 'supervisor')).find(({ id }) => !not.includes(id))
  return other && { ...refOf(other), seat: 'supervisor', gap: false }
}

export async function peopleIn(world: World, role: string): Promise<PersonRecord[]> {
  const { docs } = await world.store.list('people', { index: 'byRole', where: { role }, limit: CENTRE_READ })
  return docs.map((doc) => readPerson(world, doc))
}

export const refOf = ({ id, name, phone }: PersonRecord): PersonRef => ({ id, name, ...(phone && { phone }) })

export type PlaceFound = { code: string; text: string; town: string }

/** A unit as a place: 「额勒顺镇 查干朝鲁嘎查」, with the town that matching counts by. */
export async function findPlace(world: World, code: string): Promise<PlaceFound | undefined> {
  const doc = await world.store.get('units', code)
  if (!doc) return undefined
  const { kind, name, parents } = readUnit(doc)
  if (!PLACES.includes(kind)) return undefined
  const parent = kind === 'village' || kind === 'community' ? parents.legal : undefined
  const above = parent ? await world.store.get('units', parent) : undefined
  return { code, text: above ? `${readUnit(above).name} ${name}` : name, town: parent ?? code }
}
const PLACES: readonly string[] = ['banner', 'town', 'village', 'community']

/** What the law asks of whoever acts (法律援助法 26, 未成年人保护法 104), and what is asked where nobody acts for her. */
function asksOf(
  { aidLaw: { practice, minors } }: Pick<World, 'aidLaw'>,
  { criminal, form, personal }: Aid,
  now: Instant,
): Pick<Need, 'years' | 'minors' | 'form'> {
  if (form) return { form }
  const ground = criminal?.ground
  const birth = personal.applicant.birth ?? (personal.applicant.idNumber && birthOf(personal.applicant.idNumber))
  const minor = ground === 'minor' || (birth !== undefined && dayOf(now) < yearsAfter(birth, minors.under))
  return {
    ...(ground && practice.grounds.includes(ground) && { years: practice.years }),
    ...(minor && { minors: true }),
  }
}

/** The lawyers' cards with the versions they were read at: the guard that a grant writes back. */
export type Cards = Map<string, { card: LawyerCard; version: number }>

// The town's own and the least busy, 64 each at most: what matching costs doesn't grow with the county's lawyers.
const LOOKED_AT = 64

export async function readCards(world: World, town: string): Promise<Cards> {
  const look = (query: Omit<Query, 'limit'>) => world.store.list('lawyers', { ...query, limit: LOOKED_AT })
  const pages = await Promise.all([
    look({ index: 'byTown', where: { town } }),
    look({ index: 'byLoad', where: { assignable: true } }),
    look({ index: 'byLoad', where: { assignable: false } }),
  ])
  return new Map(
    pages
      .flatMap(({ docs }) => docs)
      .map((doc) => [readLawyer(world, doc), doc.version] as const)
      .map(([card, version]) => [card.person, { card, version }]),
  )
}

const CARDS_PAGE = 100
const CARDS_PAGES = 5

/** The cards of the whole county: of those who have room and of those who have none the first five hundred each. */
export async function readEverybodysCards(world: World): Promise<LawyerCard[]> {
  const look = async (assignable: boolean) => {
    const found: LawyerCard[] = []
    let after: string | undefined
    for (let page = 0; page < CARDS_PAGES; page++) {
      const query: Query = { index: 'byLoad', where: { assignable }, limit: CARDS_PAGE, ...(after && { after }) }
      const { docs, next } = await world.store.list('lawyers', query)
      found.push(...docs.map((doc) => readLawyer(world, doc)))
      if (!next) break
      after = next
    }
    return found
  }
  return (await Promise.all([look(true), look(false)])).flat()
}

export async function readCard(
  world: World,
  person: string,
): Promise<{ card: LawyerCard; version: number } | undefined> {
  const doc = await world.store.get('lawyers', lawyerId(person))
  return doc && { card: readLawyer(world, doc), version: doc.version }
}

export function matchFor(
  world: Pick<World, 'topics' | 'licences' | 'aidLaw'>,
  matter: Aid,
  cards: Cards,
  given: Pick<Circumstances, 'policy' | 'now'>,
  walled: Walled,
): Match {
  const all = [...cards.values()].map(({ card }) => card)
  return matchLawyers(
    needOf(world, matter, all, { walled, now: given.now }),
    all,
    world.licences,
    given.policy,
    given.now,
  )
}

/** What this matter asks of a lawyer, and whom of these the wall keeps out. */
export function needOf(
  world: Pick<World, 'topics' | 'aidLaw'>,
  matter: Aid,
  all: readonly LawyerCard[],
  { walled, now }: { walled: Walled; now: Instant },
): Need {
  return {
    subject: world.topics[matter.topic]?.subject ?? 'other',
    town: matter.place.town,
    ...(matter.personal.applicant.language && { language: matter.personal.applicant.language }),
    ...asksOf(world, matter, now),
    own: [matter.owner, matter.helper?.id].filter((id): id is string => id !== undefined),
    offered: matter.offered,
    walled: withThemselves(walled, marksOf(matter.personal), all),
  }
}
