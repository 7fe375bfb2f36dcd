import { describe, expect, it } from 'vitest'
import policyFile from '@/data/policy.json'
import type { Policy } from '@/domain/policy'
import type { Rota, RotaProblem, Seat } from '@/domain/rota'
import { fairness, gini, ledgerOf } from '@/domain/rota-fairness'
import { publishProblems } from '@/domain/rota-guard'
import { calendar, layer, override, rota, short, t } from './rota-given'

const policy = policyFile.values as Policy
const people = [
  ...['a', 'b', 'c'].map((id) => ({ id, languages: ['zh', 'mn'], subjects: ['labour'] })),
  { id: 'han', languages: ['zh'], subjects: ['land'] },
]
const day = layer({ people: ['a'], from: '08:00', to: '20:00' })
const night = layer({ people: ['b', 'c'], from: '20:00', to: '08:00', handover: '20:00' })
const oneSeat = (of: Rota, more: Partial<Seat> = {}): Rota => ({
  ...of,
  seats: [{ id: 'hotline', kind: 'hotline', ...more }],
})
const check = (of: Rota, from = '2026-10-12', to = '2026-10-13') =>
  publishProblems(of, people, from, to, { calendar, policy })
const said = (problems: RotaProblem[]) =>
  problems.map((p) => `${p.code} ${'person' in p ? p.person : ''} ${short(p.from)} – ${short(p.until)}`)

describe('what stops publishing', () => {
  it('is nothing where day and night meet, somebody speaks Mongolian and everybody rests', () => {
    expect(check(oneSeat(rota([day, night])))).toEqual([])
  })
  it('a gap, merged, with how many stand there and how many must; absence makes one', () => {
    expect(check(oneSeat(rota([day, night]), { minimum: 2 }))).toEqual([
      { code: 'gap', seat: 'hotline', from: t('10-12 00:00'), until: t('10-14 00:00'), stand: 1, minimum: 2 },
    ])
    const gone = {
      id: 'l',
      person: 'a',
      from: t('10-12 10:00'),
      to: t('10-12 14:00'),
      kind: 'leave' as const,
      at: t('10-01 08:00'),
    }
    expect(said(check(oneSeat(rota([day, night], { absences: [gone] }))))).toEqual([
      'gap  10-12 10:00 – 10-12 14:00',
      'no-mongolian  10-12 10:00 – 10-12 14:00',
    ])
  })
  it('no gap outside a seat’s hours, but Mongolian is spoken at all times', () => {
    expect(
      said(check(oneSeat(rota([day]), { hours: { from: '08:00', to: '20:00' } }), '2026-10-12', '2026-10-12')),
    ).toEqual(['no-mongolian  10-12 00:00 – 10-12 08:00', 'no-mongolian  10-12 20:00 – 10-13 00:00'])
  })
  it('nobody who speaks the seat’s language or knows its subject, though somebody stands there', () => {
    const han = { ...oneSeat(rota([{ ...day, people: ['han'] }, night]), { languages: ['mn'], subjects: ['labour'] }) }
    const needs = check(han, '2026-10-12', '2026-10-12').filter(({ code }) => code === 'need')
    expect(needs).toEqual([
      { code: 'need', seat: 'hotline', need: 'labour', from: t('10-12 08:00'), until: t('10-12 20:00') },
      { code: 'need', seat: 'hotline', need: 'mn', from: t('10-12 08:00'), until: t('10-12 20:00') },
    ])
  })
  it('a Mongolian speaker in any seat is enough', () => {
    const two = rota([{ ...day, people: ['han'] }, night, layer({ seat: 'centre-duty', people: ['a'] })])
    expect(check(two).map(({ code }) => code)).not.toContain('no-mongolian')
  })
  const rest = (until: string) => {
    const late = override('10-12 20:00', `10-12 ${until}`, { kind: 'add', in: 'd' })
    const early = override('10-13 08:00', '10-13 12:00', { kind: 'add', in: 'd' })
    return said(check(oneSeat(rota([day, night], { overrides: [late, early] })))).filter((text) => text.includes(' d '))
  }
  it('less than ten hours between a night and a day; ten are enough', () => {
    expect(rest('22:00')).toEqual([])
    expect(rest('22:01')).toEqual(['short-rest d 10-12 22:01 – 10-13 08:00'])
  })
  it('two days with a short break between them are no matter of rest, and what goes on without one neither', () => {
    const halves = ['10-12 08:00', '10-12 13:00'].map((from) =>
      override(from, from.replace('08:', '12:').replace('13:', '17:'), { kind: 'add', in: 'd' }),
    )
    expect(check(oneSeat(rota([day, night], { overrides: halves })))).toEqual([])
    const on = override('10-12 12:00', '10-12 23:00', { kind: 'add', in: 'd' })
    expect(check(oneSeat(rota([day, night], { overrides: [on] })))).toEqual([])
  })
  it('sees a rest that began before the published days, and leaves one that was over by then', () => {
    const around = (first: string, then: string) => {
      const [from, until] = [
        override('10-11 20:00', first, { kind: 'add', in: 'd' }),
        override(then, '10-12 12:00', { kind: 'add', in: 'd' }),
      ]
      return said(check(oneSeat(rota([day, night], { overrides: [from, until] })), '2026-10-12', '2026-10-12'))
    }
    expect(around('10-11 23:00', '10-12 08:00')).toEqual(['short-rest d 10-11 23:00 – 10-12 08:00'])
    expect(around('10-11 21:00', '10-11 23:00')).toEqual([])
  })
  it('one person in two exclusive seats; two shared ones are fine', () => {
    const both = rota([
      day,
      night,
      layer({ seat: 'centre-duty', people: ['a'], from: '10:00', to: '12:00' }),
      layer({ seat: 'centre-duty', people: ['c'], priority: 0 }),
    ])
    const found = check(both, '2026-10-12', '2026-10-12').filter((p) => p.code === 'two-seats' && p.person === 'a')
    expect(found).toEqual([
      {
        code: 'two-seats',
        person: 'a',
        seats: ['centre-duty', 'hotline'],
        from: t('10-12 10:00'),
        until: t('10-12 12:00'),
      },
    ])
    const shared = { ...both, seats: both.seats.map((seat) => ({ ...seat, shared: true })) }
    expect(check(shared).filter(({ code }) => code === 'two-seats')).toEqual([])
  })
})

