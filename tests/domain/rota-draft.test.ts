import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DraftPerson, type DraftRequest, draftMonth, type MonthDraft } from '@/domain/rota-draft'
import { fairness } from '@/domain/rota-fairness'
import { publishProblems } from '@/domain/rota-guard'
import type { Absence, Rota, RotaProblem, Seat } from '@/domain/rota-types'
import { msBetween } from '@/domain/time'
import { calendar, policy } from './draft-given'
import { short, t } from './rota-given'

const person = (id: string, more: Partial<DraftPerson> = {}): DraftPerson => ({
  id,
  languages: ['zh', 'mn'],
  subjects: ['labour'],
  ...more,
})
const named = (count: number, more: Partial<DraftPerson> = {}) =>
  Array.from({ length: count }, (_, n) => person(`p${String(n).padStart(2, '0')}`, more))
const hotline: Seat = { id: 'hotline', kind: 'hotline' }
const byDay: Seat = { id: 'day', kind: 'town', hours: { from: '08:00', to: '20:00' } }
const leave = (who: string, from: string, to: string): Absence => ({
  id: `leave-${who}`,
  person: who,
  from: t(from),
  to: t(to),
  kind: 'leave',
  at: t('09-01 08:00'),
})

/** October 2026; everybody may stand in every seat unless it is said otherwise. */
const request = (more: Partial<DraftRequest> = {}): DraftRequest => {
  const seats = more.seats ?? [hotline]
  const people = more.people ?? named(6)
  const ids = people.map(({ id }) => id)
  const eligible = Object.fromEntries(seats.map(({ id }) => [id, ids]))
  return { month: '2026-10', seats, people, eligible, calendar, policy, ...more }
}
const shiftsOf = (draft: MonthDraft, seat: string) => draft.rosters.find((roster) => roster.seat === seat)?.shifts ?? []
const lines = (draft: MonthDraft, seat = 'hotline') =>
  shiftsOf(draft, seat).map(({ from, to }) => `${short(from)}–${short(to)}`)
const rotaOf = ({ seats, festivals, absences }: DraftRequest, draft: MonthDraft): Rota => ({
  seats: [...seats],
  layers: [],
  festivals: [...(festivals ?? [])],
  overrides: [],
  rosters: draft.rosters,
  absences: [...(absences ?? [])],
})
/** What the publish guard says; the first morning is the month's before. */
const problems = (asked: DraftRequest, draft: MonthDraft, from = '2026-10-02'): RotaProblem[] =>
  publishProblems(rotaOf(asked, draft), asked.people, from, '2026-10-31', asked)
const drafted = (more: Partial<DraftRequest> = {}) => {
  const asked = request(more)
  const draft = draftMonth(asked)
  return { asked, draft, problems: problems(asked, draft) }
}

describe('what a month’s shifts are', () => {
  it('a seat without hours changes at 08:00 and 20:00, and the last night runs into November', () => {
    const { draft } = drafted()
    const all = lines(draft)
    expect(all).toHaveLength(62)
    expect(all.slice(0, 2)).toEqual(['10-01 08:00–10-01 20:00', '10-01 20:00–10-02 08:00'])
    expect(all.at(-1)).toBe('10-31 20:00–11-01 08:00')
    expect(draft.rosters.map(({ from, to }) => [short(from), short(to)])).toEqual([['10-01 08:00', '11-01 08:00']])
  })
  it('where layers hand over at 07:30, so does the draft, and no shift is longer than twelve hours', () => {
    const layers = [
      {
        seat: 'hotline',
        people: ['p00'],
        every: 'week' as const,
        handover: '07:30',
        anchor: '2026-09-07',
        priority: 1,
      },
    ]
    expect(lines(drafted({ layers }).draft).slice(0, 2)).toEqual(['10-01 07:30–10-01 19:30', '10-01 19:30–10-02 07:30'])
  })
  it('a seat of working days is open on the make-up Saturday of 10 October and shut on the holiday before', () => {
    const seat: Seat = { ...byDay, hours: { from: '08:00', to: '18:00', every: 'working-day' } }
    const { draft } = drafted({ seats: [seat] })
    const days = shiftsOf(draft, 'day').map(({ from }) => short(from).slice(0, 5))
    expect(days).toContain('10-10')
    expect(days).not.toContain('10-07')
    expect(days).not.toContain('10-11')
  })
  it('while a festival lasts its seat isn’t drafted', () => {
    const festival = {
      seat: 'hotline',
      from: t('10-01 08:00'),
      to: t('10-04 08:00'),
      shifts: [{ person: 'p00', from: t('10-03 20:00'), to: t('10-04 08:00') }],
    }
    const { draft } = drafted({ festivals: [festival] })
    expect(lines(draft)[0]).toBe('10-04 08:00–10-04 20:00')
    // Whoever had its last night doesn't go on in the morning.
    expect(shiftsOf(draft, 'hotline')[0]?.person).not.toBe('p00')
  })
})

