import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Clock,
  evolveClocks,
  type Hours,
  type LimitUnit,
  pauseClock,
  resumeClock,
  startClock,
} from '@/domain/clock'
import { addDays, after, DAY, dayOf, HOUR, type Instant, instantOf, MINUTE, msOf, startOf } from '@/domain/time'
import { calendar, chineseDaysWorks, limit, start, t } from './clock-given'

type Gap = { runs: number; pauses: number }

// Up to the middle of October 2026, so that no due day reaches the year nobody knows.
const starts = fc.integer({ min: msOf(t('2024-01-01 00:00')), max: msOf(t('2026-10-15 00:00')) }).map(instantOf)
// Half of the pauses begin or end on the hour, so midnights are met often.
const stretch = (days: number) =>
  fc.oneof(
    fc.integer({ min: 1, max: days * 24 }).map((h) => h * HOUR),
    fc.integer({ min: 1, max: days * DAY }),
  )
const gaps = fc.array(fc.record({ runs: stretch(4), pauses: stretch(3) }), { maxLength: 3 })

/** Lives through the pauses as a matter does: each is asked for while the clock still runs in time. */
function live(unit: LimitUnit, count: number, startedAt: Instant, gaps: Gap[], hours?: Hours): Clock {
  const row = { ...limit('aid.decide'), unit, count, ...(hours && { hours }) }
  let [clock] = evolveClocks([], startClock(row, startedAt, calendar))
  let now = startedAt
  for (const gap of gaps) {
    now = after(now, gap.runs)
    if (!clock || now >= clock.dueAt) break
    ;[clock] = evolveClocks([clock], pauseClock(clock, now))
    now = after(now, gap.pauses)
    if (clock) [clock] = evolveClocks([clock], resumeClock(clock, now, calendar))
  }
  if (!clock) throw new Error('no clock')
  return clock
}

/** The naive way: day by day, with somebody else's calendar and its own arithmetic. */
function dueDayByDay(unit: LimitUnit, count: number, { startedAt, pauses }: Clock): number {
  const midnight = Date.parse(`${startedAt.slice(0, 10)}T00:00:00+08:00`)
  let left = count
  for (let i = 1; ; i++) {
    const from = midnight + i * 86_400_000
    const end = from + 86_400_000
    const works = chineseDaysWorks(new Date(from + 12 * 3_600_000).toISOString().slice(0, 10))
    const standsStill = pauses.some((p) => Date.parse(p.from) < end && Date.parse(p.to ?? '') >= end)
    if (standsStill) continue
    if (unit === 'natural-days' || works) left -= 1
    if (left <= 0 && works) return end
  }
}

describe('counted against a naive day-by-day oracle', () => {
  it.each<LimitUnit>(['natural-days', 'working-days'])('%s end where it ends, whatever the pauses', (unit) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), starts, gaps, (count, startedAt, gaps) => {
        const clock = live(unit, count, startedAt, gaps)
        expect(msOf(clock.dueAt)).toBe(dueDayByDay(unit, count, clock))
        expect(clock.provisional).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('hours end later by exactly what was paused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), starts, gaps, (count, startedAt, gaps) => {
        const clock = live('hours', count, startedAt, gaps)
        const standing = clock.pauses.reduce((ms, p) => ms + msOf(p.to ?? '') - msOf(p.from), 0)
        expect(msOf(clock.dueAt)).toBe(msOf(startedAt) + count * HOUR + standing)
      }),
    )
  })

  it('minutes within duty hours end where ticking minute by minute ends', () => {
    const wholeMinute = starts.map((at) => instantOf(Math.floor(msOf(at) / MINUTE) * MINUTE))
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
    const clockTime = time.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
    const hours = fc.record({ from: clockTime, to: clockTime, workingDaysOnly: fc.boolean() })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), wholeMinute, hours, (count, startedAt, hours) => {
        expect(live('minutes', count, startedAt, [], hours).dueAt).toBe(tick(count, startedAt, hours))
      }),
      { numRuns: 50 },
    )
  })
})

function tick(count: number, startedAt: Instant, { from, to, workingDaysOnly }: Hours): Instant {
  let left = count
  let now = startedAt
  for (; left > 0; now = after(now, MINUTE)) {
    const time = now.slice(11, 16)
    const overnight = to <= from
    const belongsTo = overnight && time < to ? addDays(dayOf(now), -1) : dayOf(now)
    const open = overnight ? time >= from || time < to : time >= from && time < to
    if (open && (!workingDaysOnly || chineseDaysWorks(belongsTo))) left -= 1
  }
  return now
}

describe('hours that count', () => {
  const duty = { hours: { from: '08:30', to: '17:30', workingDaysOnly: true } }
  const reachable = { hours: { from: '18:00', to: '21:00' } }

  it('half an hour of duty: a return on Friday 9 October at 17:20 is ruled on by 8:50 on the working Saturday', () => {
    expect(start('grievance.ruling', '2026-10-09 17:20', duty).dueAt).toBe(t('2026-10-10 08:50'))
    expect(start('grievance.ruling', '2026-10-10 17:20', duty).dueAt).toBe(t('2026-10-12 08:50'))
    expect(start('grievance.ruling', '2026-10-10 16:20', duty).dueAt).toBe(t('2026-10-10 16:50'))
  })

  it('a return at 22:00 waits for the morning; without duty hours half an hour is half an hour', () => {
    expect(start('grievance.ruling', '2026-10-11 22:00', duty).dueAt).toBe(t('2026-10-12 09:00'))
    expect(start('grievance.ruling', '2026-10-11 22:00').dueAt).toBe(t('2026-10-11 22:30'))
  })

  it('a call-back in 24 hours, to somebody reachable from 18 to 21, has eight evenings', () => {
    expect(start('grievance.callback', '2026-10-09 21:00', reachable).dueAt).toBe(t('2026-10-17 21:00'))
    expect(start('grievance.callback', '2026-10-09 21:00').dueAt).toBe(t('2026-10-10 21:00'))
  })

  it('a night shift belongs to the day it begins on', () => {
    const night = { hours: { from: '22:00', to: '06:00' } }
    expect(start('grievance.ruling', '2026-10-10 05:50', night).dueAt).toBe(t('2026-10-10 22:20'))
  })

  it('working hours that reach into 2027 are provisional, hours of every day are not', () => {
    const long = { count: 600 }
    expect(start('grievance.ruling', '2026-12-31 17:00', { ...duty, ...long }).provisional).toBe(true)
    expect(start('grievance.ruling', '2026-12-31 17:00', { ...reachable, ...long }).provisional).toBe(false)
  })
})

describe('the opening day', () => {
  it('is not counted, whether it opens at its first or its last minute', () => {
    for (const time of ['00:00', '12:00', '23:59']) {
      expect(start('aid.contact', `2026-10-09 ${time}`).dueAt).toBe(startOf('2026-10-11'))
    }
    expect(start('aid.contact', '2026-10-10 00:00').dueAt).toBe(startOf('2026-10-13'))
  })
})
