import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import {
  addDays,
  at,
  DAY,
  dayOf,
  daysBetween,
  durationOf,
  HOUR,
  instantFrom,
  instantOf,
  isDay,
  after as later,
  msBetween,
  msOf,
  msOfDuration,
  NEVER,
  nextDay,
  previousDay,
  startOf,
  timeOf,
  weekdayOf,
} from '@/domain/time'

const instants = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) })
  .map((ms) => ({ ms, at: instantOf(ms) }))

describe('an instant', () => {
  it.each([
    ['2026-10-01T00:00:00+08:00', '2026-10-01T00:00:00.000+08:00'],
    ['2026-09-30T16:00:00Z', '2026-10-01T00:00:00.000+08:00'],
    ['2026-09-30T12:00:00.5-04:00', '2026-10-01T00:00:00.500+08:00'],
    ['2026-10-01T00:00+08:00', '2026-10-01T00:00:00.000+08:00'],
    ['2026-10-01T00:00:00,123456+0800', '2026-10-01T00:00:00.123+08:00'],
    ['2024-02-29T23:59:59.999+08:00', '2024-02-29T23:59:59.999+08:00'],
  ])('%s is stored as %s, always Shanghai and one width', (text, stored) => {
    expect(instantFrom(text)).toBe(stored)
  })

  it.each([
    ['2026-10-01T08:00:00', 'has no offset, so nobody knows when it is'],
    ['2026-10-01', 'is a day'],
    ['2026-02-30T08:00:00+08:00', 'is on a day that does not exist'],
    ['2026-02-29T08:00:00Z', 'is a leap day of a common year'],
    ['2026-13-01T08:00:00Z', 'is in a thirteenth month'],
    ['2026-10-01T24:00:00+08:00', 'is 24:00, which is written as the next 00:00'],
    ['2026-10-01T23:60:00Z', 'has a sixtieth minute'],
    ['2026-10-01T23:59:60Z', 'is a leap second'],
    ['2026-10-01T08:00:00+25:00', 'has an offset nowhere on earth'],
    ['2026-10-01 08:00:00+08:00', 'has no T'],
    ['2026-10-01T08:00:00+08:00 ', 'has something behind it'],
    ['9999-12-31T23:00:00Z', 'is later than never'],
    ['0000-01-01T00:00:00Z', 'is before any year we keep'],
    ['', 'is nothing'],
  ])('%s is refused: it %s', (text) => {
    expect(instantFrom(text)).toBeUndefined()
  })

  it('sorts as text the way it sorts as time', () => {
    fc.assert(fc.property(instants, instants, (a, b) => a.at < b.at === a.ms < b.ms))
  })

  it('survives being written and read, and has 29 characters', () => {
    fc.assert(
      fc.property(instants, ({ ms, at }) => {
        expect(at).toHaveLength(29)
        expect(msOf(at)).toBe(ms)
        expect(instantFrom(at)).toBe(at)
        expect(instantFrom(new Date(ms).toISOString())).toBe(at)
      }),
    )
  })

  it('moves by milliseconds over midnight, and never past never', () => {
    expect(later('2026-09-30T23:58:00.000+08:00', 8 * 60_000)).toBe('2026-10-01T00:06:00.000+08:00')
    expect(later('2026-10-01T00:00:00.000+08:00', -1)).toBe('2026-09-30T23:59:59.999+08:00')
    expect(msBetween('2026-09-30T23:58:00.000+08:00', '2026-10-01T00:06:00.000+08:00')).toBe(480_000)
    expect(later(NEVER, DAY)).toBe(NEVER)
  })

  it('is thrown back when it is no number', () => {
    expect(() => instantOf(Number.NaN)).toThrow(RangeError)
    expect(() => instantOf(Date.UTC(500, 0, 1))).toThrow(RangeError)
  })
})

