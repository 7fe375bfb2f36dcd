import { describe, expect, it } from 'vitest'
import { answeringShifts, gaps, personShifts, type Rota, rotaWindow, type Swap, shifts, whoIsOn } from '@/domain/rota'
import { calendar, layer, override, rota, short, t } from './rota-given'

const table = (of: Rota, from: string, to: string, seat = 'hotline') =>
  shifts(of, seat, t(from), t(to), calendar).map((s) => `${s.person} ${short(s.from)} – ${short(s.until)}`)
const on = (of: Rota, at: string) => whoIsOn(of, 'hotline', t(at), calendar).map(({ person }) => person)
const day = layer({ people: ['base'], from: '08:00', to: '20:00' })
const away = (person: string, from: string, to: string) => ({
  id: `l-${person}`,
  person,
  from: t(from),
  to: t(to),
  kind: 'leave' as const,
  at: t('09-20 08:00'),
})
const swap = (more: Partial<Swap> = {}): Swap => ({
  id: 's1',
  seat: 'hotline',
  person: 'base',
  with: 'c',
  from: t('10-09 08:00'),
  to: t('10-09 20:00'),
  whole: true,
  state: 'agreed',
  askedAt: t('09-21 08:00'),
  answeredAt: t('09-22 08:00'),
  ...more,
})
const roster = (from: string, to: string, ...all: [string, string, string][]) => ({
  seat: 'hotline',
  from: t(from),
  to: t(to),
  shifts: all.map(([person, since, until]) => ({ person, from: t(since), to: t(until) })),
})

describe('overrides that overlap', () => {
  const first = override('10-09 09:00', '10-09 15:00', { out: 'base', in: 'first' })
  const second = override('10-09 12:00', '10-09 18:00', { out: 'base', in: 'second' })
  it('of 09–15 and 12–18 in a shift of 08–20, the later counts from 12, and the shift has its ends back', () => {
    expect(table(rota([day], { overrides: [first, second] }), '10-09 00:00', '10-10 00:00')).toEqual([
      'base 10-09 08:00 – 10-09 09:00',
      'first 10-09 09:00 – 10-09 12:00',
      'second 10-09 12:00 – 10-09 18:00',
      'base 10-09 18:00 – 10-09 20:00',
    ])
  })
  it('stay the same whichever was written into the list first: what counts is when each was approved', () => {
    expect(on(rota([day], { overrides: [second, first] }), '10-09 13:00')).toEqual(['second'])
  })
  it('give the first back all its minutes when the second is cancelled', () => {
    expect(table(rota([day], { overrides: [first] }), '10-09 00:00', '10-10 00:00')).toEqual([
      'base 10-09 08:00 – 10-09 09:00',
      'first 10-09 09:00 – 10-09 15:00',
      'base 10-09 15:00 – 10-09 20:00',
    ])
  })
})

describe('a published month', () => {
  const month = roster(
    '10-01 00:00',
    '11-01 00:00',
    ['x', '10-09 08:00', '10-09 20:00'],
    ['y', '10-09 20:00', '10-10 08:00'],
  )
  it('replaces the layers in its span, hole and all, and says that it is the roster', () => {
    const published = rota([day], { rosters: [month] })
    expect(table(published, '10-09 00:00', '10-11 00:00')).toEqual([
      'x 10-09 08:00 – 10-09 20:00',
      'y 10-09 20:00 – 10-10 08:00',
    ])
    expect(whoIsOn(published, 'hotline', t('10-09 09:00'), calendar)[0]?.why).toEqual({ code: 'roster' })
    expect(on(published, '11-01 09:00')).toEqual(['base'])
  })
  it('changes over at 20:00:00 sharp: a millisecond before, the outgoing; from then on, the incoming', () => {
    const published = rota([day], { rosters: [month] })
    const just = whoIsOn(published, 'hotline', '2026-10-09T19:59:59.999+08:00', calendar)
    expect(just.map(({ person }) => person)).toEqual(['x'])
    expect(on(published, '10-09 20:00')).toEqual(['y'])
  })
  it('gives way to a festival, and the later published month to none before it', () => {
    const festival = roster('10-09 12:00', '10-09 16:00', ['z', '10-09 12:00', '10-09 14:00'])
    const both = rota([day], { rosters: [month], festivals: [festival] })
    expect(on(both, '10-09 13:00')).toEqual(['z'])
    expect(on(both, '10-09 15:00')).toEqual([])
    const again = roster('10-09 00:00', '10-10 00:00', ['w', '10-09 08:00', '10-09 20:00'])
    expect(on(rota([day], { rosters: [month, again] }), '10-09 09:00')).toEqual(['w'])
  })
})

