import type { FailedFor } from '@/contract/views'
import type { Rung } from '@/domain/notice-route'
import { type Instant, timeOf } from '@/domain/time'
import { topicText } from './aid'

/** How a notice stands with the ways that leave the app, in words for her and for staff alike. */

type Way = {
  channel: 'app' | Rung
  state: string
  why?: FailedFor
  /** It waits until then: her quiet hours, or its next try. */
  nextAt?: Instant
  tries: number
  before?: { channel: Rung; why: FailedFor }
}

const channels: Record<Rung, string> = { wechat: '微信', sms: '短信', voice: '语音电话', call: '电话' }
const NB = '\u00a0'
const hour = (at: Instant): string => timeOf(at).replace(/^0/, '')

const going: Record<Rung, string> = {
  wechat: '微信正在送',
  sms: '正在发短信',
  voice: '正在打语音电话',
  call: '等人打电话',
}
const gone: Record<Rung, string> = {
  wechat: '微信已发出',
  sms: '短信已发出',
  voice: '语音电话已打',
  call: '等人打电话',
}
const came: Record<Rung, string> = {
  wechat: '微信已送达',
  sms: '短信已送达',
  voice: '语音电话已接听',
  call: '已经打电话说了',
}
/** After another way failed. */
const instead: Record<Rung, string> = {
  wechat: '改用微信',
  sms: '改发短信',
  voice: '改打语音电话',
  call: '等人打电话',
}

/** Never left: nobody can say that it didn't arrive. */
const UNSENT: readonly FailedFor[] = ['no-channel', 'no-template', 'no-credit']
const lost = (channel: Rung, why: FailedFor): string =>
  `${channels[channel]}${UNSENT.includes(why) ? '发不了' : '没送到'}`

export function wayText({ channel, state, why, nextAt, tries, before }: Way, now: Instant): string {
  if (channel === 'app') return '在小程序里'
  const first = !before ? '' : before.why === 'ring' ? '本人要接电话，' : `${lost(before.channel, before.why)}，`
  switch (state) {
    case 'failed':
      return why === 'expired' ? `${first}太晚了，没有再发` : `${first}${lost(channel, why ?? 'unreachable')}`
    case 'delivered':
    case 'rung':
      return `${first}${came[channel]}`
    case 'sent':
      return before ? `${first}已${instead[channel]}` : gone[channel]
    case 'to-ring':
      return `${first}${tries > 0 ? `打了 ${tries}${NB}次没打通，还会打` : going.call}`
    default:
      return nextAt && nextAt > now
        ? `${first}${hour(nextAt)} 后${before ? instead[channel] : `发${channels[channel]}`}`
        : `${first}${before ? instead[channel] : going[channel]}`
  }
}

/** Who was told, to whoever reads it: `you` is the reader herself. */
export const whomTexts = { you: '您', person: '本人', helper: '帮忙代办的人', kin: '亲属' }

/** Why a person has to ring. */
export function ringWhy(before: { channel: Rung; why: FailedFor } | undefined): string {
  if (!before || before.why === 'ring') return '本人说过：请给我打电话'
  return `${lost(before.channel, before.why)}，别的办法也没有了`
}

/** What whoever is responsible reads of calls. Nobody who is to be rung is named: a message may be read over a shoulder. */
export const callTemplates: Record<string, (p: Record<string, string>) => string> = {
  'call.to-ring': (p) =>
    `有一位消息没送到，要打电话告诉（${p.topic ? topicText(p.topic) : '反映的问题'}）。请看「等打电话的人」。`,
  'call.unreached': (p) =>
    `有一位打了三次电话没打通（${p.topic ? topicText(p.topic) : '反映的问题'}）。请您想想别的办法，比如请嘎查村的人上门说一声。`,
}
