import { type Refusal, refuse } from '@/domain/decider'
import { clip, merged, overlap } from '@/domain/rota-spans'
import type { PersonShift, Rota, RotaGiven, Seat, Span } from '@/domain/rota-types'
import { type RotaWindow, rotaWindow } from '@/domain/rota-window'
import { after, type Instant } from '@/domain/time'

/** What several edits of the rota ask before they say yes. */

export const seatOf = (rota: Rota, seat: string): Seat | undefined => rota.seats.find(({ id }) => id === seat)

/** The rota as it would be if this person, or with nobody named anybody, were never away. */
export const asIfHere = (rota: Rota, person?: string): Rota => ({
  ...rota,
  absences: person === undefined ? [] : (rota.absences ?? []).filter((absence) => absence.person !== person),
})

/** When two seats may not hold one person at the same minute. */
export function clash(rota: Rota, one: string, other: string): boolean {
  return one !== other && !(seatOf(rota, one)?.shared && seatOf(rota, other)?.shared)
}

/** A person's minutes in two seats of which one is exclusive; each pair of shifts once. */
export function doubles(rota: Rota, window: RotaWindow, person: string, from: Instant, to: Instant) {
  const own = window.of(person, from, to)
  return own.flatMap((one, n) =>
    own.slice(n + 1).flatMap((other): (Span & { seats: [string, string] })[] => {
      const both = clash(rota, one.seat, other.seat) && clip({ ...one }, other.from, other.until)
      return both ? [{ from: both.from, until: both.until, seats: [one.seat, other.seat] }] : []
    }),
  )
}

/** Whether this person may come into the seat at these minutes: he isn't there, isn't elsewhere, isn't on leave. */
export function mayCome(
  rota: Rota,
  person: string,
  seat: string,
  spans: readonly Span[],
  { calendar }: Pick<RotaGiven, 'calendar'>,
): Refusal | undefined {
  const asked = merged(spans)
  const [first, last] = [asked[0], asked.at(-1)]
  if (!first || !last) return undefined
  const window = rotaWindow(rota, first.from, last.until, calendar)
  const own = window.of(person, first.from, last.until)
  const during = (shifts: readonly PersonShift[]) =>
    shifts.flatMap((shift) => overlap([shift], asked).map((span) => ({ ...span, seat: shift.seat })))
  const [there] = during(own.filter((shift) => shift.seat === seat))
  if (there) return refuse('rota.already-there', { person, ...there })
  const [elsewhere] = during(own.filter((shift) => clash(rota, shift.seat, seat)))
  if (elsewhere) return refuse('rota.two-seats', { person, ...elsewhere })
  const away = (rota.absences ?? []).filter((absence) => absence.person === person)
  const [gone] = overlap(merged(away.map(({ from, to: until }) => ({ from, until }))), asked)
  return gone && refuse('rota.on-leave', { person, ...gone })
}

/** The first double seat that the change would bring to one of these people and that isn't there already. */
export function newDouble(
  before: Rota,
  after: Rota,
  people: readonly string[],
  from: Instant,
  to: Instant,
  { calendar }: Pick<RotaGiven, 'calendar'>,
): Refusal | undefined {
  const [was, is] = [rotaWindow(before, from, to, calendar), rotaWindow(after, from, to, calendar)]
  for (const person of new Set(people)) {
    const old = merged(doubles(before, was, person, from, to))
    for (const { seats, ...span } of doubles(after, is, person, from, to)) {
      const known = overlap([span], old).some((same) => same.from === span.from && same.until === span.until)
      if (!known) return refuse('rota.two-seats', { person, seat: seats[0], other: seats[1], ...span })
    }
  }
  return undefined
}

/** Nothing of it lies ahead, or it ends before it starts. */
export function badSpan({ from, to }: { from: Instant; to: Instant }, now: Instant): Refusal | undefined {
  if (from >= to) return refuse('rota.ends-before-it-starts')
  return to <= now ? refuse('rota.in-the-past') : undefined
}

/**
 * When what is decided now counts from: the latest wins, so after whatever was settled within this very instant, and
 * after what a clock that was set back has seen.
 */
export function settledAt({ overrides, swaps = [] }: Rota, now: Instant): Instant {
  const times = [...overrides.map(({ approvedAt }) => approvedAt), ...swaps.map(({ answeredAt }) => answeredAt)]
  return justAfter(times, now)
}

/** Now, or a millisecond after the latest of these. */
export const justAfter = (times: readonly (Instant | undefined)[], now: Instant): Instant =>
  times.reduce((latest: Instant, at) => (at !== undefined && at >= latest ? after(at, 1) : latest), now)

export const refOf = ({ actor }: Pick<RotaGiven, 'actor'>) => ({ id: actor.id, name: actor.name })
