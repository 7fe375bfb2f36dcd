import { topicText } from './aid'
import { clockTitle } from './clock'

type Params = Record<string, string>

/** What people are told. Nothing in here names an applicant or a party: a message may be read over a shoulder. */
const templates: Record<string, (p: Params) => string> = {
  'aid.received': (p) => `您的法律援助申请收到了，现在由 ${p.by} 办。`,
  'aid.to-review': (p) => `新的法律援助申请（${topicText(p.topic ?? '')}），请当天审查并派律师。`,
  'aid.assigned': (p) => `给您派了律师：${p.lawyer}（${p.org}）。律师会给您打电话。不要钱。`,
  'aid.assigned-to-you': (p) =>
    `派给您一件法律援助（${topicText(p.topic ?? '')}）。请先看对方是谁，回答有没有利害关系。`,
  'aid.searching': (p) => `已同意给您法律援助，${p.by} 正在给您找律师，今天有结果。`,
  'aid.find-lawyer': (p) => `这件法律援助（${topicText(p.topic ?? '')}）没有合适的律师，由您今天负责找到。`,
  'aid.lawyer-left': (p) => `${p.lawyer} 律师有利害关系，已退出（${topicText(p.topic ?? '')}）。`,
  'aid.taken': (p) => `${p.lawyer} 律师已经接手您的事。`,
  'aid.progress': (p) => `${p.lawyer} 律师报了新进展，点开看看。`,
  'aid.closing': (p) => `${p.lawyer} 律师报了结案，中心正在检查。`,
  'aid.to-check': (p) => `一件法律援助报了结案（${topicText(p.topic ?? '')}），请审查。`,
  'aid.closed': () => '您的法律援助办结了。有不满意的地方可以告诉我们。',
  'aid.close-returned': (p) => `结案材料退回，请补充后再报（${topicText(p.topic ?? '')}）。`,
  'aid.withdrawn': (p) => `申请人撤回了法律援助申请（${topicText(p.topic ?? '')}）。`,
  'clock.overdue': (p) => `到期还没办完：${clockTitle(p.clock ?? '')}（${topicText(p.topic ?? '')}）。`,
}

export const noticeText = (template: string, params: Params): string => templates[template]?.(params) ?? ''
export const noticeTemplates = Object.keys(templates)
