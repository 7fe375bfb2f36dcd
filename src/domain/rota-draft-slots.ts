import { type Calendar, dayKind } from '@/domain/calendar'
import type { Policy } from '@/domain/policy'
import type { DraftRequest } from '@/domain/rota-draft-types'
import type { Layer, Seat, Span } from '@/domain/rota-types'
import {
  addDays,
  at,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  MINUTE,
  msOf,
  nextDay,
  startOf,
  timeOf,
} from '@/domain/time'

/** A stretch of duty in minutes since the draft's own zero; `day` is the one it starts on. */
export type Stretch = {
  seat: string
  shared: boolean
  from: number
  to: number
  day: Day
  night: boolean
  /** Whom the seat's layers name at these hours; missing where they say nothing of them. */
  usual?: ReadonlySet<string>
}
/** One place to be filled; `nth` of the places that its seat has at those minutes. */
export type Slot = Stretch & { index: number; nth: number; beside: number[]; needs: string[] }
export type Roster = { seat: string; from: Instant; to: Instant }
export type Axis = { minute: (at: Instant) => number; instant: (minute: number) => Instant }

/** Nobody stands for longer without a break, unless a seat's own hours are longer. */
export const LONGEST = 12 * 60
const USUAL_CHANGES = ['08:00', '20:00']

/** The days of a month, `2026-10`. */
export function daysOf(month: string): Day[] {
  const days: Day[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = nextDay(day)) days.push(day)
  return days
}

/** Its zero lies a week before the month: nothing older has anything to say about it. */
export function axisOf(month: string): Axis {
  const zero = msOf(startOf(addDays(`${month}-01`, -7)))
  return {
    minute: (instant) => Math.round((msOf(instant) - zero) / MINUTE),
    instant: (minute) => instantOf(zero + minute * MINUTE),
  }
}

/**
 * The places to be filled in a month, by seat, and each seat's span: whatever starts on a day of the month is the
 * month's, so the last night runs into the next one, and the first morning belongs to the month before.
 */
export function slotsOf(request: DraftRequest, axis: Axis): { slots: Slot[]; rosters: Roster[] } {
  const days = daysOf(request.month)
  const slots: Slot[] = []
  const rosters: Roster[] = []
  for (const seat of request.seats) {
    const layers = (request.layers ?? []).filter((layer) => layer.seat === seat.id)
    const closed = (request.festivals ?? [])
      .filter((festival) => festival.seat === seat.id)
      .map(({ from, to }) => ({ from: axis.minute(from), to: axis.minute(to) }))
    const [first = ''] = days
    const opens = opensAt(seat, layers)
    rosters.push({ seat: seat.id, from: at(first, opens), to: at(nextDay(days.at(-1) ?? first), opens) })
    for (const day of days) {
      if (!neededOn(seat, day, request.calendar)) continue
      for (const { from, until } of spansOn(seat, layers, day)) {
        const whole = { from: axis.minute(from), to: axis.minute(until) }
        for (const piece of without(whole, closed)) {
          const from = axis.instant(piece.from)
          const usual = usualAt(layers, timeOf(from))
          const stretch = { seat: seat.id, shared: seat.shared === true, ...piece, day: dayOf(from), ...usual }
          const night = touchesNight(piece.from, piece.to, request.policy)
          const places = Array.from({ length: seat.minimum ?? 1 }, (_, n) => slots.length + n)
          const needs = [...(seat.languages ?? []), ...(seat.subjects ?? [])]
          for (const [nth, index] of places.entries())
            slots.push({ ...stretch, night, index, nth, beside: places.filter((n) => n !== index), needs })
        }
      }
    }
  }
  return { slots, rosters }
}

function usualAt(layers: readonly Layer[], time: string): Pick<Stretch, 'usual'> {
  const here = layers.filter(({ from, to }) => {
    if (from === undefined || to === undefined) return true
    return from < to ? from <= time && time < to : time >= from || time < to
  })
  return here.length > 0 ? { usual: new Set(here.flatMap(({ people }) => people)) } : {}
}

/** At which hour the seat's day begins. */
function opensAt(seat: Seat, layers: readonly Layer[]): string {
  if (seat.hours) return seat.hours.from
  return changesOf(layers)[0] ?? '00:00'
}

