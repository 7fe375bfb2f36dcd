import { dayOf, type Instant, timeOf } from '@/domain/time'
import { topicText } from './aid'
import { dayText } from './time'

type Params = Record<string, string>

/** Whose question it is, to whoever reads. */
const her = ({ reader }: Params): string => (reader === 'helper' ? '您帮忙的人' : reader === 'kin' ? '您亲属' : '您')

const hour = (at?: Instant): string => (at ? timeOf(at).replace(/^0/, '') : '八分钟内')
/** A letter may be read tomorrow: it says the day. */
const moment = (at?: Instant): string => (at ? `${dayText(dayOf(at))} ${hour(at)}` : '说好的时间')

/** 「甲镇 东嘎查,欠薪」: place and topic, and that Mongolian is spoken. */
const about = ({ place, topic = '', language }: Params): string =>
  [place, topicText(topic), language === 'mn' && '说蒙古语'].filter(Boolean).join('，')
const digits = (p: Params): string => (p.digits ? '回复 1 接，2 正忙，3 有利害关系。' : '')
const phone = (p: Params): string => (p.phone ? `，电话 ${p.phone}` : '')

/** What the eight minutes tell. Nobody who asks is named: a message may be read over a shoulder. */
export const questionTemplates: Record<string, (p: Params) => string> = {
  'question.received': (p) =>
    `${her(p)}的问题收到了。最晚 ${hour(p.at)} 有人答复，或告诉您谁几点打电话。不要钱，可以放下手机。`,
  'question.offer': (p) => `有人问法律问题（${about(p)}），您能接吗？${digits(p)}`,
  'question.must-take': (p) => `有人问法律问题（${about(p)}），还没有人答，请您现在接。${digits(p)}`,
  'question.taken': (p) => `${p.by}${p.org ? `（${p.org}）` : ''}接了${her(p)}的问题。不要钱。`,
  'question.gone': (p) => `这个问题（${about(p)}）有人接了：${p.by}。谢谢您。`,
  'question.again': (p) => `这个问题（${about(p)}）又没有人接了，您能接吗？`,
  'question.word': (p) => `问问题的人又说话了（${about(p)}），请看看。`,
  'question.reply': (p) => `${p.by}回话了，点开看看。`,
  'question.answered': (p) => `${p.by}答复了${her(p)}的问题。点开看看，再告诉我们有没有帮上忙。`,
  'question.routed': (p) =>
    `${p.nobody ? '对不起，八分钟里没人接上。' : ''}${p.by}${p.chosen ? '' : '最晚'} ${moment(p.at)} 给${her(p)}打电话${phone(p)}。`,
  'question.ring-her': (p) =>
    `请您${p.chosen ? '在' : '最晚'} ${moment(p.at)} 给问问题的人打电话（${about(p)}）。${p.nobody ? '八分钟里没有人接，已经报督查。' : ''}`,
  'question.alarm': (p) =>
    p.by
      ? `八分钟里没有人接这个问题（${about(p)}）。由 ${p.by} ${moment(p.at)} 前回电话。`
      : `这个问题（${about(p)}）快到八分钟了，还没有人接。`,
  'question.alarm-callback': (p) => `说好的回电话过了时间（${about(p)}），由 ${p.by} 负责。`,
  'question.callback-missed': (p) => `对不起，说好的时间没有给${her(p)}打电话。${p.by}会尽快打${phone(p)}。`,
  'question.tried': (p) => `${p.by}给${her(p)}打过电话，没有打通，还会再打${phone(p)}。`,
  'question.unreached': (p) => `打了三次电话，没有打通，这次先到这里。还想问，随时再问，或打 12348 找${p.by}。`,
  'question.not-helped': (p) => `问问题的人说没有帮上忙（${about(p)}），请看看还能做什么。`,
  'question.withdrawn': (p) => `问问题的人撤回了问题（${about(p)}），不用再管了。`,
  'question.hire': (p) =>
    `${p.by}记下：${her(p)}想自己花钱请他办事。这是您自己的决定；问问题一直不要钱，符合条件的还可以申请法律援助。`,
  'question.hire-declared': (p) => `${p.by}申报：问问题的人想自己花钱请他（${about(p)}）。`,
}