describe('the hard rules', () => {
  it('the publish guard finds nothing, whatever the county looks like, where there are people enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 16 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 20 }),
        (count, away, day) => {
          const people = named(count).map((one, n) => (n % 3 === 0 ? one : { ...one, languages: ['zh'] }))
          const seats = [
            hotline,
            byDay,
            { ...hotline, id: 'night', languages: ['mn'], hours: { from: '20:00', to: '08:00' } },
          ]
          const at = String(day + 1).padStart(2, '0')
          const found = drafted({
            people,
            seats,
            absences: [leave(`p0${away}`, `10-${at} 00:00`, `10-${String(day + 8).padStart(2, '0')} 00:00`)],
          })
          expect(found.problems).toEqual([])
          expect(found.draft.unmet).toEqual([])
        },
      ),
      { numRuns: 5 },
    )
  })
  it('nobody on leave stands, also not in the night that reaches into it, and he may again from the day it ends', () => {
    const absences = [leave('p00', '10-05 00:00', '10-20 08:00')]
    const { draft, problems } = drafted({ people: named(3), absences })
    const own = shiftsOf(draft, 'hotline').filter((shift) => shift.person === 'p00')
    expect(own.filter(({ from, to }) => from < t('10-20 08:00') && t('10-05 00:00') < to)).toEqual([])
    expect(own.some(({ from }) => from >= t('10-20 08:00'))).toBe(true)
    expect(problems).toEqual([])
  })
  it('between night and day lie ten hours, also for the night before the month', () => {
    const begins = (atNight: string) => {
      const beside = [{ seat: 'hotline', person: atNight, from: t('09-30 20:00'), to: t('10-01 08:00') }]
      return shiftsOf(drafted({ people: named(2), beside }).draft, 'hotline')[0]?.person
    }
    expect([begins('p00'), begins('p01')]).toEqual(['p01', 'p00'])
  })
  it('nobody sits in two exclusive seats, and in two shared ones only where people are few', () => {
    const seats = [byDay, { ...byDay, id: 'other' }]
    const alone = drafted({ people: named(1), seats }).draft
    const gaps = alone.unmet.filter(({ problem }) => problem.code === 'gap')
    expect(gaps).toHaveLength(31)
    for (const { rules } of gaps) expect(rules).toEqual([{ rule: 'two-seats', people: 1 }])
    const both = seats.map((seat) => ({ ...seat, shared: true }))
    const sharing = drafted({ people: named(1), seats: both }).draft
    expect(sharing.unmet.filter(({ problem }) => problem.code === 'gap')).toEqual([])
    const many = drafted({ people: named(8), seats: both }).draft
    const other = new Map(shiftsOf(many, 'other').map(({ from, person }) => [from, person]))
    expect(shiftsOf(many, 'day').filter(({ from, person }) => other.get(from) === person)).toEqual([])
  })
  it('a seat for two who know labour between them has two, and one of them knows it', () => {
    const seat: Seat = { ...byDay, minimum: 2, subjects: ['labour'] }
    const people = named(6).map((one, n) => (n < 2 ? one : { ...one, subjects: [] }))
    const { draft, problems } = drafted({ people, seats: [seat] })
    expect(shiftsOf(draft, 'day')).toHaveLength(62)
    expect(problems.filter(({ code }) => code !== 'no-mongolian')).toEqual([])
  })
  it('somebody speaks Mongolian at every minute though no seat asks for it', () => {
    const people = named(12).map((one, n) => (n < 4 ? one : { ...one, languages: ['zh'] }))
    const found = drafted({ people, seats: [hotline, { ...hotline, id: 'second' }] })
    expect(found.problems).toEqual([])
    expect(found.draft.unmet).toEqual([])
  })
})

