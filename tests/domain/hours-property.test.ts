import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fits } from '@/domain/day-book'
import { hourNamed, hoursOf, takenAs } from '@/domain/hours'
import { addDays, at, HOUR, MINUTE, after as plus, startOf } from '@/domain/time'
import { visitWays } from '@/domain/visit-types'
import { t } from './clock-given'
import { bookOf, closing, entry, given, host, places, plan } from './hours-given'

const september = given('2026-09-30 08:00')

describe('for any plan, closings and leave', () => {
  const quarter = (n: number) => plus(startOf('2026-10-08'), n * 15 * MINUTE)
  const span = fc
    .tuple(fc.nat(400), fc.integer({ min: 1, max: 60 }))
    .map(([from, long]) => ({ from: quarter(from), to: quarter(from + long) }))
  const anyPlan = fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: fc.integer({ min: 0, max: 20 }),
    hours: fc.integer({ min: 1, max: 4 }),
    minutes: fc.constantFrom(10, 25, 30, 45, 60, 90),
    capacity: fc.integer({ min: 1, max: 3 }),
    way: fc.constantFrom(...visitWays),
  })
  const time = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  const anyHost = fc
    .record({
      plans: fc.array(anyPlan, { minLength: 1, maxLength: 4 }),
      closed: fc.array(span, { maxLength: 3 }),
      busy: fc.array(span, { maxLength: 3 }),
    })
    .map(({ plans, closed, busy }) =>
      host({
        plans: plans.map(({ from, hours, ...rest }, n) =>
          plan({ ...rest, id: `p${n}`, from: time(from), to: time(from + hours) }),
        ),
        closings: closed.map((each, n) => ({
          ...closing('2026-10-01 00:00', '2026-10-01 00:00'),
          ...each,
          id: `c${n}`,
        })),
        busy: busy.map(({ from, to }) => ({ from, until: to })),
      }),
    )
  const world = given('2026-10-07 08:00', {
    travel: [
      { from: places.kulun.town, to: places.elesun.town, minutes: 40 },
      { from: places.elesun.town, to: places.kulun.town, minutes: 55 },
    ],
  })
  const all = (where: typeof places.kulun) => (one: ReturnType<typeof host>, books: typeof world.books) =>
    visitWays.flatMap((way) =>
      hoursOf(one, { way, where, from: t('2026-10-08 00:00'), to: t('2026-10-15 00:00') }, { ...world, books }),
    )

  it('what is offered lies within a plan of that weekday, and outside everything that is closed', () => {
    fc.assert(
      fc.property(anyHost, (one) => {
        for (const { start, end, way } of all(places.kulun)(one, [])) {
          const day = start.slice(0, 10)
          const within = one.plans.some(
            (each) => each.way === way && at(day, each.from) <= start && end <= at(day, each.to),
          )
          expect(within).toBe(true)
          expect(one.closings.some(({ from, to }) => from < end && start < to)).toBe(false)
          expect(one.busy.some(({ from, until }) => from < end && start < until)).toBe(false)
        }
      }),
    )
  })
  it('what is offered can be named, and booked; then nothing overlaps it, and what is left fits beside it', () => {
    fc.assert(
      fc.property(anyHost, fc.infiniteStream(fc.nat(1000)), (one, choice) => {
        const taken: ReturnType<typeof entry>[] = []
        for (let n = 0; n < 12; n += 1) {
          const where = n % 2 ? places.kulun : places.elesun
          const free = all(where)(one, bookOf(...taken))
          const picked = free[(choice.next().value ?? 0) % Math.max(1, free.length)]
          if (!picked) break
          const books = bookOf(...taken)
          expect(hourNamed(one, picked.slot, { where }, { ...world, books })).toMatchObject({
            hour: { slot: picked.slot },
          })
          expect(fits(books, takenAs(picked, `visit:${n}`), picked.capacity, world.travel, world.now)).toBe('free')
          expect(picked.left).toBe(picked.capacity - taken.filter(({ slot }) => slot === picked.slot).length)
          taken.push(entry(picked, `visit:${n}`))
        }
        for (const a of taken)
          for (const b of taken) {
            if (a === b || a.slot === b.slot) continue
            expect(a.start < b.end && b.start < a.end).toBe(false)
            const apart = a.town !== b.town && [a, b].every(({ way }) => way === 'home' || way === 'office')
            // 40 minutes out, 55 back: neither direction is read for the other.
            const minutes = a.town === places.kulun.town ? 40 : 55
            if (apart && a.end <= b.start) expect(plus(a.end, minutes * MINUTE) <= b.start).toBe(true)
          }
      }),
      { numRuns: 60 },
    )
  })
  it('no day of the National holiday has an hour, whatever the plan', () => {
    fc.assert(
      fc.property(anyHost, fc.nat(6), (one, n) => {
        const from = startOf(addDays('2026-10-01', n))
        const holiday = { from, to: plus(from, 24 * HOUR), where: places.kulun }
        for (const way of visitWays) expect(hoursOf(one, { way, ...holiday }, september)).toEqual([])
      }),
    )
  })
})
