import chineseDays from 'chinese-days/dist/chinese-days.json'
import year2024 from '@/data/calendars/2024.json'
import year2025 from '@/data/calendars/2025.json'
import year2026 from '@/data/calendars/2026.json'
import year2027 from '@/data/calendars/2027.json'
import rows from '@/data/limits.json'
import { type CalendarYear, calendarFrom } from '@/domain/calendar'
import {
  type Clock,
  evolveClocks,
  type Limit,
  limitOn,
  type PauseGround,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from '@/domain/clock'
import { type Day, weekdayOf } from '@/domain/time'

export const years = [year2024, year2025, year2026, year2027] as CalendarYear[]
export const calendar = calendarFrom(years)
export const limits = rows as Limit[]
export const limit = (code: string) => limitOn(limits, code, '2026-09-01')

/** `2026-09-30 23:58` in Shanghai. */
export const t = (text: string) => `${text.replace(' ', 'T')}:00.000+08:00`

export function start(code: string, at: string, more: Partial<Limit> = {}, dueAt?: string): Clock {
  const event = startClock({ ...limit(code), ...more }, t(at), calendar, 1, dueAt && t(dueAt))
  return only(evolveClocks([], event))
}

export const paused = (clock: Clock, at: string, ground?: PauseGround) =>
  only(evolveClocks([clock], pauseClock(clock, t(at), ground)))
export const resumed = (clock: Clock, at: string) => only(evolveClocks([clock], resumeClock(clock, t(at), calendar)))
export const stopped = (clock: Clock, at: string) => only(evolveClocks([clock], stopClock(clock, t(at))))

export function only(clocks: Clock[]): Clock {
  const [clock] = clocks
  if (!clock || clocks.length > 1) throw new Error('not one clock')
  return clock
}

/** Working by the lists of chinese-days. Its functions move a day by the machine's zone, and are wrong in New York. */
export function chineseDaysWorks(day: Day): boolean {
  if (day in chineseDays.workdays) return true
  return !(day in chineseDays.holidays) && ![0, 6].includes(weekdayOf(day))
}
