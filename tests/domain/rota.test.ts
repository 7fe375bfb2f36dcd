import { describe, expect, it } from 'vitest'
import { answering, gaps, type Rota, shifts, whoIsOn } from '@/domain/rota'
import { calendar, layer, override, rota, short, t } from './rota-given'

const on = (of: Rota, at: string, seat = 'hotline') => whoIsOn(of, seat, t(at), calendar).map(({ person }) => person)
const table = (of: Rota, from: string, to: string) =>
  shifts(of, 'hotline', t(from), t(to), calendar).map((s) => `${s.person} ${short(s.from)} – ${short(s.until)}`)

describe('taking turns', () => {
  it('changes at the handover, one person a day from the anchor', () => {
    const daily = rota([layer({ anchor: '2026-09-30' })])
    expect(on(daily, '09-30 08:00')).toEqual(['a'])
    expect(on(daily, '10-01 07:59')).toEqual(['a'])
    expect(on(daily, '10-01 08:00')).toEqual(['b'])
    expect(on(daily, '10-03 08:00')).toEqual(['a'])
  })

  it('says nothing before its anchor, nor on its anchor before the handover', () => {
    const daily = rota([layer({ anchor: '2026-09-30' })])
    expect(on(daily, '09-29 12:00')).toEqual([])
    expect(on(daily, '09-30 07:59')).toEqual([])
  })

  it('runs its week from the anchor, whatever weekday that is', () => {
    const weekly = rota([layer({ every: 'week', anchor: '2026-09-30' })])
    expect(table(weekly, '09-30 00:00', '10-15 00:00')).toEqual([
      'a 09-30 08:00 – 10-07 08:00',
      'b 10-07 08:00 – 10-14 08:00',
      'c 10-14 08:00 – 10-15 00:00',
    ])
  })

  it('lets a person stand in it twice', () => {
    const twice = rota([layer({ people: ['a', 'a', 'b'], anchor: '2026-09-30' })])
    expect(table(twice, '09-30 08:00', '10-04 08:00')).toEqual([
      'a 09-30 08:00 – 10-02 08:00',
      'b 10-02 08:00 – 10-03 08:00',
      'a 10-03 08:00 – 10-04 08:00',
    ])
  })

  it('gives working days in turn: National Day has none, and the make-up Saturday is one', () => {
    const working = rota([
      layer({ every: 'working-day', anchor: '2026-09-29', handover: '09:00', from: '09:00', to: '17:00' }),
    ])
    expect(table(working, '09-29 00:00', '10-13 00:00')).toEqual([
      'a 09-29 09:00 – 09-29 17:00',
      'b 09-30 09:00 – 09-30 17:00',
      'c 10-08 09:00 – 10-08 17:00',
      'a 10-09 09:00 – 10-09 17:00',
      'b 10-10 09:00 – 10-10 17:00',
      'c 10-12 09:00 – 10-12 17:00',
    ])
  })

  it('gives days off in turn: the seven of National Day and the Sunday, never the make-up Saturday', () => {
    const off = rota([layer({ every: 'day-off', anchor: '2026-10-05', people: ['a', 'b'], handover: '00:00' })])
    expect(table(off, '10-01 00:00', '10-13 00:00')).toEqual([
      'a 10-05 00:00 – 10-06 00:00',
      'b 10-06 00:00 – 10-07 00:00',
      'a 10-07 00:00 – 10-08 00:00',
      'b 10-11 00:00 – 10-12 00:00',
    ])
  })

  it('says that a turn is provisional while no notice covers its year', () => {
    const working = rota([layer({ every: 'working-day' })])
    const why = (at: string) => whoIsOn(working, 'hotline', at, calendar).map((s) => s.why)
    expect(why('2027-03-10T10:00:00.000+08:00')).toEqual([{ code: 'layer', every: 'working-day', provisional: true }])
    expect(why('2026-10-12T10:00:00.000+08:00')).toEqual([{ code: 'layer', every: 'working-day' }])
  })
})

