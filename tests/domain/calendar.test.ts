import { LegalHoliday } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import { type CalendarYear, calendarFrom, dayKind, isWorkingDay } from '@/domain/calendar'
import { type Day, nextDay, weekdayOf } from '@/domain/time'
import { calendar, chineseDaysWorks, years } from './clock-given'

function daysOf(year: number): Day[] {
  const days: Day[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = nextDay(day)) days.push(day)
  return days
}

/** Working by tyme4ts: its list where it has the day, else by weekday. */
function tymeWorks(day: Day): boolean {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number)
  return LegalHoliday.fromYmd(y, m, d)?.isWork() ?? ![0, 6].includes(weekdayOf(day))
}

const official2027: CalendarYear = {
  year: 2027,
  status: 'official',
  notice: 'made up for this test',
  off: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }],
  on: ['2026-12-27', '2027-01-03'],
}

describe('the State Council notices', () => {
  it.each([
    [2024, 366, 251],
    [2025, 365, 248],
    [2026, 365, 248],
  ])('%d: each of its %d days is as chinese-days and tyme4ts have it, %d of them working', (year, days, working) => {
    const all = daysOf(year)
    expect(all).toHaveLength(days)
    const ours = all.filter((day) => isWorkingDay(day, calendar))
    expect(ours).toEqual(all.filter(chineseDaysWorks))
    expect(ours).toEqual(all.filter(tymeWorks))
    expect(ours).toHaveLength(working)
    expect(all.some((day) => dayKind(day, calendar).provisional)).toBe(false)
  })

  it.each(years.map((year) => [year.year, year] as const))(
    '%d names its notice, unless it is provisional',
    (n, year) => {
      expect(year.notice === null).toBe(year.status === 'provisional')
      expect(
        [...year.off.flatMap(({ from, to }) => [from, to]), ...year.on].every((day) => day.startsWith(`${n}-`)),
      ).toBe(true)
      expect(year.on.filter((day) => ![0, 6].includes(weekdayOf(day)))).toEqual([])
    },
  )

  it('2024 admits that the number of its notice is from memory', () => {
    expect(years.find(({ year }) => year === 2024)?.note).toContain('记忆')
  })
})

describe('a day', () => {
  it('Saturday 10 October 2026 is a make-up day and works; the Saturday after is a weekend', () => {
    expect(dayKind('2026-10-10', calendar)).toEqual({ working: true, kind: 'make-up', provisional: false })
    expect(dayKind('2026-10-17', calendar)).toEqual({ working: false, kind: 'weekend', provisional: false })
  })

  it('Wednesday 7 October 2026 is still the holiday, Thursday the 8th works', () => {
    expect(dayKind('2026-10-07', calendar)).toEqual({
      working: false,
      kind: 'holiday',
      name: '国庆节',
      provisional: false,
    })
    expect(dayKind('2026-10-08', calendar)).toEqual({ working: true, kind: 'weekday', provisional: false })
  })

  it('a Sunday inside a holiday belongs to the holiday', () => {
    expect(dayKind('2026-10-04', calendar)).toMatchObject({ kind: 'holiday', name: '国庆节' })
  })

  it('counts the make-up Saturday before Spring Festival 2026 as a working day, and the Sunday of it not', () => {
    expect(isWorkingDay('2026-02-14', calendar)).toBe(true)
    expect(isWorkingDay('2026-02-15', calendar)).toBe(false)
    expect(isWorkingDay('2026-02-23', calendar)).toBe(false)
    expect(isWorkingDay('2026-02-24', calendar)).toBe(true)
  })
})

describe('a year whose notice is not there', () => {
  it('2027 has its thirteen statutory days and is provisional on every day', () => {
    const days = daysOf(2027)
    expect(days.filter((day) => dayKind(day, calendar).kind === 'holiday')).toHaveLength(13)
    expect(days.every((day) => dayKind(day, calendar).provisional)).toBe(true)
  })

  it('2028, of which nothing is loaded, goes by weekday but says provisional', () => {
    expect(dayKind('2028-01-03', calendar)).toEqual({ working: true, kind: 'weekday', provisional: true })
    expect(dayKind('2028-01-01', calendar)).toEqual({ working: false, kind: 'weekend', provisional: true })
  })

  it('31 December 2026 is certain, 1 January 2027 is not', () => {
    expect(dayKind('2026-12-31', calendar).provisional).toBe(false)
    expect(dayKind('2027-01-01', calendar)).toEqual({
      working: false,
      kind: 'holiday',
      name: '元旦',
      provisional: true,
    })
  })
})

describe('loading a notice', () => {
  it.each([
    ['after', [...years, official2027]],
    ['before', [official2027, ...years]],
  ])('the official 2027 replaces the provisional one when it is given %s it', (_, given) => {
    const now = calendarFrom(given)
    expect(dayKind('2027-01-03', now)).toEqual({ working: true, kind: 'make-up', provisional: false })
    expect(dayKind('2027-02-05', now)).toEqual({ working: true, kind: 'weekday', provisional: false })
  })

  it('reaches into the last days of the year before, as 2022-12-31 was off by the notice for 2023', () => {
    const now = calendarFrom([...years, official2027])
    expect(dayKind('2026-12-31', now)).toMatchObject({ working: false, kind: 'holiday', name: '元旦' })
    expect(dayKind('2026-12-27', now)).toMatchObject({ working: true, kind: 'make-up' })
    expect(isWorkingDay('2026-12-31', calendar)).toBe(true)
  })

  it('a guess at one year does not overrule the notice of another', () => {
    const guess: CalendarYear = { ...official2027, status: 'provisional', notice: null, off: [], on: ['2026-12-27'] }
    const year2026 = years.find(({ year }) => year === 2026) as CalendarYear
    const stated: CalendarYear = {
      ...year2026,
      off: [{ name: '某节', from: '2026-12-27', to: '2026-12-27' }],
    }
    expect(dayKind('2026-12-27', calendarFrom([stated, guess]))).toMatchObject({ working: false, provisional: false })
  })

  it.each<[string, Partial<CalendarYear>]>([
    ['a day that does not exist', { on: ['2027-02-29'] }],
    ['a span that runs backwards', { off: [{ name: '元旦', from: '2027-01-03', to: '2027-01-01' }] }],
    ['a day both off and on', { off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }], on: ['2027-01-03'] }],
    ['a day of quite another year', { on: ['2029-01-06'] }],
  ])('refuses %s', (_, wrong) => {
    expect(() => calendarFrom([{ ...official2027, off: [], on: [], ...wrong }])).toThrow('calendar 2027')
  })
})
