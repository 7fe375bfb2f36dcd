import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Clock, cancelClock, colour, evolveClocks, face, nextColourChange, overdueClocks } from '@/domain/clock'
import { type Instant, instantOf, after as later, msOf, NEVER } from '@/domain/time'
import { calendar, only, paused, resumed, start, stopped, t } from './clock-given'

const colourAt = (clock: Clock, at: string) => colour(clock, t(at), calendar)
const justBefore = (at: string): Instant => later(t(at), -1)

/** The clock is green, then changes at each of these instants and not a millisecond earlier. */
function turns(clock: Clock, yellowAt: string, redAt: string, dueAt: string) {
  expect(colour(clock, justBefore(yellowAt), calendar)).toBe('green')
  expect(colourAt(clock, yellowAt)).toBe('yellow')
  expect(colour(clock, justBefore(redAt), calendar)).toBe('yellow')
  expect(colourAt(clock, redAt)).toBe('red')
  expect(colour(clock, justBefore(dueAt), calendar)).toBe('red')
  expect(colourAt(clock, dueAt)).toBe('overdue')
}

describe('a clock in days', () => {
  it('due Monday 12 October turns yellow on Friday the 9th, as the 10th is a working Saturday, and red on Monday', () => {
    const clock = start('aid.decide', '2026-10-05 10:00')
    expect(clock.dueAt).toBe(t('2026-10-13 00:00'))
    turns(clock, '2026-10-09 00:00', '2026-10-12 00:00', '2026-10-13 00:00')
  })

  it('due Monday 19 October turns yellow on Thursday the 15th: the weekend is no working day', () => {
    const clock = start('grievance.resolve', '2026-10-12 10:00')
    expect(clock.dueAt).toBe(t('2026-10-20 00:00'))
    turns(clock, '2026-10-15 00:00', '2026-10-19 00:00', '2026-10-20 00:00')
  })

  it('due Tuesday 20 October turns yellow already on Friday the 16th, not in the weekend', () => {
    turns(start('grievance.resolve', '2026-10-13 10:00'), '2026-10-16 00:00', '2026-10-20 00:00', '2026-10-21 00:00')
  })

  it('due after the holiday turns yellow before it: due Friday 9 October, yellow from 30 September', () => {
    const clock = start('grievance.resolve', '2026-09-25 10:00')
    expect(clock.dueAt).toBe(t('2026-10-10 00:00'))
    turns(clock, '2026-09-30 00:00', '2026-10-09 00:00', '2026-10-10 00:00')
  })

  it('of one day has no yellow: green on the day it starts, red on the day it ends', () => {
    const clock = start('aid.contact', '2026-10-08 10:00')
    expect(colour(clock, justBefore('2026-10-09 00:00'), calendar)).toBe('green')
    expect(colourAt(clock, '2026-10-09 00:00')).toBe('red')
    expect(colourAt(clock, '2026-10-10 00:00')).toBe('overdue')
  })

  it('of two days has no yellow either, of three it has', () => {
    expect(colourAt(start('grievance.resolve', '2026-10-12 10:00', { count: 2 }), '2026-10-13 10:00')).toBe('green')
    expect(colourAt(start('grievance.resolve', '2026-10-12 10:00', { count: 3 }), '2026-10-13 10:00')).toBe('yellow')
  })

  it('with an end given from outside is coloured by that end', () => {
    const clock = start('grievance.resolve', '2026-10-09 10:00', {}, '2026-10-20 17:00')
    turns(clock, '2026-10-16 00:00', '2026-10-20 00:00', '2026-10-20 17:00')
    const sooner = start('grievance.resolve', '2026-10-12 10:00', {}, '2026-10-14 00:00')
    expect(colourAt(sooner, '2026-10-12 11:00')).toBe('green')
    const today = start('grievance.resolve', '2026-10-20 10:00', {}, '2026-10-20 17:00')
    expect(colourAt(today, '2026-10-20 10:00')).toBe('red')
  })
})

