import type { Result, Story } from '@/domain/eight-figures'
import { type Day, type Instant, timeOf } from '@/domain/time'
import { topicText } from './aid'
import { dayText, endText, momentText } from './time'

/** What the supervisor's pages say, and the sentences behind the numbers. */
const NB = '\u00a0'
const hourText = (at: Instant): string => timeOf(at).replace(/^0/, '')
const pieces = (count: number) => `${count}${NB}件`

/** 97.6; rounded down, so that only all of them are 100. */
export const percentOf = ({ kept, of }: { kept: number; of: number }): string =>
  `${Math.floor((kept * 1000) / of) / 10}%`

export const numberOrder = ['answered', 'routed', 'callBacks', 'helped'] as const
export type NumberName = (typeof numberOrder)[number]

/** Why a question stands behind a number; undefined where it says nothing. */
export const missedText = ({ topic, late }: Story): string =>
  `${topicText(topic)}：${
    {
      answered: '过了 8\u00a0分钟才答复',
      routed: '过了 8\u00a0分钟才说定回电话',
      nobody: '8\u00a0分钟没有人接，转给值班的人回电话',
      none: '已过 8\u00a0分钟，还没有答复',
    }[late ?? 'none']
  }`
export const callMissedText = ({ topic }: Story): string => `${topicText(topic)}：说好的回电话没有按时打`
export const notHelpedText = ({ topic }: Story): string => `${topicText(topic)}：提问人说没帮上`
const keptTexts: Partial<Record<Result, string>> = {
  answered: '8\u00a0分钟里答复了',
  routed: '8\u00a0分钟里说定了谁几点回电话',
}
export const keptText = ({ topic, result }: Story): string => `${topicText(topic)}：${keptTexts[result] ?? ''}`
export const callKeptText = ({ topic }: Story): string => `${topicText(topic)}：按时回了电话`
export const helpedText = ({ topic }: Story): string => `${topicText(topic)}：提问人说帮上了`

export const spanTexts = { today: '今天', week: '7\u00a0天', month: '30\u00a0天', quarter: '90\u00a0天' }
export type Span = keyof typeof spanTexts

export const overviewWords = {
  page: '督查总览',
  brand: '督查',
  tabs: '督查的页面',
  overview: '总览',
  coverage: '覆盖',
  bulletin: '月度通报',
  gaming: '异常线索',
  published: '排班发布',
  plate: '门牌',
  matters: '事项',
  desk: '工作台',
  demo: '演示',
  stale: '没有信号，下面是刚才取到的。',
  title: '8\u00a0分钟，四个数',
  span: '看多久',
  fromTo: (from: Day, to: Day, now: Instant) =>
    from === to ? dayText(from, now) : `${dayText(from, now)}到 ${dayText(to, now)}`,
  days: (from: Day, to: Day, now: Instant) =>
    from === to ? `${dayText(from, now)}，到 ${hourText(now)}` : `${dayText(from, now)}到 ${dayText(to, now)}`,
  asked: (asked: number, open: number, withdrawn: number) =>
    [
      `一共问了 ${pieces(asked)}`,
      open > 0 && `其中 ${pieces(open)}还在 8\u00a0分钟里，没算进去`,
      withdrawn > 0 && `另有 ${pieces(withdrawn)}自己撤回了`,
    ]
      .filter(Boolean)
      .join('，'),
  countedFrom: (day: Day, now: Instant) => `问得太多，只数了 ${dayText(day, now)}以来的。`,
  names: {
    answered: '8\u00a0分钟答复',
    routed: '8\u00a0分钟说定谁回电话',
    callBacks: '回电话守时',
    helped: '提问人说帮上了',
  } satisfies Record<NumberName, string>,
  whats: {
    answered: '按下「发送」到律师答复。分母是所有问过的，没接上的也在里面。',
    routed: '没能马上答复，但 8\u00a0分钟里告诉了提问人谁几点打电话。和答复用同一个分母。',
    callBacks: '到了说好的时间，电话打没打。没打的也在分母里。',
    helped: '只有提问人自己能说。没说的不算帮上，也不算没帮上，单写在旁边。',
  } satisfies Record<NumberName, string>,
  share: (kept: number, of: number) => `${kept} / ${of}${NB}件`,
  none: '还没有',
  noneTexts: {
    answered: '还没有过了 8\u00a0分钟的',
    routed: '还没有过了 8\u00a0分钟的',
    callBacks: '没有到时间的回电话',
    helped: '还没有人说',
  } satisfies Record<NumberName, string>,
  allKept: {
    answered: '没有超时的',
    routed: '',
    callBacks: '都守时',
    helped: '说了的都帮上了',
  } satisfies Record<NumberName, string>,
  missed: {
    answered: (count: number) => `${pieces(count)}超时`,
    routed: pieces,
    callBacks: (count: number) => `${pieces(count)}没守时`,
    helped: (count: number) => `${pieces(count)}没帮上`,
  } satisfies Record<NumberName, (count: number) => string>,
  unsaid: (count: number) => `另有 ${pieces(count)}没说`,
  open: '看是哪些事',
  missedTitle: {
    answered: '超时的：没答复，也没说定谁回电话',
    routed: '',
    callBacks: '没守时的',
    helped: '没帮上的',
  } satisfies Record<NumberName, string>,
  keptTitle: {
    answered: '答复了的',
    routed: '说定了谁回电话的',
    callBacks: '守时的',
    helped: '帮上了的',
  } satisfies Record<NumberName, string>,
  missedNone: '一件也没有。',
  keptNone: '一件也没有。',
  shown: (shown: number, of: number) => `这里是最近的 ${pieces(shown)}，一共 ${pieces(of)}。`,
  alarms: '现在要盯的',
  alarmsNone: '现在没有要盯的',
  alarmsNoneText: '过了 7\u00a0分钟还没答复的，和到时间没打的回电话，会出现在这里。',
  alarmsMore: '要盯的可能不止这些，先办最急的。',
  unanswered: '还没人答复',
  unansweredOver: '已过 8\u00a0分钟',
  answerDue: (due: Instant, now: Instant) => `最晚 ${endText(due, now)} 答复`,
  callLate: '回电话晚了',
  callDue: (due: Instant, now: Instant) => `说好 ${endText(due, now)} 回电话`,
  responsible: (name: string) => `${name} 负责`,
  byTown: '各苏木乡镇',
  townAsked: (count: number) => `问了 ${pieces(count)}`,
  townOnly: (name: string) => `只看 ${name}`,
  townAll: '看全旗',
  noAsked: '这段时间还没有人问',
  noAskedText: '有人问了，四个数和各地方的情况就在这里。',
  forced: '强行发布的排班',
  forcedNone: '没有强行发布的排班',
  forcedNoneText: '排班有空岗、没人会蒙古语或者休息不够，要写理由才能发布。理由会一直留在这里。',
  forcedLine: (by: string, at: Instant, now: Instant) => `${by} 在 ${momentText(at, now)}发布`,
  forcedWhy: (why: string) => `理由：${why}`,
  forcedLeft: (count: number) => `当时有 ${count}${NB}处没排好`,
  all: '全部',
}

