import { contactTexts, resultTexts } from './aid'
import { clockTitle } from './clock'

type Event = { type: string } & Record<string, unknown>
const name = (value: unknown): string => (value as { name?: string } | undefined)?.name ?? ''

const lines: Record<string, (event: Event) => string> = {
  AidSubmitted: (e) => (e.callFrom ? '电话申请法律援助，从接起电话开始计时' : '提交了法律援助申请'),
  AidGranted: () => '同意给予法律援助',
  LawyerAssigned: (e) => `派给 ${name(e.lawyer)} 律师`,
  AssignmentEscalated: (e) => `暂时没有合适的律师，由 ${name(e.to)} 今天负责找`,
  ConflictDenied: () => '律师确认没有利害关系',
  LawyerReleased: (e) => `${name(e.lawyer)} 律师有利害关系，退出`,
  AidTaken: () => '律师接手办理',
  ClientContacted: (e) => `律师联系了申请人：${contactTexts[String(e.how)] ?? ''}`,
  NumberRevealed: (e) => `${name(e.by)} 看了申请人的电话，准备打过去`,
  MandateSigned: () => '签好了委托手续',
  ProgressReported: (e) => (e.change ? '律师报了新进展' : '律师报：暂时没有变化'),
  AidClosed: (e) => `律师报结案：${resultTexts[String(e.result)] ?? ''}`,
  CloseReviewed: (e) => (e.ok ? '结案审查通过，办结' : '结案材料退回律师补充'),
  AidWithdrawn: () => '申请人撤回了申请',
  ClockOverdue: (e) => `到期还没办完：${clockTitle(String(e.code))}`,
  ClockRecomputed: (e) => `放假安排公布，重新算了期限：${clockTitle(String(e.code))}`,
}

/** What a stored event says to a reader; undefined for what only the machine needs. */
export const timelineText = (event: Event): string | undefined => lines[event.type]?.(event)
export const inTimeline = (type: string): boolean => type in lines
