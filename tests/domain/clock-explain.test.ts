import { describe, expect, it } from 'vitest'
import { type Clock, type ExplainLine, explain } from '@/domain/clock'
import { calendar, paused, resumed, start, stopped, t } from './clock-given'

/** One line of the explanation, short enough to compare: day, why, which day of the limit, what day it is. */
function short(line: ExplainLine): string {
  if (!('day' in line)) return [line.kind, shown(line.at), shown(line.to), line.elapsed].filter(Boolean).join(' ')
  const { day, kind, n, dayKind, holidayName, provisional } = line
  return [day.slice(5), kind, n, dayKind, holidayName, provisional && 'provisional'].filter(Boolean).join(' ')
}

const shown = (at?: string) => at?.slice(5, 16).replace('T', ' ')
const lines = (clock: Clock) => explain(clock, calendar).map(short)

describe('a clock in days explains itself day by day', () => {
  it('an order dispatched on Friday 9 October: why it is due on Thursday the 15th', () => {
    expect(lines(start('grievance.resolve', '2026-10-09 10:00'))).toEqual([
      '10-09 opening weekday',
      '10-10 counted 1 make-up',
      '10-11 not-counted weekend',
      '10-12 counted 2 weekday',
      '10-13 counted 3 weekday',
      '10-14 counted 4 weekday',
      '10-15 due 5 weekday',
    ])
  })

  it('seven days from 30 September: the seventh is a holiday, so it rolls to Thursday the 8th', () => {
    expect(lines(start('aid.decide', '2026-09-30 23:58'))).toEqual([
      '09-30 opening weekday',
      '10-01 counted 1 holiday 国庆节',
      '10-02 counted 2 holiday 国庆节',
      '10-03 counted 3 holiday 国庆节',
      '10-04 counted 4 holiday 国庆节',
      '10-05 counted 5 holiday 国庆节',
      '10-06 counted 6 holiday 国庆节',
      '10-07 rolled 7 holiday 国庆节',
      '10-08 due weekday',
    ])
  })

  it('rolls over a whole weekend, saying so on both days', () => {
    expect(lines(start('aid.assign', '2026-10-14 09:00')).slice(-3)).toEqual([
      '10-17 rolled 3 weekend',
      '10-18 rolled weekend',
      '10-19 due weekday',
    ])
  })

  it('a limit that ends on a working day does not roll, and its last day has its number', () => {
    expect(lines(start('aid.assign', '2026-10-07 09:00'))).toEqual([
      '10-07 opening holiday 国庆节',
      '10-08 counted 1 weekday',
      '10-09 counted 2 weekday',
      '10-10 due 3 make-up',
    ])
  })

  it('the due line carries the exclusive end, 24:00 of that day', () => {
    expect(explain(start('aid.contact', '2026-10-08 10:00'), calendar).at(-1)).toEqual({
      day: '2026-10-09',
      kind: 'due',
      n: 1,
      dayKind: 'weekday',
      at: t('2026-10-10 00:00'),
    })
  })

  it('days on which papers were owed at midnight are shown as paused', () => {
    const clock = resumed(
      paused(start('aid.assign', '2026-10-12 09:00', { pauses: 'papers' }), '2026-10-13 09:00'),
      '2026-10-15 09:00',
    )
    expect(lines(clock)).toEqual([
      '10-12 opening weekday',
      '10-13 paused weekday',
      '10-14 paused weekday',
      '10-15 counted 1 weekday',
      '10-16 counted 2 weekday',
      '10-17 rolled 3 weekend',
      '10-18 rolled weekend',
      '10-19 due weekday',
    ])
  })

  it('while it stands paused it names no due day, also when it was stopped like that', () => {
    const clock = paused(start('grievance.resolve', '2026-10-12 10:00'), '2026-10-14 09:00')
    const known = ['10-12 opening weekday', '10-13 counted 1 weekday', '10-14 paused weekday']
    expect(lines(clock)).toEqual(known)
    expect(lines(stopped(clock, '2026-10-28 09:00'))).toEqual(known)
    expect(lines(paused(start('aid.decide', '2026-10-12 10:00'), '2026-10-12 11:00'))).toEqual([
      '10-12 opening weekday',
      '10-12 paused weekday',
    ])
  })

  it('a pause after the due day hides nothing', () => {
    const late = paused(start('aid.contact', '2026-10-12 10:00', { pauses: 'papers' }), '2026-10-14 09:00')
    expect(lines(late)).toEqual(['10-12 opening weekday', '10-13 due 1 weekday'])
    expect(lines(paused(start('grievance.consult', '2026-10-09 08:00'), '2026-10-09 21:00'))).toEqual([
      'started 10-09 08:00',
      'elapsed 10-09 21:00 PT13H',
      'pause 10-09 21:00',
      'due 10-09 20:00',
    ])
  })

  it('days of 2027 say that they are provisional', () => {
    expect(lines(start('aid.assign', '2026-12-30 10:00'))).toEqual([
      '12-30 opening weekday',
      '12-31 counted 1 weekday',
      '01-01 counted 2 holiday 元旦 provisional',
      '01-02 rolled 3 weekend provisional',
      '01-03 rolled weekend provisional',
      '01-04 due weekday provisional',
    ])
  })
})

describe('any other clock explains itself event by event', () => {
  it('eight minutes: started, due', () => {
    expect(lines(start('question.answer', '2026-10-09 23:58'))).toEqual(['started 10-09 23:58', 'due 10-10 00:06'])
  })

  it('with a pause: how long it had run, from when to when it stood still, and the new due time', () => {
    const clock = resumed(
      paused(start('grievance.consult', '2026-10-09 08:00'), '2026-10-09 12:00'),
      '2026-10-09 20:00',
    )
    expect(lines(clock)).toEqual([
      'started 10-09 08:00',
      'elapsed 10-09 12:00 PT4H',
      'pause 10-09 12:00 10-09 20:00',
      'due 10-10 04:00',
    ])
    expect(lines(paused(clock, '2026-10-10 01:00'))).toEqual([
      'started 10-09 08:00',
      'elapsed 10-09 12:00 PT4H',
      'pause 10-09 12:00 10-09 20:00',
      'elapsed 10-10 01:00 PT9H',
      'pause 10-10 01:00',
    ])
  })

  it('a date that was given is told, not counted', () => {
    const clock = start('grievance.resolve', '2026-10-09 10:00', {}, '2026-10-21 00:00')
    expect(lines(clock)).toEqual(['started 10-09 10:00', 'due 10-21 00:00'])
  })

  it('the grace promise: sent at 23:58, due at noon', () => {
    expect(lines(start('aid.grace', '2026-09-30 23:58'))).toEqual(['started 09-30 23:58', 'due 10-01 12:00'])
  })
})