describe('the ledger', () => {
  const given = { calendar, policy }
  const line = (from: string, until: string) =>
    ledgerOf([{ person: 'a', from: t(from), until: t(until) }], [], given).rows[0]
  it.each([
    ['a working day counts once', '10-12 08:00', '10-12 20:00', 720, 720, 0, 0, 0],
    ['a night counts twice', '10-12 20:00', '10-13 08:00', 720, 1440, 1, 0, 0],
    ['a Sunday counts twice', '10-11 08:00', '10-11 20:00', 720, 1440, 0, 1, 0],
    ['the make-up Saturday of 10 October is a working day', '10-10 08:00', '10-10 20:00', 720, 720, 0, 0, 0],
    [
      'a holiday counts three times, by night as by day: the largest wins',
      '10-01 20:00',
      '10-02 08:00',
      720,
      2160,
      1,
      0,
      2,
    ],
    [
      'the night from Friday to Saturday is weekend after midnight, which adds nothing',
      '10-16 20:00',
      '10-17 08:00',
      720,
      1440,
      1,
      1,
      0,
    ],
    ['a day that runs an hour into the night counts that hour twice', '10-12 12:00', '10-12 21:00', 540, 600, 1, 0, 0],
  ])('%s', (_, from, until, minutes, weighted, nights, weekends, holidays) => {
    expect(line(from, until)).toEqual({ person: 'a', minutes, weighted, nights, weekends, holidays })
  })
  it('a minute in two shared seats counts once, and who never stood has a line of noughts', () => {
    const twice = rota([day, layer({ seat: 'centre-duty', people: ['a'], from: '08:00', to: '20:00' })])
    const ledger = fairness(twice, t('10-12 00:00'), t('10-13 00:00'), ['z', 'a'], given)
    expect(ledger.rows.map(({ person, minutes }) => [person, minutes])).toEqual([
      ['z', 0],
      ['a', 720],
    ])
    expect(ledger.mean).toBe(360)
    expect(ledger.gini).toBe(0.5)
  })
  it('the Gini is 0 where all have the same or nobody has anything, and 3/4 where one of four has all', () => {
    expect([gini([5, 5, 5]), gini([0, 0]), gini([]), gini([0, 0, 0, 8])]).toEqual([0, 0, 0, 0.75])
    expect(gini([1, 2, 3, 4])).toBeCloseTo(0.25)
  })
})