describe('absence', () => {
  it('beats an override that was approved later, and shows as a gap', () => {
    const covered = rota([day], {
      overrides: [override('10-09 09:00', '10-09 12:00', { out: 'base', in: 'b' })],
      absences: [away('b', '10-09 10:00', '10-09 11:00')],
    })
    expect(on(covered, '10-09 09:30')).toEqual(['b'])
    expect(on(covered, '10-09 10:00')).toEqual([])
    expect(on(covered, '10-09 11:00')).toEqual(['b'])
    const found = gaps(covered, 'hotline', t('10-09 08:00'), t('10-09 20:00'), calendar)
    expect(found).toEqual([{ from: t('10-09 10:00'), until: t('10-09 11:00') }])
  })
  it('leaves whoever was put in the place of the absent standing there', () => {
    const covered = rota([day], {
      overrides: [override('10-09 08:00', '10-09 20:00', { out: 'base', in: 'b' })],
      absences: [away('base', '10-09 00:00', '10-10 00:00')],
    })
    expect(on(covered, '10-09 09:00')).toEqual(['b'])
  })
  it('is no way back to a lower layer', () => {
    const two = rota([day, layer({ people: ['low'], priority: 0 })], {
      absences: [away('base', '10-09 00:00', '10-10 00:00')],
    })
    expect(on(two, '10-09 09:00')).toEqual([])
    expect(on(two, '10-09 21:00')).toEqual(['low'])
  })
})

describe('a swap', () => {
  it('counts once it is agreed, and not while it is asked or after a no', () => {
    expect(on(rota([day], { swaps: [swap()] }), '10-09 09:00')).toEqual(['c'])
    expect(on(rota([day], { swaps: [swap({ state: 'asked' })] }), '10-09 09:00')).toEqual(['base'])
    expect(on(rota([day], { swaps: [swap({ state: 'declined' })] }), '10-09 09:00')).toEqual(['base'])
  })
  it('of a whole shift follows it when the shift is moved from 08–20 to 10–22 on that day', () => {
    const moved = rota([layer({ people: ['base'], from: '10:00', to: '22:00', handover: '10:00' })], {
      swaps: [swap()],
    })
    expect(table(moved, '10-09 00:00', '10-11 00:00')).toEqual([
      'c 10-09 10:00 – 10-09 22:00',
      'base 10-10 10:00 – 10-10 22:00',
    ])
  })
  it('of a part keeps its minutes when the shift is moved', () => {
    const part = swap({ whole: undefined, from: t('10-09 08:00'), to: t('10-09 12:00') })
    const moved = rota([layer({ people: ['base'], from: '10:00', to: '22:00', handover: '10:00' })], { swaps: [part] })
    expect(table(moved, '10-09 00:00', '10-10 00:00')).toEqual([
      'c 10-09 10:00 – 10-09 12:00',
      'base 10-09 12:00 – 10-09 22:00',
    ])
  })
  it('of a shift that is gone that day changes nobody else’s', () => {
    const month = roster(
      '10-09 00:00',
      '10-11 00:00',
      ['d', '10-09 08:00', '10-09 20:00'],
      ['base', '10-10 08:00', '10-10 20:00'],
    )
    expect(table(rota([day], { rosters: [month], swaps: [swap()] }), '10-09 00:00', '10-11 00:00')).toEqual([
      'd 10-09 08:00 – 10-09 20:00',
      'base 10-10 08:00 – 10-10 20:00',
    ])
  })
  it('of a whole week is the week, to its last minute', () => {
    const weeks = rota([layer({ people: ['a', 'b'], every: 'week', anchor: '2026-10-05' })], {
      swaps: [swap({ person: 'a', from: t('10-05 08:00'), to: t('10-12 08:00') })],
    })
    expect(table(weeks, '10-11 00:00', '10-14 00:00')).toEqual([
      'c 10-11 00:00 – 10-12 08:00',
      'b 10-12 08:00 – 10-14 00:00',
    ])
  })
  it('gives the other shift in return', () => {
    const turns = rota([layer({ people: ['a', 'b'], anchor: '2026-10-09', from: '08:00', to: '20:00' })], {
      swaps: [swap({ person: 'a', with: 'b', return: { from: t('10-10 08:00'), to: t('10-10 20:00'), whole: true } })],
    })
    expect(table(turns, '10-09 00:00', '10-12 00:00')).toEqual([
      'b 10-09 08:00 – 10-09 20:00',
      'a 10-10 08:00 – 10-10 20:00',
      'a 10-11 08:00 – 10-11 20:00',
    ])
  })
  it('gives way to an override that is approved later, on its minutes only', () => {
    const later = { ...override('10-09 12:00', '10-09 14:00', { out: 'c', in: 'm' }), approvedAt: t('09-23 08:00') }
    expect(table(rota([day], { swaps: [swap()], overrides: [later] }), '10-09 00:00', '10-10 00:00')).toEqual([
      'c 10-09 08:00 – 10-09 12:00',
      'm 10-09 12:00 – 10-09 14:00',
      'c 10-09 14:00 – 10-09 20:00',
    ])
  })
  it('may be handed on by whoever took it', () => {
    const next = swap({ id: 's2', person: 'c', with: 'd', answeredAt: t('09-24 08:00') })
    expect(on(rota([day], { swaps: [swap(), next] }), '10-09 09:00')).toEqual(['d'])
  })
})

