import { dayOf, type Instant, timeOf } from '@/domain/time'
import { clockTitle } from './clock'
import { dayText } from './time'

type Event = { type: string } & Record<string, unknown>
type Named = { name?: string; org?: string } | undefined
const name = (value: unknown): string => (value as Named)?.name ?? ''
/** A unit with the person who answers there: 「水利局（马工）」. */
const unit = (value: unknown): string => {
  const { name: called = '', person } = (value ?? {}) as { name?: string; person?: Named }
  return person?.name ? `${called}（${person.name}）` : called
}
const moment = (at: unknown): string => {
  const instant = String(at) as Instant
  return `${dayText(dayOf(instant))} ${timeOf(instant).replace(/^0/, '')}`
}

const rulings: Record<string, string> = { keep: '还由', move: '改由', force: '首接负责，由' }
const closings: Record<string, string> = {
  told: '打电话问过本人，办结了',
  unreached: '三次在不同时间打电话都没打通，办结了',
  'by-code': '办结了，凭查询码看结果',
  'ex-officio': '本人已撤回，依职权办结了',
}
const papers: Record<string, string> = { remind: '提醒单', urge: '催办单', supervise: '督办单', transfer: '移交函' }
const paper = (value: unknown): string => papers[(value as { rung?: string } | undefined)?.rung ?? ''] ?? '单子'
const clockOf = (value: unknown): string => clockTitle((value as { clock?: string } | undefined)?.clock ?? '')

/**
 * The history of a report in words. How it came in, by whom, and what it follows says something of whoever reported:
 * it says nothing.
 */
export const grievanceLines: Record<string, (event: Event) => string> = {
  GrievanceSubmitted: () => '反映了问题',
  GrievanceAccepted: (e) => `${name(e.by)} 受理了`,
  Reclassified: (e) => `${name(e.by)} 改了办理类别，时限从反映的时候算`,
  SentBack: (e) => `${name(e.by)} 请反映的人再补一点`,
  GrievanceCompleted: () => '补来了',
  GrievanceDeclined: (e) => `${name(e.by)} 不予受理，说了该找哪里`,
  HandedOver: (e) => `${name(e.by)} 移送给该管的单位，有移送记录`,
  Dispatched: (e) => `${name(e.by)} 派给${unit(e.main)}办${helping(e.with)}`,
  SignedFor: (e) => `${name(e.by)} 签收了`,
  ReturnAsked: (e) => `${name(e.by)} 说不归他们办，请求退单（第 ${e.nth}\u00a0次）`,
  ReturnRuled: (e) =>
    `裁定：${rulings[String(e.decision)] ?? '由'}${unit(e.main)}办${e.by ? '' : '（第三次退单，按规定）'}`,
  PassedUp: (e) => (e.to ? `${name(e.by)} 上报给${unit(e.to)}` : `${name(e.by)} 上报到旗里`),
  SentDown: (e) => `${name(e.by)} 下派给${unit(e.to)}`,
  ExtensionAsked: (e) => `${name(e.by)} 申请延到 ${moment(e.until)}`,
  ExtensionRuled: (e) => (e.ok ? `延期批了，新的期限是 ${moment(e.until)}` : '延期没有批，还按原来的时限'),
  GrievanceSuspended: (e) =>
    `${e.ground === 'reporter' ? '等反映的人答复' : '等外面的结果'}，最晚到 ${moment(e.until)} 接着办`,
  GrievanceResumed: () => '接着办，时限接着走',
  Responded: (e) => `${name(e.by)} 回应了`,
  CoAnswered: () => '协办单位答复了',
  GrievanceResolved: (e) => (e.parent ? '同一件事有了结果' : `${name(e.by)} 交了结果，等审核`),
  ResultChecked: (e) => (e.ok ? '另一个人审核过了结果' : '结果没有通过审核，接着办'),
  ReporterCalledBack: (e) =>
    e.reached ? `${name(e.by)} 打电话问了本人` : `${name(e.by)} 打电话，没打通（第 ${e.nth}\u00a0次）`,
  GrievanceClosed: (e) => closings[String(e.how)] ?? '办结了',
  GrievanceRated: () => '本人评价了',
  ReporterContacted: (e) => `${name(e.by)} 联系了本人，听哪里不满意`,
  GrievanceRectified: (e) => `${name(e.by)} 整改完了`,
  ResultObjected: () => '本人对结果有异议',
  ObjectionRuled: (e) => (e.reopen ? '异议成立，重新办理' : '异议看过了，维持原来的结果'),
  GrievanceReopened: (e) => `重新办理，第 ${e.generation}\u00a0次，时限重新算`,
  GrievanceWithdrawn: (e) => (e.exOfficio ? '本人撤回，关系到大家的安全，有关部门继续处理' : '本人撤回了'),
  UpperAnswered: () => '答复了上级',
  ConfirmationReminded: () => '提醒双方：可以去法院申请司法确认',
  GrievanceArchived: () => '归档了',
  PaperIssued: (e) => `发了${paper(e.paper)}：${clockOf(e.paper)}`,
  PaperDrafted: (e) => `拟了一份${paper(e.paper)}，等领导签`,
  PaperSigned: (e) => (e.n === undefined ? `${name(e.by)} 签了单子` : `${name(e.by)} 签了单子，发出去了`),
  PaperReceived: (e) => `${name(e.by)} 收到了单子`,
  PaperReplied: (e) => `${name(e.by)} 答复了单子`,
  PaperCancelled: () => '一份单子撤销了',
}

function helping(others: unknown): string {
  const names = Array.isArray(others) ? others.map((other) => name(other)).filter(Boolean) : []
  return names.length > 0 ? `，${names.join('、')}协办` : ''
}

/** What says nothing: it belongs to one side alone, or tells of her what others needn't know. */
export const grievanceSilent: readonly string[] = ['Followed', 'Unfollowed', 'ShiftChanged']
