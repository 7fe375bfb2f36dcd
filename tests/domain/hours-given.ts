import policy from '@/data/policy.json'
import type { DayBook, Taken } from '@/domain/day-book'
import { type Host, type HoursAsked, type HoursGiven, hourNamed, hoursOf, type Plan, takenAs } from '@/domain/hours'
import type { Policy } from '@/domain/policy'
import { dayOf, timeOf } from '@/domain/time'
import type { Hour, OfferedHour } from '@/domain/visit-types'
import { calendar, t } from './clock-given'

/** One host with a plan, somebody who asks, and the books as they stand. */

export const places = {
  kulun: { code: '150524100200', text: '库伦镇 东嘎查', town: '150524100' },
  elesun: { code: '150524104200', text: '额勒顺镇 查干嘎查', town: '150524104' },
}
export const plan = (more: Partial<Plan> = {}): Plan => ({
  id: 'p1',
  way: 'office',
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '11:00',
  minutes: 30,
  capacity: 1,
  ...more,
})
export const host = (more: Partial<Host> = {}): Host => ({
  person: { id: 'li', name: '李律师' },
  languages: ['zh'],
  subjects: ['labour'],
  towns: [],
  office: { code: 'firm:1', text: '甲律师事务所', town: '150524100' },
  plans: [plan()],
  openings: [],
  closings: [],
  busy: [],
  onCall: [],
  ...more,
})
const by = { id: 'gao', name: '高审查' }
export const opening = (from: string, to: string, more: object = {}) => ({
  id: 'o1',
  way: 'office' as const,
  from: t(from),
  to: t(to),
  minutes: 60,
  capacity: 1,
  by,
  at: t('2026-09-01 08:00'),
  ...more,
})
export const closing = (from: string, to: string) => ({
  id: 'c1',
  from: t(from),
  to: t(to),
  why: '开会',
  by,
  at: t('2026-09-01 08:00'),
})
export const given = (now: string, more: Partial<HoursGiven> = {}): HoursGiven => ({
  now: t(now),
  calendar,
  policy: policy.values as Policy,
  travel: [],
  books: [],
  ...more,
})
export const asked = (from: string, to: string, more: Partial<HoursAsked> = {}): HoursAsked => ({
  way: 'office',
  from: t(from),
  to: t(to),
  ...more,
})
/** `10-09 09:00` for each hour, as people read a list. */
export const starts = (hours: readonly OfferedHour[]): string[] =>
  hours.map(({ start }) => `${dayOf(start).slice(5)} ${timeOf(start)}`)
export const offeredBy = (one: Host, what: HoursAsked, world: HoursGiven): string[] => starts(hoursOf(one, what, world))
export const problemOf = (one: Host, slot: string, world: HoursGiven, more: Partial<HoursAsked> = {}): string => {
  const found = hourNamed(one, slot, more, world)
  return 'problem' in found ? found.problem : 'none'
}
export const bookOf = (...taken: Taken[]): DayBook[] =>
  [...new Set(taken.map(({ start }) => dayOf(start)))].map((day) => ({
    person: 'li',
    day,
    taken: taken.filter(({ start }) => dayOf(start) === day),
  }))
export const entry = (hour: Hour, matter: string, more: Partial<Taken> = {}): Taken => ({
  ...takenAs(hour, matter),
  ...more,
})
