import type { ProblemView } from '@/contract/views'
import type { Repeat } from '@/domain/rota-layers'
import { addDays, type Day, dayOf, type Instant, timeOf } from '@/domain/time'
import { dayText, momentText, weekdayText } from './time'

/** What the pages say on which the rota is drawn, changed and published. */
const NB = '\u00a0'
const hours = (count: number) => `${Math.round(count)}${NB}小时`
const clock = (time: string) => time.replace(/^0/, '')

/** 「周四 22」 above a column. */
export const columnDay = (day: Day): string => `${weekdayText(day)}${NB}${Number(day.slice(8))}`
/** 「周四 22 日」 */
export const shortDay = (day: Day): string => `${weekdayText(day)} ${Number(day.slice(8))}${NB}日`
/** 「10 月 19 日到 25 日」; both months where they differ. */
export function daysText(from: Day, to: Day, now?: Instant): string {
  if (from === to) return dayText(from, now)
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}${NB}日` : dayText(to, now)
  return `${dayText(from, now)}到 ${end}`
}
/** 「20:00 起」, where it isn't known how long. */
export const sinceText = (from: Instant): string => `${clock(timeOf(from))}${NB}起`
/** 「8:00–20:00」; midnight at the end is 24:00. */
export const clocksText = (from: Instant, to: Instant): string => {
  const end = timeOf(to) === '00:00' ? '24:00' : timeOf(to)
  return `${clock(timeOf(from))}–${clock(end)}`
}
/** 「周四 22 日 18:00 到周五 23 日 8:30」 */
export function spanText(from: Instant, to: Instant): string {
  const midnight = timeOf(to) === '00:00'
  const lastDay = midnight ? addDays(dayOf(to), -1) : dayOf(to)
  const end = midnight ? '24:00' : clock(timeOf(to))
  const start = `${shortDay(dayOf(from))} ${clock(timeOf(from))}`
  return lastDay === dayOf(from) ? `${start}–${end}` : `${start} 到${shortDay(lastDay)} ${end}`
}

export const repeatTexts: Record<Repeat, string> = {
  day: '每天换人',
  week: '每周换人',
  'working-day': '工作日（含调休上班）',
  'day-off': '休息日（含放假）',
}
export const kindTexts: Record<string, string> = {
  town: '苏木乡镇',
  centre: '法援中心',
  command: '指挥中心',
  hotline: '热线',
  night: '夜间',
  other: '其他',
}
export const hoursText = (seat: { hours?: { from: string; to: string; every?: Repeat } }): string =>
  seat.hours ? `${clock(seat.hours.from)}–${clock(seat.hours.to)}` : '全天'

/** One word on a cell for each thing that is wrong with it. */
export const problemMarks: Record<ProblemView['code'], string> = {
  gap: '空岗',
  need: '不合要求',
  'short-rest': '休息不够',
  'two-seats': '同时两处',
  'no-mongolian': '没人会蒙古语',
}
/** How many of each, above the list. */
export const problemCounts: Record<ProblemView['code'], (count: number) => string> = {
  gap: (count) => `${count}${NB}处空岗或人不够`,
  need: (count) => `${count}${NB}处不合要求`,
  'short-rest': (count) => `${count}${NB}处休息不够`,
  'two-seats': (count) => `${count}${NB}处一人同时在两个班位`,
  'no-mongolian': (count) => `${count}${NB}段时间没人会蒙古语`,
}

export const boardWords = {
  page: '值班表',
  tabs: '值班表的几页',
  board: '按周看',
  draft: '起草一个月',
  published: '发布记录',
  desk: '回工作台',
  demo: '演示',
  seats: '要有人的位置',
  previous: '上一周',
  next: '下一周',
  thisWeek: '这一周',
  whichDay: '看哪一天',
  wrongOn: (day: Day, count: number) => (count > 0 ? `${columnDay(day)}，${count}${NB}处` : columnDay(day)),
  notYet: '还没发布',
  isPublished: '已发布',
  isForced: '强行发布',
  partly: '有几天没发布',
  stale: '网络不通，下面是之前取到的',
  none: '还没有值班表',
  noneText: '先加班位，再加轮值，就能排班。值班表空着，群众的问题送不到人手里。',
  noneReader: '法律援助中心加了班位，这里就有值班表。',
  addSeat: '加班位',
  noHours: '不设',
  nobody: '没有人',
  gap: '空岗',
  short: '人不够',
  answers: (name: string) => `${name}代答`,
  changed: '临时调班',
  swapped: '换班',
  festival: '节日',
  away: '请假',
  cell: (seat: string, day: Day) => `${seat}，${shortDay(day)}`,
  minimum: (count: number) => `至少 ${count}${NB}人`,
  needs: (texts: readonly string[]) => `要会${texts.join('、')}`,
  changes: '这一周的变动',
  changesNone: '这一周没有临时变动。',
  readOnly: '这个班位您只能看。要改，请找法律援助中心。',
  editSeat: '班位和轮值',
  overrideLine: { replace: '换人', add: '加人', remove: '去掉' },
  replaced: (by: string, out: string) => `${by}替${out}`,
  added: (name: string) => `加上${name}`,
  removed: (name: string) => `去掉${name}`,
  swapLine: (person: string, other: string) => `${other}和${person}换班`,
  swapAsked: (person: string, other: string) => `${person}请${other}换班，还没答`,
  awayLine: (name: string, until: string) => `${name}不在，到${until}`,
  leaveLine: (name: string) => `${name}请假`,
  because: (why: string) => `原因：${why}`,
  by: (name: string, at: Instant, now: Instant) => `${name} ${momentText(at, now)} 改的`,
}

export const changeWords = {
  now: '现在的安排',
  title: '改这一班',
  kind: '怎么改',
  replace: '换人',
  add: '加一个人',
  remove: '去掉一个人',
  out: '换下谁',
  outRemove: '去掉谁',
  who: '换上谁',
  whoAdd: '加谁',
  from: '从',
  to: '到',
  time: '几点',
  why: '为什么改',
  whyHint: '值班的人和督查看得到。',
  look: '看看改了以后',
  looking: '正在算',
  before: '改以前',
  after: '改以后',
  sameAsBefore: '和改以前一样。',
  fine: '改了以后没有发现新问题。',
  mind: '改了以后有这些问题：',
  save: '就这样改',
  back: '再改改',
  saved: '改好了，涉及的人会收到消息。',
  cancel: '取消这次调班',
  cancelTitle: '取消这次调班',
  cancelText: '取消以后，原来的安排恢复。',
  cancelYes: '取消调班',
  keep: '不取消',
  cancelWhy: '为什么取消',
  cancelled: '取消了，原来的安排恢复了。',
  whoMissing: '请选一个人',
  outMissing: '请选换下谁',
  whyMissing: '请写一句为什么',
  endsFirst: '结束要比开始晚',
  past: '这段时间已经过去了',
  find: '写名字找人',
  speaks: (texts: readonly string[]) => `会${texts.join('、')}`,
  speaksNot: (text: string) => `不会${text}`,
  load: (weighted: number) => `折算 ${hours(weighted)}`,
  most: '偏多',
  least: '偏少',
  moreFound: (count: number) => `还有 ${count}${NB}人，写名字找`,
  noOne: '没有找到这个名字',
  chosen: (name: string) => `选了${name}`,
}

export const publishWords = {
  check: '发布前检查',
  ok: '没有发现问题，可以发布。',
  more: (count: number) => `再看 ${count}${NB}处`,
  title: '发布',
  what: '发布哪几天',
  week: '这一周',
  span: '自己选',
  month: '这个月',
  from: '第一天',
  to: '最后一天',
  most: '最多 35 天',
  tooLong: '一次最多发布 35 天，请选近一些的最后一天',
  endsFirst: '最后一天比第一天还早',
  send: '发布',
  sent: (from: Day, to: Day, now: Instant) => `${daysText(from, to, now)}发布好了，值班的人会收到消息。`,
  stops: '还有问题，没有发布。先把上面的补好；非发不可，要写理由。',
  force: '为什么有问题还要发布',
  forceHint: '这句话会一直显示，督查也看得到。',
  forceMissing: '请写清楚理由',
  forceSend: '写明理由，照样发布',
}

export const fairWords = {
  title: '工时',
  none: '这几天还没有人排班。',
  mean: (average: number) => `竖线是平均 ${hours(average)}`,
  weights: '夜里、周末和法定假日的一小时，按规定多算。',
  row: (name: string, weighted: number, word: string) => `${name}，折算 ${hours(weighted)}${word && `，${word}`}`,
  parts: (row: { nights: number; weekends: number; holidays: number }) =>
    `夜班 ${row.nights}，周末 ${row.weekends}，假日 ${row.holidays}`,
  more: (count: number) => `再看 ${count}${NB}人`,
  gini: (gini: number) => `不均程度 ${gini.toFixed(2)}，0 是完全一样`,
}

export const seatWords = {
  page: '班位和轮值',
  new: '加班位',
  notFound: '没有这个班位',
  notFoundText: '可能刚被改过，请回值班表再看。',
  back: '回值班表',
  about: '这个班位',
  edit: '改班位',
  name: '名字',
  kind: '种类',
  unit: '哪个苏木乡镇',
  unitMissing: '请选是哪个苏木乡镇',
  hours: '什么时候要有人',
  allDay: '全天，一分钟也不能空',
  someHours: '只在几点到几点',
  from: '几点起',
  to: '到几点',
  toHint: '比起点早，就是到第二天。',
  every: '哪些天',
  everyDay: '每天',
  languages: '要会的语言',
  subjects: '要懂的事',
  minimum: '至少几个人',
  minimumWrong: '写 0 到 50 的数',
  nameMissing: '请写名字',
  shared: '可以兼班',
  sharedText: '站这个班位的人，同一时间还可以站别的兼班班位',
  head: '没人时谁来答',
  noHead: '不指定（由法援中心值班答）',
  save: '存好',
  stop: '不改了',
  saved: '班位存好了。',
  none: '没有',
  layers: '轮值',
  layersNone: '还没有轮值，这个班位一直空着。',
  addLayer: '加一层轮值',
  editLayer: '改这一层',
  removeLayer: '去掉这一层',
  removed: '这一层去掉了。',
  removeText: '去掉以后，这一层排的班都不算了。',
  removeWhy: '为什么去掉',
  layer: '一层轮值',
  order: (names: readonly string[]) => names.join(' → '),
  handover: (time: string) => `${clock(time)} 交班`,
  anchor: (day: Day, now: Instant) => `从 ${dayText(day, now)}起`,
  priority: (number: number) => `优先 ${number}`,
  layerHours: (from: string, to: string) => `${clock(from)}–${clock(to)}`,
  people: '轮到的人，按先后',
  peopleHint: '同一个人可以排几次。',
  peopleMissing: '请至少加一个人',
  addPerson: '加人',
  forward: '往前',
  out: '去掉',
  up: (name: string) => `${name}往前排`,
  off: (name: string, at: number) => `去掉第 ${at} 位${name}`,
  layerEvery: '怎么轮',
  layerHandover: '几点交班',
  layerAnchor: '从哪一天开始轮',
  layerNarrow: '这一层管的钟点',
  narrowAll: '从交班到交班',
  narrowSome: '只管几点到几点',
  layerPriority: '优先',
  layerPriorityHint: '数大的盖住数小的；一样大的并排站。',
  priorityWrong: '写一个数',
  layerSaved: '轮值存好了。',
  sameTimes: '起和止是同一个钟点',
  festival: '节日排班',
  festivalText: '节日期间按名单值班，盖住轮值。名单里空着的，就是空岗，不会回到轮值。',
  addFestival: '排节日名单',
  festivalFrom: '节日开始',
  festivalTo: '节日结束',
  shift: (at: number) => `第 ${at} 班`,
  addShift: '加一班',
  offShift: (at: number) => `去掉第 ${at} 班`,
  who: '谁值班',
  outside: '这一班在节日时间外面',
  festivalSaved: '节日名单存好了。',
  shiftsMissing: '请至少排一班',
}

export const draftWords = {
  title: '起草一个月',
  text: '按规则先排一遍：不空岗、会蒙古语、休息够，再看公平和各人的愿望。起草的不算数，发布了才算。',
  month: '哪个月',
  monthText: (month: string) => `${Number(month.slice(0, 4))}${NB}年 ${Number(month.slice(5))}${NB}月`,
  make: '起草',
  making: '正在排',
  again: '重新起草',
  made: '起草好了。',
  old: '上次的草稿打不开了，请重新起草。',
  notCounting: '草稿，还没发布',
  published: '已经发布',
  wishes: (met: number, all: number) => (all === 0 ? '没有人提愿望' : `愿望满足了 ${met}${NB}个，共 ${all}${NB}个`),
  shown: '看哪一周',
  change: '改这一班',
  changeWho: '换成谁',
  leaveEmpty: '不排人',
  leaveEmptyText: '这一班就是空岗',
  changed: '改好了，检查和工时重新算过了。',
  rehearse: '演练',
  rehearseText: '拿过去 90 天的问题，照这份草稿走一遍，看几成能在八分钟里有人接。',
  rehearseAgain: '再演练一次',
  demonstration: '演示数据',
  demonstrationText: '本旗县自己的问题还太少，这里用的是编出来的问题。',
  asked: (count: number) => `共 ${count}${NB}个问题`,
  share: '八分钟内有人接',
  percent: (share: number) => `${Math.round(share * 1000) / 10}%`,
  byTown: '按苏木乡镇',
  byHour: '按钟点',
  byLanguage: '按语言',
  cell: (inTime: number, asked: number) => `${inTime} / ${asked}`,
  failed: '接不上的时刻',
  failedNone: '没有接不上的。',
  failedMore: (count: number) => `再看 ${count}${NB}处`,
  since: (from: Day, to: Day, now: Instant) => `用的是 ${daysText(from, to, now)}的问题`,
  readOnly: '只有法律援助中心能起草。',
}

export const publishedWords = {
  title: '发布记录',
  text: '发布过哪些天。有问题还要发布的，理由一直留在这里。',
  none: '还没有发布过',
  noneText: '在「按周看」或者「起草一个月」里发布，就会记在这里。',
  line: (by: string, at: Instant, now: Instant) => `${by}，${momentText(at, now)}`,
  forced: '强行发布',
  clean: '没有问题',
  why: (force: string) => `理由：${force}`,
  left: (count: number) => `发布时还有 ${count}${NB}处问题`,
}