describe('a clock in minutes, hours, until a time, or within the day', () => {
  it('eight minutes: yellow at 4:00, red at 6:24, overdue at 8:00', () => {
    const clock = start('question.answer', '2026-10-09 23:58')
    expect(colour(clock, justBefore('2026-10-10 00:02'), calendar)).toBe('green')
    expect(colourAt(clock, '2026-10-10 00:02')).toBe('yellow')
    expect(colour(clock, '2026-10-10T00:04:23.999+08:00', calendar)).toBe('yellow')
    expect(colour(clock, '2026-10-10T00:04:24.000+08:00', calendar)).toBe('red')
    expect(colourAt(clock, '2026-10-10 00:06')).toBe('overdue')
  })

  it('the same day, sent at 10:00: yellow at 17:00, red at 21:12', () => {
    turns(start('aid.promise', '2026-10-09 10:00'), '2026-10-09 17:00', '2026-10-09 21:12', '2026-10-10 00:00')
  })

  it('until noon, sent at 22:00: yellow at 5:00, red at 9:12', () => {
    turns(start('aid.grace', '2026-10-09 22:00'), '2026-10-10 05:00', '2026-10-10 09:12', '2026-10-10 12:00')
  })

  it('a pause does not use up the green: half of what runs, not of what passes', () => {
    const clock = resumed(
      paused(start('grievance.consult', '2026-10-09 08:00'), '2026-10-09 12:00'),
      '2026-10-09 20:00',
    )
    expect(clock.dueAt).toBe(t('2026-10-10 04:00'))
    turns(clock, '2026-10-09 22:00', '2026-10-10 01:36', '2026-10-10 04:00')
  })

  it('counts only the hours that count', () => {
    const clock = start('grievance.callback', '2026-10-09 20:00', { hours: { from: '08:00', to: '20:00' } })
    turns(clock, '2026-10-10 20:00', '2026-10-11 15:12', '2026-10-11 20:00')
  })
})

describe('a clock that does not run', () => {
  it('keeps the colour it was paused in, however long', () => {
    const consult = start('grievance.consult', '2026-10-09 08:00')
    expect(colourAt(paused(consult, '2026-10-09 09:00'), '2026-10-20 09:00')).toBe('green')
    expect(colourAt(paused(consult, '2026-10-09 14:00'), '2026-10-20 09:00')).toBe('yellow')
    expect(colourAt(paused(start('aid.decide', '2026-10-05 10:00'), '2026-10-12 09:00'), '2026-10-20 09:00')).toBe(
      'red',
    )
  })

  it('shows that it is paused, but not if it was late before that', () => {
    const decide = start('aid.decide', '2026-10-05 10:00')
    expect(face(paused(decide, '2026-10-12 09:00'), t('2026-10-20 09:00'), calendar, 'staff')).toBe('paused')
    expect(face(paused(decide, '2026-10-12 09:00'), t('2026-10-20 09:00'), calendar, 'public')).toBe('paused')
    expect(face(paused(decide, '2026-10-13 09:00'), t('2026-10-20 09:00'), calendar, 'staff')).toBe('overdue')
    expect(face(paused(decide, '2026-10-13 09:00'), t('2026-10-20 09:00'), calendar, 'public')).toBe('late')
  })

  it('kept, missed or cancelled stays that', () => {
    const clock = start('aid.promise', '2026-10-09 10:00')
    const cancelled = only(evolveClocks([clock], cancelClock(clock, t('2026-10-11 10:00'))))
    const shown = [stopped(clock, '2026-10-09 11:00'), stopped(clock, '2026-10-10 00:00'), cancelled].map((one) => [
      colourAt(one, '2026-10-20 00:00'),
      face(one, t('2026-10-20 00:00'), calendar, 'staff'),
      face(one, t('2026-10-20 00:00'), calendar, 'public'),
    ])
    expect(shown).toEqual([
      ['green', 'kept', 'kept'],
      ['overdue', 'overdue', 'late'],
      ['green', 'cancelled', 'cancelled'],
    ])
  })
})

