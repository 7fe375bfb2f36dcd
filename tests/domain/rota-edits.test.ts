import { describe, expect, it } from 'vitest'
import type { HandOver, Override, Rota } from '@/domain/rota'
import {
  decideCancel,
  decideFestival,
  decideHandOver,
  decideHandOverSeen,
  decideLayer,
  decideOverride,
  decideTakeOver,
  handOverDue,
  previewOverride,
} from '@/domain/rota-edits'
import { given, layer, override, rota, short, t } from './rota-given'

const town = { id: 'town', kind: 'town' }
const day = layer({ people: ['a'], from: '08:00', to: '20:00' })
const night = layer({ people: ['n'], from: '20:00', to: '08:00', handover: '20:00' })
const inTown = layer({ seat: 'town', people: ['b'], from: '08:00', to: '12:00' })
const base: Rota = { ...rota([day, night, inTown]), seats: [...rota([]).seats, town] }
const ask = (from: string, to: string, more: Partial<Override>): Override => ({
  ...override(from, to, more),
  approvedAt: undefined,
})
const decide = (of: Rota, asked: Override, now = '10-08 12:00') => decideOverride(of, asked, given('gao', now))
const absent = (person: string, from: string, to: string) => ({
  absences: [{ id: 'l', person, from: t(from), to: t(to), kind: 'leave' as const, at: t('09-01 08:00') }],
})

describe('an override', () => {
  it('is approved by whoever makes it, at that minute', () => {
    const asked = ask('10-09 12:00', '10-09 18:00', { out: 'a', in: 'b' })
    expect(decide(base, asked)).toEqual({
      ...asked,
      approvedAt: t('10-08 12:00'),
      by: { id: 'gao', name: 'name of gao' },
    })
  })
  it.each([
    ['rota.in-the-past', ask('10-07 08:00', '10-08 12:00', { out: 'a', in: 'b' })],
    ['rota.ends-before-it-starts', ask('10-09 12:00', '10-09 12:00', { out: 'a', in: 'b' })],
    ['rota.not-there', ask('10-09 20:00', '10-10 08:00', { out: 'a', in: 'c' })],
    ['rota.not-there', ask('10-09 20:00', '10-10 08:00', { kind: 'remove', out: 'a', in: undefined })],
    ['rota.already-there', ask('10-09 08:00', '10-09 09:00', { kind: 'add', in: 'a' })],
    ['rota.already-there', ask('10-09 19:00', '10-09 21:00', { kind: 'add', in: 'n' })],
    ['seat.not-found', ask('10-09 08:00', '10-09 09:00', { seat: 'nowhere', kind: 'add', in: 'c' })],
  ])('is refused by name: %s', (refused, asked) => {
    expect(decide(base, asked)).toMatchObject({ refused })
  })
  it('that has begun and isn’t over may still be made', () => {
    expect(decide(base, ask('10-08 08:00', '10-08 12:01', { out: 'a', in: 'c' }))).toMatchObject({ in: 'c' })
  })
  it('may not put one person into two seats at a minute, and says which seat and from when to when', () => {
    const asked = ask('10-09 11:00', '10-09 18:00', { out: 'a', in: 'b' })
    const detail = { person: 'b', seat: 'town', from: t('10-09 11:00'), until: t('10-09 12:00') }
    expect(decide(base, asked)).toEqual({ refused: 'rota.two-seats', detail })
    const [hotline, centre, other] = base.seats
    const seats = [hotline, centre, other].flatMap((seat) => (seat ? [{ ...seat, shared: true }] : []))
    expect(decide({ ...base, seats }, asked)).toMatchObject({ in: 'b' })
  })
  it('looks only at the minutes at which the other really stood there', () => {
    // b is in town until 12, and a comes to the hotline only at 8: from 20 on there is no a to replace.
    expect(decide(base, ask('10-09 12:00', '10-10 09:00', { out: 'a', in: 'b' }))).toMatchObject({
      refused: 'rota.two-seats',
      detail: { from: t('10-10 08:00'), until: t('10-10 09:00') },
    })
    expect(decide(base, ask('10-09 12:00', '10-10 08:00', { out: 'a', in: 'n' }))).toMatchObject({ in: 'n' })
  })
  it('may not bring somebody on leave, but fills the place of somebody on leave', () => {
    const gone = { ...base, ...absent('c', '10-09 10:00', '10-09 11:00') }
    const detail = { person: 'c', from: t('10-09 10:00'), until: t('10-09 11:00') }
    expect(decide(gone, ask('10-09 08:00', '10-09 20:00', { out: 'a', in: 'c' }))).toEqual({
      refused: 'rota.on-leave',
      detail,
    })
    const empty = { ...base, ...absent('a', '10-09 00:00', '10-10 00:00') }
    expect(decide(empty, ask('10-09 08:00', '10-09 20:00', { out: 'a', in: 'c' }))).toMatchObject({ in: 'c' })
  })
  it('shows before it is saved who stands there then and what it breaks', () => {
    const people = ['a', 'n', 'b'].map((id) => ({ id, languages: ['zh', 'mn'], subjects: [] }))
    const seen = previewOverride(
      base,
      ask('10-09 08:00', '10-09 20:00', { out: 'a', in: 'n' }),
      { people, leaders: [] },
      given('gao', '10-08 12:00'),
    )
    if ('refused' in seen) throw new Error(seen.refused)
    expect(seen.before.map((s) => s.person)).toEqual(['a'])
    expect(seen.after.map((s) => s.person)).toEqual(['n'])
    expect(seen.problems).toEqual([])
    const late = previewOverride(
      base,
      ask('10-09 12:00', '10-09 18:00', { out: 'a', in: 'n' }),
      { people, leaders: [] },
      given('gao', '10-08 12:00'),
    )
    expect(late).toMatchObject({
      problems: [
        { code: 'short-rest', person: 'n', from: t('10-09 08:00'), until: t('10-09 12:00') },
        { code: 'short-rest', person: 'n', from: t('10-09 18:00'), until: t('10-09 20:00') },
      ],
    })
  })
})

