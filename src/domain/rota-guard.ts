import type { Calendar } from '@/domain/calendar'
import type { Policy } from '@/domain/policy'
import { doubles } from '@/domain/rota-checks'
import { nightsIn } from '@/domain/rota-night'
import { neededIn } from '@/domain/rota-seat'
import { merged, overlap, rest } from '@/domain/rota-spans'
import type { Rota, RotaPerson, RotaProblem, Seat, Span } from '@/domain/rota-types'
import { type RotaWindow, rotaWindow } from '@/domain/rota-window'
import { addDays, type Day, HOUR, msBetween, nextDay, startOf } from '@/domain/time'

type Given = { calendar: Calendar; policy: Policy }
type People = ReadonlyMap<string, RotaPerson>

// Somebody's duty is seen whole, and his rest before and after it: the nights around the published days count too.
const BESIDE_DAYS = 3

/** What would stop publishing the days `from` to `to`, both included; merged, the earliest first. */
export function publishProblems(
  rota: Rota,
  people: readonly RotaPerson[],
  from: Day,
  to: Day,
  { calendar, policy }: Given,
): RotaProblem[] {
  const span = { from: startOf(from), until: startOf(nextDay(to)) }
  if (span.from >= span.until) return []
  const window = rotaWindow(rota, startOf(addDays(from, -BESIDE_DAYS)), startOf(addDays(to, BESIDE_DAYS + 1)), calendar)
  const known = new Map(people.map((person) => [person.id, person]))
  const standing = new Set(
    rota.seats.flatMap(({ id }) => window.shifts(id, window.from, window.to).map(({ person }) => person)),
  )
  const problems = [
    ...rota.seats.flatMap((seat) => seatProblems(seat, window, span, known, calendar)),
    ...noMongolian(rota, window, span, known),
    ...[...standing].flatMap((person) => [
      ...shortRests(person, window, span, policy),
      ...twoSeats(rota, person, window, span),
    ]),
  ]
  return problems.sort((a, b) => order(a.from, b.from) || order(a.code, b.code) || order(whose(a), whose(b)))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const whose = (problem: RotaProblem): string =>
  [
    'seat' in problem ? problem.seat : '',
    'person' in problem ? problem.person : '',
    'need' in problem ? problem.need : '',
    'seats' in problem ? problem.seats.join() : '',
  ].join(' ')

/** Minutes of the seat's hours on which too few stand there, or nobody who speaks or knows what it needs. */
function seatProblems(seat: Seat, window: RotaWindow, span: Span, people: People, calendar: Calendar): RotaProblem[] {
  const { id, minimum = 1, languages = [], subjects = [] } = seat
  const hours = merged(neededIn(seat, span.from, span.until, calendar))
  const rows = window.rows(id, span.from, span.until)
  const during = (spans: Span[]) => merged(overlap(merged(spans), hours))
  const counts = [...new Set(rows.map(({ on }) => on.length))].filter((stand) => stand < minimum)
  const gaps = counts.flatMap((stand) =>
    during(rows.filter(({ on }) => on.length === stand)).map(
      (short): RotaProblem => ({ code: 'gap', seat: id, ...short, stand, minimum }),
    ),
  )
  const has = (need: string) => (person: string) => {
    const facts = people.get(person)
    return facts !== undefined && (facts.languages.includes(need) || facts.subjects.includes(need))
  }
  // Where nobody stands the gap says it all.
  const needs = [...languages, ...subjects].flatMap((need) =>
    during(rows.filter(({ on }) => on.length > 0 && !on.some(({ person }) => has(need)(person)))).map(
      (without): RotaProblem => ({ code: 'need', seat: id, need, ...without }),
    ),
  )
  return [...gaps, ...needs]
}

/** Minutes on which nobody in any seat speaks Mongolian. */
function noMongolian(rota: Rota, window: RotaWindow, span: Span, people: People): RotaProblem[] {
  const speaking = rota.seats.flatMap(({ id }) =>
    window.shifts(id, span.from, span.until).filter(({ person }) => people.get(person)?.languages.includes('mn')),
  )
  return rest(merged(speaking), span.from, span.until).map((without) => ({ code: 'no-mongolian', ...without }))
}

/** Too little time between two stretches of duty of which one touches the night. */
function shortRests(person: string, window: RotaWindow, span: Span, policy: Policy): RotaProblem[] {
  const duty = merged(window.of(person, window.from, window.to))
  const least = policy['rota.restHours'] * HOUR
  const atNight = ({ from, until }: Span) => nightsIn(from, until, policy).length > 0
  return duty.slice(1).flatMap((next, n): RotaProblem[] => {
    const before = duty[n]
    if (!before || msBetween(before.until, next.from) >= least || !(atNight(before) || atNight(next))) return []
    return before.until < span.until && span.from < next.from
      ? [{ code: 'short-rest', person, from: before.until, until: next.from }]
      : []
  })
}

/** Minutes in two seats of which one is exclusive. */
function twoSeats(rota: Rota, person: string, window: RotaWindow, span: Span): RotaProblem[] {
  const found = doubles(rota, window, person, span.from, span.until)
  const pairs = new Map(found.map(({ seats }) => [keyOf(seats), [...seats].sort()]))
  return [...pairs].flatMap(([key, seats]) =>
    merged(found.filter((one) => keyOf(one.seats) === key)).map(
      (both): RotaProblem => ({ code: 'two-seats', person, seats, ...both }),
    ),
  )
}

const keyOf = (seats: readonly string[]): string => [...seats].sort().join(' ')
