import type { Clock, ClockStopped } from '@/domain/clock'
import { runningMs } from '@/domain/clock-count'
import { isSecret } from '@/domain/grievance-permission'
import { BANNER, type FactName, type GrievanceFact } from '@/domain/grievance-story'
import type { Grievance, GrievanceEvent } from '@/domain/grievance-types'
import { dayOf, type Instant } from '@/domain/time'
import type { Write } from './ports'
import type { World } from './world'

/**
 * What the bulletin is made of: a document a fact, written in the matter's own save. It says what happened to which
 * matter at which unit, and nothing of whoever reported it; of 举报 not even the place, and its unit is the banner.
 */

type Keyed = Pick<World, 'seal' | 'calendar'>
type Said = Partial<Omit<GrievanceFact, 'what' | 'matter' | 'unit' | 'at' | 'sentAt'>> & { unit?: string; at?: Instant }
type Made = [what: FactName, said: Said]

/** Whose number it is: the unit that has it; the command seat's where none does, and for 举报. */
export const unitOf = (state: Grievance): string =>
  isSecret(state) || !state.main || state.main.leftAt ? BANNER : state.main.unit.code

/** The facts that these events add, four at most: several of one name in one step are one fact. */
export function grievanceFacts(world: Keyed, matter: string, state: Grievance, events: GrievanceEvent[]): Write[] {
  const made = MAKERS.flatMap((make) => make(state, events, world))
  if (made.length === 0) return []
  const secret = isSecret(state)
  // The same step into the same state: it is named once, however often it is decided again.
  const step = world.seal.lookup('lookup', JSON.stringify([matter, state, events])).slice(0, 22)
  return made.map(([what, { unit, at, ...said }]) => {
    const of = secret ? BANNER : (unit ?? unitOf(state))
    const moment = at ?? events.at(-1)?.at ?? state.createdAt
    const body: GrievanceFact = {
      ...{ what, matter, unit: of, at: moment, sentAt: state.sentAt, generation: state.generation },
      ...(secret ? { secret: true, ...withoutNames(said) } : said),
    }
    return {
      collection: 'facts',
      id: `${matter}:${what}:${step}`,
      expected: 0,
      keys: { what, day: dayOf(state.sentAt), unit: of, matter },
      body: JSON.stringify(body),
    }
  })
}

/** Who acted for which unit would tell where it lies. */
const withoutNames = ({ person, digest, rater, village, town, topic, item, ...said }: Omit<Said, 'unit' | 'at'>) => said

type Maker = (state: Grievance, events: GrievanceEvent[], world: Keyed) => Made[]
type Of<T extends GrievanceEvent['type']> = Extract<GrievanceEvent, { type: T }>
const find = <T extends GrievanceEvent['type']>(events: GrievanceEvent[], type: T): Of<T> | undefined =>
  events.find((event): event is Of<T> => event.type === type)

/** The clocks whose end is the result: of the class, and of the work order. */
const RESULT: readonly string[] = ['grievance.consult', 'grievance.quick', 'grievance.resolve']

/** Those of the three classes, one of which it has. */
const CLASS: readonly string[] = ['grievance.consult', 'grievance.quick', 'grievance.escalate']

const stopsOf = (events: GrievanceEvent[], codes: readonly string[]): ClockStopped[] =>
  events.filter((event): event is ClockStopped => event.type === 'ClockStopped' && codes.includes(event.code))

const clockOf = ({ clocks }: Grievance, { code, generation }: ClockStopped): Clock | undefined =>
  clocks.find((clock) => clock.code === code && clock.generation === generation)

/** Missed if one was; what was called off in time says nothing, after its time it was missed all the same. */
function outcomeOf(state: Grievance, stops: ClockStopped[]): Pick<Said, 'outcome'> {
  const missed = (stop: ClockStopped) =>
    stop.outcome === 'missed' || (stop.outcome === 'cancelled' && (clockOf(state, stop)?.dueAt ?? stop.at) < stop.at)
  if (stops.some(missed)) return { outcome: 'missed' }
  return stops.some(({ outcome }) => outcome === 'kept') ? { outcome: 'kept' } : {}
}

