import { describe, expect, it } from 'vitest'
import {
  type Clock,
  cancelClock,
  evolveClocks,
  isClockEvent,
  overdueClocks,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from '@/domain/clock'
import { calendar, limit, paused, resumed, start, stopped, t } from './clock-given'

const dueAt = (code: string, at: string) => start(code, at).dueAt

describe('due', () => {
  it('a question asked at 23:58 on 30 September is due at 00:06, in the holiday as on any day', () => {
    expect(dueAt('question.answer', '2026-09-30 23:58')).toBe(t('2026-10-01 00:06'))
  })

  it('an application sent at 23:58 has two minutes of the same-day promise left', () => {
    expect(dueAt('aid.promise', '2026-09-30 23:58')).toBe(t('2026-10-01 00:00'))
    expect(dueAt('aid.promise', '2026-10-01 00:00')).toBe(t('2026-10-02 00:00'))
  })

  it('what is sent late on 30 September is promised for noon of 1 October, holiday or not', () => {
    expect(dueAt('aid.grace', '2026-09-30 23:58')).toBe(t('2026-10-01 12:00'))
  })

  it('seven days from 30 September end on 7 October, a holiday, so at the end of Thursday the 8th', () => {
    expect(dueAt('aid.decide', '2026-09-30 23:58')).toBe(t('2026-10-09 00:00'))
    expect(dueAt('aid.decide', '2026-09-30 00:00')).toBe(t('2026-10-09 00:00'))
    expect(dueAt('aid.decide', '2026-10-01 00:00')).toBe(t('2026-10-09 00:00'))
    expect(dueAt('aid.decide', '2026-10-02 00:00')).toBe(t('2026-10-10 00:00'))
  })

  it('three days from Wednesday 7 October end on the working Saturday, from Thursday the 8th on Monday the 12th', () => {
    expect(dueAt('aid.assign', '2026-10-07 09:00')).toBe(t('2026-10-11 00:00'))
    expect(dueAt('aid.assign', '2026-10-08 09:00')).toBe(t('2026-10-13 00:00'))
  })

  it('five working days from Friday 9 October count Saturday the 10th and end on Thursday the 15th', () => {
    expect(dueAt('grievance.resolve', '2026-10-09 10:00')).toBe(t('2026-10-16 00:00'))
  })

  it('one working day from Friday 16 October is Monday: an ordinary Saturday does not count', () => {
    expect(dueAt('grievance.respond', '2026-10-16 10:00')).toBe(t('2026-10-20 00:00'))
  })

  it('a call-back is due when it was promised', () => {
    const clock = start('question.callback', '2026-10-09 09:00', {}, '2026-10-09 09:30')
    expect(clock).toMatchObject({ dueAt: t('2026-10-09 09:30'), given: t('2026-10-09 09:30'), provisional: false })
  })

  it('a limit whose number the policy has not given yet starts no clock', () => {
    expect(() => start('aid.regularise', '2026-10-09 09:00')).toThrow('whole count')
    expect(() => start('question.callback', '2026-10-09 09:00')).toThrow('due instant')
    expect(start('aid.regularise', '2026-10-09 09:00', { count: 3 }).dueAt).toBe(t('2026-10-13 00:00'))
  })

  it('keeps its own copy of what it counts by, without the words about it', () => {
    const clock = start('aid.decide', '2026-09-30 23:58')
    expect(clock.limit).toMatchObject({ unit: 'natural-days', count: 7, pauses: 'papers', stopsOnTransfer: true })
    expect(clock.limit).not.toHaveProperty('source')
    expect(JSON.parse(JSON.stringify(clock))).toEqual(clock)
  })
})

describe('stopping', () => {
  it('a promise due at 00:00 and kept at 00:09 is missed by nine minutes', () => {
    const clock = start('aid.promise', '2026-09-30 23:58')
    expect(stopClock(clock, t('2026-10-01 00:09'))).toEqual({
      type: 'ClockStopped',
      at: t('2026-10-01 00:09'),
      code: 'aid.promise',
      generation: 1,
      outcome: 'missed',
      lateBy: 'PT9M',
    })
  })

  it('one millisecond before the due instant is in time, at it is late', () => {
    const clock = start('question.answer', '2026-09-30 23:58')
    expect(stopClock(clock, '2026-10-01T00:05:59.999+08:00')).toMatchObject({ outcome: 'kept' })
    expect(stopClock(clock, '2026-10-01T00:05:59.999+08:00')).not.toHaveProperty('lateBy')
    expect(stopClock(clock, t('2026-10-01 00:06'))).toMatchObject({ outcome: 'missed', lateBy: 'PT0S' })
  })

  it('leaves the clock stopped with its outcome', () => {
    const clock = stopped(start('aid.promise', '2026-09-30 23:58'), '2026-10-01 00:09')
    expect(clock).toMatchObject({
      state: 'stopped',
      stoppedAt: t('2026-10-01 00:09'),
      outcome: 'missed',
      lateBy: 'PT9M',
    })
    expect(() => stopClock(clock, t('2026-10-01 00:10'))).toThrow('is stopped')
  })

  it('a withdrawn matter cancels its clocks, late or not', () => {
    expect(cancelClock(start('aid.promise', '2026-09-30 23:58'), t('2026-10-02 09:00'))).toMatchObject({
      outcome: 'cancelled',
    })
  })

  it('while papers are owed counts as of the moment they were asked for', () => {
    const waiting = paused(start('aid.promise', '2026-09-30 10:00'), '2026-09-30 11:00')
    expect(stopClock(waiting, t('2026-10-03 09:00'))).toMatchObject({ outcome: 'kept' })
    const late = paused(start('aid.promise', '2026-09-30 10:00'), '2026-10-01 09:00')
    expect(stopClock(late, t('2026-10-01 10:00'))).toMatchObject({ outcome: 'missed', lateBy: 'PT10H' })
  })
})

describe('overdue', () => {
  const decide = start('aid.decide', '2026-09-30 23:58')
  const promise = start('aid.promise', '2026-09-30 23:58')
  const grace = start('aid.grace', '2026-09-30 23:58')

  it('is judged at the due time, earliest first, however late somebody looks', () => {
    expect(overdueClocks([decide, grace, promise], t('2026-10-20 08:00'))).toEqual([
      {
        type: 'ClockOverdue',
        at: t('2026-10-01 00:00'),
        code: 'aid.promise',
        generation: 1,
        dueAt: t('2026-10-01 00:00'),
      },
      {
        type: 'ClockOverdue',
        at: t('2026-10-01 12:00'),
        code: 'aid.grace',
        generation: 1,
        dueAt: t('2026-10-01 12:00'),
      },
      {
        type: 'ClockOverdue',
        at: t('2026-10-09 00:00'),
        code: 'aid.decide',
        generation: 1,
        dueAt: t('2026-10-09 00:00'),
      },
    ])
  })

  it('begins at the due instant, not before', () => {
    expect(overdueClocks([promise], '2026-09-30T23:59:59.999+08:00')).toEqual([])
    expect(overdueClocks([promise], t('2026-10-01 00:00'))).toHaveLength(1)
  })

  it('is noted once', () => {
    const clocks = overdueClocks([promise], t('2026-10-01 08:00')).reduce(evolveClocks, [promise])
    expect(clocks).toMatchObject([{ state: 'running', overdueNoted: true }])
    expect(overdueClocks(clocks, t('2026-10-01 09:00'))).toEqual([])
  })

  it('never comes to a clock that is paused or stopped', () => {
    expect(overdueClocks([paused(promise, '2026-09-30 23:59')], t('2026-10-20 08:00'))).toEqual([])
    expect(overdueClocks([stopped(promise, '2026-09-30 23:59')], t('2026-10-20 08:00'))).toEqual([])
  })
})

describe('the clocks of a matter', () => {
  it('grow by a generation when a matter is reopened, and only that generation stops', () => {
    const first = startClock(limit('grievance.quick'), t('2026-10-09 10:00'), calendar)
    const second = startClock(limit('grievance.quick'), t('2026-10-12 10:00'), calendar, 2)
    const both = [first, second].reduce(evolveClocks, [] as Clock[])
    expect(both.map((clock) => [clock.generation, clock.dueAt])).toEqual([
      [1, t('2026-10-10 10:00')],
      [2, t('2026-10-13 10:00')],
    ])
    const after = evolveClocks(both, stopClock(both[1] as Clock, t('2026-10-12 11:00')))
    expect(after.map((clock) => clock.state)).toEqual(['running', 'stopped'])
  })

  it('come back the same from their events, without a calendar', () => {
    const clock = resumed(paused(start('aid.decide', '2026-09-30 10:00'), '2026-09-30 11:00'), '2026-10-03 09:00')
    const events = [
      startClock(limit('aid.decide'), t('2026-09-30 10:00'), calendar),
      pauseClock(start('aid.decide', '2026-09-30 10:00'), t('2026-09-30 11:00')),
      resumeClock(paused(start('aid.decide', '2026-09-30 10:00'), '2026-09-30 11:00'), t('2026-10-03 09:00'), calendar),
    ]
    expect(JSON.parse(JSON.stringify(events)).reduce(evolveClocks, [])).toEqual([clock])
  })

  it('are told apart from what else happens to a matter', () => {
    expect(isClockEvent({ type: 'ClockStarted' })).toBe(true)
    expect(isClockEvent({ type: 'AidGranted' })).toBe(false)
  })
})
