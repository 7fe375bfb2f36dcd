import type { BulletinNumber } from '@/contract/views'
import type { Column } from '@/domain/bulletin'
import type { Suspicion, What } from '@/domain/gaming'
import { BANNER, type GrievanceFact } from '@/domain/grievance-story'
import type { Day, Instant } from '@/domain/time'
import { handlingTexts, resultTexts } from './grievance'
import { dayText, momentText } from './time'

/** The month by unit, and what a supervisor looks at behind it. */
const NB = '\u00a0'
const pieces = (count: number) => `${count}${NB}件`

export const seatText = '旗指挥中心'
export const levelTexts: Record<string, string> = {
  [BANNER]: '旗级',
  department: '部门',
  town: '苏木乡镇',
  village: '嘎查村、社区',
}

/** 「2026 年 10 月」 */
export const monthText = (month: string): string => {
  const [year, n] = month.split('-').map(Number)
  return `${year}${NB}年${NB}${n}${NB}月`
}

export const columnTexts: Record<Column, { title: string; note: string }> = {
  held: { title: '经办', note: '交给这个单位办过的事。' },
  accepted: {
    title: '15 分钟受理',
    note: '发送以后 15 分钟里有人受理、退回补正或者告知不予受理。到时间没受理的也在分母里。',
  },
  responded: { title: '按时响应', note: '在响应时限里第一次答复反映人。到时间没答复的也在分母里。' },
  resolved: {
    title: '按时办结',
    note: '时限里交出结果，并且通过了审核。到时间没办结的也在分母里；重新办理的，按最后一次算。',
  },
  satisfied: { title: '满意', note: '评价三星及以上，或者回访时说满意。只做了解释的、没能解决的，一样在分母里。' },
  overdue: { title: '超期', note: '响应、办结或上报超过时限，不管后来办没办完。' },
  returned: { title: '退单', note: '这个单位退回过的事。' },
  remind: { title: '提醒单', note: '收到过提醒单的事。' },
  urge: { title: '催办单', note: '收到过催办单的事。' },
  supervise: { title: '督办单', note: '收到过督办单的事。' },
  transfer: { title: '移交函', note: '发出过移交函的事。' },
  unreached: { title: '回访未联系上', note: '三次都没打通，不算满意，也不算不满意。' },
  'by-code': { title: '匿名答复', note: '完全匿名，凭查询码看结果，没有回访，单独算。' },
}

/** 97.6; rounded down, so that only all of them are 100. */
export const rateText = ({ n, of }: BulletinNumber): string => `${Math.floor((n * 1000) / of) / 10}%`

export const bulletinWords = {
  page: '月度通报',
  title: '月度通报',
  month: '哪个月',
  before: '上个月',
  after: '下个月',
  scope: '算的是这个月里反映的事。后来才办完、才评价的，也算回这个月，所以数字会变。',
  madeAt: (at: Instant, now: Instant) => `${momentText(at, now)} 现算`,
  countedFrom: (day: Day, now: Instant) => `这个月的事太多，只数了 ${dayText(day, now)}以来的。`,
  rule: (few: number) =>
    `名次在同级单位里排，只看该做的做到了多少：按时响应、按时办结、群众满意合在一起。多办一件、办好一件，名次只升不降；少接电话排不上去。已到期的不满 ${few}${NB}件，不排名次。`,
  hidden: '不显示',
  hiddenWhy: (few: number) => `1 到 ${few - 1}${NB}件的不显示，也不让人用合计推算出来。`,
  unit: '单位',
  level: '层级',
  rank: '名次',
  rankOf: (rank: number) => `第${NB}${rank}${NB}名`,
  unranked: '不排名',
  total: '合计',
  totalNote: '合计里一件事只算一次，所以不等于各单位相加。',
  none: '没有',
  share: ({ n, of }: BulletinNumber) => `${n} / ${of}${NB}件`,
  count: ({ n }: BulletinNumber) => pieces(n),
  zeros: (titles: readonly string[]) => `${titles.join('、')}：都是 0${NB}件`,
  kept: '做到的',
  missed: '没做到的',
  notes: '每个数怎么算',
  open: (column: string, unit: string, number: string) => `${unit}：${column} ${number}，看是哪些事`,
  matters: '是哪些事',
  close: '收起来',
  mattersNone: '没有您能看的事。',
  more: '再看一些',
  export: '导出表格',
  exporting: '正在生成表格',
  exported: '表格已保存',
  exportFailed: '表格没能生成，再试一次。',
  empty: '这个月还没有人反映',
  emptyText: '有人反映了，各单位的数就在这里。',
  kept100: '做到',
  due: '应做到',
  rate: '率',
  fileName: (month: string) => `${month} 月度通报.xlsx`,
  sheet: '通报',
  notesSheet: '说明',
}

