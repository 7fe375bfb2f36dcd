import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DayBook,
  daysAround,
  daysTouching,
  everythingIn,
  fits,
  standingIn,
  type Taken,
  withTaken,
} from '@/domain/day-book'
import { dayOf } from '@/domain/time'
import { t } from './clock-given'

const now = t('2026-10-09 08:00')
const east = '150524100'
const west = '150524104'
let matters = 0
const taken = (from: string, to: string, more: Partial<Taken> = {}): Taken => {
  matters += 1
  const [start, end] = [t(`2026-10-09 ${from}`), t(`2026-10-09 ${to}`)]
  return { matter: `visit:${matters}`, way: 'office', start, end, town: east, slot: `office.${from}.${to}`, ...more }
}
const book = (...all: Taken[]): DayBook => ({ person: 'li', day: '2026-10-09', taken: all })
const room = (
  wanted: Taken,
  others: Taken[],
  capacity = 1,
  travel: { from: string; to: string; minutes: number }[] = [],
) => fits([book(...others)], wanted, capacity, travel, now)

describe('an hour in a day’s book', () => {
  it('has room in its own slot for as many as may come, and no more', () => {
    const others = [taken('09:00', '09:30'), taken('09:00', '09:30')]
    expect(room(taken('09:00', '09:30'), others, 3)).toBe('free')
    expect(room(taken('09:00', '09:30'), others, 2)).toBe('taken')
  })
  it('is taken by whatever else overlaps it, however little, whatever room there is; ends that touch don’t', () => {
    const wanted = taken('09:00', '09:30', { way: 'phone' })
    expect(room(wanted, [taken('09:29', '10:00')], 5)).toBe('taken')
    expect(room(wanted, [taken('08:00', '09:01')], 5)).toBe('taken')
    expect(room(wanted, [taken('09:30', '10:00'), taken('08:30', '09:00')])).toBe('free')
  })
  it('isn’t taken by what its own matter has in it', () => {
    const wanted = taken('09:00', '09:30')
    expect(room(wanted, [{ ...wanted }])).toBe('free')
    expect(room(wanted, [taken('09:15', '10:00', { matter: wanted.matter })])).toBe('free')
  })
  it('is free again at the very instant at which a hold ends', () => {
    const hold = taken('09:00', '09:30', { until: now })
    expect(room(taken('09:00', '09:30'), [hold])).toBe('free')
    expect(room(taken('09:00', '09:30'), [{ ...hold, until: t('2026-10-09 08:01') }])).toBe('taken')
    expect(standingIn(book(hold), now)).toEqual([])
  })
  it('at home is shared only within one town: nobody is in two at once', () => {
    const here = taken('09:00', '10:00', { way: 'home', slot: 'home' })
    expect(room(taken('09:00', '10:00', { way: 'home', slot: 'home' }), [here], 2)).toBe('free')
    expect(room(taken('09:00', '10:00', { way: 'home', slot: 'home', town: west }), [here], 2)).toBe('taken')
  })
  it('counts a visit that lies in two days’ books once', () => {
    const night = taken('09:00', '09:30')
    const books = [book(night), { ...book(night), day: '2026-10-10' }]
    expect(everythingIn(books, now)).toHaveLength(1)
    expect(fits(books, taken('09:00', '09:30'), 2, [], now)).toBe('free')
  })
})