describe('a day', () => {
  it('is the Shanghai day of an instant: 16:00 in London is already tomorrow', () => {
    expect(dayOf(instantFrom('2026-09-30T15:59:59.999Z') ?? '')).toBe('2026-09-30')
    expect(dayOf(instantFrom('2026-09-30T16:00:00Z') ?? '')).toBe('2026-10-01')
    expect(timeOf('2026-09-30T23:58:00.000+08:00')).toBe('23:58')
  })

  it('begins at 00:00, and its 24:00 is the next day', () => {
    expect(startOf('2026-10-01')).toBe('2026-10-01T00:00:00.000+08:00')
    expect(at('2026-10-01', '12:00')).toBe('2026-10-01T12:00:00.000+08:00')
    expect(at('2026-12-31', '24:00')).toBe('2027-01-01T00:00:00.000+08:00')
  })

  it.each(['24:01', '25:00', '12:60', '9:00', 'noon'])('has no time %s', (time) => {
    expect(() => at('2026-10-01', time)).toThrow(RangeError)
  })

  it('follows on over months, leap days and years', () => {
    expect(nextDay('2024-02-28')).toBe('2024-02-29')
    expect(nextDay('2026-02-28')).toBe('2026-03-01')
    expect(nextDay('2026-12-31')).toBe('2027-01-01')
    expect(previousDay('2027-01-01')).toBe('2026-12-31')
    expect(addDays('2026-09-30', 7)).toBe('2026-10-07')
    expect(addDays('2026-10-07', -7)).toBe('2026-09-30')
    expect(daysBetween('2026-09-30', '2026-10-07')).toBe(7)
    expect(daysBetween('2026-10-07', '2026-09-30')).toBe(-7)
  })

  it('knows its weekday: Sunday is 0, and 10 October 2026 is a Saturday', () => {
    expect(weekdayOf('2026-10-10')).toBe(6)
    expect(weekdayOf('2026-10-11')).toBe(0)
    expect(weekdayOf('2026-10-12')).toBe(1)
  })

  it.each(['2026-10-01', '2024-02-29', '2026-12-31'])('%s exists', (text) => expect(isDay(text)).toBe(true))

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-10-01',
    '20261001',
    '2026-10-01T00:00',
    ' 2026-10-01',
    '2026-10-01\n',
    '',
  ])('%j does not exist', (text) => {
    expect(isDay(text)).toBe(false)
  })
})

describe('a duration', () => {
  it.each([
    [540_000, 'PT9M'],
    [0, 'PT0S'],
    [90_061_000, 'P1DT1H1M1S'],
    [2 * DAY, 'P2D'],
    [90 * 60_000, 'PT1H30M'],
    [1, 'PT0.001S'],
    [60_500, 'PT1M0.5S'],
  ])('of %d ms is written %s, and read back the same', (ms, text) => {
    expect(durationOf(ms)).toBe(text)
    expect(msOfDuration(text)).toBe(ms)
  })

  it('of any length is read back the same', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 * DAY }), (ms) => msOfDuration(durationOf(ms)) === ms))
  })

  it('may be written in weeks, or in more minutes than an hour has', () => {
    expect(msOfDuration('P1W')).toBe(7 * DAY)
    expect(msOfDuration('PT90M')).toBe(90 * 60_000)
    expect(msOfDuration('PT24H')).toBe(24 * HOUR)
  })

  it.each(['P', 'PT', 'P1DT', '8M', 'PT8', 'P1M', 'P1Y', '-PT8M', 'PT-8M', 'PT8M ', 'pt8m', 'PT1.5H', ''])(
    '%j is none: empty, backwards, or of no fixed length',
    (text) => expect(msOfDuration(text)).toBeUndefined(),
  )

  it('runs forwards only', () => {
    expect(() => durationOf(-1)).toThrow(RangeError)
    expect(() => durationOf(Number.NaN)).toThrow(RangeError)
  })
})

describe('the machine the code runs on', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it.each(['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'])('changes nothing in %s', (machine) => {
    process.env.TZ = machine
    // 8 March and 1 November 2026: New York changes its clocks.
    expect(nextDay('2026-03-08')).toBe('2026-03-09')
    expect(addDays('2026-11-02', -1)).toBe('2026-11-01')
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
    expect(weekdayOf('2026-11-01')).toBe(0)
    expect(isDay('2026-03-08')).toBe(true)
    expect(instantFrom('2026-03-08T07:30:00Z')).toBe('2026-03-08T15:30:00.000+08:00')
    expect(instantFrom('2026-03-08T02:30:00+08:00')).toBe('2026-03-08T02:30:00.000+08:00')
    expect(instantOf(Date.UTC(2026, 10, 1, 6, 30))).toBe('2026-11-01T14:30:00.000+08:00')
  })
})
