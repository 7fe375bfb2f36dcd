import { dayOf, type Instant, previousDay, timeOf } from '@/domain/time'
import type { Visit, VisitNeed, VisitSide, VisitStage, VisitWay } from '@/domain/visit-types'
import { dayText, dueText, momentText, weekdayText } from './time'

/** What a visit says of itself: to whoever is visited, and to whoever visits. */

export const visitStageTexts: Record<VisitStage, string> = {
  held: '已留位',
  booked: '已约好',
  confirmed: '已确认',
  'set-out': '已出发',
  arrived: '已见面',
  done: '已完成',
  cancelled: '已取消',
  'no-show': '没见成',
}

/** The same, to herself. */
export const ownVisitStageTexts: Record<VisitStage, string> = {
  held: '给您留着',
  booked: '约好了',
  confirmed: '说好了',
  'set-out': '在路上了',
  arrived: '见到了',
  done: '谈完了',
  cancelled: '取消了',
  'no-show': '没见成',
}

export const wayTexts: Record<VisitWay, string> = { office: '到办公室', phone: '打电话', video: '视频', home: '上门' }
export const wayText = (way: string | undefined): string =>
  way !== undefined && Object.hasOwn(wayTexts, way) ? wayTexts[way as VisitWay] : '见面'

export const needTexts: Record<VisitNeed, string> = {
  disabled: '残疾人',
  elder: '行动不便的老人',
  'left-behind-child': '留守儿童',
}

const clock = (at: Instant): string => timeOf(at).replace(/^0/, '')

/** 「10 月 9 日（周五）9:00」 */
export const startText = (start: Instant): string =>
  `${dayText(dayOf(start))}（${weekdayText(dayOf(start))}）${clock(start)}`

/** 「10 月 9 日（周五）9:00–9:30」; an exclusive end of 00:00 is 24:00, a later one on the day after is said so. */
export const hourText = (start: Instant, end: Instant): string => `${startText(start)}–${endOf(start, end)}`

function endOf(start: Instant, end: Instant): string {
  if (dayOf(end) === dayOf(start)) return clock(end)
  return timeOf(end) === '00:00' && previousDay(dayOf(end)) === dayOf(start) ? '24:00' : `次日 ${clock(end)}`
}

/** One line in a list: 「周五 10 月 9 日 9:00 到办公室」. */
export function rowText({ hour, way }: Pick<Visit, 'hour' | 'way'>): string {
  if (!hour) return `${wayTexts[way]}，正在定时间`
  const day = dayOf(hour.start)
  return `${weekdayText(day)} ${dayText(day)} ${clock(hour.start)} ${wayTexts[way]}`
}

export const calendarTitle = (way: VisitWay, name: string): string => `法律服务：${name} ${wayTexts[way]}`

export const askedText = (name: string, until: Instant): string =>
  `有一位来不了的人急着要人上门。${name} 想请您换到这个时间，您不换也行。请在 ${startText(until)} 前告诉我们，不回答就是不换。`

export const missedText = (who: VisitSide): string =>
  who === 'staff' ? '是我们没有到，对不起。请再选一个时间。' : '这次没见成。想见，随时再约。'

export const voicePaper = '说的话'
export const consentPaper = '本人同意的录音或签名'
export const weatherPaper = (n: number): string => `天气的照片 ${n}`

type Told = Pick<
  Visit,
  | 'stage'
  | 'way'
  | 'hour'
  | 'responsible'
  | 'confirmed'
  | 'weather'
  | 'missed'
  | 'cancelled'
  | 'heldUntil'
  | 'clocks'
  | 'rated'
>

/** What happens next, to herself: by when, and by whom. */
export function nextText(state: Told, now: Instant): string {
  const { stage, way, hour, responsible, weather, missed, cancelled, heldUntil, rated } = state
  const who = hour?.person.name ?? responsible.name
  switch (stage) {
    case 'held':
      return heldUntil && heldUntil > now
        ? `这个时间给您留着，${dueText(heldUntil, now)}填完就约好了。`
        : '留的时间过了，请再选一次。'
    case 'booked':
    case 'confirmed':
      if (weather) return `天气不好，路走不了。${momentText(weather.until, now)} 再看，能走就来。`
      if (!hour) return owedText(state, now)
      if (hour.end <= now) return `说好的时间过了。没见成，请告诉我们，或者打电话找 ${who}。`
      return meetText(way, `${momentText(hour.start, now)}`, who, stage === 'booked' && !state.confirmed.person)
    case 'set-out':
      return `${who} 已经出发，正往您家来。`
    case 'arrived':
      return `${who} 和您见上面了。`
    case 'done':
      return rated ? '谢谢您告诉我们。还有事，随时再约。' : '谈完了。说说怎么样，只有您自己能评。'
    case 'cancelled':
      if (cancelled?.by === 'time') return '留的时间过了，请再选一次。'
      return cancelled?.by === 'staff'
        ? '我们取消了这次，对不起。请再约一个时间。'
        : '已经取消，不用来了。想见，随时再约。'
    case 'no-show':
      return missed?.who === 'staff'
        ? `${missedText('staff')}${responsible.name} 负责把这件事办好。`
        : missedText('person')
  }
}

function owedText({ clocks, responsible }: Told, now: Instant): string {
  const due = clocks.find(({ state }) => state === 'running')?.dueAt
  if (due && due <= now) return `说好的时间过了，对不起。${responsible.name} 马上和您联系。`
  return `${responsible.name} 正在定时间${due ? `，${dueText(due, now)}一定上门` : '，会上门'}。`
}

function meetText(way: VisitWay, when: string, who: string, unsaid: boolean): string {
  const say = unsaid ? '能来，请点「我会到」；来不了，早点换时间。' : '来不了，早点换时间。'
  switch (way) {
    case 'office':
      return `${when} 去办公室找 ${who}。${say}`
    case 'phone':
      return `${when} ${who} 给您打电话。接不了，早点换时间。`
    case 'video':
      return `${when} ${who} 和您视频。接不了，早点换时间。`
    case 'home':
      return `${when} ${who} 到您家里来。不方便，早点换时间。`
  }
}
