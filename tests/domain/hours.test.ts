import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hoursOf, inOrder, slotFrom, slotName } from '@/domain/hours'
import { MINUTE, after as plus, startOf } from '@/domain/time'
import { visitWays } from '@/domain/visit-types'
import { t } from './clock-given'
import { asked, bookOf, closing, entry, given, host, offeredBy, opening, places, plan, problemOf } from './hours-given'

const september = given('2026-09-30 08:00')
const weekdaysAndSaturday = (from: string, to: string) => offeredBy(host(), asked(from, to), september)

describe('what a working plan offers', () => {
  it('on each of its weekdays: every hour that begins and ends within it, the last one ending with it', () => {
    expect(offeredBy(host(), asked('2026-09-30 00:00', '2026-10-01 00:00'), september)).toEqual([
      '09-30 09:00',
      '09-30 09:30',
      '09-30 10:00',
      '09-30 10:30',
    ])
    const long = host({ plans: [plan({ minutes: 50 })] })
    expect(offeredBy(long, asked('2026-09-30 00:00', '2026-10-01 00:00'), september)).toEqual([
      '09-30 09:00',
      '09-30 09:50',
    ])
  })
  it('to whoever asks for a part of a day: from an hour that begins then, before one that begins at its end', () => {
    expect(weekdaysAndSaturday('2026-09-30 09:30', '2026-09-30 10:30')).toEqual(['09-30 09:30', '09-30 10:00'])
  })
  it('nothing from 1 to 7 October 2026, the National holiday, not even what falls on Saturday and Sunday', () => {
    const everyDay = host({ plans: [plan({ weekdays: [0, 1, 2, 3, 4, 5, 6], to: '09:30' })] })
    expect(offeredBy(everyDay, asked('2026-09-30 00:00', '2026-10-09 00:00'), september)).toEqual([
      '09-30 09:00',
      '10-08 09:00',
    ])
  })
  it('on the make-up Saturday 10 October for whoever works Monday to Friday, and for whoever names Saturdays', () => {
    const saturday = asked('2026-10-10 00:00', '2026-10-11 00:00')
    expect(offeredBy(host(), saturday, september)).toHaveLength(4)
    expect(offeredBy(host({ plans: [plan({ weekdays: [6], to: '09:30' })] }), saturday, september)).toEqual([
      '10-10 09:00',
    ])
    // Whoever comes on Mondays only doesn't come on a Saturday that stands for some other day.
    expect(offeredBy(host({ plans: [plan({ weekdays: [1, 2] })] }), saturday, september)).toEqual([])
  })
  it('not on a plain Saturday, nor on the Sunday after the make-up day', () => {
    expect(weekdaysAndSaturday('2026-10-17 00:00', '2026-10-19 00:00')).toEqual([])
    expect(weekdaysAndSaturday('2026-10-11 00:00', '2026-10-12 00:00')).toEqual([])
  })
  it('on Sundays by the number 7 as by 0', () => {
    const sunday = asked('2026-10-18 00:00', '2026-10-19 00:00')
    for (const day of [0, 7])
      expect(offeredBy(host({ plans: [plan({ weekdays: [day], to: '10:00' })] }), sunday, september)).toHaveLength(2)
  })
  it('from its first day to its last, both included', () => {
    const one = host({ plans: [plan({ to: '09:30', since: '2026-10-12', until: '2026-10-13' })] })
    expect(offeredBy(one, asked('2026-10-08 00:00', '2026-10-16 00:00'), september)).toEqual([
      '10-12 09:00',
      '10-13 09:00',
    ])
  })
  it('in a year whose notice isn’t out: marked provisional, never silently', () => {
    const november = given('2027-12-20 08:00')
    const hours = hoursOf(host(), asked('2027-12-31 00:00', '2028-01-06 00:00'), november)
    expect(hours.length).toBeGreaterThan(0)
    expect(hours.every(({ provisional }) => provisional)).toBe(true)
    expect(hoursOf(host(), asked('2026-09-30 00:00', '2026-10-01 00:00'), september)[0]).not.toHaveProperty(
      'provisional',
    )
  })
  it('until midnight, where a plan says 24:00', () => {
    const late = host({ plans: [plan({ from: '23:00', to: '24:00' })] })
    expect(offeredBy(late, asked('2026-09-30 00:00', '2026-10-01 00:00'), september)).toEqual([
      '09-30 23:00',
      '09-30 23:30',
    ])
  })
  it('each hour once where two plans name it, with the larger number of people', () => {
    const twice = host({ plans: [plan({ to: '09:30' }), plan({ id: 'p2', to: '09:30', capacity: 3 })] })
    const hours = hoursOf(twice, asked('2026-09-30 00:00', '2026-10-01 00:00'), september)
    expect(hours.map(({ capacity, left }) => [capacity, left])).toEqual([[3, 3]])
  })
})

