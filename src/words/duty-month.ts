import type { Instant } from '@/domain/time'
import { shiftText } from './duty'
import { dayText } from './time'

const NB = '\u00a0'
const hours = (n: number) => `${Math.round(n * 10) / 10}${NB}小时`

/** My shifts by month, and what may be done about one. */
export const monthWords = {
  page: '我的值班',
  month: (year: number, month: number) => `${year}${NB}年 ${month}${NB}月`,
  monthShort: (month: number) => `${month}${NB}月`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  today: '今天',
  grid: '这个月的班',
  list: '列出来看',
  listTitle: '这个月我的班',
  none: '这个月没有排您的班',
  dayNone: '这天没有您的班',
  before: '上一班',
  after: '下一班',
  since: (at: string) => `${at} 起`,
  nobody: '没有排人',
  why: (why: string) => `怎么排的：${why}`,

  leave: '请假',
  leaveText: '请假的时间不会再问您。定了替班的人，先问他，他不同意就由中心安排。',
  leaveWhat: '请多久',
  leaveShift: (text: string) => `就这一班：${text}`,
  leaveDays: '整天请假',
  leaveFrom: '从哪天',
  leaveTo: '到哪天',
  leaveBackwards: '最后一天在第一天前面，请改一改',
  leaveWhy: '为什么',
  leaveCover: '谁替您',
  leaveNoCover: '请中心安排',
  leaveSend: '请假',
  leaveDone: '请好了假，中心知道了。',
  leaveDoneCover: (name: string) => `请好了假，正在问${name}能不能替您。`,

  swap: '换班',
  swapTitle: (shift: string) => `把这一班换给谁：${shift}`,
  swapTakeBack: '不换了',
  swapTakenBack: '收回了，他不用回答了。',
  leaveBack: '不请假了',
  leaveBackDone: '好，照原来的班值。',
  swapText: '他同意了才算换。没同意以前，这一班还是您的。',
  swapWith: '和谁换',
  swapNobody: '这个班位这个月没有别人值班，请联系中心。',
  swapMissing: '请选一个人',
  swapReturn: '您替他值哪一班',
  swapNoReturn: '不用还，他替我值',
  swapSend: '问他',
  swapAsked: (name: string) => `问了${name}，等他回答。`,
  swaps: '换班',
  swapOf: (name: string) => `${name}想和您换班`,
  swapGive: (shift: string, seat: string) => `请您值 ${shift}，${seat}`,
  swapBack: (shift: string) => `他替您值 ${shift}`,
  swapNoBack: '不用您还班。',
  swapYes: '同意换',
  swapNo: '不换',
  swapAgreed: '换好了，班表已经改了。',
  swapDeclined: '好的，没有换。班表没有变。',
  swapMine: (name: string, shift: string) => `您请${name}值 ${shift}`,
  swapStates: { asked: '等他回答', agreed: '换好了', declined: '他没同意' },
  swapTheirs: (name: string, shift: string) => `${name}请您值 ${shift}`,
  swapTheirStates: { asked: '等您回答', agreed: '换好了', declined: '您没同意' },

  fairness: '我这个月的工时',
  fairnessHow: '怎么算的',
  fairnessHide: '收起',
  fairnessNone: '这个月还没有工时。',
  weighted: (mine: number) => hours(mine),
  average: (mean: number) => `大家平均 ${hours(mean)}`,
  bar: (mine: number, mean: number) => `我 ${hours(mine)}，大家平均 ${hours(mean)}`,
  weights: (night: number, weekend: number, holiday: number) =>
    `夜里按 ${night}${NB}倍算，周末按 ${weekend}${NB}倍，法定假日按 ${holiday}${NB}倍。同时是几样，按最大的算。`,
  counted: (plain: number, nights: number, weekends: number, holidays: number) =>
    `实际 ${hours(plain)}，有 ${nights}${NB}个夜里，${weekends}${NB}天周末，${holidays}${NB}天假日。`,

  wish: '这天的心愿',
  wishText: '排下个月的班时会照顾，不保证。',
  wishYes: '想值这天',
  wishNo: '这天不想值',
  wishDone: '记下了。',

  calendar: '放进手机日历',
  calendarText: '把这个地址加到手机日历的「订阅」里，换班后自己更新。地址只给自己用，别发到群里。',
  calendarShow: '取地址',
  calendarCopy: '复制地址',
  calendarCopied: '复制好了',
  calendarRenew: '换一个新地址',
  calendarRenewText: '换了以后，旧地址马上不能用。',
  calendarRenewed: '换好了，旧地址不能用了。',

  takeOver: '现在由我来值',
  takeOverText: '原来的人有急事，您马上顶上，到这一班结束。他和中心都会知道。',
  takeOverSeat: '哪个班位',
  takeOverWhy: '为什么',
  takeOverSend: '我来值',
  takeOverMissing: '请选一个班位',
  takeOverDone: (until: string) => `您顶上了，值到 ${until}。`,
} as const

/** What stands on a day of the grid, in one word and in full. */
export const markTexts = {
  day: { short: '白', long: '白班' },
  night: { short: '夜', long: '夜班' },
  whole: { short: '全', long: '全天' },
  leave: { short: '假', long: '请假' },
  rather: { short: '想', long: '想值' },
  not: { short: '避', long: '不想值' },
} as const
export type Mark = keyof typeof markTexts

/** A day of the grid as it is read aloud: 「10 月 15 日，夜班」. */
export const dayLabel = (day: string, marks: readonly Mark[]): string =>
  [dayText(day), ...marks.map((mark) => markTexts[mark].long)].join('，')

export const listLine = (from: Instant, to: Instant, now: Instant, mark: Mark): string =>
  `${shiftText(from, to, now)}，${markTexts[mark].long}`
