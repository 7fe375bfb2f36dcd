import type { Instant } from '@/domain/time'

type Entry = { id: string; title: string; place: string; start: Instant; end: Instant; now: Instant; remind?: true }

/**
 * One appointment as an iCalendar text, with an alarm two hours before where it is asked for: RFC 5545 by the library,
 * loaded only when somebody wants one.
 */
export async function calendarFile({ id, title, place, start, end, now, remind }: Entry): Promise<string> {
  const { default: ical, ICalAlarmType } = await import('ical-generator')
  const calendar = ical({ prodId: { company: 'eight-minute-legal-circle', product: 'appointment', language: 'ZH' } })
  const event = calendar.createEvent({
    id,
    start: new Date(start),
    end: new Date(end),
    stamp: new Date(now),
    summary: title,
    ...(place && { location: place }),
  })
  if (remind) event.createAlarm({ type: ICalAlarmType.display, trigger: 2 * 60 * 60 })
  return calendar.toString()
}
