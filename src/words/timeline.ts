import { contactTexts, resultTexts, sourceTexts } from './aid'
import { documentTitle } from './aid-documents'
import { aidTurnLines } from './aid-turns'
import { clockTitle } from './clock'
import { forwardedNote, forwardingLines } from './forwarding'
import { grievanceLines, grievanceSilent } from './grievance-timeline'
import { starTexts } from './parts'
import { questionLines } from './question-timeline'
import { recordingLines } from './recording'
import { visitLines, visitSilent } from './visit-timeline'

type Event = { type: string } & Record<string, unknown>
const name = (value: unknown): string => (value as { name?: string } | undefined)?.name ?? ''

const noText = (value: unknown): string => (value as { text?: string } | undefined)?.text ?? ''

const lines: Record<string, (event: Event) => string> = {
  ...forwardingLines,
  ...recordingLines,
  ...questionLines,
  ...grievanceLines,
  ...visitLines,
  AidSubmitted: submitted,
  AidCompleted: () => '补充了申请内容',
  PapersListed: (e) => `请申请人补 ${e.count}\u00a0样材料（第 ${e.nth}\u00a0次）`,
  PapersSupplied: (e) => (e.all ? '材料补齐了，接着计时' : `补了 ${e.count}\u00a0样材料`),
  PaperUnreadable: () => '有一份材料打不开，要再交一份',
  PartiesChanged: () => '改了对方和相关的人',
  ConflictAskedAgain: () => '对方有变化，请律师再看有没有利害关系',
  LawyerFrozen: (e) => `正在核对律师能不能接着办，由 ${name(e.to)} 负责`,
  ChangeRuled: (e) => (e.ok ? '核对完了，换一位律师' : '核对完了，律师不换'),
  RefusalProposed: (e) => `有了审查意见，请 ${name(e.to)} 复核`,
  RefusalReturned: () => '复核没有通过，重新审查',
  AidRefused: () => '不予法律援助，已经复核',
  AidTransferred: () => '转给了该办这件事的单位',
  LawyerSwapped: (e) => `律师所在的机构换由 ${name(e.lawyer)} 律师办`,
  AssignmentConfirmed: () => '律师所在的机构接受了指派',
  AidRated: (e) => `申请人评价：${starTexts[e.stars as keyof typeof starTexts] ?? ''}`,
  CalledBack: (e) => (e.reached ? '回访了申请人' : '打电话回访，没打通'),
  AidRectified: () => '不满意的地方整改完了',
  NoteTaken: () => '记了一笔',
  DocumentSigned: (e) =>
    `${(e.files as string[]).length > 0 ? '交回' : '撤下'}了签好字的${documentTitle(String(e.document))}`,
  NumberCancelled: (e) => `文书编号 ${noText(e.was)} 作废，改为 ${noText(e.no)}`,
  ResponsibleChanged: (e) => `换成 ${name(e.to)} 负责`,
  AidDeemedWithdrawn: () => '材料一直没补，打过电话后按撤回处理',
  AidGranted: () => '同意给予法律援助',
  LawyerAssigned: (e) => `派给 ${name(e.lawyer)} 律师`,
  AssignmentEscalated: (e) => `暂时没有合适的律师，由 ${name(e.to)} 今天负责找`,
  ConflictDenied: () => '律师确认没有利害关系',
  // Why he goes is his to tell, but for the wall.
  LawyerReleased: (e) =>
    e.cause === 'conflict'
      ? `${name(e.lawyer)} 律师有利害关系，退出`
      : `${name(e.lawyer)} 律师不能接着办，正在找新的律师`,
  ...aidTurnLines,
  AidTaken: () => '律师接手办理',
  ClientContacted: (e) => `${name(e.by) ? '中心' : '律师'}联系了申请人：${contactTexts[String(e.how)] ?? ''}`,
  NumberRevealed: (e) => `${name(e.by)} 看了电话号码，准备打过去`,
  MandateSigned: () => '签好了委托手续',
  ProgressReported: (e) => (e.change ? '律师报了新进展' : '律师报：暂时没有变化'),
  AidClosed: (e) => `律师报结案：${resultTexts[String(e.result)] ?? ''}`,
  CloseReviewed: (e) => (e.ok ? '结案审查通过，办结' : '结案材料退回律师补充'),
  AidWithdrawn: () => '申请人撤回了申请',
  ClockOverdue: (e) => `到期还没办完：${clockTitle(String(e.code))}`,
  ClockRecomputed: (e) => `放假安排公布，重新算了期限：${clockTitle(String(e.code))}`,
}

function submitted({ callFrom, source }: Event): string {
  const how = sourceTexts[source as keyof typeof sourceTexts]
  if (source === 'call' || (callFrom && !how)) return '电话申请法律援助，从接起电话开始计时'
  return how ? `申请法律援助（${how}）` : '提交了法律援助申请'
}

/** What only the machine needs. */
const SILENT: readonly string[] = [
  'ClockStarted',
  'ClockPaused',
  'ClockResumed',
  'ClockStopped',
  'LawyerStillSought',
  'OfferSeen',
  'MessageSent',
  ...grievanceSilent,
  ...visitSilent,
]
const unknown = '办理有了一步新进展'

/** What a stored event says to a reader; undefined for what nobody needs to read. A step of newer code is told plainly. */
export const timelineText = (event: Event): string | undefined =>
  SILENT.includes(event.type) ? undefined : `${lines[event.type]?.(event) ?? unknown}${forwardedNote(event)}`
export const inTimeline = (type: string): boolean => type in lines
