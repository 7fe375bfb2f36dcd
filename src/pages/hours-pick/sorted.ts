import type { SlotView } from '@/contract/views'
import { addDays, type Day, dayOf, type Instant, timeOf } from '@/domain/time'

/** The hours that are offered, as days and parts of a day. */

export type PartOfDay = 'night' | 'morning' | 'afternoon' | 'evening'

export const daysFrom = (first: Day, count: number): Day[] => Array.from({ length: count }, (_, n) => addDays(first, n))

export const hoursOn = (items: readonly SlotView[], day: Day): SlotView[] =>
  items.filter(({ start }) => dayOf(start) === day)

/** Each time once: of those who could, whoever is near anyway, then whoever has most room. */
export function oneEach(items: readonly SlotView[]): SlotView[] {
  const best = new Map<Instant, SlotView>()
  for (const each of items) {
    const other = best.get(each.start)
    if (!other || isBetter(each, other)) best.set(each.start, each)
  }
  return [...best.values()].sort((a, b) => (a.start < b.start ? -1 : 1))
}

const isBetter = (a: SlotView, b: SlotView): boolean =>
  a.sameTrip === b.sameTrip ? a.left > b.left : Boolean(a.sameTrip)

export function peopleIn(items: readonly SlotView[]): { id: string; name: string }[] {
  const names = new Map(items.flatMap(({ person }) => (person ? [[person.id, person.name] as const] : [])))
  return [...names].map(([id, name]) => ({ id, name }))
}

const begins: readonly [string, PartOfDay][] = [
  ['18:00', 'evening'],
  ['12:00', 'afternoon'],
  ['06:00', 'morning'],
]

export const partOf = (start: Instant): PartOfDay => begins.find(([from]) => timeOf(start) >= from)?.[1] ?? 'night'

/** In the order of the day, with no empty part. */
export function byPart(items: readonly SlotView[]): { part: PartOfDay; items: SlotView[] }[] {
  const parts = new Map<PartOfDay, SlotView[]>()
  for (const each of items) {
    const part = partOf(each.start)
    parts.set(part, [...(parts.get(part) ?? []), each])
  }
  return [...parts].map(([part, those]) => ({ part, items: those }))
}

/** 「9:00–9:30」. */
export const spanOf = ({ start, end }: Pick<SlotView, 'start' | 'end'>): string => `${hour(start)}–${hour(end)}`
const hour = (at: Instant) => timeOf(at).replace(/^0/, '')