describe('what is beside the plan', () => {
  it('an opening offers hours on a day off too: 3 October in the holiday', () => {
    const one = host({ openings: [opening('2026-10-03 09:00', '2026-10-03 11:00')] })
    expect(offeredBy(one, asked('2026-10-01 00:00', '2026-10-08 00:00'), september)).toEqual([
      '10-03 09:00',
      '10-03 10:00',
    ])
  })
  it('an opening over midnight is cut from its beginning', () => {
    const one = host({ plans: [], openings: [opening('2026-10-03 22:30', '2026-10-04 01:00')] })
    expect(offeredBy(one, asked('2026-10-04 00:00', '2026-10-05 00:00'), september)).toEqual([])
    expect(offeredBy(one, asked('2026-10-03 00:00', '2026-10-05 00:00'), september)).toEqual([
      '10-03 22:30',
      '10-03 23:30',
    ])
  })
  it.each([
    ['a closing', { closings: [closing('2026-09-30 09:30', '2026-09-30 10:00')] }],
    ['leave', { busy: [{ from: t('2026-09-30 09:30'), until: t('2026-09-30 10:00') }] }],
  ])('%s takes away what it overlaps; what ends as it begins, or begins as it ends, stays', (_, more) => {
    expect(offeredBy(host(more), asked('2026-09-30 00:00', '2026-10-01 00:00'), september)).toEqual([
      '09-30 09:00',
      '09-30 10:00',
      '09-30 10:30',
    ])
  })
  it('no hour within half an hour of now, and one that begins in exactly that time', () => {
    const today = asked('2026-09-30 00:00', '2026-10-01 00:00')
    expect(offeredBy(host(), today, given('2026-09-30 09:30'))).toEqual(['09-30 10:00', '09-30 10:30'])
    expect(offeredBy(host(), today, given('2026-09-30 09:31'))).toEqual(['09-30 10:30'])
  })
  it('nothing beyond the thirtieth day, and all of that day', () => {
    const far = offeredBy(host(), asked('2026-10-28 00:00', '2026-11-12 00:00'), september)
    expect(far.at(-1)).toBe('10-30 10:30')
  })
})

describe('visits at home', () => {
  const goes = host({ plans: [plan({ way: 'home', minutes: 60, to: '12:00' })], towns: [places.kulun.town] })
  const home = (where = places.kulun, more = {}) =>
    asked('2026-09-30 00:00', '2026-10-01 00:00', { way: 'home', where, ...more })
  it('only where he goes; whoever names no town goes everywhere', () => {
    expect(offeredBy(goes, home(), september)).toEqual(['09-30 09:00', '09-30 10:00', '09-30 11:00'])
    expect(offeredBy(goes, home(places.elesun), september)).toEqual([])
    expect(offeredBy({ ...goes, towns: [] }, home(places.elesun), september)).toHaveLength(3)
    expect(offeredBy(goes, asked('2026-09-30 00:00', '2026-10-01 00:00', { way: 'home' }), september)).toEqual([])
  })
  it('are where she lives, not where he sits', () => {
    expect(hoursOf(goes, home(), september)[0]?.place).toEqual(places.kulun)
    const office = { ...host(), places: { 'u:2': places.elesun }, plans: [plan({ place: 'u:2' })] }
    expect(hoursOf(office, asked('2026-09-30 00:00', '2026-10-01 00:00'), september)[0]?.place).toEqual(places.elesun)
  })
  it('on a trip that is made anyway come marked and first', () => {
    const everywhere = { ...goes, towns: [] }
    const [first] = hoursOf(everywhere, home(places.elesun), september)
    const span = { from: t('2026-09-29 00:00'), to: t('2026-10-09 00:00') }
    const given_ = given('2026-09-29 08:00', { books: first ? bookOf(entry(first, 'visit:1')) : [] })
    const hours = inOrder(hoursOf(everywhere, { ...home(places.elesun), ...span }, given_), 'home')
    expect(hours.map(({ start, sameTrip }) => `${start.slice(8, 13)} ${sameTrip ?? false}`)).toEqual([
      '30T10 true',
      '30T11 true',
      '29T09 false',
      '29T10 false',
      '29T11 false',
      '08T09 false',
      '08T10 false',
      '08T11 false',
    ])
    // An hour that is only held is no trip yet, nor is one in another town.
    const held = given('2026-09-29 08:00', {
      books: first ? bookOf(entry(first, 'visit:1', { until: t('2026-09-29 08:03') })) : [],
    })
    expect(hoursOf(everywhere, { ...home(places.elesun), ...span }, held).some(({ sameTrip }) => sameTrip)).toBe(false)
    expect(hoursOf(everywhere, { ...home(places.kulun), ...span }, given_).some(({ sameTrip }) => sameTrip)).toBe(false)
  })

  const night = given('2026-10-02 22:10')
  const stands = host({
    plans: [],
    onCall: [{ town: places.kulun.town, from: t('2026-10-02 20:00'), until: t('2026-10-03 08:00') }],
  })
  const called = (need?: 'elder', where = places.kulun) =>
    asked('2026-10-02 00:00', '2026-10-05 00:00', { way: 'home', where, ...(need && { need }) })
  it('for whoever can’t come: on every full hour of the night from whoever stands for her town, while he does', () => {
    expect(offeredBy(stands, called('elder'), night)).toEqual([
      '10-02 23:00',
      '10-03 00:00',
      '10-03 01:00',
      '10-03 02:00',
      '10-03 03:00',
      '10-03 04:00',
      '10-03 05:00',
      '10-03 06:00',
    ])
    expect(offeredBy(stands, called(), night)).toEqual([])
    expect(offeredBy(stands, called('elder', places.elesun), night)).toEqual([])
  })
  it('for the next day and night, not the one after', () => {
    const always = {
      ...stands,
      onCall: [{ town: places.kulun.town, from: t('2026-10-01 00:00'), until: t('2026-10-09 00:00') }],
    }
    const hours = offeredBy(always, called('elder'), night)
    expect([hours[0], hours.at(-1), hours.length]).toEqual(['10-02 23:00', '10-03 22:00', 24])
  })
})