describe('cancelling', () => {
  const made = override('10-09 09:00', '10-09 15:00', { out: 'a', in: 'c' })
  const with1 = { ...base, overrides: [made] }
  it('takes away what hasn’t begun, and cuts off what has: what was, was', () => {
    expect(decideCancel(with1, made.id, given('gao', '10-09 08:59'))).toEqual({ cancelled: made })
    expect(decideCancel(with1, made.id, given('gao', '10-09 11:00'))).toEqual({
      cancelled: made,
      kept: { ...made, to: t('10-09 11:00') },
    })
  })
  it('is refused when it is over or unknown', () => {
    expect(decideCancel(with1, made.id, given('gao', '10-09 15:00'))).toEqual({ refused: 'rota.in-the-past' })
    expect(decideCancel(with1, 'o-none', given('gao', '10-09 08:00'))).toEqual({ refused: 'override.not-found' })
  })
})

describe('taking over now', () => {
  const take = (of: Rota, now: string, more: { out?: string } = {}, who = 'c') =>
    decideTakeOver(of, { id: 'o', seat: 'hotline', why: '', ...more }, given(who, now))
  it('lasts to the end of the shift that runs, though the same person has the next one too', () => {
    expect(take(base, '10-09 14:30')).toMatchObject({
      kind: 'replace',
      out: 'a',
      in: 'c',
      from: t('10-09 14:30'),
      to: t('10-09 20:00'),
    })
    const alone = rota([layer({ people: ['a'] })])
    expect(take(alone, '10-09 14:30')).toMatchObject({ to: t('10-10 08:00') })
    const weekly = rota([layer({ people: ['a'], every: 'week', anchor: '2026-10-05' })])
    expect(take(weekly, '10-09 14:30')).toMatchObject({ to: t('10-12 08:00') })
  })
  it('asks whom, where several stand there, and fills a gap until the next shift', () => {
    const two = rota([layer({ people: ['a'] }), layer({ people: ['b'] })])
    expect(take(two, '10-09 09:00')).toMatchObject({ refused: 'rota.whom-to-relieve' })
    expect(take(two, '10-09 09:00', { out: 'b' })).toMatchObject({ out: 'b' })
    expect(take(two, '10-09 09:00', { out: 'z' })).toMatchObject({ refused: 'rota.not-there' })
    expect(take(rota([day]), '10-09 21:00')).toMatchObject({ kind: 'add', in: 'c', to: t('10-10 08:00') })
  })
  it('is refused to whoever stands there, or elsewhere', () => {
    expect(take(base, '10-09 09:00', {}, 'a')).toMatchObject({ refused: 'rota.already-there' })
    expect(take(base, '10-09 09:00', {}, 'b')).toMatchObject({ refused: 'rota.two-seats' })
  })
})

