import { dayOf, daysBetween, type Instant, previousDay, timeOf } from '@/domain/time'
import { dayText, endText, nearDay, weekdayText } from './time'

const NB = '\u00a0'
const count = (n: number, unit: string) => `${n}${NB}${unit}`

/** 「9:20」 */
export const hourText = (at: Instant): string => timeOf(at).replace(/^0/, '')
/** 「18:00」, or with its day where that isn't today. */
export const untilText = (at: Instant, now: Instant): string => endText(at, now).replace(/^今天 /, '')
/** 「今天 8:30–18:00」「周四 10 月 15 日 18:00–周五 8:30」 */
export const shiftText = (from: Instant, to: Instant, now: Instant): string =>
  `${nearDay(dayOf(from), now)} ${hoursText(from, to)}`
/** 「8:30–18:00」「18:00–周五 8:30」「16:00–24:00」: the end says its day where it isn't the same. */
export function hoursText(from: Instant, to: Instant): string {
  const midnight = timeOf(to) === '00:00'
  const last = midnight ? previousDay(dayOf(to)) : dayOf(to)
  const end = midnight ? '24:00' : hourText(to)
  const days = daysBetween(dayOf(from), last)
  return `${hourText(from)}–${days === 0 ? end : `${days < 7 ? weekdayText(last) : fullDay(last)} ${end}`}`
}
/** 「周四 10 月 15 日」 */
export const fullDay = (day: string): string => `${weekdayText(day)} ${dayText(day)}`

/** The day of whoever is on duty: until when, what is asked, what is left for the next. */
export const dutyWords = {
  letters: '用微信叫我',
  lettersDone: '记下了：下一次有人问，微信会叫您。每点一次管一次。',
  onDuty: '正在值班',
  away: '暂时不在',
  until: (end: string) => `值到 ${end}`,
  untilNext: (seat: string, next: string) => (next ? `${seat}，下一班 ${next}` : seat),
  off: '现在不值班',
  unread: '班表没有取到。',
  next: (when: string, seat: string) => `下一班：${when}，${seat}`,
  noNext: '这个月后面没有排您的班',
  month: '值班表',
  awayAsk: '开庭、会见中',
  awayTitle: '开庭、会见中，到几点？',
  awayText: '到那时为止，新来的问题不先问您。已经接的还是您的。',
  awayTo: (end: string) => `到 ${end}`,
  awayOther: '别的时间',
  awaySend: '就到这个时间',
  awayPast: '这个时间已经过了，请往后选',
  awayNow: (end: string) => `开庭、会见中，到 ${end}`,
  awayNowText: '新来的问题先问别人。',
  awayDone: (end: string) => `记好了：到 ${end} 先不问您。`,
  back: '我回来了',
  backDone: '记好了：又开始问您了。',

  incoming: '有人问律师',
  incomingNone: '现在没有人等。来了会出现在这里，也会给您发通知。',
  wants: (language: string) => `想听${language}`,
  askedAt: (at: string) => `${at} 问的`,
  left: (time: string) => `还剩 ${time}`,
  overdue: '过了八分钟',
  cleared: '已查过，没有发现您有利害关系',
  take: '接',
  busy: '正忙',
  interest: '有利害关系',
  passHint: '点「正忙」不影响您。',
  taken: '您接了。先跟提问人说一句话，或者打个电话。',
  passed: '好的，问别人了。',
  interestDone: '记下了，这件事不再问您。',
  goneTo: (title: string, name: string) => `${title}：${name}已经接了，您不用管了。`,
  gone: (title: string, stage: string) => `${title}：${stage}，您不用管了。`,
  whole: '看全部',

  handOver: '交接',
  handOverNone: '没有留给您的话。',
  handOverFrom: (by: string, at: string) => `${by}，${at} 留给您`,
  handOverMine: (at: string) => `您 ${at} 写的`,
  handOverSeenBy: (name: string) => `${name}看到了`,
  handOverUnseen: '还没有人看',
  seen: '看到了，我来接',
  seenDone: '记好了：交接的话您看到了。',
  write: '写给下一班',
  writeText: '下一班上来先看到这段话，要点「看到了」。',
  writeLabel: '要交代什么',
  writeHint: '谁还要回电话、说好几点、卡在哪里',
  writeSend: '留给下一班',
  written: '写好了，下一班会看到。',
  writeSeat: '哪个班位',

  stale: '没有信号，先看刚才取到的',
} as const