describe('a slot’s name', () => {
  it('says way, day, time, minutes and person, and reads back', () => {
    const hour = {
      way: 'office' as const,
      start: t('2026-10-09 09:00'),
      end: t('2026-10-09 09:30'),
      person: { id: 'li' },
    }
    expect(slotName(hour)).toBe('office.20261009T0900.30.li')
    expect(slotFrom('office.20261009T0900.30.li')).toEqual({ ...hour, person: 'li' })
  })
  it('reads back whatever is in it, over midnight and with points in the person’s name', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...visitWays),
        fc.integer({ min: 0, max: 60 * 24 * 400 }),
        fc.integer({ min: 1, max: 24 * 60 }),
        fc.stringMatching(/^[a-z0-9:.-]{1,40}$/),
        (way, minute, minutes, id) => {
          const start = plus(startOf('2026-01-01'), minute * MINUTE)
          const end = plus(start, minutes * MINUTE)
          expect(slotFrom(slotName({ way, start, end, person: { id } }))).toEqual({ way, start, end, person: id })
        },
      ),
    )
  })
  it.each([
    '',
    'office',
    'office.20261009T0900.30',
    'office.20261009T0900.30.',
    'office.20260230T0900.30.li',
    'office.20261009T2400.30.li',
    'office.20261009T0960.30.li',
    'office.20261009T0900.0.li',
    'office.20261009T0900.1441.li',
    'garden.20261009T0900.30.li',
    'constructor.20261009T0900.30.li',
  ])('%j is none', (slot) => expect(slotFrom(slot)).toBeUndefined())
})

describe('an hour that is named', () => {
  const problem = (slot: string, more = {}, now = '2026-09-30 09:10') => problemOf(host(more), slot, given(now))
  it.each([
    ['office.20260930T0900.30.li', 'in-the-past'],
    ['office.20260930T0930.30.li', 'too-soon'],
    ['office.20260930T1000.30.li', 'none'],
    ['office.20261031T0900.30.li', 'too-far'],
    ['office.20261001T0900.30.li', 'day-off'],
    ['office.20261011T0900.30.li', 'day-off'],
    ['office.20261010T0900.30.li', 'none'],
    ['office.20261009T1100.30.li', 'not-in-plan'],
    ['office.20261009T0915.30.li', 'not-in-plan'],
    ['office.20261009T0900.60.li', 'not-in-plan'],
    ['phone.20261009T0900.30.li', 'not-in-plan'],
    ['home.20261009T0900.30.li', 'not-in-plan'],
    ['office.20261009T0900.30.he', 'not-in-plan'],
    ['nonsense', 'not-in-plan'],
  ])('%s: %s', (slot, code) => expect(problem(slot)).toBe(code))
  it('in a closing or on leave he is away', () => {
    const slot = 'office.20261009T0900.30.li'
    expect(problem(slot, { closings: [closing('2026-10-09 09:29', '2026-10-09 12:00')] })).toBe('away')
    expect(problem(slot, { closings: [closing('2026-10-09 09:30', '2026-10-09 12:00')] })).toBe('none')
    expect(problem(slot, { busy: [{ from: t('2026-10-08 00:00'), until: t('2026-10-10 00:00') }] })).toBe('away')
  })
  it('in a town where he doesn’t go he can’t be reached', () => {
    const goes = host({ plans: [plan({ way: 'home' })], towns: [places.kulun.town] })
    const named = (where: typeof places.kulun) => problemOf(goes, 'home.20261009T0900.30.li', september, { where })
    expect([named(places.kulun), named(places.elesun)]).toEqual(['none', 'unreachable'])
  })
})