describe('clock hours', () => {
  const dayAndNight = rota([
    layer({ people: ['day'], from: '08:00', to: '20:00' }),
    layer({ people: ['n1', 'n2'], from: '20:00', to: '08:00', handover: '20:00', anchor: '2026-09-30' }),
  ])

  it('meets without gap or overlap: at 20:00:00 it is the incoming one', () => {
    expect(on(dayAndNight, '09-30 19:59')).toEqual(['day'])
    expect(on(dayAndNight, '09-30 20:00')).toEqual(['n1'])
    expect(on(dayAndNight, '10-01 07:59')).toEqual(['n1'])
    expect(on(dayAndNight, '10-01 08:00')).toEqual(['day'])
    expect(gaps(dayAndNight, 'hotline', t('09-30 08:00'), t('10-11 00:00'), calendar)).toEqual([])
  })

  it('counts a night to the day it starts on, also where the turn changes at midnight', () => {
    const nights = rota([layer({ from: '20:00', to: '08:00', handover: '00:00', anchor: '2026-09-30' })])
    expect(table(nights, '09-30 00:00', '10-02 12:00')).toEqual([
      'a 09-30 20:00 – 10-01 08:00',
      'b 10-01 20:00 – 10-02 08:00',
    ])
  })

  it('keeps the last week’s person through the night on which the week ends', () => {
    const weekly = rota([layer({ every: 'week', anchor: '2026-09-28', handover: '00:00', from: '20:00', to: '08:00' })])
    expect(on(weekly, '10-05 03:00')).toEqual(['a'])
    expect(on(weekly, '10-05 20:00')).toEqual(['b'])
  })

  it('holds the night after a working day, into the holiday, and not the night of the holiday', () => {
    const working = rota([layer({ every: 'working-day', handover: '20:00', from: '20:00', to: '08:00' })])
    expect(on(working, '10-01 03:00')).toHaveLength(1)
    expect(on(working, '10-02 03:00')).toEqual([])
  })

  it('cuts the hours of a day where the turn changes within them', () => {
    const noon = rota([layer({ handover: '12:00', from: '08:00', to: '18:00', anchor: '2026-09-30' })])
    expect(table(noon, '09-30 00:00', '10-02 00:00')).toEqual([
      'a 09-30 12:00 – 09-30 18:00',
      'a 10-01 08:00 – 10-01 12:00',
      'b 10-01 12:00 – 10-01 18:00',
    ])
  })

  it('closes at 24:00 as at the next day’s 00:00', () => {
    expect(on(rota([layer({ from: '16:00', to: '24:00' })]), '10-01 23:59')).toHaveLength(1)
    expect(on(rota([layer({ from: '16:00', to: '24:00' })]), '10-02 00:00')).toEqual([])
  })
})

describe('several layers', () => {
  it('lets the larger priority win, and the smaller one fill what it leaves', () => {
    const both = rota([
      layer({ people: ['low'] }),
      layer({ people: ['high'], priority: 2, from: '09:00', to: '12:00' }),
    ])
    expect(table(both, '10-01 08:00', '10-01 14:00')).toEqual([
      'low 10-01 08:00 – 10-01 09:00',
      'high 10-01 09:00 – 10-01 12:00',
      'low 10-01 12:00 – 10-01 14:00',
    ])
  })

  it('puts equal ones side by side, and a person whom both name there once', () => {
    expect(on(rota([layer({ people: ['a'] }), layer({ people: ['b'] })]), '10-01 09:00')).toEqual(['a', 'b'])
    expect(on(rota([layer({ people: ['a'] }), layer({ people: ['a'] })]), '10-01 09:00')).toEqual(['a'])
  })

  it('calls it a gap when fewer stand there than the seat’s minimum', () => {
    const two = { ...rota([layer({ people: ['a'] }), layer({ people: ['b'], from: '09:00', to: '10:00' })]) }
    two.seats = [{ id: 'hotline', kind: 'hotline', minimum: 2 }]
    const found = gaps(two, 'hotline', t('10-01 08:00'), t('10-01 12:00'), calendar)
    expect(found.map(({ from, until }) => `${short(from)} – ${short(until)}`)).toEqual([
      '10-01 08:00 – 10-01 09:00',
      '10-01 10:00 – 10-01 12:00',
    ])
  })
})

describe('a festival roster', () => {
  const shift = (person: string, from: string, to: string) => ({ person, from: t(from), to: t(to) })
  const national = rota([layer({ people: ['a'] })], {
    festivals: [
      {
        seat: 'hotline',
        from: t('10-01 00:00'),
        to: t('10-08 00:00'),
        shifts: [shift('x', '10-01 00:00', '10-03 00:00'), shift('y', '10-04 00:00', '10-08 00:00')],
      },
    ],
  })

  it('replaces the layers in its span and gives the seat back after it', () => {
    expect(on(national, '09-30 23:59')).toEqual(['a'])
    expect(on(national, '10-01 00:00')).toEqual(['x'])
    expect(on(national, '10-07 23:59')).toEqual(['y'])
    expect(on(national, '10-08 00:00')).toEqual(['a'])
  })

  it('has a gap where it has a hole, not a way back to the layers', () => {
    expect(on(national, '10-03 12:00')).toEqual([])
  })

  it('leaves other seats alone', () => {
    const other = { ...national, layers: [...national.layers, layer({ seat: 'night', people: ['n'] })] }
    expect(on(other, '10-03 12:00', 'night')).toEqual(['n'])
  })
})

