import type { OnDuty } from '@/domain/decider'
import { slotName } from '@/domain/hours'
import { answering, type Rota } from '@/domain/rota'
import { after, earliest, type Instant, MINUTE } from '@/domain/time'
import { settleVisit, visit, visitDesks, visitNotices, visitTimeIsUp, visitWakeAt } from '@/domain/visit'
import { type Entry, entryOf, visitEntries } from '@/domain/visit-entries'
import type { Hour, Visit, VisitCommand, VisitEvent, VisitGiven } from '@/domain/visit-types'
import { findPerson, refOf } from '../circumstances'
import { type Books, dayWrites, readBooks } from '../days'
import { type About, named, nextFree, roomIn } from '../hours'
import { openMatter } from '../matter-document'
import type { RotaRecord } from '../records'
import type { World } from '../world'
import type { Blank, Given, Kind } from './kind'

/** A visit in the pipeline: what is decided about an hour is written together with the days it lies in. */
type Facts = Pick<VisitGiven, 'local' | 'wanted' | 'next' | 'waiting' | 'openOnes'>
type Found = { facts: Facts; books?: Books; keepMinutes: number }

export const visitKind: Kind<Visit, VisitCommand, VisitEvent, Found> = {
  name: 'visit',
  begins: ['HoldVisit', 'BookVisit'],
  ownerOf: (command) => (command.type === 'HoldVisit' || command.type === 'BookVisit' ? command.owner : undefined),
  evolve: visit.evolve,
  settle: settleVisit,
  timesOwn: (state, given) => (visitTimeIsUp(state, given) ? { type: 'Advance' } : undefined),
  wasDue: (state, { policy, now }) => earliest(visitWakeAt(state, policy), now),
  consider,
  decide: (_, state, command, given, { facts }) =>
    visit.decide(state, command, { ...given, ...facts } satisfies VisitGiven),
  guards: (world, { id, was, is, events, now }, { books, keepMinutes }) => {
    const before = was.stage === 'blank' ? [] : visitEntries(id, was as Visit)
    const kept = events.flatMap((event) => roomFor(event, after(now, keepMinutes * MINUTE)))
    return dayWrites(world, id, before, [...visitEntries(id, is), ...kept], now, books)
  },
  // An hour that was given up is somebody's at home; should this be lost, it is kept for a while, and staff were told.
  afterwards: async (world, { events }, act) => {
    for (const event of events) {
      if (event.type !== 'MoveAnswered' || !event.yes || !event.gave) continue
      const home = await visitAt(world, event.matter)
      if (home) await act(event.matter, { type: 'TakeRoom', hour: atHome(event.gave, home) })
    }
  },
  notices: visitNotices,
  desks: visitDesks,
  wakeAt: visitWakeAt,
}

/** An hour that somebody gave up lies in the book for the visit it was given up for. */
const roomFor = (event: VisitEvent, until: Instant): Entry[] =>
  event.type === 'MoveAnswered' && event.yes && event.gave ? [entryOf(event.matter, event.gave, { until })] : []

const NEXT = 3

async function consider(
  world: World,
  { id }: { id: string },
  state: Visit | Blank,
  command: VisitCommand,
  given: Given & { rota: RotaRecord },
): Promise<Found> {
  const { now, policy } = given
  const begun = state.stage === 'blank' ? undefined : (state as Visit)
  const [local, openOnes, waiting] = await Promise.all([
    localFor(world, begun ?? command, given),
    command.type === 'HoldVisit' || command.type === 'BookVisit' ? openOf(world, command.owner) : 0,
    command.type === 'AskMove' ? waitingFor(world, command.matter) : undefined,
  ])
  const facts: Facts = { next: [], openOnes, ...(local && { local }), ...(waiting && { waiting }) }
  const found = { facts, keepMinutes: policy['visit.askMinutes'] }
  if (command.type === 'ConfirmVisit' && begun?.hour) {
    const { hour } = begun
    const books = await readBooks(world, hour.person.id, [hour])
    const room = await roomIn(world, books, hour, id, now)
    const next = room === 'mine' ? [] : await nextFree(world, hour, aboutOf(id, begun), now, NEXT)
    return { ...found, books, facts: { ...facts, next, wanted: { hour, room } } }
  }
  if (command.type === 'TakeRoom') {
    const { hour } = command
    const books = await readBooks(world, hour.person.id, [hour])
    return { ...found, books, facts: { ...facts, wanted: { hour, room: await roomIn(world, books, hour, id, now) } } }
  }
  const slot = 'slot' in command ? command.slot : undefined
  if (!slot) return found
  const about = aboutOf(id, begun, command)
  const wanted = await named(world, slot, about, now)
  if ('problem' in wanted) return { ...found, facts: { ...facts, wanted } }
  const { books, ...rest } = wanted
  const next = rest.room === 'taken' ? await nextFree(world, rest.hour, about, now, NEXT) : []
  return { ...found, books, facts: { ...facts, next, wanted: rest } }
}

/** Whom it is for and where she lives: what decides which hours there are. */
function aboutOf(matter: string, state: Visit | undefined, command?: VisitCommand): About {
  const told = command?.type === 'HoldVisit' || command?.type === 'BookVisit' ? command : undefined
  const { place, need, owner } = { ...state, ...told }
  return { matter, ...(owner && { owner }), ...(place && { where: place }), ...(need && { need }) }
}

/** Who stands for her town now: where nobody has an hour for a visit at home, somebody answers for it all the same. */
async function localFor(
  world: World,
  about: Visit | VisitCommand,
  { rota, now }: { rota: RotaRecord; now: Instant },
): Promise<OnDuty | undefined> {
  const town = 'place' in about ? about.place.town : undefined
  const seat = (rota as Rota).seats.find(({ kind, unit }) => kind === 'town' && unit === town)
  const answers = seat && answering(rota, seat.id, now, world.calendar, rota.leaders)
  const person = answers && (await findPerson(world, answers.person))
  return seat && person && answers ? { ...refOf(person), seat: seat.id, gap: answers.gap } : undefined
}

const COUNTED = 50

/** Open visits that she has already. */
async function openOf(world: World, owner: string | undefined): Promise<number> {
  if (!owner) return 0
  const where = { desk: `applicant:${owner}`, open: true }
  const { docs } = await world.store.list('matters', { index: 'byDesk', where, limit: COUNTED })
  return docs.filter(({ keys }) => keys.kind === 'visit').length
}

async function waitingFor(world: World, matter: string): Promise<VisitGiven['waiting']> {
  const home = await visitAt(world, matter)
  return home && { open: home.open, way: home.way, responsible: home.responsible }
}

async function visitAt(world: World, id: string): Promise<Visit | undefined> {
  const doc = await world.store.get('matters', id)
  const { state } = doc ? openMatter(doc, world.seal) : { state: undefined }
  return state?.kind === 'visit' ? state : undefined
}

/** The hour somebody gave up at his office, as one at her home. */
function atHome(gave: Hour, { place }: Visit): Hour {
  const hour = { ...gave, way: 'home' as const, place, capacity: 1 }
  return { ...hour, slot: slotName(hour) }
}
