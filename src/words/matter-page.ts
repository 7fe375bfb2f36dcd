import { type Day, dayOf, type Instant } from '@/domain/time'
import { momentText, nearDay } from './time'

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
  paperStates: { checking: '正在检查，一两分钟后再看', refused: '这份材料打不开，要再交一份' },
  complete: '补上或者改填的内容',
  parties: '改对方是谁',
  share: '发到微信群，告诉别人',
  shareCopy: '复制一段话，发给别人',
  shareCopied: '复制好了，粘贴到群里就行',
}

/** What goes into a group says nothing of this matter or its people. */
export const shareWords = {
  title: '法律援助不要钱，当天派律师',
  text: (hotline: string, address: string) =>
    `法律援助不要钱，当天派律师。工钱、土地、婚姻、工伤，遇到事先打 ${hotline}，白天黑夜都有人接。手机上申请：${address}`,
}

/** What waits for the reader, first on the page and beside the line in a list. */
export const askedWords = {
  papers: (count: number) => `还缺 ${count}\u00a0样材料`,
  papersText: '缺这几样，可以拍照发来，也可以打电话说明。',
  papersBy: (moment: string) => `最晚 ${moment}\u00a0前发来`,
  papersLate: '时间过了，也还可以发来。',
  papersFree: '等材料的这几天，不算在办理期限里。',
  papersGo: '去补材料',
  papersRow: '等您补材料',
  rate: '办得怎么样？',
  rateText: '照实说就行。不满意的，会有人管。',
  rateGo: '去评价',
  rateRow: '等您评价',
  helpedRow: '帮到您了吗',
  moveRow: '请您回一句',
  completeRow: '等您补一点',
  blank: '还有几样没填',
  blankText: (names: readonly string[]) => `办理要用到，请补上：${names.join('、')}。`,
  blankGo: '去补上',
}
export const blankTexts = { route: '怎么说明困难', income: '家里情况', groups: '属于哪些人', idNumber: '身份证号' }

export const refusalWords = {
  title: '为什么没有给援助',
  unsure: '初步的理由，还没有定',
  article: '依据',
  why: '理由',
  by: '谁提出的',
  confirmed: '谁复核的',
  remedy: '觉得不对，可以这样办',
  ask: '去法援中心问',
  number: (phone: string) => `电话 ${phone}`,
}

export const transferWords = {
  title: '转到哪里办了',
  nobody: '转过去的地方还没有留电话。有不清楚的，先问法援中心。',
  why: '为什么转',
}

export const historyWords = {
  papers: (times: number) => `要过 ${times}\u00a0次材料`,
  time: (nth: number, when: string, by: string) => `第 ${nth}\u00a0次，${when}，${by}`,
  came: (at: string) => `${at} 收到`,
  owed: '还没收到',
  notes: '补充的记录',
  rating: '给的评价',
  stars: (word: string, count: number) => `${word}（${count}\u00a0颗星）`,
  byCall: '电话回访时说的',
  rectified: '怎么改的',
}

type Consent = { text: string; name?: string; readAloud?: boolean; takenAt?: Instant }
/** 「当面签名，包群众，念给本人听过，10 月 9 日 9:20」 */
export const consentText = ({ text, name, readAloud, takenAt }: Consent, now: Instant): string =>
  [text, name, readAloud && '念给本人听过', takenAt && momentText(takenAt, now)].filter(Boolean).join('，')

/** Who did it and when. */
export const byAt = (by: string, at: Instant, now: Instant): string => `${by}，${momentText(at, now)}`

export const factLabels = {
  topic: '什么事',
  place: '在哪里',
  elsewhere: '外地哪里',
  body: '哪个单位在处理',
  happened: '哪天发生的',
  deadline: '要在哪天前',
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
  source: '怎么来的',
  forwardedBy: '代办',
  consent: '本人同意',
  told: '告诉谁',
  decision: '谁同意的',
  form: '给的是',
  result: '结果',
}

/** As it is called where an organ gave notice and nobody applied. */
export const noticeLabels = { applicant: '受援人', forwardedBy: '谁登记的' }

/** Beside it for good, whoever reads it. */
export const byHelper = (name: string): string => `由 ${name} 代办`

/** What is given where it isn't somebody who acts for her. */
export const formTexts: Record<string, string> = { drafting: '代拟文书', 'duty-lawyer': '值班律师帮助' }
export const forTexts = { self: '本人', ward: '被照顾的人', other: '别人' }
export const routeTexts = { promise: '诚信承诺', proof: '交证明材料' }

/** 「今天」「10 月 9 日」: the day of an instant, without its hour. */
export const onDay = (at: Instant, now: Instant): string => nearDay(dayOf(at), now)
export const birthText = (day: Day): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1 年 $2 月 $3 日')

/** 「K7QM-3WXP-9TDH8」: four, four and the rest, as one reads it out. */
export function groupedCode(code: string): string {
  // Typed off a slip it has its lines already.
  const plain = code.replace(/[\s-]/g, '').toUpperCase()
  return [plain.slice(0, 4), plain.slice(4, 8), plain.slice(8)].filter(Boolean).join('-')
}

/** Ringing the applicant. */
export const ringWords = {
  nameless: '本人',
  ring: (name: string) => `给${name}打电话`,
  number: (name: string, phone: string) =>
    `${name}的电话：${phone.replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3')}。看过号码会记在经过里，申请人看得到。`,
}
