import { describe, expect, it } from 'vitest'
import {
  dayToShow,
  markOf,
  marksOn,
  monthAfter,
  neighbours,
  type Shift,
  spanOf,
  weeksOf,
} from '@/roles/duty/month/days'

const shift = (start: string, end: string, more: Partial<Shift> = {}): Shift => ({
  start: `${start}:00.000+08:00`,
  end: `${end}:00.000+08:00`,
  person: 'li',
  name: '李律',
  why: '轮值',
  seat: 'night',
  seatText: '夜间值班',
  ...more,
})
const day = shift('2026-10-14T08:30', '2026-10-14T18:00')
const night = shift('2026-10-15T18:00', '2026-10-16T08:30')
const whole = shift('2026-10-20T08:00', '2026-10-21T08:00')

describe('a month as a grid', () => {
  it('begins on Monday and leaves the days of other months empty', () => {
    const weeks = weeksOf('2026-10')
    expect(weeks).toHaveLength(5)
    expect(weeks[0]).toEqual([undefined, undefined, undefined, '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'])
    expect(weeks[4]?.slice(4)).toEqual(['2026-10-30', '2026-10-31', undefined])
    expect(weeksOf('2027-02').flat()).toHaveLength(28)
  })
  it('turns over the year’s end, and spans its own days and no other', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1)]).toEqual(['2027-01', '2026-12'])
    expect(spanOf('2026-12')).toEqual({ from: '2026-12-01T00:00:00.000+08:00', to: '2027-01-01T00:00:00.000+08:00' })
  })
})

describe('what stands on a day', () => {
  it('a night is told by the midnight it reaches over; one that ends at midnight is none', () => {
    expect([day, night, whole].map(markOf)).toEqual(['day', 'night', 'whole'])
    expect(markOf(shift('2026-10-14T16:00', '2026-10-15T00:00'))).toBe('day')
  })
  it('a night belongs to the day it begins on, and not to the next', () => {
    expect(marksOn('2026-10-15', { shifts: [night] })).toEqual(['night'])
    expect(marksOn('2026-10-16', { shifts: [night] })).toEqual([])
  })
  it('a shift of several days stands on each of them, but not on the morning it ends', () => {
    const long = shift('2026-10-20T08:00', '2026-10-23T08:00')
    const marks = ['2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23'].map((on) => marksOn(on, { shifts: [long] }))
    expect(marks).toEqual([['whole'], ['whole'], ['whole'], []])
  })
  it('where he only answers for a gap he isn’t on duty', () => {
    expect(marksOn('2026-10-14', { shifts: [{ ...day, gap: true }] })).toEqual([])
  })
  it('leave and a wish stand beside it', () => {
    const leaves = [{ leave: 'a', from: '2026-10-26T00:00:00.000+08:00', to: '2026-10-28T00:00:00.000+08:00' }]
    const wishes = [{ day: '2026-10-27', rather: false }]
    const on = (date: string) => marksOn(date, { shifts: [], leaves, wishes })
    expect(['2026-10-25', '2026-10-26', '2026-10-27', '2026-10-28'].map(on)).toEqual([
      [],
      ['leave'],
      ['leave', 'not'],
      [],
    ])
  })
})

describe('where a month’s page begins', () => {
  it('today; in another month its first shift, or its first day', () => {
    expect(dayToShow('2026-10', [night], '2026-10-12')).toBe('2026-10-12')
    expect(dayToShow('2026-10', [night, day], '2026-09-12')).toBe('2026-10-14')
    expect(dayToShow('2026-11', [night], '2026-10-12')).toBe('2026-11-01')
  })
})

describe('who comes before and after', () => {
  it('is the nearest on either side, never the shift itself', () => {
    const earlier = shift('2026-10-14T18:00', '2026-10-15T08:30')
    const later = shift('2026-10-16T18:00', '2026-10-17T08:30')
    const last = shift('2026-10-17T18:00', '2026-10-18T08:30')
    expect(neighbours(night, [last, later, night, earlier])).toEqual({ before: earlier, after: later })
    expect(neighbours(night, [night])).toEqual({ before: undefined, after: undefined })
  })
})
