import { dayOf, type Instant, timeOf } from '@/domain/time'
import { dayText, weekdayText } from './time'

type Params = Record<string, string>

const NB = '\u00a0'
const moment = (at: Instant): string =>
  `${dayText(dayOf(at))} ${weekdayText(dayOf(at))} ${timeOf(at).replace(/^0/, '')}`
const span = ({ from, to }: Params): string =>
  from && to
    ? `${moment(from)} 到 ${dayOf(from) === dayOf(to) ? timeOf(to).replace(/^0/, '') : moment(to)}`
    : '新的时间'

/** What people are told of the rota: colleagues by name, nobody's matter. */
export const rotaNotices: Record<string, (p: Params) => string> = {
  'rota.in': (p) => `${p.by} 调了班：${span(p)}，${p.seat}由您值。`,
  'rota.out': (p) => `${p.by} 调了班：${span(p)}，${p.seat}您不用值${p.in ? `，由 ${p.in} 值` : ''}。`,
  'rota.in-cancelled': (p) => `${p.by} 取消了调班：${span(p)}，${p.seat}您不用值了。`,
  'rota.out-cancelled': (p) => `${p.by} 取消了调班：${span(p)}，${p.seat}还由您值。`,
  'rota.taken-over': (p) => `${p.by} 从现在起接了${p.seat}，到 ${p.to ? moment(p.to) : '交班'}。您这一段不用值。`,
  'rota.swap-asked': (p) => `${p.by} 想请您值 ${span(p)} 的${p.seat}，请点开回答行不行。`,
  'rota.swap-agreed': (p) => `${p.by} 答应了：${span(p)}，${p.seat}由 ${p.by} 值。`,
  'rota.swap-declined': (p) => `${p.by} 说不行：${span(p)}，${p.seat}还由您值，请另找人。`,
  'rota.swap-withdrawn': (p) => `${p.by} 不换了：${span(p)}，${p.seat}还由 ${p.by} 值，您不用回答了。`,
  'rota.leave': (p) => `${p.person} 请假：${span(p)}${p.cover ? `，请了 ${p.cover} 顶班，等回答` : '，还没有人顶班'}。`,
  'rota.leave-back': (p) => `${p.person} 不请假了：${span(p)}，照原来的班值。`,
  'rota.published': (p) =>
    `${p.from ? dayText(p.from.slice(0, 10)) : ''}到 ${p.to ? dayText(p.to.slice(0, 10)) : ''}的值班表定了，请看您的班。`,
  'rota.note-unread': (p) =>
    `${p.seat}换班 ${p.minutes}${NB}分钟了，接班的人还没有看交班留言（${p.by} 留的）。请问一下。`,
}
