import { dayOf, timeOf } from '@/domain/time'
import { dayText, weekdayText } from './time'

type Params = Record<string, string>

const when = ({ at = '' }: Params): string =>
  at ? `${weekdayText(dayOf(at))} ${dayText(dayOf(at))} ${timeOf(at).replace(/^0/, '')}` : '新的时间'
const what = ({ title = '普法课' }: Params): string => `「${title}」`
const because = ({ why }: Params): string => (why ? `（${why}）` : '')
const planned = ({ date }: Params): string => (date ? `${dayText(date)}的` : '')

/** What whoever asked to be reminded is told. */
export const classNotices: Record<string, (p: Params) => string> = {
  'class.soon': (p) => `${what(p)}快开始了：${when(p)}${p.place ? `，在${p.place}` : ''}。`,
  'class.moved': (p) => `${planned(p)}${what(p)}改时间了：${when(p)}${because(p)}。`,
  'class.cancelled': (p) => `${planned(p)}${what(p)}不办了${because(p)}。`,
  'class.as-planned': (p) => `${what(p)}还是照原来的时间办：${when(p)}。`,
}
