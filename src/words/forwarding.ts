import { dayOf, type Instant, MINUTE, msBetween, timeOf } from '@/domain/time'
import { dayText, momentText } from './time'

/** 帮人办: what is said where somebody else entered it and she is asked herself. */

export const notHers = '打电话问过本人，本人说不是自己的意思'

/** Why she is asked, by the row of data/sensitive-topics.json. */
const about: Record<string, string> = {
  violence: '家里打人的事',
  marriage: '婚姻的事',
  'village-cadre': '村干部的事',
  minor: '没满 18\u00a0岁的人的事',
}
const aboutText = (code: string): string => about[code] ?? '这类事'

type Check = { about: string; to: string; by?: string; at?: string; dueAt?: string; tries: number }

/** What whoever rings reads, and whoever entered it. */
export const consentCheckText = {
  open: ({ about, to, dueAt, tries }: Check, now: string) =>
    `别人代办的${aboutText(about)}，要打电话问本人是不是自己的意思。由 ${to} 打${dueAt ? `，最晚 ${momentText(dueAt, now)}` : ''}${tries > 0 ? `，已经打过 ${tries}\u00a0次` : ''}。`,
  agreed: ({ by = '', at = '' }: Check, now: string) => `${by} ${momentText(at, now)} 问过本人，是本人的意思。`,
  refused: ({ by = '', at = '' }: Check, now: string) =>
    `${by} ${momentText(at, now)} 问过本人，不是本人的意思，已经撤回。`,
}
/** To whoever entered it. */
export const unsureText = ({ to }: Check): string =>
  `这类事要先打电话问本人，由 ${to} 打。本人说是自己的意思，您才能看到办得怎么样；您不用做什么。`
export const disownedText = '问过本人，本人没有同意，这件事撤回了。要再办，请本人自己来，或者打 12348。'

const name = (value: unknown): string => (value as { name?: string } | undefined)?.name ?? ''
type Event = { type: string } & Record<string, unknown>

export const forwardingLines: Record<string, (event: Event) => string> = {
  ConsentToCheck: (e) => `要打电话问本人是不是自己的意思，由 ${name(e.to)} 打`,
  ConsentReminded: (e) => `提醒 ${name(e.to)}：还没有打电话问本人`,
  ConsentPassedOn: (e) =>
    name(e.from) === name(e.to)
      ? `到时间还没有问到本人，没有别人能打，仍由 ${name(e.to)} 打`
      : `到时间还没有问到本人，改由 ${name(e.to)} 打`,
  ConsentChecked: (e) =>
    !e.reached ? '打电话问本人，没打通' : e.agrees ? '问过本人，是自己的意思' : '问过本人，不是自己的意思',
}

export const forwardingTemplates: Record<string, (params: Record<string, string>) => string> = {
  'matter.consent-to-check': (p) => `一件别人代办的事（${p.place}），请打电话问本人是不是自己的意思。`,
  'matter.consent-soon': (p) => `一件别人代办的事（${p.place}）还没有打电话问本人，请尽快打。`,
  'matter.consent-overdue': (p) => `一件别人代办的事（${p.place}）到时间还没有问到本人，现在请您打电话问。`,
}

const BEGIN: readonly string[] = ['AidSubmitted', 'QuestionAsked', 'GrievanceSubmitted', 'VisitBooked']

/**
 * Behind how it began, for good: that somebody else entered it. What a clerk wrote down says by which door it came; who
 * helped somebody report isn't told to whoever handles it.
 */
export function forwardedNote({ type, helper, source, sentAt, at }: Event): string {
  if (!BEGIN.includes(type) || !helper) return ''
  if (source !== undefined || (sentAt !== undefined && sentAt !== at)) return ''
  return type === 'GrievanceSubmitted' ? '（由别人代办）' : `（由 ${name(helper)} 代办）`
}

// What was entered with a signal was taken down in the minute in which it came.
const AT_ONCE = 2 * MINUTE

/** Behind that, where it waited on a phone: when it was taken down and when it came, for its clocks run from then. */
export function receivedNote({ type, at }: Event, takenAt: Instant | undefined): string {
  if (!takenAt || !BEGIN.includes(type)) return ''
  const came = String(at)
  if (msBetween(takenAt, came) < AT_ONCE) return ''
  const [from, to] = dayOf(takenAt) === dayOf(came) ? [timeOf, timeOf] : [moment, moment]
  // An application is written page by page, with or without a signal: what is known is when she agreed.
  return type === 'AidSubmitted'
    ? `，${from(takenAt)} 本人同意，${to(came)} 送到`
    : `，${from(takenAt)} 在没有信号时写下，${to(came)} 送到`
}
const moment = (at: Instant): string => `${dayText(dayOf(at))} ${timeOf(at)}`

/** How she agreed, and what whoever entered it said of the other side. */
export const agreedText = (how: string, opponentIsKin: boolean | undefined): string =>
  opponentIsKin === false ? `${how}；代办的人说对方不是自己的亲属` : how
