import type { PersonRef } from '@/domain/decider'
import type { Host } from '@/domain/hours'
import type { LawyerCard } from '@/domain/lawyer-card'
import type { PlaceRef } from '@/domain/matter'
import { personShifts, type Seat, shifts } from '@/domain/rota'
import { merged, overlap, rest } from '@/domain/rota-spans'
import type { PersonShift, Span } from '@/domain/rota-types'
import { after, DAY, type Instant } from '@/domain/time'
import type { VisitNeed, VisitWay } from '@/domain/visit-types'
import { EVERYWHERE, emptyPlan, type PlanRecord, planId, readPlan, servedIn, townsOf } from './plans'
import type { Doc } from './ports'
import { type PersonRecord, readUnit, type UnitRecord } from './records'
import { cardsOf, peopleOf } from './rota-people'
import { type LoadedRota, loadRota } from './rota-records'
import type { World } from './world'

/** Whoever may be visited, or visits, with all that decides when: plan, leave, seats, and where he sits. */

/** However large a county is, one question looks at so many. */
export const HOSTS_MOST = 64
const AT_ONCE = 50
type Times = { from: Instant; to: Instant }
export type Sought = { way: VisitWay; town?: string; subject?: string; need?: VisitNeed; now: Instant }

/** Who has such hours in the span, those who serve that town first; at home only whoever goes there. */
export async function hostsFor(world: World, sought: Sought, span: Times): Promise<Host[]> {
  const rota = await rotaFor(world, span)
  const ids = await peopleFor(world, sought, span.from < after(sought.now, DAY) ? rota : undefined)
  const hosts = await hostsOf(world, ids, span, rota)
  const subject = sought.subject && (world.topics[sought.subject]?.subject ?? sought.subject)
  // Whoever has no card takes everything in: the town's office, the centre.
  return subject ? hosts.filter(({ subjects }) => subjects.length === 0 || subjects.includes(subject)) : hosts
}

/** With the rota of the next day and night, whoever is called out comes first. */
async function peopleFor(world: World, { way, town, need, now }: Sought, rota?: LoadedRota): Promise<string[]> {
  const others = way === 'home' ? servedIn(way, EVERYWHERE) : way
  const called = rota && way === 'home' && need && town ? calledIn(world, rota, town, now) : []
  const found = new Set(called)
  for (const serves of [...(town ? [servedIn(way, town)] : []), others]) {
    if (found.size >= HOSTS_MOST) break
    const { docs } = await world.store.list('plans', { index: 'byServes', where: { serves }, limit: HOSTS_MOST })
    for (const { keys } of docs) found.add(String(keys.person))
  }
  return [...found].slice(0, HOSTS_MOST)
}

/** Who stands for the town within the next day and night. */
const calledIn = ({ calendar }: World, rota: LoadedRota, town: string, now: Instant): string[] =>
  rota.seats
    .filter((seat) => isTownSeat(seat) && seat.unit === town)
    .flatMap(({ id }) => shifts(rota, id, now, after(now, DAY), calendar))
    .map(({ person }) => person)
const isTownSeat = ({ kind }: Seat): boolean => kind === 'town'

/** One person over the span; undefined for whoever isn't there, or has no work here. */
export const hostOf = async (world: World, person: string, span: Times): Promise<Host | undefined> =>
  (await hostsOf(world, [person], span))[0]

export async function hostsOf(world: World, ids: string[], span: Times, known?: LoadedRota): Promise<Host[]> {
  const [rota, people, cards, planDocs] = await Promise.all([
    known ?? rotaFor(world, span),
    peopleOf(world, ids),
    cardsOf(world, ids),
    inBatches(world, 'plans', ids.map(planId)),
  ])
  const plans = new Map(planDocs.map((doc) => readPlan(world, doc)).map((plan) => [plan.person, plan]))
  const working = ids.flatMap((id) => {
    const person = people.get(id)
    const card = cards.get(id)
    return person && worksHere(person, card) ? [{ person, card, plan: plans.get(id) ?? emptyPlan(id) }] : []
  })
  const units = await unitsOf(world, working.flatMap(codesOf))
  return working.map((one) => hostFrom(world, one, units, rota, span))
}

type Working = { person: PersonRecord; card: LawyerCard | undefined; plan: PlanRecord }

const worksHere = ({ roles }: PersonRecord, card: LawyerCard | undefined): boolean =>
  roles.some(({ role }) => role !== 'resident') && card?.inService !== false

