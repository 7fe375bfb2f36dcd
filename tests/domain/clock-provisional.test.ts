import { describe, expect, it } from 'vitest'
import { type CalendarYear, calendarFrom } from '@/domain/calendar'
import { evolveClocks, overdueClocks, recomputeProvisional, startClock } from '@/domain/clock'
import { calendar, limit, paused, resumed, start, stopped, t, years } from './clock-given'

const official = (off: CalendarYear['off'], on: string[]): CalendarYear => ({
  year: 2027,
  status: 'official',
  notice: 'made up for this test',
  off,
  on,
})

describe('a limit that reaches into 2027', () => {
  const loaded = calendarFrom([
    ...years,
    official([{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }], ['2027-01-09']),
  ])
  const reaching = start('aid.decide', '2026-12-27 10:00')
  const within = start('aid.decide', '2026-12-24 10:00')

  it('is provisional; one that ends on 31 December is not', () => {
    expect(reaching).toMatchObject({ dueAt: t('2027-01-05 00:00'), provisional: true })
    expect(within).toMatchObject({ dueAt: t('2027-01-01 00:00'), provisional: false })
  })

  it('is provisional also when only its way leads through the unknown year, and its end is certain', () => {
    const gap = calendarFrom(years.filter(({ year }) => year !== 2025))
    const started = startClock({ ...limit('project.item'), count: 264 }, t('2024-12-30 10:00'), gap)
    expect(started.dueAt > t('2026-01-01 00:00')).toBe(true)
    expect(started.provisional).toBe(true)
  })

  it('becomes certain when the notice confirms the date', () => {
    expect(recomputeProvisional([reaching, within], loaded, t('2026-12-28 09:00'))).toEqual([
      {
        type: 'ClockRecomputed',
        at: t('2026-12-28 09:00'),
        code: 'aid.decide',
        generation: 1,
        dueAt: t('2027-01-05 00:00'),
        provisional: false,
        was: { dueAt: t('2027-01-05 00:00'), provisional: true },
      },
    ])
  })

  it('moves when the notice says otherwise, and leaves a trace of what it was', () => {
    const longer = calendarFrom([...years, official([{ name: '元旦', from: '2027-01-01', to: '2027-01-04' }], [])])
    const [event] = recomputeProvisional([reaching], longer, t('2026-12-28 09:00'))
    expect(event).toMatchObject({ dueAt: t('2027-01-06 00:00'), was: { dueAt: t('2027-01-05 00:00') } })
    const clocks = event ? evolveClocks([reaching], event) : []
    expect(clocks).toMatchObject([{ dueAt: t('2027-01-06 00:00'), provisional: false }])
    expect(recomputeProvisional(clocks, longer, t('2026-12-29 09:00'))).toEqual([])
  })

  it('stays as it is while the calendar is the same, or the clock is stopped', () => {
    expect(recomputeProvisional([reaching], calendar, t('2026-12-28 09:00'))).toEqual([])
    expect(recomputeProvisional([stopped(reaching, '2026-12-28 08:00')], loaded, t('2026-12-28 09:00'))).toEqual([])
  })

  it('is judged again if it was overdue by the old date and the new one is still to come', () => {
    const noted = overdueClocks([reaching], t('2027-01-05 08:00')).reduce(evolveClocks, [reaching])
    const longer = calendarFrom([...years, official([{ name: '元旦', from: '2027-01-01', to: '2027-01-05' }], [])])
    const clocks = recomputeProvisional(noted, longer, t('2027-01-05 09:00')).reduce(evolveClocks, noted)
    expect(clocks[0]).not.toHaveProperty('overdueNoted')
    expect(overdueClocks(clocks, t('2027-01-07 00:00'))).toHaveLength(1)
  })

  it('is recomputed with its pauses in it, and while it stands paused', () => {
    const waiting = paused(resumed(paused(reaching, '2026-12-28 09:00'), '2026-12-29 09:00'), '2026-12-30 09:00')
    expect(waiting.dueAt).toBe(t('2027-01-05 00:00'))
    const longer = calendarFrom([...years, official([{ name: '元旦', from: '2027-01-01', to: '2027-01-04' }], [])])
    expect(recomputeProvisional([waiting], longer, t('2026-12-30 10:00'))).toMatchObject([
      { dueAt: t('2027-01-06 00:00') },
    ])
  })
})