/** One question in the hands of whoever answers it. */
export const questionWords = {
  page: '问律师',
  taker: (name: string, at: string) => `${name} ${at} 接的`,
  takerMe: (at: string) => `您 ${at} 接的`,
  silent: '还没跟提问人说话，系统又去问别人了',
  talk: '对话',
  talkHint: '写一句，或者打电话',
  asker: '提问的人',
  hers: '提问人说的',
  ring: (name: string) => (name ? `给${name}打电话` : '打电话给提问人'),
  noPhone: '提问人没有留电话，在这里写给提问人。',
  number: (name: string, phone: string) => (name ? `${name}的电话：${phone}` : `电话：${phone}`),
  toDo: '下一步',
  more: '还可以',

  answer: '答复完了',
  answerTitle: '怎么答复的',
  answerText: '提问人会看到这段话，然后说有没有帮到提问人。',
  answerSummary: '答复的要点',
  answerHint: '用平常的话：该怎么办、去哪里办、带什么',
  answerNext: '接着要办什么',
  answerNothing: '不用，说清楚了',
  answerSend: '就这样答复',
  answered: '答复好了。提问人会看到，也会问提问人有没有帮上。',

  route: '换个人给提问人回电话',
  routeTitle: '谁几点给提问人打电话',
  routeText: '提问人马上看到名字和时间。到点没打，督查会知道。',
  routeWho: '谁打',
  routeMe: '我自己打',
  routeWhen: '最晚几点',
  routeIn: (minutes: number, at: string) => `${count(minutes, '分钟')}内，${at} 前`,
  routeSend: '告诉提问人',
  routeNobody: '请选一个人',
  routeDone: (name: string, at: string) => `告诉提问人了：${name} ${at} 前打电话。`,
  routed: (name: string, at: string) => `${name} ${at} 前给提问人打电话`,
  routedNobody: '八分钟没有人接上，系统定的。',
  routedChosen: '时间是提问人自己选的。',
  routedMissed: '说好的时间过了，请马上打，先道歉。',

  reachedAsk: '打通了吗？',
  reached: '通了',
  notReached: '没打通',
  triedNote: '电话里说了什么',
  triedHint: '提问人问了什么，您怎么说的',
  triedSend: '记下来',
  notReachedNote: '打了电话，没打通。',
  reachedDone: '记好了：打通了。',
  notReachedDone: '记好了：没打通。三次不通就到此为止。',
  tries: '打过的电话',
  tried: (by: string, reached: boolean) => `${by}打了电话，${reached ? '通了' : '没打通'}`,

  giveBack: '我办不了，交回去',
  giveBackTitle: '交回去？',
  giveBackText: '马上接着问别人，提问人会知道换人了。',

  hire: '提问人要请我收费代理',
  hireTitle: '提问人自己提出要请您收费代理',
  hireText: '值班时不能劝人付费。提问人自己提的，要在这里说明，督查能看到。',
  hireNote: '是怎么说起的',
  hireSend: '说明',
  hireDone: '记好了。',
  hired: (by: string, note: string) => `${by}说明：提问人自己要请他收费代理。${note}`,

  note: '记一笔',
  noteText: '只给办事的人看，提问人看不到。',
  noteLabel: '记什么',
  noteSend: '记下来',
  noted: '记好了。',

  share: '发到群里找人接',
  shareCopy: '复制一段话，发到群里',
  shareCopied: '复制好了，去群里粘贴',
  shareText: '发出去的只有什么事、哪个嘎查、到几点，没有提问人的名字和原话。',
  shareTitle: (what: string, place: string, until: string) => `${what}，${place}，${until} 前要有人接`,
  shareQuiet: '有人问律师',

  offers: '问过谁',
  outcome: '答复',
  answeredBy: (by: string, at: string) => `${by} ${at} 答复`,
  next: '接着办',
  helpedYes: '提问人说帮上了',
  helpedNo: '提问人说没帮上',
  notHelped: '还没问到提问人有没有帮上。',
  child: '看接着办的事项',

  otherKind: '这不是提问，是别的事项',
  open: '打开这个事项',

  cardNone: '还没有人接',
  cardTake: '我来接',
  cardTakenBy: (name: string) => `${name}已经接了，谢谢您来看。`,
  cardMayNot: '现在不是您值班，或者您有利害关系，接不了。请让值班的人点。',
  cardDue: (at: string) => `${at} 前要有人接`,
  cardOpen: '打开',
} as const

export const nextTexts: Record<string, string> = { aid: '申请法律援助', visit: '约时间见面', grievance: '反映问题' }
const steps: Record<string, string> = { taken: '答复', routed: '回电话', answered: '答复过了' }
/** What a lawyer does next about a question he has. */
export const questionStep = (stage: string, title: string): string => [steps[stage], title].filter(Boolean).join('，')

/** 「7:05」 left of the eight minutes; nothing is left after them. */
export function countdownText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
