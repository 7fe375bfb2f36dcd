import { type Calendar, dayKind } from '@/domain/calendar'
import type { Layer } from '@/domain/rota-types'
import { addDays, at, type Day, daysBetween, type Instant, nextDay } from '@/domain/time'

/** A make-up Saturday is a working day; a holiday on a Wednesday is a day off. */
export const repeats = ['day', 'week', 'working-day', 'day-off'] as const
export type Repeat = (typeof repeats)[number]

/** One person's stretch of a layer, `[from, to)`; `provisional` where no notice says yet what kind of day it is. */
export type Turn = { person: string; from: Instant; to: Instant; every: Repeat; provisional?: true }

/** The turns that touch the days `first` to `last`: at most two a day. */
export function turnsOf(layer: Layer, first: Day, last: Day, calendar: Calendar): Turn[] {
  if (layer.people.length === 0) return []
  // A night that began the day before still runs on the first day.
  let since = addDays(first, -1)
  if (since < layer.anchor) since = layer.anchor
  let periods = periodsBefore(layer, since, calendar)
  const turns: Turn[] = []
  for (let day = since; day <= last; day = nextDay(day)) {
    const begun = startsOn(layer, day, calendar) ? periods + 1 : periods
    if (everyDay(layer) || begun > periods) {
      const provisional = !everyDay(layer) && dayKind(day, calendar).provisional
      turns.push(...turnsOn(layer, day, { before: periods - 1, own: begun - 1 }, provisional))
    }
    periods = begun
  }
  return turns
}

/**
 * The hours of one day, cut where the turn changes. What runs past midnight belongs to the day it starts on, so
 * only this day's own handover can cut it.
 */
function turnsOn(layer: Layer, day: Day, turn: { before: number; own: number }, provisional: boolean): Turn[] {
  const { every, handover } = layer
  const open = clock(layer.from ?? handover)
  const close = clock(layer.to ?? handover)
  const from = at(day, open)
  const to = at(close > open ? day : nextDay(day), close)
  const change = at(day, clock(handover))
  const cut = within(change, from, to)
  return [
    { number: turn.before, from, to: cut },
    { number: turn.own, from: cut, to },
  ].flatMap(({ number, from, to }) => {
    // Before the anchor's handover nobody's turn has begun.
    const person = number < 0 ? undefined : layer.people[number % layer.people.length]
    return person === undefined || from >= to ? [] : [{ person, from, to, every, ...(provisional && { provisional }) }]
  })
}

const everyDay = (layer: Layer): boolean => layer.every === 'day' || layer.every === 'week'

/** Whether a new period begins at this day's handover. */
function startsOn(layer: Layer, day: Day, calendar: Calendar): boolean {
  if (layer.every === 'day') return true
  if (layer.every === 'week') return daysBetween(layer.anchor, day) % 7 === 0
  return dayKind(day, calendar).working === (layer.every === 'working-day')
}

/** How many periods began from the anchor on and before this day. */
function periodsBefore(layer: Layer, day: Day, calendar: Calendar): number {
  const days = daysBetween(layer.anchor, day)
  if (layer.every === 'day') return days
  if (layer.every === 'week') return Math.ceil(days / 7)
  let periods = 0
  for (let d = layer.anchor; d < day; d = nextDay(d)) if (startsOn(layer, d, calendar)) periods += 1
  return periods
}

function within(instant: Instant, from: Instant, to: Instant): Instant {
  if (instant < from) return from
  if (instant > to) return to
  return instant
}

/** A day that closes at 24:00 closes at the next one's 00:00. */
const clock = (time: string): string => (time === '24:00' ? '00:00' : time)
