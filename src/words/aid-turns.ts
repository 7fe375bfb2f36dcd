import type { FirstGround, LeaveCause, NoticeGround, Organ } from '@/domain/aid-turn-types'
import { topicText } from './aid'
import { dayText } from './time'

/** Words for what turns the course of legal aid. */

export const organTexts: Record<Organ, string> = { court: '人民法院', procuratorate: '人民检察院', police: '公安机关' }
export const noticeGroundTexts: Record<NoticeGround, string> = {
  minor: '未成年人',
  disabled: '视力、听力、言语残疾人',
  incapable: '不能完全辨认自己行为的成年人',
  'life-or-death': '可能被判处无期徒刑、死刑',
  review: '死刑复核案件，申请了法律援助',
  absentia: '缺席审判',
  'compulsory-treatment': '强制医疗',
  other: '法律、法规规定的其他情形',
}
export const leaveCauseTexts: Record<LeaveCause, string> = {
  conflict: '有利害关系',
  recusal: '依法应当回避',
  health: '生病或者身体原因，不能接着办',
  practice: '停止执业、执业证被注销等',
  other: '其他正当理由（要附证明）',
}
export const firstGroundTexts: Record<FirstGround, string> = {
  limitation: '离时效或者期限届满不足七日，要马上起诉、申请仲裁或者复议',
  preservation: '要马上申请财产保全、证据保全或者先予执行',
  other: '法律、法规、规章规定的其他情形',
}

/** What is left to her after the ruling (法律援助法 49). */
export const afterRulingText = '对这个审查结果不同意，可以依法申请行政复议或者向人民法院起诉。'

type Params = Record<string, string>
const her = ({ reader }: Params): string => (reader === 'helper' ? '您帮忙的人' : reader === 'kin' ? '您亲属' : '您')

/** Why he goes, what she is said to have hidden, what she did: none of it stands in a message. */
export const aidTurnNotices: Record<string, (p: Params) => string> = {
  'aid.notice-to-assign': () => '收到一件办案机关通知辩护的案件，请三日内指派律师并回告办案机关。',
  'aid.notice-received': () => '通知辩护的案件收到了，三日内指派律师，并告诉您单位。',
  'aid.urgent': (p) =>
    `一件法律援助申请（${topicText(p.topic ?? '')}）等不得：可能快到期，或者要马上保全。请现在打开，定要不要先行提供。`,
  'aid.provided-first': (p) => `${her(p)}的事等不得，先给${her(p)}派律师，材料以后再补。`,
  'aid.leave-to-rule': (p) =>
    `${p.lawyer} 律师请求退出一件法律援助（${topicText(p.topic ?? '')}），这件已经换过律师，请您定。`,
  'aid.change-to-rule': (p) => `申请人请求换律师（${topicText(p.topic ?? '')}），请 5\u00a0个工作日内定。`,
  'aid.change-refused': (p) => `${her(p)}请求换律师的事有了结果，点开看看。`,
  'aid.goes-on': (p) => `中心核对完了，这件事仍由您办（${topicText(p.topic ?? '')}）。`,
  'aid.lawyer-changes': (p) =>
    `原来的律师不能接着办${her(p)}的事，正在给${her(p)}找新的律师。办到哪一步、什么时候到期，都不变。`,
  'aid.suspended': () => '法院让案子先停一停。恢复以后律师接着办。',
  'aid.terminated': (p) => `${her(p)}的法律援助终止了。理由和不同意时怎么办，在这件事的页面里看，也可以打 12348 问。`,
  'aid.terminated-yours': (p) => `一件法律援助终止了（${topicText(p.topic ?? '')}），请停止办理，交回材料。`,
  'aid.to-rule': (p) => `一件法律援助的决定有人提出异议（${topicText(p.topic ?? '')}），请 5\u00a0日内审查。`,
  'aid.ruled': (p) =>
    p.decision === 'correct'
      ? `${her(p)}提的异议成立，给${her(p)}法律援助，正在找律师。`
      : `${her(p)}提的异议审查完了，维持原来的决定。不同意的，可以申请行政复议或者起诉，在这件事的页面里看。`,
  'aid.doubt-to-rule': (p) => `有一份经济困难承诺请您核实（${topicText(p.topic ?? '')}）。核实期间照常办。`,
  'aid.near-to-check': (p) =>
    `${p.lawyer} 律师的另一件事里，另一边有一个名字和这件的很像（${topicText(p.topic ?? '')}），请核对是不是同一个人。律师照常办。`,
  'aid.doubt-ruled': (p) => `您提的承诺核实有了结果（${topicText(p.topic ?? '')}），点开看看。`,
}

type Event = { type: string } & Record<string, unknown>
const name = (value: unknown): string => (value as { name?: string } | undefined)?.name ?? ''

/** What the timeline says of it. */
export const aidTurnLines: Record<string, (event: Event) => string> = {
  NoticeReceived: (e) => `收到办案机关的通知：${noticeGroundTexts[e.ground as NoticeGround] ?? ''}`,
  OrganTold: () => '把律师告诉了办案机关',
  AidUrgent: (e) => `${e.day ? `${dayText(String(e.day))}可能到期，` : '要马上保全，'}等不得，由 ${name(e.to)} 马上定`,
  AidProvidedFirst: () => '先行提供法律援助，手续随后补',
  AidRegularised: () => '手续补齐了',
  LeaveAsked: (e) => `律师请求退出，由 ${name(e.to)} 定`,
  ChangeAsked: (e) => `申请人请求换律师，由 ${name(e.to)} 定`,
  AidSuspended: () => '法院中止审理，先等着',
  AidResumed: () => '恢复审理，接着办',
  CaseEnded: (e) => `案子在 ${dayText(String(e.on))}结了，律师整理案卷`,
  AidTerminated: () => '终止法律援助',
  TerminationTold: () => '终止的决定送到了',
  AidObjected: (e) => `提出异议，由 ${name(e.to)} 审查`,
  ObjectionRuled: (e) => (e.decision === 'correct' ? '异议成立，给予法律援助' : '异议审查完了，维持原决定'),
  PromiseDoubted: (e) => `承诺的内容请 ${name(e.to)} 核实`,
  NearAsked: (e) => `有一个名字和另一件事里的很像，请 ${name(e.to)} 核对`,
  NearChecked: (e) => (e.same ? '名字很像的核对过了：是同一个人' : '名字很像的核对过了：不是同一个人'),
  DoubtRuled: (e) => (e.found ? '核实完了：承诺不实' : '核实完了：承诺没有问题'),
}
