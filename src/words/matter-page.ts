import { type Day, dayOf, type Instant } from '@/domain/time'
import { nearDay } from './time'

/** What the page of one matter says. */
export const matterWords = {
  page: '事项',
  placedOn: (place: string, day: string) => `${place}，${day}提交`,
  moreClocks: (count: number) => `其他期限（${count} 个）`,
  fewerClocks: '收起其他期限',
  between: (count: number) => `看中间 ${count}\u00a0天`,
  whyTitle: (title: string) => `${title}，时间这样算`,
  timeline: '经过',
  people: '谁在办',
  papers: '材料',
  facts: '填写的内容',
  nobody: '还没有定下来',
  code: '查询码',
  codeHint: '不用登录也能查。别给不相干的人。',
  copy: '复制',
  copied: '查询码复制好了',
  withdraw: '撤回申请',
  withdrawTitle: '撤回这个申请吗？',
  withdrawText: '撤回以后就不再办了。以后还可以再申请。',
  withdrawWhy: '为什么撤回',
  withdrawKeep: '不撤回',
  missing: '没找到这件事',
  home: '回首页',
  stale: '网络不通，看到的是刚才取到的',
  openPaper: (name: string) => `看${name}`,
  paperFailed: '没打开，请再试一次。',
}

/** Where a matter stands, and what the person need or need not do now. */
export const nextSteps: Record<string, string> = {
  submitted: '现在不用您做什么。中心看完，定下来就派律师，会告诉您。',
  supplementing: '还缺材料，请尽快补齐。补齐以后接着办。',
  'granted-unassigned': '已经同意给您法律援助，正在找律师，今天有结果。现在不用您做什么。',
  assigned: '律师会给您打电话，请接一下不认识的号码。',
  'in-hand': '律师正在办，有进展会写在这里。想问什么，可以直接给律师打电话。',
  closing: '律师报了结案，中心正在检查。现在不用您做什么。',
  closed: '这件事办完了。',
  archived: '这件事办完了，材料已经归档。',
  'refusal-unconfirmed': '初步看不能给援助，还要再核一遍。现在不用您做什么。',
  refused: '这次没能给您援助。觉得不对可以提异议，先打电话问怎么办。',
  objected: '您的异议正在审查。现在不用您做什么。',
  withdrawn: '您撤回了这个申请。以后还可以再申请。',
  transferred: '这件事转到别的地方办了。',
  terminated: '这次援助已经停了。不清楚为什么，可以打电话问。',
}

export const factLabels = {
  topic: '什么事',
  place: '在哪里',
  body: '哪个单位在处理',
  for: '给谁申请',
  applicant: '申请人',
  phone: '电话',
  idNumber: '身份证号',
  birth: '出生日期',
  language: '说什么话',
  groups: '属于',
  story: '经过',
  route: '怎么说明困难',
  income: '收入',
  parties: '对方和相关的人',
  forwardedBy: '谁帮忙交的',
  decision: '谁同意的',
  result: '结果',
}

export const forTexts = { self: '自己', ward: '我照顾的人', other: '别人' }
export const routeTexts = { promise: '诚信承诺', proof: '交证明材料' }

/** 「今天」「10 月 9 日」: the day of an instant, without its hour. */
export const onDay = (at: Instant, now: Instant): string => nearDay(dayOf(at), now)
export const birthText = (day: Day): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1 年 $2 月 $3 日')

/** 「K7QM-3WXP-9TDH8」: four, four and the rest, as one reads it out. */
export const groupedCode = (code: string): string =>
  [code.slice(0, 4), code.slice(4, 8), code.slice(8)].filter(Boolean).join('-')

/** Ringing the applicant. */
export const ringWords = {
  ring: (name: string) => `给${name}打电话`,
  number: (name: string, phone: string) =>
    `${name}的电话：${phone.replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3')}。看过号码会记在经过里，申请人看得到。`,
}
