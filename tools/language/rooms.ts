import { staff } from '../check-weapp/staff-words'

/** What a reviewer is told about where a sentence stands. A file that isn't named here is told by its own name. */
const titles: Record<string, string> = {
  account: '账号',
  aid: '法律援助的各种说法',
  'apply-more': '申请法律援助，后几步',
  apply: '申请法律援助',
  ask: '问律师',
  circle: '离我近的法律服务',
  clock: '时限',
  common: '每一页都有的话',
  door: '值班门牌',
  emergency: '危险时',
  forward: '帮人办',
  'grievance-notices': '反映问题的消息',
  'grievance-timeline': '反映问题办到哪一步',
  grievance: '反映问题',
  held: '这部手机里存着的',
  home: '首页、我的事项、查进度',
  knowledge: '常见问题',
  ladder: '提醒和催办',
  language: '语言',
  'matter-page': '一件事的页面',
  me: '我',
  'next-step': '下一步做什么',
  notices: '消息',
  papers: '文书',
  parts: '签名、录音、评价',
  problems: '填错了怎么说',
  'question-notices': '问律师的消息',
  'question-timeline': '问到哪一步',
  question: '问律师，律师说的',
  refusals: '办不了时怎么说',
  'report-page': '反映问题，办的经过和结果',
  'report-steps': '反映问题，下一步',
  report: '反映问题，填写',
  screening: '按法条初看',
  'sign-in': '登录',
  similar: '相似的问题',
  'sms-notices': '短信',
  talk: '说话',
  time: '时间的说法',
  timeline: '办到哪一步',
  classes: '普法课堂',
  'class-notices': '普法课堂的消息',
  'privacy-notice': '个人信息怎么用',
  visit: '约时间见面',
  'visit-page': '约时间见面，填写',
  'visit-notices': '约时间见面的消息',
  'visit-timeline': '约时间见面，办到哪一步',
  privacy: '个人信息',
  'privacy-requests': '查、改、删个人信息',
  delivery: '消息送到没有',
}

/** Read only by staff, beside those that the mini-program's check knows. */
const desks =
  /^(rota|rehearsal|language-desk|letter-params|visit-desk|visit-hours|classes-desk|duty|unit-|supervisor|command|centre)/

export const isForStaff = (room: string): boolean => staff.includes(room) || desks.test(room)
export const titleOf = (room: string): string => titles[room] ?? room
