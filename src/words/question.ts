import type { OfferState, QuestionStage } from '@/domain/question-types'
import { type Instant, timeOf } from '@/domain/time'
import { topicText } from './aid'
import { momentText } from './time'

/** What a question says of itself: to whoever waits, and to whoever has it. */

export const questionStageTexts: Record<QuestionStage, string> = {
  open: '正在找律师',
  taken: '律师在回答',
  answered: '已经答复',
  routed: '约好打电话',
  closed: '已经结束',
  withdrawn: '已经撤回',
}

const hour = (at: Instant) => timeOf(at).replace(/^0/, '')

/** The first sentence of the waiting screen. */
export const promiseText = (dueAt: Instant): string =>
  `正在找人。最晚 ${hour(dueAt)} 有人答复，或告诉您谁几点打电话。可以放下手机。`
export const lateText = (now: Instant, callBackAt: Instant, name: string): string =>
  `对不起，八分钟里没人接上。${name} ${momentText(callBackAt, now)} 前给您打电话。`

/** What became of asking one person, to whoever waits: never why, and without blame. */
export const offerTexts: Record<OfferState, string> = {
  proposed: '正在问',
  delivered: '正在问',
  seen: '正在看',
  taken: '接了',
  passed: '这会儿接不了',
  expired: '没接上',
  superseded: '别人先接了',
  blocked: '这会儿接不了',
}
export const offerText = (state: OfferState, at: Instant): string => `${hour(at)} ${offerTexts[state]}`

export const nextTexts = {
  everybody: (at: Instant) => `${hour(at)} 起问全旗值班的人`,
  nearby: (at: Instant) => `${hour(at)} 起再问几位律师`,
  centre: (at: Instant, name: string) => `${hour(at)} 起由法律援助中心 ${name} 接`,
  end: (at: Instant, name: string) => `都没接上的话，${hour(at)} 由 ${name} 约好时间给您打电话`,
}

export const routedText = (name: string, at: Instant, now: Instant): string =>
  `${name} ${momentText(at, now)} 前给您打电话`
export const missedText = (name: string): string => `说好的电话没打到，对不起。已经告诉负责人，${name} 会马上打给您。`

/** For the group: what it is about and until when, nothing of hers; that somebody is beaten nobody reads there. */
export const cardTitle = (topic: string): string =>
  topic === 'violence' ? '有人问律师' : `有人问律师：${topicText(topic)}`
export const paperText = (n: number): string => `发来的材料 ${n}`
export const voicePaper = '说的话'
export const consentPaper = '本人同意的录音或签名'