export const coverageWords = {
  page: '覆盖',
  title: '哪些嘎查村问过，答得及时不及时',
  text: '及时，是 8\u00a0分钟里答复了，或者说定了谁几点打电话。',
  few: `不到 5${NB}件，不写比例`,
  hidden: '不写比例，免得别处的被推算出来',
  rule: '问得少的地方不写比例，也不让人用别处的数推算出来：人少，一看就知道是谁。',
  villages: '按嘎查村',
  silent: (count: number) => `有 ${count}${NB}个嘎查村没有人问过`,
  silentText: '没有人问，不等于没有事。看看那里有没有信号、知不知道这个服务。',
  silentShow: '看是哪些',
  silentHide: '收起来',
  allAsked: '每个嘎查村都有人问过',
  inTime: (kept: number) => `${pieces(kept)}及时`,
  asked: (count: number) => `问了 ${pieces(count)}`,
  share: (share: number) => `${Math.floor(share * 1000) / 10}%`,
  hours: '按钟点',
  hour: (hour: number) => `${hour}${NB}点`,
  hoursNone: (count: number) => `其余 ${count}${NB}个钟点没有人问。`,
  meter: '条越长，问的越多；深色是及时的。',
  none: '这段时间还没有人问',
  noneText: '有人问了，这里就按地方和钟点列出来。',
}

export const plateWords = {
  page: '门牌',
  title: '印一张门牌',
  what: '贴在嘎查村部。扫码不用登录，就看到现在谁值班、顾问是谁。',
  village: '哪个嘎查、村',
  other: '换一个地方',
  size: '纸有多大',
  sizes: { a4: '大张，办公纸', a5: '小张，一半大' },
  print: '打印',
  onComputer: '手机上不能打印。请在电脑上打开这一页。',
  noCode: '这里没有网址，印不出普通二维码。请让管理员在微信后台用下面的路径做小程序码，贴在门牌上。',
  preview: '印出来的样子',
  code: (place: string) => `${place}的二维码`,
}

/** What stands on the paper. */
export const platePaper = {
  title: '法律的事，8\u00a0分钟有人答复',
  free: '问、申请、派律师，都不要钱',
  scan: '用微信或手机扫一扫，看现在谁值班',
  adviser: '法律顾问',
  duty: (day: string) => `${day}值班`,
  later: '每天换人，扫码看今天的。',
  hotline: (number: string) => `不会扫码，打 ${number}，白天黑夜都有人接`,
  printed: (day: string) => `${day}印`,
}
