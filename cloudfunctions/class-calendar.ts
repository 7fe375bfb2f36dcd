import type { Instant } from '@/domain/time'

/** A class as an iCalendar text: RFC 5545 by the library, loaded only when somebody asks for one. */
export async function classCalendar(on: {
  id: string
  title: string
  place: string
  start: Instant
  end: Instant
  now: Instant
}): Promise<string> {
  const { default: ical } = await import('ical-generator')
  const calendar = ical({ prodId: { company: 'eight-minute-legal-circle', product: 'classes', language: 'ZH' } })
  const { id, title, place, start, end, now } = on
  calendar.createEvent({
    id,
    start: new Date(start),
    end: new Date(end),
    stamp: new Date(now),
    summary: title,
    ...(place && { location: place }),
  })
  return calendar.toString()
}
