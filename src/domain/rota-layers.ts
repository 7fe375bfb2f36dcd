import type { Calendar } from '@/domain/calendar'
import { factsOf, type Grid, gridOf, workingDays } from '@/domain/rota-days'
import type { Layer, Why } from '@/domain/rota-types'
import { addDays, at, type Day, daysBetween, type Instant } from '@/domain/time'

/** A make-up Saturday is a working day; a holiday on a Wednesday is a day off. */
export const repeats = ['day', 'week', 'working-day', 'day-off'] as const
export type Repeat = (typeof repeats)[number]

/** One person's stretch of a layer, `[from, to)`; one reason is one object, so that it can be compared by itself. */
export type Turn = { person: string; from: Instant; to: Instant; why: Why; priority: number }

const whys = Object.fromEntries(repeats.map((every) => [every, { code: 'layer', every }])) as Record<Repeat, Why>
// Where no notice says yet what kind of day it is.
const guesses = Object.fromEntries(
  repeats.map((every) => [every, { code: 'layer', every, provisional: true }]),
) as Record<Repeat, Why>

/** The turns that touch the days of the grid: at most two a day. */
export function turnsOf(layer: Layer, { days, at, calendar }: Grid): Turn[] {
  const { anchor, every, handover, people } = layer
  const [first, last] = [days[0], days.length - 2]
  if (people.length === 0 || first === undefined) return []
  const open = clock(layer.from ?? handover)
  const close = clock(layer.to ?? handover)
  const [opens, closes, changes] = [at(open), at(close), at(clock(handover))]
  const overnight = close > open ? 0 : 1
  // A night that began the day before still runs on the first day, so the grid begins there.
  const begin = Math.max(0, daysBetween(first, anchor))
  let periods = begin > last ? 0 : periodsBefore(layer, days[begin] ?? anchor, calendar)
  const turns: Turn[] = []
  const push = (period: number, from: Instant, to: Instant, why: Why) => {
    // Before the anchor's handover nobody's turn has begun.
    const person = period < 0 ? undefined : people[period % people.length]
    if (person !== undefined && from < to) turns.push({ person, from, to, why, priority: layer.priority })
  }
  const weekday = daysBetween(anchor, first)
  for (let n = begin; n <= last; n += 1) {
    const facts = everyDay(every) ? undefined : factsOf(days[n] ?? first, calendar)
    const starts = facts ? facts.working === (every === 'working-day') : every === 'day' || (weekday + n) % 7 === 0
    const begun = starts ? periods + 1 : periods
    const [from, to, change] = [opens[n], closes[n + overnight], changes[n]]
    if ((!facts || starts) && from !== undefined && to !== undefined && change !== undefined) {
      const why = (facts?.provisional ? guesses : whys)[every]
      // What runs past midnight belongs to the day it starts on, so only this day's own handover can cut it.
      const cut = within(change, from, to)
      push(periods - 1, from, cut, why)
      push(begun - 1, cut, to, why)
    }
    periods = begun
  }
  return turns
}

/** When the turn that runs at this instant gives way to the next period, whoever has that. */
export function turnEnds(layer: Layer, when: Instant, calendar: Calendar): Instant | undefined {
  const today = when.slice(0, 10)
  const turn = turnsOf(layer, gridOf(today, today, calendar)).find(({ from, to }) => from <= when && when < to)
  if (!turn || layer.every !== 'week' || layer.from !== undefined) return turn?.to
  const weeks = Math.ceil((daysBetween(layer.anchor, turn.from.slice(0, 10)) + 1) / 7)
  return at(addDays(layer.anchor, weeks * 7), clock(layer.handover))
}

const everyDay = (every: Repeat): boolean => every === 'day' || every === 'week'

/** How many periods began from the anchor on and before this day. */
function periodsBefore({ every, anchor }: Layer, day: Day, calendar: Calendar): number {
  const days = daysBetween(anchor, day)
  if (every === 'day') return days
  if (every === 'week') return Math.ceil(days / 7)
  const worked = workingDays(anchor, day, calendar)
  return every === 'working-day' ? worked : days - worked
}

function within(instant: Instant, from: Instant, to: Instant): Instant {
  if (instant < from) return from
  if (instant > to) return to
  return instant
}

/** A day that closes at 24:00 closes at the next one's 00:00. */
export const clock = (time: string): string => (time === '24:00' ? '00:00' : time)
