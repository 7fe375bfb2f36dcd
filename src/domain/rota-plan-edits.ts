import { type Refusal, refuse } from '@/domain/decider'
import { badSpan, newDouble, refOf, seatOf } from '@/domain/rota-checks'
import { later } from '@/domain/rota-spans'
import type { Festival, HandOver, Layer, Rota, RotaGiven, Shift } from '@/domain/rota-types'
import { rotaWindow } from '@/domain/rota-window'
import { after, DAY, HOUR, type Instant, MINUTE } from '@/domain/time'

/** New, or in the place of the layer with the same id; it may not put anybody in two seats in the days ahead. */
export function decideLayer(rota: Rota, layer: Layer, given: RotaGiven): Layer | Refusal {
  const { now, policy } = given
  if (!seatOf(rota, layer.seat)) return refuse('seat.not-found')
  if (layer.people.length === 0) return refuse('rota.layer-empty')
  if (layer.from !== undefined && layer.from === layer.to) return refuse('rota.ends-before-it-starts')
  const others = rota.layers.filter(({ id }) => id === undefined || id !== layer.id)
  const changed = { ...rota, layers: [...others, layer] }
  const to = after(now, policy['rota.publishDays'] * DAY)
  return newDouble(rota, changed, layer.people, now, to, given) ?? layer
}

/** A roster by name in the place of the layers: every shift within it, nobody twice at a minute, nobody in two seats. */
export function decideFestival(rota: Rota, festival: Festival, given: RotaGiven): Festival | Refusal {
  const { seat, from, to, shifts } = festival
  if (!seatOf(rota, seat)) return refuse('seat.not-found')
  const bad = badSpan(festival, given.now)
  if (bad) return bad
  if (shifts.length === 0) return refuse('rota.layer-empty')
  if (shifts.some((shift) => shift.from >= shift.to)) return refuse('rota.ends-before-it-starts')
  if (shifts.some((shift) => shift.from < from || shift.to > to)) return refuse('rota.outside')
  const twice = shifts.find((shift, n) => shifts.slice(n + 1).some((other) => sameMinute(shift, other)))
  if (twice) return refuse('rota.person-twice', { person: twice.person, from: twice.from })
  const others = rota.festivals.filter((one) => one.seat !== seat || one.from !== from || one.to !== to)
  const changed = { ...rota, festivals: [...others, festival] }
  const people = shifts.map(({ person }) => person)
  return newDouble(rota, changed, people, from, to, given) ?? festival
}

const sameMinute = (one: Shift, other: Shift): boolean =>
  one.person === other.person && one.from < other.to && other.from < one.to

/** A note for whoever comes next, by who stands there, or stood there within the last hour. */
export function decideHandOver(
  rota: Rota,
  { id, seat, note }: { id: string; seat: string; note: string },
  given: RotaGiven,
): HandOver | Refusal {
  const { now, actor, calendar } = given
  if (!seatOf(rota, seat)) return refuse('seat.not-found')
  const since = after(now, -HOUR)
  const shifts = rotaWindow(rota, since, after(now, 1), calendar).shifts(seat, since, after(now, 1))
  if (!shifts.some(({ person }) => person === actor.id)) return refuse('rota.not-there', { person: actor.id, seat })
  return { id, seat, at: now, by: refOf(given), note }
}

/** Read by somebody who stands there now, or comes within the hour; once read, it stays as it was. */
export function decideHandOverSeen(rota: Rota, note: HandOver, given: RotaGiven): HandOver | Refusal {
  const { now, actor, calendar } = given
  if (note.seen) return note
  if (note.by.id === actor.id) return refuse('rota.own-note')
  const until = after(now, HOUR)
  const shifts = rotaWindow(rota, now, until, calendar).shifts(note.seat, now, until)
  if (!shifts.some(({ person }) => person === actor.id))
    return refuse('rota.not-there', { person: actor.id, seat: note.seat })
  return { ...note, seen: { by: refOf(given), at: now } }
}

/** For whom a note waits, when the seat changes, and from when it is late; none, where nobody else comes in a week. */
export function handOverDue(
  rota: Rota,
  note: HandOver,
  { calendar, policy }: Pick<RotaGiven, 'calendar' | 'policy'>,
): { to: string[]; changeAt: Instant; dueAt: Instant } | undefined {
  const until = after(note.at, 7 * DAY)
  const others = rotaWindow(rota, after(note.at, -HOUR), until, calendar)
    .shifts(note.seat, after(note.at, -HOUR), until)
    .filter(({ person, until: end }) => person !== note.by.id && end > note.at)
  // Whoever stood beside him all along isn't the one who comes; whoever came in the hour before the note is.
  const next = others.find(({ from }) => from > after(note.at, -HOUR))
  if (!next) return undefined
  const changeAt = later(next.from, note.at)
  const to = others.filter(({ from }) => from === next.from).map(({ person }) => person)
  return { to, changeAt, dueAt: after(changeAt, policy['rota.handOverMinutes'] * MINUTE) }
}
