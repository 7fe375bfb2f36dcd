import type { Instant } from '@/domain/time'

/** An appointment as an iCalendar text: RFC 5545 by the library, loaded only when somebody asks for one. */
export async function visitCalendar(visit: {
  id: string
  title: string
  place: string
  start: Instant
  end: Instant
  now: Instant
}): Promise<string> {
  const { default: ical, ICalAlarmType } = await import('ical-generator')
  const calendar = ical({ prodId: { company: 'eight-minute-legal-circle', product: 'visit', language: 'ZH' } })
  const { id, title, place, start, end, now } = visit
  calendar
    .createEvent({
      id,
      start: new Date(start),
      end: new Date(end),
      stamp: new Date(now),
      summary: title,
      ...(place && { location: place }),
    })
    .createAlarm({ type: ICalAlarmType.display, trigger: 2 * 60 * 60 })
  return calendar.toString()
}
