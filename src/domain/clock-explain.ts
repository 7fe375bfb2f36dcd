import { type Calendar, type DayFacts, type DayKind, dayKind } from './calendar'
import type { Clock } from './clock'
import { daysCounted, lastDay, runningMs } from './clock-count'
import { openPause } from './clock-face'
import { countsDays } from './clock-limit'
import { type Day, type Duration, dayOf, durationOf, type Instant } from './time'

/**
 * A line a day where days are counted. `n`: which day of the limit it is. `rolled`: a day off on which the limit would
 * have ended (then with its n), or over which it passes on to the next working day (民法典 203). `due`: ends at 24:00.
 */
export type DayLine = {
  day: Day
  kind: 'opening' | 'counted' | 'not-counted' | 'paused' | 'rolled' | 'due'
  n?: number
  dayKind: DayKind
  holidayName?: string
  provisional?: true
  /** On the due line: the exclusive end. */
  at?: Instant
}

/** Elsewhere a line an event. `elapsed`: how long the clock has run when it is paused. A pause without `to` goes on. */
export type InstantLine = {
  kind: 'started' | 'elapsed' | 'pause' | 'due'
  at: Instant
  to?: Instant
  elapsed?: Duration
}

export type ExplainLine = DayLine | InstantLine

/** How the due instant came about. While a clock stands paused there is no due line: it depends on when it resumes. */
export function explain(clock: Clock, calendar: Calendar): ExplainLine[] {
  return countsDays(clock.limit) && clock.given === undefined
    ? explainDays(clock, calendar)
    : explainInstants(clock, calendar)
}

function explainDays(clock: Clock, calendar: Calendar): DayLine[] {
  const openingDay = dayOf(clock.startedAt)
  const last = lastDay(clock.dueAt)
  const standing = standingSince(clock)
  const pausedOn = standing && dayOf(standing)
  const opening = line(openingDay, 'opening', dayKind(openingDay, calendar))
  if (pausedOn === openingDay) return [opening, line(openingDay, 'paused', dayKind(openingDay, calendar))]
  const lines = [opening]
  for (const { day, facts, paused, counted, n } of daysCounted(clock, calendar)) {
    const number = counted ? { n } : {}
    if (day === pausedOn) return [...lines, line(day, 'paused', facts)]
    if (day === last) return [...lines, { ...line(day, 'due', facts), ...number, at: clock.dueAt }]
    const isLast = n === clock.limit.count && !facts.working
    const kind = paused ? 'paused' : isLast ? 'rolled' : counted ? 'counted' : 'not-counted'
    lines.push({ ...line(day, kind, facts), ...number })
  }
  return lines
}

/** Since when it has stood paused, unless it was late before that. */
function standingSince(clock: Clock): Instant | undefined {
  const from = openPause(clock)?.from
  return from !== undefined && from < clock.dueAt ? from : undefined
}

function line(day: Day, kind: DayLine['kind'], facts: DayFacts): DayLine {
  const { kind: dayKind, name, provisional } = facts
  return { day, kind, dayKind, ...(name && { holidayName: name }), ...(provisional && { provisional: true as const }) }
}

function explainInstants(clock: Clock, calendar: Calendar): InstantLine[] {
  const paused = clock.pauses.flatMap(({ from, to }): InstantLine[] => [
    { kind: 'elapsed', at: from, elapsed: durationOf(runningMs(from, clock, calendar)) },
    { kind: 'pause', at: from, ...(to && { to }) },
  ])
  const due: InstantLine[] = standingSince(clock) ? [] : [{ kind: 'due', at: clock.dueAt }]
  return [{ kind: 'started', at: clock.startedAt }, ...paused, ...due]
}