export const gamingWords = {
  page: '异常线索',
  title: '看起来是为了数字好看的',
  what: '只给督查看，系统不扣分、不通报。请对着每一步再问一问。',
  none: '这个月没有发现',
  noneText: '集中突击办结、来回退单、没有凭据的挂起、临到期改类、自己给自己评价、复制答复，都会列在这里。',
  unit: '单位',
  person: '经手人',
  matters: (count: number) => pieces(count),
  events: '看每一步',
  hide: '收起来',
  whats: {
    'bulk-at-the-end': '临到期集中办结',
    'ping-pong': '来回退单',
    'pause-without-evidence': '没有外部凭据的挂起',
    'late-reclassify': '临到期改办理类别',
    'own-rating': '经手人自己的账号评价',
    'copied-answer': '一样的答复发给了几件事',
  } satisfies Record<What, string>,
}

/** What a row says: how many, and by what it was seen. */
export function gamingText({ what, matters }: Suspicion): string {
  const count = matters.length
  const facts = matters.flatMap((matter) => matter.facts)
  const texts: Record<What, string> = {
    'bulk-at-the-end': `同一天里，${pieces(count)}都在时限快用完时办结`,
    'ping-pong': `退单 ${facts.filter((fact) => fact.what === 'grievance.returned').length}${NB}次`,
    'pause-without-evidence': `${pieces(count)}挂起时没有附任何凭据`,
    'late-reclassify': `原来的时限用了 ${Math.max(0, ...facts.map(({ used = 0 }) => used))}%，才改类别`,
    'own-rating': '评价的账号属于经手单位的人或者代办人',
    'copied-answer': `${pieces(count)}的答复一字不差`,
  }
  return texts[what]
}

/** One step behind a row, in words. */
export function factText({
  what,
  used,
  how = '',
  nth,
  stars,
  result,
  handling,
  was = '',
  evidence = 0,
}: GrievanceFact) {
  const share = used === undefined ? '' : `，时限用了 ${used}%`
  const texts: Partial<Record<GrievanceFact['what'], string>> = {
    'grievance.dispatched': WAYS[how] ?? '派单',
    'grievance.returned': `第${NB}${nth ?? 1}${NB}次退单`,
    'grievance.responded': '第一次答复',
    'grievance.resolved': `交出结果：${result ? resultTexts[result] : ''}${share}`,
    'grievance.reclassified': `${classText(was)}改为${handling ? handlingTexts[handling] : ''}${share}`,
    'grievance.suspended': evidence > 0 ? `挂起，附了 ${evidence}${NB}份凭据` : '挂起，没有附凭据',
    'grievance.rated': `评价 ${stars ?? 0}${NB}星`,
  }
  return texts[what] ?? ''
}

const WAYS: Record<string, string> = {
  dispatched: '派单',
  'passed-up': '上报',
  'sent-down': '下派',
  keep: '裁定由它办',
  move: '裁定改派',
  force: '首接负责',
}
const classText = (was: string): string =>
  was in handlingTexts ? handlingTexts[was as keyof typeof handlingTexts] : ''
