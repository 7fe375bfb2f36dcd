import rrule from 'rrule'
import { describe, expect, it } from 'vitest'
import year2026 from '@/data/calendars/2026.json'
import { type CalendarYear, calendarFrom } from '@/domain/calendar'
import { type ClassPlan, monthWeeks, nextOccurrences, occurrenceOn, occurrences, remindAt } from '@/domain/classes'
import { addDays, weekdayOf } from '@/domain/time'

const calendar = calendarFrom([year2026 as CalendarYear])
const { RRule, Weekday } = rrule

const weekly: ClassPlan = {
  rhythm: { every: 'week' },
  first: '2026-09-03',
  start: '19:30',
  minutes: 60,
  festival: 'next-working-day',
}
const span = { from: '2026-09-01', to: '2026-11-01' }
const days = (plan: ClassPlan, within = span) => occurrences(plan, [], within, calendar).map(({ day }) => day)
const plain = (plan: Partial<ClassPlan>): ClassPlan => ({ ...weekly, festival: 'hold', ...plan })

describe('the days of a series', () => {
  const firsts = ['2026-01-01', '2026-02-28', '2026-05-31', '2026-08-09', '2026-12-25']
  const utc = (day: string) => new Date(`${day}T00:00:00Z`)
  // 0 is Sunday with us, Monday there.
  const weekdayThere = (day: string) => (weekdayOf(day) + 6) % 7
  const rules = (first: string) => [
    { rhythm: { every: 'week' } as const, rule: { freq: RRule.WEEKLY } },
    { rhythm: { every: 'fortnight' } as const, rule: { freq: RRule.WEEKLY, interval: 2 } },
    ...monthWeeks.map((week, n) => ({
      rhythm: { every: 'month', week } as const,
      rule: { freq: RRule.MONTHLY, byweekday: [new Weekday(weekdayThere(first), week === 'last' ? -1 : n + 1)] },
    })),
  ]
  it.each(firsts)('are those that rrule finds too, from %s on', (first) => {
    for (const { rhythm, rule } of rules(first)) {
      const until = addDays(first, 800)
      const theirs = new RRule({ ...rule, dtstart: utc(first), until: utc(addDays(until, -1)) })
        .all()
        .map((at) => at.toISOString().slice(0, 10))
      expect(theirs.length).toBeGreaterThan(20)
      expect(days(plain({ rhythm, first }), { from: first, to: until }), JSON.stringify(rhythm)).toEqual(theirs)
    }
  })
  it('end with the last one, which is included', () => {
    expect(days(plain({ last: '2026-09-17' }))).toEqual(['2026-09-03', '2026-09-10', '2026-09-17'])
    expect(days(plain({ last: '2026-09-16' }))).toEqual(['2026-09-03', '2026-09-10'])
  })
  it('are one only where it is held once', () => {
    expect(days(plain({ rhythm: { every: 'once' } }))).toEqual(['2026-09-03'])
  })
  it('begin with a span and end before its end', () => {
    expect(days(plain({}), { from: '2026-09-10', to: '2026-09-17' })).toEqual(['2026-09-10'])
  })
})

describe('a class on a festival', () => {
  const held = (plan: ClassPlan, date: string) => occurrenceOn(plan, [], date, calendar)
  // 1 October is a Thursday; people work again on Thursday the 8th.
  it('is left out where the next working day has a class of its own', () => {
    expect(held(weekly, '2026-10-01')).toMatchObject({ state: 'festival', day: '2026-10-01', festival: '国庆节' })
    expect(days(weekly).filter((day) => day === '2026-10-08')).toEqual(['2026-10-08'])
  })
  it('is held on the next working day, which a make-up Saturday may be', () => {
    const fortnightly = { ...weekly, rhythm: { every: 'fortnight' } as const }
    expect(held(fortnightly, '2026-10-01')).toMatchObject({ state: 'moved', day: '2026-10-08', date: '2026-10-01' })
    // Spring Festival ends on Monday 23 February; Saturday the 28th makes up, but Tuesday the 24th comes first.
    const spring = { ...fortnightly, first: '2026-02-19' }
    expect(held(spring, '2026-02-19')).toMatchObject({ state: 'moved', day: '2026-02-24' })
  })
  it('is left out where the series says so, and held where it says that', () => {
    expect(held({ ...weekly, festival: 'skip' }, '2026-10-01')?.state).toBe('festival')
    expect(held({ ...weekly, festival: 'hold' }, '2026-10-01')).toMatchObject({ state: 'on', day: '2026-10-01' })
  })
  it('is found from a span that begins after the feast', () => {
    const fortnightly = { ...weekly, rhythm: { every: 'fortnight' } as const }
    expect(days(fortnightly, { from: '2026-10-08', to: '2026-10-09' })).toEqual(['2026-10-08'])
  })
  it('is not a weekend: what is planned for a Saturday is held on Saturdays', () => {
    expect(held({ ...weekly, first: '2026-09-05' }, '2026-09-12')).toMatchObject({ state: 'on', day: '2026-09-12' })
  })
  it('of a year without its notice says that it is provisional', () => {
    expect(held(weekly, '2027-03-04')?.provisional).toBe(true)
    expect(held(weekly, '2026-09-10')?.provisional).toBe(false)
  })
})

describe('what is different once', () => {
  const cancelled = { date: '2026-09-10', kind: 'cancelled', why: '主讲人开庭' } as const
  const moved = { date: '2026-09-10', kind: 'moved', day: '2026-10-20', start: '09:00', why: '礼堂修缮' } as const
  it('stands in the programme with its reason, and isn’t the next one', () => {
    expect(occurrenceOn(weekly, [cancelled], '2026-09-10', calendar)).toMatchObject({
      state: 'cancelled',
      why: '主讲人开庭',
    })
    const next = nextOccurrences(weekly, [cancelled], '2026-09-09T08:00:00.000+08:00', 2, calendar)
    expect(next.map(({ day }) => day)).toEqual(['2026-09-17', '2026-09-24'])
  })
  it('is found on its new day only, however far away that is', () => {
    const on = (from: string, to: string) => occurrences(weekly, [moved], { from, to }, calendar)
    expect(on('2026-09-10', '2026-09-11')).toEqual([])
    expect(on('2026-10-20', '2026-10-21')).toMatchObject([
      {
        date: '2026-09-10',
        day: '2026-10-20',
        startAt: '2026-10-20T09:00:00.000+08:00',
        endAt: '2026-10-20T10:00:00.000+08:00',
      },
    ])
  })
  it('says nothing of a day that the rhythm no longer has', () => {
    const friday = { ...weekly, first: '2026-09-04' }
    expect(occurrenceOn(friday, [moved], '2026-09-10', calendar)).toBeUndefined()
    expect(occurrences(friday, [moved], { from: '2026-10-20', to: '2026-10-21' }, calendar)).toEqual([])
  })
})

describe('the next ones', () => {
  const next = (now: string) => nextOccurrences(weekly, [], now, 1, calendar)[0]?.day
  it('count one that is being held, and not one that has ended', () => {
    expect(next('2026-09-10T20:29:59.999+08:00')).toBe('2026-09-10')
    expect(next('2026-09-10T20:30:00.000+08:00')).toBe('2026-09-17')
  })
  it('are none once the series is over', () => {
    expect(
      nextOccurrences({ ...weekly, last: '2026-09-17' }, [], '2026-09-18T00:00:00.000+08:00', 6, calendar),
    ).toEqual([])
  })
})

it('reminds at six in the evening before the day on which it is really held', () => {
  expect(remindAt({ day: '2026-10-01' })).toBe('2026-09-30T18:00:00.000+08:00')
})