describe('overrides', () => {
  const base = [layer({ people: ['a'] })]
  const over = (...overrides: Rota['overrides']) => rota(base, { overrides })

  it('replaces one person, and nobody who isn’t there', () => {
    const one = over(override('10-09 09:00', '10-09 11:30', { out: 'a', in: 'b' }))
    expect(table(one, '10-09 08:00', '10-09 13:00')).toEqual([
      'a 10-09 08:00 – 10-09 09:00',
      'b 10-09 09:00 – 10-09 11:30',
      'a 10-09 11:30 – 10-09 13:00',
    ])
    expect(on(over(override('10-09 09:00', '10-09 11:30', { out: 'z', in: 'b' })), '10-09 10:00')).toEqual(['a'])
  })

  it('adds one beside who is there, and fills a gap by it', () => {
    const added = override('10-09 09:00', '10-09 11:00', { kind: 'add', in: 'b' })
    expect(on(over(added), '10-09 10:00')).toEqual(['a', 'b'])
    expect(on(rota([], { overrides: [added] }), '10-09 10:00')).toEqual(['b'])
  })

  it('removes one, which may leave a gap', () => {
    expect(on(over(override('10-09 09:00', '10-09 11:00', { kind: 'remove', out: 'a' })), '10-09 10:00')).toEqual([])
  })

  it('lets the latest approved win on the overlapping minutes; the loser keeps the others', () => {
    const early = override('10-09 09:00', '10-09 12:00', { out: 'a', in: 'b' })
    const late = override('10-09 11:00', '10-09 14:00', { out: 'a', in: 'c' })
    const expected = [
      'a 10-09 08:00 – 10-09 09:00',
      'b 10-09 09:00 – 10-09 11:00',
      'c 10-09 11:00 – 10-09 14:00',
      'a 10-09 14:00 – 10-09 15:00',
    ]
    expect(table(over(early, late), '10-09 08:00', '10-09 15:00')).toEqual(expected)
    expect(table(over(late, early), '10-09 08:00', '10-09 15:00')).toEqual(expected)
  })

  it('replaces whoever an earlier override put there', () => {
    const first = override('10-09 09:00', '10-09 12:00', { out: 'a', in: 'b' })
    const second = override('10-09 10:00', '10-09 11:00', { out: 'b', in: 'c' })
    expect(on(over(first, second), '10-09 10:30')).toEqual(['c'])
  })

  it('lets an addition stand beside another’s replacement instead of undoing it', () => {
    const replaced = override('10-09 09:00', '10-09 12:00', { out: 'a', in: 'b' })
    const added = override('10-09 10:00', '10-09 11:00', { kind: 'add', in: 'c' })
    expect(on(over(replaced, added), '10-09 10:30')).toEqual(['b', 'c'])
  })

  it('waits for approval', () => {
    expect(
      on(over(override('10-09 09:00', '10-09 12:00', { out: 'a', in: 'b', approvedAt: undefined })), '10-09 10:00'),
    ).toEqual(['a'])
  })

  it('overrules a festival roster too', () => {
    const festival = { seat: 'hotline', from: t('10-01 00:00'), to: t('10-02 00:00'), shifts: [] }
    const both = rota(base, {
      festivals: [festival],
      overrides: [override('10-01 09:00', '10-01 10:00', { kind: 'add', in: 'b' })],
    })
    expect(on(both, '10-01 09:30')).toEqual(['b'])
    expect(on(both, '10-01 10:00')).toEqual([])
  })
})

describe('who answers', () => {
  const centre = layer({ seat: 'centre-duty', people: ['gao'], from: '08:00', to: '20:00' })
  const answer = (of: Rota, at: string, leaders = ['leader'], seat = 'hotline') =>
    answering(of, seat, t(at), calendar, leaders)

  it('is who stands in the seat', () => {
    expect(answer(rota([layer({ people: ['a'] }), centre]), '10-01 09:00')).toEqual({
      person: 'a',
      seat: 'hotline',
      gap: false,
    })
  })

  it('in a gap is the centre’s duty seat, then its head, then the first leader', () => {
    expect(answer(rota([centre]), '10-01 09:00')).toEqual({ person: 'gao', seat: 'hotline', gap: true })
    expect(answer(rota([centre]), '10-01 23:00')).toEqual({ person: 'head', seat: 'hotline', gap: true })
    expect(answer(rota([], { seats: [] }), '10-01 23:00')).toEqual({ person: 'leader', seat: 'hotline', gap: true })
    expect(answer(rota([]), '10-01 23:00', [], 'centre-duty')).toEqual({
      person: 'head',
      seat: 'centre-duty',
      gap: true,
    })
  })

  it('is nobody only where there is no seat and no leader at all', () => {
    expect(answer(rota([], { seats: [] }), '10-01 23:00', [])).toBeUndefined()
  })
})
