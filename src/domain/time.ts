import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat.js'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)
dayjs.extend(customParseFormat)

/** `2026-10-01T00:00:00.000+08:00`: always Asia/Shanghai, one fixed width, so text order is time order. */
export type Instant = string
/** A calendar day in Asia/Shanghai, `2026-10-01`. Laws count days, not instants. */
export type Day = string
/** ISO 8601, in days and smaller (`P1DT2H`): months and years have no fixed length. */
export type Duration = string

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Later than everything; what is due never sorts last. */
export const NEVER: Instant = '9999-12-31T00:00:00.000+08:00'

// China has kept one offset without summer time since 1991, so +08:00 is the time zone.
const OFFSET = '+08:00'
const OFFSET_MS = 8 * HOUR
const EARLIEST_MS = Date.parse('1000-01-01T00:00:00.000+08:00')
const NEVER_MS = Date.parse(NEVER)

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?(Z|[+-](0\d|1[0-4]):?[0-5]\d)$/
const DURATION = /^P(?:(\d+)W|(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d{1,3}))?S)?)?)$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** An ISO instant with an offset or Z, at our width; undefined if it names no instant (30 February, 24:00, no offset). */
export function instantFrom(text: string): Instant | undefined {
  const match = INSTANT.exec(text)
  if (!match?.[1] || !isDay(match[1])) return undefined
  // Date.parse wants a point before the fraction and a colon in the offset.
  const ms = Date.parse(text.replace(',', '.').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  return ms >= EARLIEST_MS && ms <= NEVER_MS ? instantOf(ms) : undefined
}

/** Throws outside the years 1000 to 9999; whatever comes after NEVER is NEVER. */
export function instantOf(ms: number): Instant {
  if (!(ms >= EARLIEST_MS)) throw new RangeError(`no instant at ${ms} ms`)
  if (ms >= NEVER_MS) return NEVER
  return new Date(ms + OFFSET_MS).toISOString().slice(0, -1) + OFFSET
}

export const msOf = (at: Instant): number => Date.parse(at)
export const after = (at: Instant, ms: number): Instant => instantOf(msOf(at) + ms)
export const msBetween = (from: Instant, to: Instant): number => msOf(to) - msOf(from)

export const dayOf = (at: Instant): Day => at.slice(0, 10)
export const timeOf = (at: Instant): string => at.slice(11, 16)
export const startOf = (day: Day): Instant => `${day}T00:00:00.000${OFFSET}`

/** `HH:mm` on that day; 24:00 is the next day's start. Throws at a time that isn't on a clock. */
export function at(day: Day, time: string): Instant {
  if (time === '24:00') return startOf(nextDay(day))
  if (!TIME.test(time)) throw new RangeError(`no such time: ${time}`)
  return `${day}T${time}:00.000${OFFSET}`
}

/** Plain arithmetic, not dayjs: desk lists walk thousands of days, and this is five times quicker. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
export const nextDay = (day: Day): Day => addDays(day, 1)
export const previousDay = (day: Day): Day => addDays(day, -1)
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY

/** The same day of the year, so many years on; 29 February becomes the 28th where there is none. */
export const yearsAfter = (day: Day, years: number): Day => dayjs.utc(day).add(years, 'year').format('YYYY-MM-DD')

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => dayjs.utc(day).day()

/** A day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dayjs.utc(text, 'YYYY-MM-DD', true).isValid()
}

/** 540000 → `PT9M`. Throws on a negative or unfinished number: a length of time has no direction. */
export function durationOf(ms: number): Duration {
  if (!(ms >= 0) || !Number.isInteger(ms)) throw new RangeError(`no duration of ${ms} ms`)
  if (ms === 0) return 'PT0S'
  const parts = (units: [number, string][]) => units.map(([n, letter]) => (n > 0 ? `${n}${letter}` : '')).join('')
  const date = parts([[Math.floor(ms / DAY), 'D']])
  const time = parts([
    [Math.floor(ms / HOUR) % 24, 'H'],
    [Math.floor(ms / MINUTE) % 60, 'M'],
    [(ms % MINUTE) / 1000, 'S'],
  ])
  return `P${date}${time && `T${time}`}`
}

/** Undefined for what isn't a duration, is negative, or has months or years in it. */
export function msOfDuration(text: string): number | undefined {
  const match = text === 'P' ? null : DURATION.exec(text)
  if (!match) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1, 6).map((n) => Number(n ?? 0))
  const thousandths = Number((match[6] ?? '').padEnd(3, '0'))
  const ms = weeks * 7 * DAY + days * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000 + thousandths
  return Number.isSafeInteger(ms) ? ms : undefined
}

/** The first of them; NEVER if there is none. Text order is time order. */
export const earliest = (...instants: Instant[]): Instant => [...instants].sort()[0] ?? NEVER