describe('the word beside the colour', () => {
  const words = (clock: Clock, at: string) =>
    (['staff', 'public'] as const).map((audience) => face(clock, t(at), calendar, audience))

  it('of a clock in days: 正常, 临期, 今日到期, 已超期 for staff; the public only hears in hand, then late', () => {
    const clock = start('aid.decide', '2026-10-05 10:00')
    expect(words(clock, '2026-10-08 10:00')).toEqual(['normal', 'in-hand'])
    expect(words(clock, '2026-10-09 10:00')).toEqual(['nearing', 'in-hand'])
    expect(words(clock, '2026-10-12 10:00')).toEqual(['due-today', 'in-hand'])
    expect(words(clock, '2026-10-13 00:00')).toEqual(['overdue', 'late'])
  })

  it('of a red clock in hours is urgent, not "due today": it may end tomorrow', () => {
    expect(words(start('visit.home', '2026-10-09 10:00'), '2026-10-10 09:00')).toEqual(['urgent', 'in-hand'])
    expect(words(start('aid.promise', '2026-10-09 10:00'), '2026-10-09 23:00')).toEqual(['due-today', 'in-hand'])
  })
})

describe('the next change of colour', () => {
  it('wakes at yellow, at red, when due, and then never again', () => {
    const clock = start('aid.decide', '2026-10-05 10:00')
    const next = (at: string) => nextColourChange(clock, t(at), calendar)
    expect(next('2026-10-05 10:00')).toBe(t('2026-10-09 00:00'))
    expect(next('2026-10-09 00:00')).toBe(t('2026-10-12 00:00'))
    expect(next('2026-10-12 00:00')).toBe(t('2026-10-13 00:00'))
    expect(next('2026-10-13 00:00')).toBe(NEVER)
  })

  it('never comes while a clock is paused or stopped', () => {
    const clock = start('aid.decide', '2026-10-05 10:00')
    expect(nextColourChange(paused(clock, '2026-10-06 09:00'), t('2026-10-06 10:00'), calendar)).toBe(NEVER)
    expect(nextColourChange(stopped(clock, '2026-10-06 09:00'), t('2026-10-06 10:00'), calendar)).toBe(NEVER)
  })

  it('is the first instant with another colour, for every row, start and now', () => {
    const codes = [
      'question.answer',
      'aid.promise',
      'aid.grace',
      'aid.decide',
      'aid.contact',
      'aid.progress',
      'visit.home',
    ]
    const at = fc.integer({ min: msOf(t('2024-01-01 00:00')), max: msOf(t('2026-10-01 00:00')) })
    fc.assert(
      fc.property(fc.constantFrom(...codes), at, fc.double({ min: 0, max: 1, noNaN: true }), (code, startMs, share) => {
        const begun = instantOf(Math.floor(startMs / 60_000) * 60_000)
        const clock = start(code, begun.slice(0, 16))
        const now = later(begun, Math.floor(share * (msOf(clock.dueAt) - msOf(begun) - 1)))
        const next = nextColourChange(clock, now, calendar)
        expect(next > now && next <= clock.dueAt).toBe(true)
        expect(colour(clock, later(next, -1), calendar)).toBe(colour(clock, now, calendar))
        expect(colour(clock, next, calendar)).not.toBe(colour(clock, now, calendar))
      }),
      { numRuns: 500 },
    )
  })

  it('at the due instant is when the clock becomes overdue', () => {
    const clock = start('question.answer', '2026-10-09 10:00')
    const wake = nextColourChange(clock, t('2026-10-09 10:07'), calendar)
    expect(overdueClocks([clock], wake)).toHaveLength(1)
    expect(overdueClocks([clock], later(wake, -1))).toEqual([])
  })
})