describe('layers and festivals', () => {
  const now = given('gao', '10-08 12:00')
  it('a layer names a seat, people, and puts nobody into two seats', () => {
    expect(decideLayer(base, { ...day, people: [] }, now)).toEqual({ refused: 'rota.layer-empty' })
    expect(decideLayer(base, { ...day, seat: 'nowhere' }, now)).toEqual({ refused: 'seat.not-found' })
    expect(decideLayer(base, { ...day, from: '08:00', to: '08:00' }, now)).toMatchObject({
      refused: 'rota.ends-before-it-starts',
    })
    expect(decideLayer(base, { ...inTown, people: ['a'] }, now)).toMatchObject({
      refused: 'rota.two-seats',
      detail: { person: 'a', from: t('10-09 08:00') },
    })
    expect(decideLayer(base, { ...inTown, people: ['c'] }, now)).toEqual({ ...inTown, people: ['c'] })
  })
  const shift = (person: string, from: string, to: string) => ({ person, from: t(from), to: t(to) })
  const feast = (...shifts: ReturnType<typeof shift>[]) => ({
    seat: 'hotline',
    from: t('10-10 00:00'),
    to: t('10-12 00:00'),
    shifts,
  })
  it('a festival has shifts that end after they start, lie within it, and hold nobody twice', () => {
    const good = feast(shift('c', '10-10 08:00', '10-10 20:00'), shift('c', '10-10 20:00', '10-11 08:00'))
    expect(decideFestival(base, good, now)).toEqual(good)
    expect(decideFestival(base, feast(), now)).toMatchObject({ refused: 'rota.layer-empty' })
    expect(decideFestival(base, feast(shift('c', '10-10 20:00', '10-10 08:00')), now)).toMatchObject({
      refused: 'rota.ends-before-it-starts',
    })
    expect(decideFestival(base, feast(shift('c', '10-11 20:00', '10-12 08:00')), now)).toMatchObject({
      refused: 'rota.outside',
    })
    const twice = feast(shift('c', '10-10 08:00', '10-10 20:00'), shift('c', '10-10 19:59', '10-11 08:00'))
    expect(decideFestival(base, twice, now)).toMatchObject({ refused: 'rota.person-twice' })
    expect(decideFestival(base, feast(shift('b', '10-10 08:00', '10-10 20:00')), now)).toMatchObject({
      refused: 'rota.two-seats',
    })
  })
})

describe('the note at a change of seat', () => {
  const note = { id: 'h', seat: 'hotline', note: '钥匙在抽屉里' }
  const written = {
    id: 'h',
    seat: 'hotline',
    at: t('10-09 19:50'),
    by: { id: 'a', name: 'A' },
    note: '',
  } satisfies HandOver
  it('is written by whoever stands there or stood there within the hour, by nobody else', () => {
    expect(decideHandOver(base, note, given('a', '10-09 19:50'))).toMatchObject({
      by: { id: 'a' },
      at: t('10-09 19:50'),
    })
    expect(decideHandOver(base, note, given('a', '10-09 20:59'))).toMatchObject({ by: { id: 'a' } })
    expect(decideHandOver(base, note, given('a', '10-09 21:00'))).toMatchObject({ refused: 'rota.not-there' })
    expect(decideHandOver(base, note, given('b', '10-09 19:50'))).toMatchObject({ refused: 'rota.not-there' })
  })
  it('is acknowledged by whoever comes, once, and is late ten minutes after the change', () => {
    const seen = decideHandOverSeen(base, written, given('n', '10-09 20:03'))
    expect(seen).toMatchObject({ seen: { by: { id: 'n' }, at: t('10-09 20:03') } })
    expect(decideHandOverSeen(base, seen as HandOver, given('n', '10-09 20:05'))).toBe(seen)
    expect(decideHandOverSeen(base, written, given('a', '10-09 20:03'))).toMatchObject({ refused: 'rota.own-note' })
    expect(decideHandOverSeen(base, written, given('b', '10-09 20:03'))).toMatchObject({ refused: 'rota.not-there' })
    const due = handOverDue(base, written, given('system', '10-09 20:00'))
    expect(due && [due.to, short(due.changeAt), short(due.dueAt)]).toEqual([['n'], '10-09 20:00', '10-09 20:10'])
    expect(handOverDue(rota([layer({ people: ['a'] })]), written, given('system', '10-09 20:00'))).toBeUndefined()
  })
})