describe('the way from town to town', () => {
  const travel = [{ from: east, to: west, minutes: 40 }]
  const there = (from: string, to: string, more: Partial<Taken> = {}) =>
    taken(from, to, { way: 'home', town: west, ...more })
  it('wants its minutes before and after, each way by its own row', () => {
    const atHome = taken('09:00', '09:30')
    expect(room(there('10:09', '11:00'), [atHome], 1, travel)).toBe('unreachable')
    expect(room(there('10:10', '11:00'), [atHome], 1, travel)).toBe('free')
    expect(room(taken('08:00', '09:00'), [there('09:39', '10:30')], 1, travel)).toBe('unreachable')
    expect(room(taken('08:00', '09:00'), [there('09:40', '10:30')], 1, travel)).toBe('free')
  })
  it('has no limit where the table has no row, and a row isn’t read backwards', () => {
    expect(room(taken('09:30', '10:00'), [there('09:00', '09:30')], 1, travel)).toBe('free')
    expect(room(there('09:30', '10:00'), [taken('09:00', '09:30')])).toBe('free')
    const back = [...travel, { from: west, to: east, minutes: 10 }]
    expect(room(taken('09:30', '10:00'), [there('09:00', '09:30')], 1, back)).toBe('unreachable')
    expect(room(taken('09:40', '10:10'), [there('09:00', '09:30')], 1, back)).toBe('free')
  })
  it('is nobody’s who telephones, and none within a town', () => {
    expect(room(there('09:30', '10:00', { way: 'phone' }), [taken('09:00', '09:30')], 1, travel)).toBe('free')
    expect(room(there('09:30', '10:00', { way: 'video' }), [taken('09:00', '09:30')], 1, travel)).toBe('free')
    expect(room(taken('09:30', '10:00', { way: 'home' }), [taken('09:00', '09:30')], 1, travel)).toBe('free')
  })
  it('over midnight: both days’ books decide, and are written', () => {
    const late = { start: t('2026-10-09 23:00'), end: t('2026-10-09 23:30') }
    expect(daysAround(late, [])).toEqual(['2026-10-09'])
    expect(daysAround(late, travel)).toEqual(['2026-10-09', '2026-10-10'])
    const early = { start: t('2026-10-10 00:05'), end: t('2026-10-10 00:35') }
    expect(daysAround(early, travel)).toEqual(['2026-10-09', '2026-10-10'])
    expect(daysAround({ start: t('2026-10-09 12:00'), end: t('2026-10-09 13:00') }, travel)).toEqual(['2026-10-09'])
  })
})

describe('days of a span', () => {
  it('are those it touches: what ends at midnight doesn’t lie in the next', () => {
    expect(daysTouching(t('2026-10-09 23:00'), t('2026-10-10 00:00'))).toEqual(['2026-10-09'])
    expect(daysTouching(t('2026-10-09 23:00'), t('2026-10-10 00:01'))).toEqual(['2026-10-09', '2026-10-10'])
  })
})

describe('writing in a book', () => {
  it('replaces what its matter had, leaves the others’, and drops what ran out', () => {
    const [mine, theirs] = [taken('09:00', '09:30'), taken('10:00', '10:30')]
    const out = taken('11:00', '11:30', { until: now })
    const moved = { ...mine, start: theirs.end, slot: 'another' }
    expect(withTaken(book(mine, theirs, out), mine.matter, [moved], now).taken).toEqual([theirs, moved])
    expect(withTaken(book(mine, theirs), mine.matter, [], now).taken).toEqual([theirs])
  })
  it('never lets more into a slot than may come, nor two things overlap, whoever comes in whatever order', () => {
    const hour = fc.record({
      from: fc.integer({ min: 0, max: 15 }),
      quarters: fc.constantFrom(2, 4),
      matter: fc.integer({ min: 1, max: 8 }),
      held: fc.boolean(),
      minute: fc.nat(30),
    })
    fc.assert(
      fc.property(fc.array(hour, { maxLength: 40 }), fc.integer({ min: 1, max: 3 }), (wishes, capacity) => {
        let kept = book()
        let at = now
        for (const { from, quarters, matter, held, minute } of wishes) {
          at = [at, t(`2026-10-09 08:${String(minute).padStart(2, '0')}`)].sort()[1] ?? at
          const clock = (n: number) =>
            `${String(9 + Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`
          const until = held ? { until: t(`2026-10-09 08:${String(Math.min(59, minute + 3)).padStart(2, '0')}`) } : {}
          const wanted = taken(clock(from), clock(from + quarters), { matter: `visit:${matter}`, ...until })
          if (fits([kept], wanted, capacity, [], at) === 'free') kept = withTaken(kept, wanted.matter, [wanted], at)
          const standing = standingIn(kept, at)
          for (const one of standing) {
            expect(standing.filter(({ slot }) => slot === one.slot).length).toBeLessThanOrEqual(capacity)
            const over = standing.filter(
              (other) => other.slot !== one.slot && other.start < one.end && one.start < other.end,
            )
            expect(over).toEqual([])
          }
          expect(new Set(standing.map(({ matter }) => matter)).size).toBe(standing.length)
          expect(standing.every(({ start }) => dayOf(start) === kept.day)).toBe(true)
        }
      }),
    )
  })
})