/** How much of the tightest clock that hadn't run out was used by then, in percent; over 100 where all had. */
function usedBy(at: Instant, clocks: readonly Clock[], { calendar }: Keyed): Pick<Said, 'used'> {
  const [tightest] = [...clocks].sort(
    (a, b) => Number(a.dueAt <= at) - Number(b.dueAt <= at) || (a.dueAt < b.dueAt ? -1 : 1),
  )
  if (!tightest) return {}
  const course = { ...tightest, pauses: tightest.pauses.filter(({ to }) => to !== undefined) }
  const whole = runningMs(tightest.dueAt, course, calendar)
  return whole > 0 ? { used: Math.round((runningMs(at, course, calendar) * 1000) / whole) / 10 } : {}
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')
/** The same words, whatever stands between them, have the same mark; nobody gets back to them from it. */
const digestOf = ({ seal }: Keyed, text: string | undefined): Pick<Said, 'digest'> =>
  text && plain(text) ? { digest: seal.lookup('lookup', `grievance-answer|${plain(text)}`).slice(0, 22) } : {}
/** An account's mark, to be found again among those of a unit. */
export const raterMark = ({ seal }: Pick<World, 'seal'>, account: string): string =>
  seal.lookup('lookup', `grievance-rater|${account}`).slice(0, 22)

const submitted: Maker = ({ source, helper }, events) =>
  find(events, 'GrievanceSubmitted')
    ? [['grievance.submitted', { unit: BANNER, channel: source ?? (helper ? 'forwarded' : 'phone') }]]
    : []

const accepted: Maker = (state, events) => {
  const stops = stopsOf(events, ['grievance.accept'])
  const event = find(events, 'GrievanceAccepted')
  if (!event && stops.length === 0) return []
  const { place, topic, item, type, handling } = state
  const where = event ? { village: place.code, town: place.town, topic, ...(item && { item }) } : {}
  const what = { ...(type && { type }), ...(handling && { handling }) }
  const person = event ? { person: event.by.id } : {}
  return [['grievance.accepted', { unit: BANNER, ...where, ...what, ...person, ...outcomeOf(state, stops) }]]
}

const dispatched: Maker = (_, events) => {
  const came =
    find(events, 'Dispatched') ?? find(events, 'ReturnRuled') ?? find(events, 'PassedUp') ?? find(events, 'SentDown')
  if (!came) return []
  const how = came.type === 'ReturnRuled' ? came.decision : HOW[came.type]
  return [['grievance.dispatched', { how }]]
}
const HOW = { Dispatched: 'dispatched', PassedUp: 'passed-up', SentDown: 'sent-down' } as const

/** What had to go up in its time, or be sent to whom it concerns: kept or not by whoever had it until then. */
const passed: Maker = (state, events) => {
  // Put into another class, it has that one's time; a supervisor is shown how late that was.
  if (find(events, 'Reclassified')) return []
  const judged = outcomeOf(state, stopsOf(events, ['grievance.escalate']))
  const left = state.hops.at(-1)
  const unit = events.some(({ type }) => type === 'Dispatched') ? BANNER : (left?.unit.code ?? BANNER)
  return judged.outcome ? [['grievance.passed', { unit, ...judged }]] : []
}

const responded: Maker = (state, events, world) => {
  const event = find(events, 'Responded')
  const judged = outcomeOf(state, stopsOf(events, ['grievance.respond']))
  if (!event && !judged.outcome) return []
  const by = event?.by ?? state.responded?.by ?? state.resolved?.by
  const said = event ? digestOf(world, event.personal.text) : {}
  const unit = event?.unit ?? state.resolved?.unit
  return [['grievance.responded', { ...judged, ...(by && { person: by.id }), ...said, ...(unit && { unit }) }]]
}

/** Once its check has passed, as of when it was handed in; or its clocks ended before, without a result. */
const resolved: Maker = (state, events, world) => {
  const passed = events.some((event) => event.type === 'ResultChecked' && event.ok)
  const told = events.some((event) => event.type === 'GrievanceResolved' && event.parent)
  const result = state.resolved
  if (!(passed || told) || !result) return []
  const stops = stopsOf(events, RESULT)
  const clocks = stops.flatMap((stop) => clockOf(state, stop) ?? [])
  // What follows another is answered with the other's words.
  const said = told || state.follows ? {} : digestOf(world, state.personal.result)
  const by = { person: result.by.id, ...(result.unit && { unit: result.unit }) }
  const judged = { ...outcomeOf(state, stops), ...usedBy(result.at, clocks, world) }
  return [['grievance.resolved', { at: result.at, result: result.result, ...by, ...judged, ...said }]]
}

const returned: Maker = (_, events) => {
  const event = find(events, 'ReturnAsked')
  return event ? [['grievance.returned', { unit: event.unit, nth: event.nth, person: event.by.id }]] : []
}

const calledBack: Maker = (_, events) => {
  const event = find(events, 'ReporterCalledBack')
  if (!event) return []
  const { nth, reached, satisfied } = event
  return [['grievance.called-back', { nth, reached, ...(satisfied !== undefined && { satisfied }) }]]
}

const rated: Maker = (state, events, world) => {
  const event = find(events, 'GrievanceRated')
  if (!event) return []
  const { stars, how, by } = event
  const own = how === 'self' && handlersOf(state).includes(by)
  const self = how === 'self' ? { rater: raterMark(world, by), ...(own && { own: true as const }) } : {}
  return [['grievance.rated', { stars, how, ...self }]]
}
/** Whoever entered it, and all of those who had it in hand. */
const handlersOf = ({ helper, main, hops, with: others, responded, resolved, checked }: Grievance): string[] =>
  [
    helper,
    ...[...hops, ...(main ? [main] : []), ...others].map(({ unit }) => unit.person),
    ...[main?.signed, responded, resolved, checked].map((step) => step?.by),
  ].flatMap((person) => person?.id ?? [])

const paper: Maker = (state, events) => {
  const sent = events.flatMap((event) => {
    if (event.type === 'PaperIssued') return [event.paper]
    const signed = event.type === 'PaperSigned' && event.n !== undefined ? event.paper : undefined
    return state.papers.filter(({ id }) => id === signed)
  })
  const [first] = sent
  if (!first) return []
  const unit = state.main?.unit.code === first.unit.code ? first.unit.code : unitOf(state)
  return [['grievance.paper', { unit, rungs: sent.map(({ rung }) => rung) }]]
}

const reopened: Maker = (_, events) => (find(events, 'GrievanceReopened') ? [['grievance.reopened', {}]] : [])

const reclassified: Maker = (state, events, world) => {
  const event = find(events, 'Reclassified')
  if (!event) return []
  const stops = stopsOf(events, CLASS)
  const clocks = stops.flatMap((stop) => clockOf(state, stop) ?? [])
  const was = clocks.map(({ code }) => code.slice('grievance.'.length))[0]
  return [
    [
      'grievance.reclassified',
      { handling: event.handling, ...(was && { was }), person: event.by.id, ...usedBy(event.at, clocks, world) },
    ],
  ]
}

const suspended: Maker = (_, events) => {
  const event = find(events, 'GrievanceSuspended')
  if (!event) return []
  const { ground, evidence, by } = event
  return [['grievance.suspended', { ground, evidence: evidence.length, person: by.id }]]
}

const closed: Maker = (state, events) => {
  // Taken back, it goes on by office where others are in danger.
  const ends = events.filter((event) => event.type !== 'GrievanceWithdrawn' || !event.exOfficio)
  const how = find(events, 'GrievanceClosed')?.how ?? ends.map(({ type }) => ENDED[type]).find(Boolean)
  // Whoever took it back after its time was over was kept waiting all the same.
  const { outcome } = how ? outcomeOf(state, stopsOf(events, RESULT)) : {}
  return how ? [['grievance.closed', { how, ...(outcome === 'missed' && { outcome }) }]] : []
}
const ENDED: Partial<Record<GrievanceEvent['type'], string>> = {
  GrievanceDeclined: 'declined',
  HandedOver: 'handed-over',
  GrievanceWithdrawn: 'withdrawn',
}

const MAKERS: readonly Maker[] = [
  submitted,
  accepted,
  dispatched,
  passed,
  responded,
  resolved,
  returned,
  calledBack,
  rated,
  paper,
  reopened,
  reclassified,
  suspended,
  closed,
]