const codesOf = ({ person, card, plan }: Working): string[] => [
  ...[officeOf(person, card)].flatMap((code) => code ?? []),
  ...[...plan.plans, ...plan.openings].flatMap(({ place }) => place ?? []),
]

/** His organisation's, else where his first role with a unit is. */
const officeOf = ({ roles }: PersonRecord, card: LawyerCard | undefined): string | undefined =>
  card?.org || roles.find(({ unit }) => unit)?.unit

function hostFrom(
  { calendar }: World,
  { person, card, plan }: Working,
  units: Map<string, PlaceRef>,
  rota: LoadedRota,
  times: Times,
): Host {
  // An hour that begins in the span may end on the day after.
  const { from, to } = { ...times, to: after(times.to, DAY) }
  const office = officeOf(person, card)
  const there = (office && units.get(office)) || NOWHERE
  const own = personShifts(rota, person.id, from, to, calendar)
  const whole = own.filter(({ seat }) => wantsAll(seatIn(rota, seat)))
  const absent = rota.absences
    .filter((one) => one.person === person.id)
    .map((one) => ({ from: one.from, until: one.to }))
  return {
    person: refWith(person, card, there),
    languages: person.languages,
    subjects: card?.subjects ?? [],
    towns: townsOf(person, card),
    office: there,
    places: Object.fromEntries(
      codesOf({ person, card, plan }).flatMap((code) => {
        const place = units.get(code)
        return place ? [[code, place]] : []
      }),
    ),
    plans: plan.plans,
    openings: plan.openings,
    closings: plan.closings,
    busy: merged([...whole, ...absent]),
    away: merged(absent),
    onCall: onCallOf(rota, own, whole, from, to),
  }
}

const NOWHERE: PlaceRef = { code: '', text: '', town: '' }
/** Where calls come in one after another. A town's seat goes with whoever stands in it, and to the centre's one comes. */
const CALLS: readonly string[] = ['hotline', 'night', 'command']
const wantsAll = (seat: Seat | undefined): boolean => !seat?.shared && (!seat || CALLS.includes(seat.kind))
const seatIn = (rota: LoadedRota, id: string): Seat | undefined => rota.seats.find((seat) => seat.id === id)

/** While he stands for a town, and in no other seat that wants all of him. */
function onCallOf(
  rota: LoadedRota,
  own: PersonShift[],
  whole: PersonShift[],
  from: Instant,
  to: Instant,
): Host['onCall'] {
  const seats = (shift: PersonShift) => seatIn(rota, shift.seat)
  const elsewhere = merged(whole.filter((shift) => seats(shift)?.kind !== 'town'))
  const free = rest(elsewhere, from, to)
  const towns = new Map<string, Span[]>()
  for (const shift of own) {
    const seat = seats(shift)
    if (seat?.kind === 'town' && seat.unit) towns.set(seat.unit, [...(towns.get(seat.unit) ?? []), shift])
  }
  return [...towns].flatMap(([town, spans]) => overlap(merged(spans), free).map((span) => ({ ...span, town })))
}

function refWith({ id, name, phone }: PersonRecord, card: LawyerCard | undefined, office: PlaceRef): PersonRef {
  const number = phone ?? card?.phone
  const org = card?.orgName || office.text
  return { id, name, ...(org && { org, unit: card?.org || office.code }), ...(number && { phone: number }) }
}

// A shift that began before the span is followed to its beginning.
const AROUND = 2 * DAY
const rotaFor = (world: World, { from, to }: Times): Promise<LoadedRota> =>
  loadRota(world, after(from, -AROUND), after(to, AROUND))

/** Each unit as a place, with the town it lies in; a unit of the banner's own lies in none. */
async function unitsOf(world: World, codes: string[]): Promise<Map<string, PlaceRef>> {
  const units = (await inBatches(world, 'units', [...new Set(codes)])).map(readUnit)
  return new Map(units.map((unit) => [unit.code, { code: unit.code, text: unit.name, town: townOf(unit) }]))
}
const townOf = ({ code, kind, parents }: UnitRecord): string => (kind === 'town' ? code : (parents.legal ?? ''))

/** Where a person sits. */
export async function hostPlace(world: World, person: string): Promise<PlaceRef | undefined> {
  const now = world.clock.now()
  return (await hostOf(world, person, { from: now, to: after(now, 1) }))?.office
}

async function inBatches(world: World, collection: string, ids: string[]): Promise<Doc[]> {
  const batches = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) =>
    world.store.getMany(collection, ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE)),
  )
  return (await Promise.all(batches)).flat()
}
