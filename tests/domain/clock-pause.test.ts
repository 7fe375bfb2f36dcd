import { describe, expect, it } from 'vitest'
import { pauseClock, pauseEndsBy, resumeClock } from '@/domain/clock'
import { calendar, paused, resumed, start, t } from './clock-given'

describe('pausing', () => {
  it('papers asked for on the day and brought three days later: the promise ends at 24:00 of that day', () => {
    const clock = resumed(paused(start('aid.promise', '2026-09-30 10:00'), '2026-09-30 11:00'), '2026-10-03 09:00')
    expect(clock).toMatchObject({ state: 'running', dueAt: t('2026-10-04 00:00') })
  })

  it('papers that come at night are promised for noon of the day after', () => {
    const clock = resumed(paused(start('aid.grace', '2026-09-30 17:00'), '2026-09-30 18:00'), '2026-10-02 23:50')
    expect(clock.dueAt).toBe(t('2026-10-03 12:00'))
  })

  it('asking for papers on the day after does not heal a missed promise', () => {
    const promise = resumed(paused(start('aid.promise', '2026-09-30 10:00'), '2026-10-01 00:00'), '2026-10-03 09:00')
    expect(promise.dueAt).toBe(t('2026-10-01 00:00'))
    const decide = resumed(paused(start('aid.decide', '2026-09-30 10:00'), '2026-10-09 00:00'), '2026-10-12 09:00')
    expect(decide.dueAt).toBe(t('2026-10-09 00:00'))
    const consult = start('grievance.consult', '2026-10-09 10:00')
    expect(resumed(paused(consult, '2026-10-09 22:00'), '2026-10-10 09:00').dueAt).toBe(t('2026-10-09 22:00'))
  })

  it('a pause within one day changes nothing where days are counted; over one midnight it is one day', () => {
    const clock = start('grievance.resolve', '2026-10-09 10:00')
    expect(resumed(paused(clock, '2026-10-12 09:00'), '2026-10-12 23:59').dueAt).toBe(t('2026-10-16 00:00'))
    expect(resumed(paused(clock, '2026-10-12 23:59'), '2026-10-13 00:00').dueAt).toBe(t('2026-10-17 00:00'))
    expect(resumed(paused(clock, '2026-10-12 00:00'), '2026-10-12 00:01').dueAt).toBe(t('2026-10-16 00:00'))
  })

  it('a pause over a day off costs no working day, but costs a natural day', () => {
    const resolve = start('grievance.resolve', '2026-10-12 10:00')
    expect(resolve.dueAt).toBe(t('2026-10-20 00:00'))
    expect(resumed(paused(resolve, '2026-10-17 09:00'), '2026-10-18 09:00').dueAt).toBe(t('2026-10-20 00:00'))
    const decide = start('aid.decide', '2026-10-13 10:00')
    expect(decide.dueAt).toBe(t('2026-10-21 00:00'))
    expect(resumed(paused(decide, '2026-10-17 09:00'), '2026-10-18 09:00').dueAt).toBe(t('2026-10-22 00:00'))
  })

  it('the papers’ own five working days never stand still, and run over the National Day week', () => {
    const papers = start('aid.supplement', '2026-09-30 10:05')
    expect(papers.dueAt).toBe(t('2026-10-14 00:00'))
    expect(() => pauseClock(papers, t('2026-10-08 09:00'), 'papers')).toThrow("isn't paused")
  })

  it('a second list moves the promise again, to the day the last paper came', () => {
    const once = resumed(paused(start('aid.promise', '2026-09-30 10:00'), '2026-09-30 11:00'), '2026-10-08 09:00')
    expect(resumed(paused(once, '2026-10-08 09:05'), '2026-10-13 10:00').dueAt).toBe(t('2026-10-14 00:00'))
    // Listed the day after it was due, it heals nothing.
    expect(resumed(paused(once, '2026-10-09 00:00'), '2026-10-13 10:00').dueAt).toBe(t('2026-10-09 00:00'))
  })

  it('papers asked for on the Sunday a limit has rolled over leave at least the day they come', () => {
    // Seven days from Saturday the 10th end on Saturday the 17th and roll to Monday the 19th.
    const decide = start('aid.decide', '2026-10-10 10:00')
    expect(decide.dueAt).toBe(t('2026-10-20 00:00'))
    expect(resumed(paused(decide, '2026-10-18 09:00'), '2026-10-21 09:00').dueAt).toBe(t('2026-10-22 00:00'))
  })

  it('hours are put back to the minute, twice if there were two pauses', () => {
    const once = resumed(paused(start('grievance.quick', '2026-10-09 10:00'), '2026-10-09 12:00'), '2026-10-09 15:30')
    expect(once.dueAt).toBe(t('2026-10-10 13:30'))
    expect(resumed(paused(once, '2026-10-10 13:00'), '2026-10-10 14:00').dueAt).toBe(t('2026-10-10 14:30'))
  })

  it('a given deadline in hours moves by the pause; one in working days by the days', () => {
    const order = start('grievance.upper', '2026-10-09 10:00', {}, '2026-10-14 17:00')
    expect(resumed(paused(order, '2026-10-10 09:00'), '2026-10-10 11:00').dueAt).toBe(t('2026-10-14 19:00'))
    const extended = start('grievance.resolve', '2026-10-09 10:00', {}, '2026-10-16 00:00')
    expect(resumed(paused(extended, '2026-10-14 09:00'), '2026-10-16 09:00').dueAt).toBe(t('2026-10-20 00:00'))
    expect(resumed(paused(extended, '2026-10-14 09:00'), '2026-10-14 19:00').dueAt).toBe(t('2026-10-16 00:00'))
    // Friday the 16th moved on by one day is a Saturday, so it ends on Monday the 19th.
    const natural = start('aid.decide', '2026-10-09 10:00', {}, '2026-10-17 00:00')
    expect(resumed(paused(natural, '2026-10-13 09:00'), '2026-10-14 09:00').dueAt).toBe(t('2026-10-20 00:00'))
  })

  it('is refused where the row knows no such pause', () => {
    expect(() => pauseClock(start('question.answer', '2026-10-09 10:00'), t('2026-10-09 10:01'))).toThrow(
      "isn't paused",
    )
    const quick = start('grievance.quick', '2026-10-09 10:00')
    expect(() => pauseClock(quick, t('2026-10-09 11:00'), 'papers')).toThrow("isn't paused for papers")
    expect(pauseClock(quick, t('2026-10-09 11:00'), 'third-party')).toMatchObject({ ground: 'third-party' })
  })

  it('twice, or resuming what runs, is a fault', () => {
    const clock = start('aid.decide', '2026-10-09 10:00')
    expect(() => resumeClock(clock, t('2026-10-09 11:00'), calendar)).toThrow('is running')
    expect(() => pauseClock(paused(clock, '2026-10-09 11:00'), t('2026-10-09 12:00'))).toThrow('is paused')
  })

  it('for the reporter lasts 24 hours at most, for a third party as long as it takes', () => {
    const quick = start('grievance.quick', '2026-10-09 10:00')
    const waiting = paused(quick, '2026-10-09 11:00', 'reporter')
    expect(pauseEndsBy(waiting)).toBe(t('2026-10-10 11:00'))
    const elsewhere = paused(quick, '2026-10-09 11:00', 'third-party')
    expect(pauseEndsBy(elsewhere)).toBeUndefined()
    expect(pauseEndsBy(quick)).toBeUndefined()
  })
})
