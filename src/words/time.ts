import {
  addDays,
  type Day,
  type Duration,
  dayOf,
  type Instant,
  msBetween,
  msOfDuration,
  previousDay,
  timeOf,
  weekdayOf,
} from '@/domain/time'

/** Times as a person says them. U+00A0 keeps a number and its unit on one line. */
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const NB = '\u00a0'

export const weekdayText = (day: Day): string => WEEKDAYS[weekdayOf(day)] ?? ''

/** 「10 月 14 日」; with the year when it isn't this one. */
export function dayText(day: Day, now?: Instant): string {
  const [year, month, date] = day.split('-').map(Number)
  const short = `${month}${NB}月${NB}${date}${NB}日`
  return now && Number(now.slice(0, 4)) !== year ? `${year}${NB}年${NB}${short}` : short
}

/** 「今天」「明天」「周三 10 月 14 日」 */
export function nearDay(day: Day, now: Instant): string {
  const today = dayOf(now)
  if (day === today) return '今天'
  if (day === addDays(today, 1)) return '明天'
  if (day === previousDay(today)) return '昨天'
  return `${weekdayText(day)} ${dayText(day, now)}`
}

/** 「今天 9:20」 */
export const momentText = (at: Instant, now: Instant): string => `${nearDay(dayOf(at), now)} ${hourText(at)}`

const hourText = (at: Instant): string => timeOf(at).replace(/^0/, '')

/** An exclusive end as people say it: 00:00 is 「24:00」 of the day before. */
export function endText(dueAt: Instant, now: Instant): string {
  if (timeOf(dueAt) === '00:00') return `${nearDay(previousDay(dayOf(dueAt)), now)} 24:00`
  return `${nearDay(dayOf(dueAt), now)} ${hourText(dueAt)}`
}

/** 「今天 24:00 前」「还有 6 分钟」: under two hours the time left says more than the hour. */
export function dueText(dueAt: Instant, now: Instant): string {
  const left = msBetween(now, dueAt)
  if (left > 0 && left < 2 * 3_600_000) return `还有 ${spanText(left)}`
  return `${endText(dueAt, now)}${NB}前`
}

/** 「2 小时 10 分」「6 分钟」「3 天」: two units at most, rounded down, never 「0」. */
export function spanText(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return `不到 1${NB}分钟`
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const rest = minutes % 60
  if (days > 0) return hours > 0 ? `${days}${NB}天 ${hours}${NB}小时` : `${days}${NB}天`
  if (hours > 0) return rest > 0 ? `${hours}${NB}小时 ${rest}${NB}分` : `${hours}${NB}小时`
  return `${minutes}${NB}分钟`
}

export const durationText = (duration: Duration): string => spanText(msOfDuration(duration) ?? 0)