describe('hours', () => {
  const closed = rota([layer({ people: ['a'], every: 'working-day', from: '09:00', to: '12:00', handover: '09:00' })])
  closed.seats = [
    { id: 'hotline', kind: 'hotline', hours: { from: '09:00', to: '17:00', every: 'working-day' } },
    { id: 'centre-duty', kind: 'centre', head: 'head' },
  ]
  it('outside them nobody is needed; within them, 12–17 of a working day is a gap, and the holiday has none', () => {
    const found = gaps(closed, 'hotline', t('10-07 00:00'), t('10-10 00:00'), calendar)
    expect(found.map(({ from, until }) => `${short(from)} – ${short(until)}`)).toEqual([
      '10-08 12:00 – 10-08 17:00',
      '10-09 12:00 – 10-09 17:00',
    ])
  })
  it('somebody answers all the same, and a gap is told only where there is one', () => {
    const all = answeringShifts(closed, 'hotline', t('10-08 08:00'), t('10-08 18:00'), calendar, [])
    expect(all.map((s) => `${s.person} ${short(s.start)} ${s.gap} ${s.why.code}`)).toEqual([
      'head 10-08 08:00 false closed',
      'a 10-08 09:00 false layer',
      'head 10-08 12:00 true gap',
      'head 10-08 17:00 false closed',
    ])
  })
})

describe('who answers over a span', () => {
  it('in a gap is the centre’s, changing over at the minute at which the centre changes', () => {
    const centre = [
      layer({ seat: 'centre-duty', people: ['gao'], from: '08:00', to: '18:00' }),
      layer({ seat: 'centre-duty', people: ['lin'], from: '18:00', to: '22:00', handover: '18:00' }),
    ]
    const all = answeringShifts(rota([day, ...centre]), 'hotline', t('10-09 19:00'), t('10-10 09:00'), calendar, [
      'boss',
    ])
    expect(all.map((s) => `${s.person} ${short(s.start)} – ${short(s.end)} ${s.gap}`)).toEqual([
      'base 10-09 19:00 – 10-09 20:00 false',
      'lin 10-09 20:00 – 10-09 22:00 true',
      'head 10-09 22:00 – 10-10 08:00 true',
      'base 10-10 08:00 – 10-10 09:00 false',
    ])
  })
  it('passes over a head on leave, and has nobody left out even where all are away', () => {
    const gone = { absences: [away('head', '10-09 12:00', '10-09 16:00')] }
    const told = (leaders: string[]) =>
      answeringShifts(rota([], gone), 'hotline', t('10-09 10:00'), t('10-09 18:00'), calendar, leaders).map(
        (s) => `${s.person} ${short(s.start)} – ${short(s.end)}`,
      )
    expect(told(['boss'])).toEqual([
      'head 10-09 10:00 – 10-09 12:00',
      'boss 10-09 12:00 – 10-09 16:00',
      'head 10-09 16:00 – 10-09 18:00',
    ])
    expect(told([])).toEqual(['head 10-09 10:00 – 10-09 18:00'])
  })
})

describe('a compiled window', () => {
  it('tells a person’s shifts in all seats, in order', () => {
    const two = rota([
      day,
      layer({ seat: 'centre-duty', people: ['base'], from: '20:00', to: '22:00', handover: '20:00' }),
    ])
    const own = personShifts(two, 'base', t('10-09 12:00'), t('10-10 00:00'), calendar)
    expect(own.map((s) => `${s.seat} ${short(s.from)} – ${short(s.until)}`)).toEqual([
      'hotline 10-09 12:00 – 10-09 20:00',
      'centre-duty 10-09 20:00 – 10-09 22:00',
    ])
    expect(personShifts(two, 'stranger', t('10-09 12:00'), t('10-10 00:00'), calendar)).toEqual([])
  })
  it('refuses what lies outside it instead of calling it a gap', () => {
    const window = rotaWindow(rota([day]), t('10-09 00:00'), t('10-10 00:00'), calendar)
    expect(window.on('hotline', t('10-09 00:00'))).toEqual([])
    expect(() => window.on('hotline', t('10-10 00:00'))).toThrow(RangeError)
    expect(() => window.shifts('hotline', t('10-08 23:00'), t('10-09 12:00'))).toThrow(RangeError)
  })
  it('sees an override that is put into the same rota a moment later', () => {
    const living = rota([day])
    expect(on(living, '10-09 09:00')).toEqual(['base'])
    living.overrides.push(override('10-09 08:00', '10-09 20:00', { out: 'base', in: 'b' }))
    expect(on(living, '10-09 09:00')).toEqual(['b'])
    living.overrides = []
    expect(on(living, '10-09 09:00')).toEqual(['base'])
  })
})
