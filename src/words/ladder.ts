import { COMMAND_SEAT } from '@/domain/ladder-papers'
import type { PaperState, Rung } from '@/domain/ladder-types'
import { type Day, type Duration, dayOf, type Instant, previousDay, timeOf } from '@/domain/time'
import { topicText } from './aid'
import { clockTitle } from './clock'
import { durationText } from './time'

/** 三单一函: what stands on them. They are printed and filed, so times are whole and nothing is 「今天」. */

export const rungTitles: Record<Rung, string> = {
  remind: '提醒单',
  urge: '催办单',
  supervise: '督办单',
  transfer: '移交函',
}
export const paperStateTexts: Record<PaperState, string> = {
  draft: '待签发',
  issued: '已发出',
  received: '已签收',
  replied: '已回复',
  cancelled: '已撤销',
}
/** 「催办单〔2026〕3号」 */
export const paperNo = (rung: Rung, year: number, n: number): string => `${rungTitles[rung]}〔${year}〕${n}号`
export const commandName = '指挥中心'
export const unitName = ({ code, name }: { code: string; name: string }): string =>
  code === COMMAND_SEAT ? commandName : name

const NB = '\u00a0'
export function wholeDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}${NB}年${NB}${month}${NB}月${NB}${date}${NB}日`
}
/** 「2026 年 10 月 3 日 02:25」 */
export const wholeMoment = (at: Instant): string => `${wholeDay(dayOf(at))} ${timeOf(at)}`
/** An exclusive end: 00:00 is 「24:00」 of the day before. */
export const wholeEnd = (dueAt: Instant): string =>
  timeOf(dueAt) === '00:00' ? `${wholeDay(previousDay(dayOf(dueAt)))} 24:00` : wholeMoment(dueAt)

/** What is asked for, by the clock that ran out. */
const asks: Record<string, string> = {
  'grievance.accept': '受理，或者退回补正、告知不予受理',
  'grievance.consult': '交办理结果',
  'grievance.quick': '交办理结果',
  'grievance.escalate': '上报',
  'grievance.respond': '作首次答复',
  'grievance.resolve': '交办理结果',
  'grievance.ruling': '裁定由谁办理',
  'grievance.callback': '回访',
  'grievance.rectify.contact': '联系反映人，听哪里不满意',
  'grievance.rectify': '整改到位',
  'grievance.upper': '向上级热线答复',
}
const askText = (clock: string): string => asks[clock] ?? '办到位'

/** Of 举报 a paper says neither where nor what: only which matter it is. */
export const subjectText = (mark: string, shown?: { place: string; topic: string }): string =>
  shown ? `${shown.place}的「${topicText(shown.topic)}」事项（编号 ${mark}）` : `交由你处办理的一件事项（编号 ${mark}）`

export type PaperFacts = {
  rung: Rung
  subject: string
  clock: string
  /** When the clock is due, or was. */
  clockDueAt: Instant
  /** When the rung was reached, when the paper was made. */
  dueAt: Instant
  at: Instant
  lateBy?: Duration
  until?: Instant
  /** What went before on the same clock: their numbers, and the limit that a 督办单 set. */
  urged?: string
  supervised?: { no: string; until: Instant }
  /** Written by hand. */
  text?: string
}

/** What a paper says, paragraph by paragraph: the clock, when it was due, what is asked and by when. */
export function paperText(facts: PaperFacts): string[] {
  const { at, dueAt, lateBy, text } = facts
  return [
    body[facts.rung](facts),
    ...(text ? [text] : []),
    ...(lateBy
      ? [`本单应当在 ${wholeMoment(dueAt)} 作出，系统到 ${wholeMoment(at)} 才作出，晚了 ${durationText(lateBy)}。`]
      : []),
  ]
}

const limitOf = ({ subject, clock }: PaperFacts): string => `${subject}，「${clockTitle(clock)}」的时限`
const over = (facts: PaperFacts): boolean => facts.clockDueAt <= facts.at
const body: Record<Rung, (facts: PaperFacts) => string> = {
  remind: (facts) =>
    over(facts)
      ? `${limitOf(facts)}已经在 ${wholeEnd(facts.clockDueAt)} 到期。请马上${askText(facts.clock)}。`
      : `${limitOf(facts)}到 ${wholeEnd(facts.clockDueAt)} 为止，已经临期。请在这之前${askText(facts.clock)}。`,
  urge: (facts) =>
    `${limitOf(facts)}${over(facts) ? `已经在 ${wholeEnd(facts.clockDueAt)} 到期，还没有办到` : `到 ${wholeEnd(facts.clockDueAt)} 为止`}。请马上${askText(facts.clock)}，并回复本单：办到哪一步，什么时候办完。仍没有进展的，报请领导签发督办单。`,
  supervise: (facts) =>
    `${limitOf(facts)}到 ${wholeEnd(facts.clockDueAt)} 为止${facts.urged ? `，经 ${facts.urged} 催办` : ''}，还没有办到。现予督办，请在 ${facts.until ? wholeEnd(facts.until) : '签发人定的期限'} 前${askText(facts.clock)}，并回复本单。到时仍没有办到的，依程序移交。`,
  transfer: (facts) =>
    `${limitOf(facts)}到 ${wholeEnd(facts.clockDueAt)} 为止${facts.supervised ? `，经 ${facts.supervised.no} 督办，限 ${wholeEnd(facts.supervised.until)} 前办到` : ''}，仍没有办到。现依程序移交处理。请配合，保存好办理记录，并继续${askText(facts.clock)}。`,
}

export const ladderWords = {
  /** A draft that nobody signed before its clock ended. */
  ended: '时限已经结束，不用再发',
  to: (unit: string, person: string) => `${unit}（${person}）：`,
  copy: (person: string) => `抄送：${person}`,
  signed: (name: string, at: string) => `签发：${name}　${at}`,
  issuedBy: commandName,
  received: (name: string, at: string) => `签收：${name}　${at}`,
  replied: (name: string, at: string) => `回复（${name}　${at}）：`,
  cancelled: (why: string, at: string) => `本单已在 ${at} 撤销：${why}`,
  draft: '（草稿，没有签发，不作凭据）',
}

/** 人民调解法 28–33: what an agreement and its record hold. */
export const mediationWords = {
  agreement: '人民调解协议书',
  record: '人民调解记录',
  party: (nth: number, name: string) => `当事人${nth}：${name}`,
  mediators: (names: string) => `调解员：${names}`,
  place: (text: string) => `调解地点：${text}`,
  about: (mark: string) => `事项编号：${mark}`,
  agreed: '当事人自愿达成如下协议：',
  confirmation: (until: string) =>
    `认为有必要的，当事人可以在本协议生效之日起三十日内（签订当日生效的，到 ${until} 为止）共同向人民法院申请司法确认（人民调解法第三十三条）。`,
  sign: (name: string) => `${name}（签名、按指印）：`,
  seal: '人民调解委员会（盖章）：',
}

export const handOverWords = {
  title: '移送记录',
  to: (name: string) => `${name}：`,
  lead: (mark: string) => `编号 ${mark} 的事项属于你处职责，现移送。移送情况记录如下：`,
  by: (name: string) => `移送人：${name}`,
  receiver: '接收人（签名）：',
}
