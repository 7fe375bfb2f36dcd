import type { DayFacts } from '@/domain/calendar'
import { type Day, dayOf, type Instant, timeOf } from '@/domain/time'
import type { VisitWay } from '@/domain/visit-types'
import { dayText, momentText } from './time'
import { hourText, wayTexts } from './visit'

/** Working plans, openings and closings, and who finds an hour where none is free. */

const NB = '\u00a0'
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']
const clock = (time: string): string => time.replace(/^0/, '')

/** 「周一至周五」「周一、周三」「每天」: a run of three or more is said by its ends. */
export function weekdaysText(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays.map((day) => (day === 0 ? 7 : day)))].sort((a, b) => a - b)
  if (days.length === 7) return '每天'
  const [first = 1] = days
  const last = days.at(-1) ?? first
  const name = (day: number) => `周${WEEKDAYS[day - 1] ?? ''}`
  return days.length > 2 && last - first === days.length - 1
    ? `${name(first)}至${name(last)}`
    : days.map(name).join('、')
}

type Hours = { way: VisitWay; minutes: number; capacity: number }
const each = ({ way, minutes, capacity }: Hours): string =>
  [wayTexts[way], `每次 ${minutes}${NB}分钟`, ...(capacity > 1 ? [`同时 ${capacity}${NB}位`] : [])].join('，')

/** 「周一至周五 9:00–11:30，到办公室，每次 30 分钟」 */
export function planText(
  plan: Hours & { weekdays: number[]; from: string; to: string; since?: Day; until?: Day },
): string {
  const { weekdays, from, to, since, until } = plan
  const span = [since && `${dayText(since)}起`, until && `到${dayText(until)}为止`].filter(Boolean).join('，')
  return [`${weekdaysText(weekdays)} ${clock(from)}–${clock(to)}`, each(plan), ...(span ? [span] : [])].join('，')
}

export const openingText = (opening: Hours & { from: Instant; to: Instant; why?: string }): string =>
  [`${hourText(opening.from, opening.to)} 加开`, each(opening), ...(opening.why ? [opening.why] : [])].join('，')

export const closingText = ({ from, to, why }: { from: Instant; to: Instant; why: string }): string =>
  `${spanText(from, to)} 不约，${why}`

const spanText = (from: Instant, to: Instant): string =>
  dayOf(from) === dayOf(to)
    ? hourText(from, to)
    : `${dayText(dayOf(from))} ${clock(timeOf(from))} 到 ${dayText(dayOf(to))} ${clock(timeOf(to))}`

/** What is to be known of a day: 「休息日」「国庆节放假」「调休上班」「请假」. */
export function dayNote({ kind, name, provisional }: DayFacts, away: boolean): string | undefined {
  const notes = [
    ...(away ? ['请假'] : []),
    ...(kind === 'holiday'
      ? [`${name ?? '节日'}放假`]
      : kind === 'weekend'
        ? ['休息日']
        : kind === 'make-up'
          ? ['调休上班']
          : []),
    ...(provisional ? ['放假安排还没公布，暂定'] : []),
  ]
  return notes.length > 0 ? notes.join('，') : undefined
}

/** Where no hour is free: a visit at home that is owed is owed all the same, and for the others somebody is rung. */
export const otherwiseText = (name: string, by: Instant | undefined, now: Instant): string =>
  by
    ? `这段时间没有空着的。照样可以约：${name} 负责找人找时间，最晚 ${momentText(by, now)} 前到您家。`
    : `这段时间没有空着的。打电话给 ${name}，电话里就给您另定时间；也可以换个日子、换个人、换个方式。`
