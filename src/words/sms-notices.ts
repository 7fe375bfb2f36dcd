import { topicText } from './aid'

type Params = Record<string, string>

const about = ({ place = '', topic = '' }: Params): string => `${place}，${topicText(topic)}`

/** What comes back to whoever answered by SMS. Nobody who asks is named: a message may be read over a shoulder. */
export const smsTemplates: Record<string, (p: Params) => string> = {
  'sms.taken': (p) => `您接了这个问题（${about(p)}）。谁问的、怎么联系，请打开小程序看。`,
  'sms.passed': (p) => `知道了，会请别人接（${about(p)}）。`,
  'sms.bound': (p) => `知道了，您有利害关系，这个问题（${about(p)}）不会再问您。`,
  'sms.late': (p) => `这个问题（${about(p)}）已经有人了：${p.by}。谢谢您。`,
  'sms.refused': (p) => `没有办成（${about(p)}）：${p.why ?? ''}`,
  'sms.none': () => '现在没有等您接的问题。',
  'sms.unclear': () => '没有看懂。请只回复一个数字：1 接，2 正忙，3 有利害关系。',
}
