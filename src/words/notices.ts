import { topicText } from './aid'
import { aidTurnNotices } from './aid-turns'
import { classNotices } from './class-notices'
import { clockTitle } from './clock'
import { callTemplates } from './delivery'
import { forwardingTemplates } from './forwarding'
import { grievanceTemplates } from './grievance-notices'
import { questionTemplates } from './question-notices'
import { rotaNotices } from './rota-notices'
import { smsTemplates } from './sms-notices'
import { visitTemplates } from './visit-notices'

type Params = Record<string, string>

/** Whose matter it is, to whoever reads: her own, that of somebody she helped, that of her kin. */
const her = ({ reader }: Params): string => (reader === 'helper' ? '您帮忙的人' : reader === 'kin' ? '您亲属' : '您')

/** What people are told. Nothing in here names an applicant or a party: a message may be read over a shoulder. */
const templates: Record<string, (p: Params) => string> = {
  'aid.received': (p) => `${her(p)}的法律援助申请收到了，现在由 ${p.by} 办。`,
  'aid.to-review': (p) => `新的法律援助申请（${topicText(p.topic ?? '')}），请当天审查并派律师。`,
  'aid.papers': (p) => `${her(p)}的法律援助申请还缺 ${p.count}\u00a0样材料，可以拍照发来，也可以打电话给${p.by}说明。`,
  'aid.papers-in': (p) => `材料补齐了（${topicText(p.topic ?? '')}），请接着审查。`,
  'aid.paper-unreadable': (p) =>
    `您传的一份材料打不开，没有收进去。${p.by ? `请再准备一份，${p.by} 会告诉您怎么交。` : '请再传一份。'}`,
  'aid.paper-to-ask': (p) => `有一份材料打不开（${topicText(p.topic ?? '')}），请联系交材料的人再要一份。`,
  'aid.ring-for-papers': (p) => `补材料的时间到了（${topicText(p.topic ?? '')}），请您打电话问本人，再决定怎么办。`,
  'aid.to-confirm': (p) => `一件拟不予援助的申请（${topicText(p.topic ?? '')}），请您复核。`,
  'aid.refusal-returned': (p) => `您拟的不予援助没有通过复核（${topicText(p.topic ?? '')}），请重新审查。`,
  'aid.refused': (p) =>
    `${her(p)}的法律援助申请有了决定：不予援助。理由和不同意时怎么办，在这件事的页面里看，也可以打 12348 问。`,
  'aid.transferred': (p) =>
    `${her(p)}的法律援助申请转给了${p.agency}${p.whom ? `，找${p.whom}` : ''}${p.phone ? `，电话 ${p.phone}` : ''}。`,
  'aid.assigned-to-house': (p) =>
    `一件法律援助（${topicText(p.topic ?? '')}）派给了${p.lawyer}律师，请确认，也可以在所里换人。`,
  'aid.swapped': (p) => `${her(p)}的律师换成了${p.lawyer}（${p.org}）。律师会打电话。`,
  'aid.given-on': (p) => `一件法律援助改由您所里另一位律师办（${topicText(p.topic ?? '')}）。`,
  'aid.conflict-found': (p) =>
    `当事人有变化，查到 ${p.lawyer} 律师有利害关系（${topicText(p.topic ?? '')}），请您决定换不换。`,
  'aid.frozen': (p) => `当事人有变化，中心正在核对利害关系（${topicText(p.topic ?? '')}），请先不要办。`,
  'aid.parties-changed': (p) => `当事人有变化（${topicText(p.topic ?? '')}），请再看一次有没有利害关系。`,
  'aid.replaced': (p) => `一件法律援助（${topicText(p.topic ?? '')}）换了律师，您不用再办。`,
  'aid.stays': (p) => `中心核对完了，这件事仍由您办（${topicText(p.topic ?? '')}）。请再答一次有没有利害关系。`,
  'aid.yours-now': (p) => `一件法律援助（${topicText(p.topic ?? '')}）从现在起由您负责。`,
  'aid.bad-rating': (p) =>
    `一件法律援助收到不满意的评价（${topicText(p.topic ?? '')}），请 1\u00a0个工作日内联系本人。`,
  'aid.rectified': () => '您说不满意的地方，我们处理完了。点开看看。',
  'aid.deemed-withdrawn': (p) => `${her(p)}的法律援助申请按撤回处理了。要接着办，随时打电话给${p.by}。`,
  'aid.assigned': (p) => `给${her(p)}派了律师：${p.lawyer}（${p.org}）。律师会打电话联系。不要钱。`,
  'aid.assigned-to-you': (p) =>
    `派给您一件法律援助（${topicText(p.topic ?? '')}）。请先看对方是谁，回答有没有利害关系。`,
  'aid.searching': (p) => `已同意给${her(p)}法律援助，${p.by} 正在找律师，今天有结果。`,
  'aid.find-lawyer': (p) => `这件法律援助（${topicText(p.topic ?? '')}）没有合适的律师，由您今天负责找到。`,
  'aid.lawyer-left': (p) => `${p.lawyer} 律师已退出一件法律援助（${topicText(p.topic ?? '')}）。`,
  'aid.taken': (p) => `${p.lawyer} 律师已经接手${her(p)}的事。`,
  'aid.progress': (p) => `${p.lawyer} 律师报了新进展，点开看看。`,
  'aid.closing': (p) => `${p.lawyer} 律师报了结案，中心正在检查。`,
  'aid.to-check': (p) => `一件法律援助报了结案（${topicText(p.topic ?? '')}），请审查。`,
  'aid.closed': (p) => `${her(p)}的法律援助办结了。有不满意的地方可以告诉我们。`,
  'aid.close-returned': (p) => `结案材料退回，请补充后再报（${topicText(p.topic ?? '')}）。`,
  'aid.withdrawn': (p) => `申请人撤回了法律援助申请（${topicText(p.topic ?? '')}）。`,
  ...aidTurnNotices,
  ...rotaNotices,
  ...classNotices,
  ...forwardingTemplates,
  ...questionTemplates,
  ...grievanceTemplates,
  ...visitTemplates,
  ...smsTemplates,
  ...callTemplates,
  'clock.overdue': (p) => `到期还没办完：${clockTitle(p.clock ?? '')}（${topicText(p.topic ?? '')}）。`,
}

// Newer code may have put a letter in the outbox that this one has no words for: it still leaves.
const news = '有一件事有了新进展，请打开看看。'
export const noticeText = (template: string, params: Params): string => templates[template]?.(params) ?? news
export const noticeTemplates = Object.keys(templates)