/** The hours at which somebody else comes, in the order of the day: where the seat's layers change, else 08:00 and 20:00. */
function changesOf(layers: readonly Layer[]): string[] {
  const told = layers.flatMap(({ from, to, handover }) => (from && to ? [from, to] : [handover]))
  const changes = [...new Set(told.map((time) => (time === '24:00' ? '00:00' : time)))].sort()
  return changes.length > 0 ? changes : USUAL_CHANGES
}

function neededOn(seat: Seat, day: Day, calendar: Calendar): boolean {
  const every = seat.hours?.every
  if (every !== 'working-day' && every !== 'day-off') return true
  return dayKind(day, calendar).working === (every === 'working-day')
}

/** The shifts of one day: its hours, cut where people change; whatever is still longer than twelve hours is halved. */
function spansOn(seat: Seat, layers: readonly Layer[], day: Day): Span[] {
  const changes = changesOf(layers)
  const opens = opensAt(seat, layers)
  const from = at(day, opens)
  const closes = seat.hours?.to ?? opens
  const to = closes > opens ? at(day, closes) : at(nextDay(day), closes === '24:00' ? '00:00' : closes)
  const inside = [day, nextDay(day)]
    .flatMap((on) => changes.map((time) => at(on, time)))
    .filter((change) => from < change && change < to)
  const cuts = [from, ...inside, to]
  return cuts.slice(1).flatMap((until, n) => halved(cuts[n] ?? from, until))
}

function halved(from: Instant, until: Instant): Span[] {
  const minutes = (msOf(until) - msOf(from)) / MINUTE
  if (minutes <= LONGEST) return [{ from, until }]
  const middle = instantOf(msOf(from) + Math.round(minutes / 2) * MINUTE)
  return [...halved(from, middle), ...halved(middle, until)]
}

function without(whole: { from: number; to: number }, closed: { from: number; to: number }[]) {
  let left = [whole]
  for (const { from, to } of closed)
    left = left.flatMap((piece) =>
      [
        { from: piece.from, to: Math.min(piece.to, from) },
        { from: Math.max(piece.from, to), to: piece.to },
      ].filter((rest) => rest.from < rest.to),
    )
  return left
}

const DAY_MINUTES = 24 * 60
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Whether any minute of it is night. The axis begins at midnight. */
export function touchesNight(from: number, to: number, policy: Policy): boolean {
  for (let minute = from; minute < to; ) {
    if (isNight(minute, policy)) return true
    const clock = minute % DAY_MINUTES
    const nightFrom = minuteOf(policy['rota.nightFrom'])
    minute += clock < nightFrom ? nightFrom - clock : DAY_MINUTES - clock
  }
  return false
}

function isNight(minute: number, policy: Policy): boolean {
  const clock = minute % DAY_MINUTES
  const from = minuteOf(policy['rota.nightFrom'])
  const to = minuteOf(policy['rota.nightTo'])
  return from > to ? clock >= from || clock < to : clock >= from && clock < to
}

/**
 * What minutes weigh on the ledger, added up from the axis' zero: the weight of `[from, to)` is the difference of two
 * entries. Night, day off and holiday as the policy weighs them, the largest wins; a make-up Saturday weighs nothing.
 */
export function weightsOf(month: string, { calendar, policy }: { calendar: Calendar; policy: Policy }): Float64Array {
  const first = addDays(`${month}-01`, -7)
  const days = daysOf(month).length + 14
  const sums = new Float64Array(days * DAY_MINUTES + 1)
  for (let n = 0; n < days; n++) {
    const { kind } = dayKind(addDays(first, n), calendar)
    const byDay =
      kind === 'holiday' ? policy['rota.holidayWeight'] : kind === 'weekend' ? policy['rota.weekendWeight'] : 1
    for (let clock = 0; clock < DAY_MINUTES; clock++) {
      const minute = n * DAY_MINUTES + clock
      const weight = isNight(minute, policy) ? Math.max(byDay, policy['rota.nightWeight']) : byDay
      sums[minute + 1] = (sums[minute] ?? 0) + weight
    }
  }
  return sums
}
