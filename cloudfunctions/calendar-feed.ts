import ical, { ICalEventBusyStatus } from 'ical-generator'
import { personShifts } from '@/domain/rota'
import { addDays, dayOf, startOf } from '@/domain/time'
import { calendarWords } from '@/words/rota-calendar'
import { calendarHolder } from './rota-calendar-token'
import { seatNames } from './rota-people'
import { loadRota } from './rota-records'
import type { World } from './world'

/** Only a door that serves it imports this: the library has no business in a cloud function's bundle. */

const BACK_DAYS = 7
const AHEAD_DAYS = 60
const ZONE = 'Asia/Shanghai'

/**
 * The shifts of whoever holds the token as an iCalendar text, a week back and two months ahead; undefined where the
 * token opens nothing. A shift keeps its name, so that a phone moves it instead of showing it twice.
 */
export async function calendarFeed(world: World, token: string): Promise<string | undefined> {
  const person = await calendarHolder(world, token)
  if (person === undefined) return undefined
  const now = world.clock.now()
  const from = startOf(addDays(dayOf(now), -BACK_DAYS))
  const to = startOf(addDays(dayOf(now), AHEAD_DAYS + 1))
  const rota = await loadRota(world, from, to)
  const seat = await seatNames(world, rota)
  const calendar = ical({
    name: calendarWords.name,
    prodId: { company: 'eight-minute-legal-circle', product: 'rota', language: 'ZH' },
    ttl: 3600,
  })
  // Times are written in UTC, which every telephone understands; this is only the zone that they are shown in.
  calendar.x('X-WR-TIMEZONE', ZONE)
  for (const shift of personShifts(rota, person, from, to, world.calendar))
    calendar.createEvent({
      // One person begins once in a seat at a minute, however often the rota is read; what runs on from before is cut
      // at another minute each day, and is still the same.
      id: world.seal
        .lookup('lookup', `shift ${person} ${shift.seat} ${shift.from > from ? shift.from : 'from before'}`)
        .slice(0, 32),
      start: new Date(shift.from),
      end: new Date(shift.until),
      stamp: new Date(now),
      summary: calendarWords.duty(seat(shift.seat)),
      busystatus: ICalEventBusyStatus.BUSY,
    })
  return calendar.toString()
}
