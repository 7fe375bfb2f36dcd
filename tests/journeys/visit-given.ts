import { onTestFinished } from 'vitest'
import type { ActionName, Input } from '@/contract/actions'
import type { MatterView, SlotView } from '@/contract/views'
import { startServer, type TestServer } from '../support/server'
import { east } from './given'
import { dutyCounty, south } from './question-given'

/**
 * The county on duty with working plans: li sits in his firm on weekday mornings, half hours, one at a time, and goes
 * out on Thursday afternoons; wang takes two at once on the telephone. From one town to the other it takes 60 minutes.
 */
const week = [1, 2, 3, 4, 5]
export const plans = [
  { person: 'li', kind: 'office', weekdays: week, from: '09:00', to: '11:30', minutes: 30, capacity: 1 },
  { person: 'li', kind: 'home', weekdays: [4], from: '14:00', to: '18:00', minutes: 60, capacity: 1 },
  { person: 'wang', kind: 'phone', weekdays: week, from: '14:00', to: '15:00', minutes: 30, capacity: 2 },
]
export const travel = [
  { from: '150524100', to: '150524101', minutes: 60 },
  { from: '150524101', to: '150524100', minutes: 60 },
]

type Options = Partial<Parameters<typeof startServer>[0]> & { more?: object; policy?: object }
export async function withPlans(now: string, { more = {}, policy, ...options }: Options = {}) {
  const county = { ...dutyCounty({ policy: policy ?? {} }), plans, travel, ...more }
  const server = await startServer({ now, county, ...options } as Parameters<typeof startServer>[0])
  onTestFinished(() => server.stop())
  return server
}

/** Wednesday 2026-10-14, 09:00; the town's seat is li's by day, wang's by night. */
export const WEDNESDAY = '2026-10-14T09:00:00+08:00'

type Slots = Omit<Input<'visit.slots'>, 'requestId'>
export async function hours(county: TestServer, asked: Partial<Slots> = {}, who?: string): Promise<SlotView[]> {
  const { items } = await county.api(who ?? 'bao', 'visit.slots', {
    kind: 'office',
    village: east,
    from: '2026-10-15',
    to: '2026-10-16',
    ...asked,
  })
  return items
}

/** The hour that begins then, among those that are offered. */
export async function hourAt(county: TestServer, start: string, asked: Partial<Slots> = {}): Promise<string> {
  const found = (await hours(county, asked)).find((hour) => hour.start.startsWith(start))
  if (!found) throw new Error(`no hour at ${start}`)
  return found.slot
}
export const starts = (items: { start: string }[]): string[] => items.map(({ start }) => start.slice(5, 16))

type Book = Omit<Input<'visit.book'>, 'requestId'>
export const form = (more: Partial<Book> = {}): Book => ({
  village: east,
  topic: 'wages',
  name: '包群众',
  phone: '13900000011',
  ...more,
})

/** A visit booked for the hour that begins then. */
export async function booked(
  county: TestServer,
  start: string,
  { who = 'bao', asked = {}, more = {} }: { who?: string; asked?: Partial<Slots>; more?: Partial<Book> } = {},
): Promise<MatterView> {
  const slot = await hourAt(county, start, asked)
  return county.api(who, 'visit.book', { ...form(more), slot })
}

type OnMatter = Extract<ActionName, `visit.${string}`>
export const visiting =
  (county: TestServer, id: string) =>
  <A extends OnMatter>(who: string, action: A, input: object = {}) =>
    county.ask(who, action, { ...input, id } as never)

export { south }