describe('what can’t be done', () => {
  it('stays open, with the rule that stands in the way', () => {
    const [first] = drafted({ people: named(1) }).draft.unmet
    expect(first).toEqual({
      problem: { code: 'gap', seat: 'hotline', from: t('10-01 08:00'), until: t('10-01 20:00'), stand: 0, minimum: 1 },
      rules: [{ rule: 'too-long', people: 1 }],
    })
  })
  it('a seat without people is one gap from the first day to the last, and no rule is to blame', () => {
    const { draft } = drafted({ eligible: {} })
    expect(draft.unmet.filter(({ problem }) => problem.code === 'gap')).toEqual([
      {
        problem: {
          code: 'gap',
          seat: 'hotline',
          from: t('10-01 08:00'),
          until: t('11-01 08:00'),
          stand: 0,
          minimum: 1,
        },
        rules: [],
      },
    ])
  })
  it('without anybody who speaks Mongolian it says so once, and fills the seats all the same', () => {
    const { draft } = drafted({ people: named(6, { languages: ['zh'] }) })
    expect(draft.unmet.map(({ problem }) => [problem.code, short(problem.from), short(problem.until)])).toEqual([
      ['no-mongolian', '10-01 08:00', '11-01 08:00'],
    ])
    expect(lines(draft)).toHaveLength(62)
  })
  it('what the draft leaves open is what the guard finds', () => {
    const absences = [leave('p00', '10-05 00:00', '10-09 00:00'), leave('p01', '10-05 00:00', '10-09 00:00')]
    const found = drafted({ people: named(3), absences })
    const minutes = (spans: { from: string; until: string }[]) =>
      spans.reduce((sum, { from, until }) => sum + msBetween(from, until) / 60_000, 0)
    const gaps = found.draft.unmet.map(({ problem }) => problem).filter(({ code }) => code === 'gap')
    expect(minutes(gaps)).toBeGreaterThan(0)
    expect(minutes(found.problems.filter(({ code }) => code === 'gap'))).toBe(minutes(gaps))
  })
})

describe('fairness and wishes', () => {
  const given = { calendar, policy }
  it('what a month weighs is what the ledger says of it', () => {
    const seats = [hotline, byDay]
    const { asked, draft } = drafted({ seats, people: named(8) })
    const ids = asked.people.map(({ id }) => id)
    const ledger = fairness(rotaOf(asked, draft), t('10-01 08:00'), t('11-01 08:00'), ids, given)
    expect(draft.loads).toEqual(Object.fromEntries(ledger.rows.map((row) => [row.person, row.weighted])))
    expect(ledger.gini).toBeLessThan(0.05)
  })
  it('who stood less so far stands more, but nobody makes up for everything in one month', () => {
    const ledger = { p00: 0, p01: 90_000, p02: 90_000, p03: 90_000, p04: 90_000, p05: 90_000 }
    const { loads } = drafted({ ledger }).draft
    const others = Object.entries(loads)
      .filter(([id]) => id !== 'p00')
      .map(([, load]) => load)
    expect(loads.p00).toBeGreaterThan(Math.max(...others))
    expect(loads.p00).toBeLessThan(2 * (others.reduce((a, b) => a + b, 0) / others.length))
  })
  it('a wish is met where others can stand, and counted where it isn’t', () => {
    const wishes = [
      { person: 'p00', day: '2026-10-03', rather: false },
      { person: 'p01', day: '2026-10-06', rather: true },
    ]
    const { draft } = drafted({ wishes })
    const stood = (who: string, day: string) =>
      shiftsOf(draft, 'hotline').some(({ person, from }) => person === who && from.startsWith(day))
    expect([stood('p00', '2026-10-03'), stood('p01', '2026-10-06')]).toEqual([false, true])
    expect(draft.wishes).toEqual({ met: 2, all: 2 })
    const alone = drafted({ seats: [byDay], people: named(1), wishes: wishes.slice(0, 1) }).draft
    expect(alone.wishes).toEqual({ met: 0, all: 1 })
    expect(alone.unmet).not.toContainEqual(expect.objectContaining({ rules: [{ rule: 'leave', people: 1 }] }))
  })
  it('equal requests give equal drafts; another seed gives another one, as good for the guard', () => {
    const asked = request({ people: named(8) })
    expect(draftMonth(asked)).toEqual(draftMonth({ ...asked, people: [...asked.people].reverse() }))
    const other = draftMonth({ ...asked, seed: 7 })
    expect(other.rosters).not.toEqual(draftMonth(asked).rosters)
    expect(problems(asked, other)).toEqual([])
  })
})
