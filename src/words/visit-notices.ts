import { dayOf, type Instant, timeOf } from '@/domain/time'
import { dayText } from './time'
import { startText, wayText } from './visit'

type Params = Record<string, string>

/** Whose visit it is, to whoever reads. */
const her = ({ reader }: Params): string => (reader === 'helper' ? '您帮忙的人' : reader === 'kin' ? '您亲属' : '您')

/** 「10 月 9 日（周五）9:00」: a letter may be read tomorrow. */
const when = (at?: Instant): string => (at ? startText(at) : '说好的时间')
const until = (at?: Instant): string => (at ? `${dayText(dayOf(at))} ${timeOf(at).replace(/^0/, '')}` : '说好的时间')
const who = ({ by = '', org }: Params): string => `${by}${org ? `（${org}）` : ''}`
const call = ({ phone }: Params): string => (phone ? `，电话 ${phone}` : '')

/** 「10 月 9 日（周五）9:00，李律师（甲所），到办公室：甲镇司法所」 */
const hour = (p: Params): string => `${when(p.at)}，${who(p)}，${wayText(p.way)}${p.place ? `：${p.place}` : ''}`
/** To whoever visits: when, how, which village; of whom nothing. */
const job = (p: Params): string =>
  [p.at && when(p.at), wayText(p.way), p.place, p.language === 'mn' && '说蒙古语'].filter(Boolean).join('，')

/** What visits tell. Nobody who is visited is named, nor where she lives: a message may be read over a shoulder. */
export const visitTemplates: Record<string, (p: Params) => string> = {
  'visit.booked': (p) => `给${her(p)}约好了：${hour(p)}。不要钱。来不了，点开换个时间${call(p)}。`,
  'visit.home-owed': (p) => `收到了，最晚 ${when(p.at)} 有人到${her(p)}家里。${who(p)} 负责定时间${call(p)}。不要钱。`,
  'visit.hour-found': (p) => `给${her(p)}定好了时间：${hour(p)}${call(p)}。`,
  'visit.confirmed': (p) => `${who(p)} 说好了会到：${when(p.at)}，${wayText(p.way)}。`,
  'visit.moved': (p) => `${her(p)}约的时间改了：${hour(p)}${call(p)}。不行的话，点开再换。`,
  'visit.move-asked': (p) =>
    `有一位来不了的人急着要人上门。想请${her(p)}换到 ${when(p.to)}${p.other ? `（${p.other}）` : ''}，不换也行。请在 ${until(p.until)} 前点开回答，不回答就是不换。`,
  'visit.cancelled': (p) =>
    `对不起，我们取消了${her(p)}约的时间：${when(p.at)}。为什么，点开看；可以马上再约${call(p)}。`,
  'visit.taken-back': (p) => `${her(p)}约的时间取消了：${when(p.at)}。想见，随时再约。`,
  'visit.confirm-please': (p) => `提醒${her(p)}：${hour(p)}。能到，点开说一声；不能到，换时间或者取消${call(p)}。`,
  'visit.reminded': (p) => `提醒${her(p)}：${hour(p)}。有变化，点开换时间或者取消${call(p)}。`,
  'visit.remind-soon': (p) => `快到时间了：${hour(p)}。有变化，请马上告诉我们${call(p)}。`,
  'visit.set-out': (p) => `${p.by} 出发了，正往${her(p)}家去${call(p)}。`,
  'visit.suspended': (p) => `天气不好，路走不了，先停一停。${until(p.until)} 再看，能走就到${her(p)}家${call(p)}。`,
  'visit.resumed': (p) => `路能走了，${who(p)} 接着到${her(p)}家${call(p)}。`,
  'visit.done': (p) => `${her(p)}约的事谈完了。点开看看，也说说怎么样。`,
  'visit.missed': (p) => `对不起，说好的时间我们没有到。${p.by} 负责，点开可以马上换个时间${call(p)}。`,
  'visit.not-met': (p) => `${her(p)}约的时间没见成：${when(p.at)}。没关系，点开可以再约${call(p)}。`,
  'visit.home-late': (p) => `对不起，说好一天内到${her(p)}家，没有做到。${p.by} 马上和${her(p)}联系${call(p)}。`,
  'visit.find-hour': (p) => `有人要上门服务，还没有定时间（${job(p)}），请您现在定：谁去、几点去。`,
  'visit.host-booked': (p) => `有人约了您（${job(p)}）。`,
  'visit.host-confirmed': (p) => `约您的人说会到（${job(p)}）。`,
  'visit.host-moved': (p) => `约您的时间改了（${job(p)}）。`,
  'visit.host-gone': (p) => `这次（${job(p)}）由 ${p.by} 接手，您不用再管。`,
  'visit.host-called-off': (p) => `约您的时间取消了（${job(p)}）。`,
  'visit.host-reminded': (p) => `提醒您：明天有人约了您（${job(p)}）。`,
  'visit.host-soon': (p) => `快到时间了（${job(p)}）。去不了，请马上改时间。`,
  'visit.go-on': (p) => `路能走了，请接着上门（${job(p)}）。`,
  'visit.hour-given': (p) => `同意换了：这个时间空出来给上门用（${job(p)}）。`,
  'visit.hour-kept': (p) => `没有换成，时间照旧（${job(p)}）。请另找时间上门。`,
  'visit.unmarked': (p) => `约的时间过了，还没有记下结果（${job(p)}，${p.by}）：见到了，还是没见成？`,
  'visit.we-missed': (p) => `说好的时间我们没有到（${job(p)}），由您负责：请马上联系，再定一个时间。`,
  'visit.host-missed': (p) => `记下了：您没有到（${job(p)}），已经交给法律援助中心。`,
  'visit.bad-rating': (p) => `一次约见收到不满意的评价（${job(p)}），请联系本人。`,
  'visit.host-late': (p) => `超过一天还没有上门（${job(p)}），请马上去，并告诉本人几点到。`,
}
