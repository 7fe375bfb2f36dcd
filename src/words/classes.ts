import type { ClassRow, ClassView } from '@/contract/class-views'
import { type Day, dayOf, type Instant, timeOf } from '@/domain/time'
import { dayText, nearDay, weekdayText } from './time'

/** Law classes as residents see them. */
const NB = '\u00a0'

export const classKindTexts: Record<ClassRow['kind'], string> = {
  live: '直播答疑',
  class: '普法课',
  'round-table': '圆桌会',
}

const hour = (at: Instant): string => timeOf(at).replace(/^0/, '')
const weeks = { first: '第一个', second: '第二个', third: '第三个', fourth: '第四个', last: '最后一个' }

export const classWords = {
  page: '普法课堂',
  lead: '律师讲身边的法。听课、提问都不要钱。',
  thisWeek: '本周',
  nextWeek: '下周',
  later: '以后',
  none: '这几周没有课',
  noneText: '定了时间就写在这里。有急事请问律师。',
  askLawyer: '问律师',
  hours: (startAt: Instant, endAt: Instant) => `${hour(startAt)}–${hour(endAt)}`,
  when: (on: { startAt: Instant; endAt: Instant }, now: Instant) =>
    `${nearDay(dayOf(on.startAt), now)} ${hour(on.startAt)}–${hour(on.endAt)}`,
  by: (host: string) => `${host} 讲`,
  state: { on: '', moved: '改了时间', cancelled: '不办了', festival: '放假停一次' },
  forFestival: (name: string | undefined) => (name ? `${name}放假` : '放假'),
  movedFrom: (date: Day) => `原来定在 ${weekdayText(date)} ${dayText(date)}`,
  provisional: '那一年的放假安排还没有公布，日子可能会改。',
  reminded: '到时提醒您',
  notFound: '这一次可能改过了',
  over: '已经结束了',
  noMore: '以后没有安排了',
  audience: '适合谁听',
  place: '在哪里',
  host: '谁来讲',
  time: '什么时候',
  rhythm: '多久一次',
  channels: '微信视频号',
  every: ({ rhythm, first }: Pick<ClassView, 'rhythm' | 'first'>): string => {
    const day = weekdayText(first)
    switch (rhythm.every) {
      case 'once':
        return '只办这一次'
      case 'week':
        return `每${day}`
      case 'fortnight':
        return `每两周一次，${day}`
      case 'month':
        return `每月${weeks[rhythm.week]}${day}`
    }
  },
  next: '接下来',
  remind: '提醒我',
  remindOff: '不用提醒了',
  remindText: '头一天晚上 6\u00a0点在消息里告诉您；改了时间也告诉您。',
  remindOn: '好的，头一天晚上提醒您。',
  remindGone: '好的，不提醒了。',
  signInFirst: '登录以后才能提醒您',
  toCalendar: '记到日历',
  inCalendar: '已经给了您的日历',
  notInCalendar: '没有记上。可以自己记一下时间。',
  watch: '打开视频号',
  open: '打开网页',
  copied: '网址复制好了，到浏览器里粘贴打开。',
  share: '转发给群里',
  shareTitle: (title: string) => `普法课堂：${title}，不要钱`,
  ask: '先提个问题',
  askText: '讲课的时候回答。这里不是法律咨询，急的事请用「问律师」。',
  question: '您想问什么？',
  questionHint: '不要写别人的名字、电话。',
  named: '要不要留名字？',
  nameless: '不留名字',
  namelessMore: '主讲人看不到是谁问的',
  withName: '留下我的名字',
  withNameMore: '只给主讲人看',
  send: '提问',
  sent: '提好了，讲课的时候回答。',
  missing: '先写上想问什么，至少 4\u00a0个字',
  edit: '改这门课',
  add: '添一门课',
  next1: (row: Pick<ClassRow, 'title' | 'startAt'>, now: Instant) =>
    `${nearDay(dayOf(row.startAt), now)} ${hour(row.startAt)} ${row.title}`.replace(/ (\d+:)/, `${NB}$1`),
}
