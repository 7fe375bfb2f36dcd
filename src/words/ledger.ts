import type { CaseExport } from '@/contract/ledger-views'
import type { NumberSeries } from '@/domain/aid-documents'
import type { Organ } from '@/domain/aid-turn-types'
import type { AllowanceForm, AllowanceRate, AllowanceSum } from '@/domain/allowances'
import type { ExportField } from '@/domain/case-export'
import type { NumberState } from '@/domain/case-register'
import type { Day, Instant } from '@/domain/time'
import { languageTexts, resultTexts, stageText, topicText } from './aid'
import { routeTexts, sexTexts } from './aid-documents'
import { noticeGroundTexts, organTexts } from './aid-turns'
import { monthText } from './bulletin'
import { wholeDay, wholeMoment } from './ladder'
import { groupTexts } from './screening'
import { momentText } from './time'

/** The centre's books, on the page and in the files made of them. */
const NB = '\u00a0'
const pieces = (n: number) => `${n}${NB}件`

/** 「1200」「0.50」: as it is typed into a cash book. */
export const yuanText = (fen: number): string =>
  `${fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)}${NB}元`

export const formTexts: Record<AllowanceForm, string> = {
  criminal: '刑事辩护与代理',
  agency: '诉讼与非诉讼代理',
  drafting: '代拟法律文书',
  'duty-lawyer': '值班律师法律帮助',
}
/** Before whom it was, of a criminal case. */
export const stageTexts: Record<Organ, string> = { police: '侦查', procuratorate: '审查起诉', court: '审判' }
export const seriesTexts: Record<NumberSeries, string> = {
  grant: '给予援助（案号）',
  refusal: '不予援助',
  termination: '终止',
  objection: '异议审查',
}
export const numberStateTexts: Record<NumberState, string> = {
  given: '在用',
  cancelled: '作废',
  gap: '缺号',
  beyond: '超出登记',
  unheld: '对不上案件',
}

export const ledgerSpans = { month: '一个月', quarter: '三个月', year: '一年' } as const
export const ledgerTabs = { allowances: '办案补贴', numbers: '案号登记簿', export: '导出给上级' } as const

const monthsText = (from: string, to: string) =>
  from === to ? monthText(from) : `${monthText(from)}至${monthText(to)}`
const amount = (fen: number | undefined) => (fen === undefined ? '未定标准' : yuanText(fen))

export const ledgerWords = {
  open: '台账',
  title: '台账',
  tabs: '哪一本台账',
  what: '从办过的事里一条一条算出来，不另外填。',
  before: '往前',
  after: '往后',
  spans: '看多长时间',
  stale: '没有信号，先看刚才取到的',
  make: '做成表格文件',
  made: '表格做好了，已经打开或者存到下载里。',
  makeFailed: '表格做好了，但是没能打开。请再点一次。',
  openCase: (title: string) => `打开：${title}`,
  rest: (n: number) => `这里先列前 ${pieces(n)}，全部的在表格文件里。`,
}

export const allowanceWords = {
  rule: '案卷审查通过的，算进通过的那个月，只算一次。以后案件再有变动，也不会移到别的月份。换过律师的，算给交案卷的那一位。',
  months: monthsText,
  sum: ({ cases, fen, unset }: AllowanceSum): string =>
    [`共 ${pieces(cases)}`, `定了标准的合计 ${yuanText(fen)}`, ...(unset > 0 ? [`${pieces(unset)}未定标准`] : [])].join(
      '，',
    ),
  unset: (n: number) => `有 ${pieces(n)}未定标准，金额空着。系统不替旗里定金额，请旗里定了标准再算。`,
  none: '这段时间没有审查通过的案卷',
  noneText: '案卷审查通过以后，会出现在这里。',
  byLawyer: '按承办人',
  lines: '逐件',
  line: (no: string | undefined, topic: string) => `${no ?? '通知辩护，没有案号'}：${topic}`,
  lineMore: (form: AllowanceForm, stage: string | undefined, result: string, ended: Day, reviewed: Day) =>
    [
      formTexts[form],
      stage && stageTexts[stage as Organ],
      resultTexts[result] ?? result,
      `${wholeDay(ended)}结案`,
      `${wholeDay(reviewed)}审查通过`,
    ]
      .filter(Boolean)
      .join('，'),
  amount,
  rates: '旗里定的标准',
  ratesNone: '旗里还没有录入补贴标准，所以每件都没有金额。请把标准交给管理员录入。',
  rate: ({ form, stage, result, yuan, since, source }: AllowanceRate) =>
    `${[formTexts[form], stage && stageTexts[stage], result && resultTexts[result]].filter(Boolean).join('、')}：每件 ${yuanText(Math.round(yuan * 100))}，${wholeDay(since)}起（${source}）`,
  madeBefore: '这段时间做过的表',
  madeOne: (at: Instant, now: Instant, by: string, sum: AllowanceSum) =>
    `${momentText(at, now)}，${by} 做，${allowanceWords.sum(sum)}`,
  changed:
    '现在的内容和上一次做的表不一样，比如标准改过。上一次的表没有变；要用现在的，请重新做一份，并说明哪一份作废。',
  topic: topicText,

  fileName: (from: string, to: string) => `办案补贴 ${from === to ? from : `${from}至${to}`}.xlsx`,
  sheets: { lines: '逐件', lawyers: '按承办人', notes: '说明' },
  heads: [
    '序号',
    '案号',
    '承办人',
    '所属机构',
    '援助形式',
    '阶段',
    '事项',
    '办理结果',
    '结案日期',
    '案卷提交日期',
    '审查通过日期',
    '金额（元）',
    '备注',
  ],
  lawyerHeads: ['承办人', '所属机构', '件数', '金额（元）', '未定标准（件）'],
  noNumber: '通知辩护',
  unsetMark: '未定标准',
  total: '合计',
  notes: (at: Instant, by: string, lines: number) => [
    `本表由 ${by} 于 ${wholeMoment(at)} 做出，共 ${pieces(lines)}。`,
    '案卷审查通过的，算进通过的那个月，只算一次；此后案件有变动，不改已经做出的表。',
    '金额按审查通过那天有效的标准；标准里写得更细的优先。没有标准的，金额空着，备注「未定标准」。',
    '换过律师的，算给交案卷的那一位，怎么分由旗里定。',
  ],
}

export const numberWords = {
  year: (year: number) => `${year}${NB}年`,
  series: '哪一种编号',
  good: (last: number, given: number, cancelled: number) =>
    `从 1 到 ${last} 逐号查过，没有缺号：在用 ${given}${NB}个，作废 ${cancelled}${NB}个。`,
  gaps: (ns: readonly number[]) =>
    `缺号 ${ns.length}${NB}个：第 ${listed(ns)} 号没有登记。请马上查明原因，写一份说明留底。`,
  wrong: (ns: readonly number[]) => `第 ${listed(ns)} 号有登记，但是和案件或者登记到的末号对不上。请告诉管理员。`,
  checked: '每一页和整年的表格都会打开案件核对；上面这一句只查号码是不是连着。',
  none: '这一年还没有编过号',
  noneText: '给予、不予、终止和异议审查的决定作出时，会依次编号。',
  state: (state: NumberState) => numberStateTexts[state],
  nth: (n: number) => `第 ${n} 号`,
  given: (at: Instant) => `${wholeDay(at.slice(0, 10))}编号`,
  cancelled: (at: Instant, by: string | undefined, why: string | undefined) =>
    `${wholeDay(at.slice(0, 10))}${by ? `由 ${by} ` : ''}作废：${why ?? '原因见案件的办理记录'}`,
  gap: '没有登记这个号',
  more: '再看后面的',
  fileName: (series: NumberSeries, year: number) => `案号登记簿 ${seriesTexts[series]} ${year}.xlsx`,
  sheet: '登记簿',
  heads: ['序号', '编号', '编号日期', '事项', '办理状态', '号码状态', '作废日期', '作废的人', '作废原因'],
}
const MOST_LISTED = 12
const listed = (ns: readonly number[]) =>
  `${ns.slice(0, MOST_LISTED).join('、')}${ns.length > MOST_LISTED ? ' 等' : ''}`

export const superiorWords = {
  what: '按上级系统要的栏目做成表格。里面有身份证号和电话，请按规定保管，用完删掉。',
  noted: '每导出一件，本人在「谁看过我的信息」里都能看到。',
  from: '从哪天登记的',
  to: '到哪天',
  columns: (n: number) => `${n}${NB}个栏目`,
  column: (title: string, field: ExportField) =>
    title === fieldTexts[field] ? title : `${title}：${fieldTexts[field]}`,
  own: (source: string) => `用的是旗里的对照表：${source}`,
  product: (source: string) => `用的是产品自带的对照表：${source}`,
  make: '导出',
  sure: '里面有当事人的身份证号和电话。确定现在导出吗？',
  done: ({ cases, apart }: Pick<CaseExport, 'cases' | 'apart'>): string =>
    [`导出 ${pieces(cases)}`, ...(apart > 0 ? [`其中 ${pieces(apart)}有栏目没有对上，单独列在第二张表`] : [])].join(
      '，',
    ),
  failed: '表格做好了，但是没能打开。请再点一次。',

  fileName: (from: Day, to: Day) => `上级系统导出 ${from}至${to}.xlsx`,
  sheets: { cases: '案件', apart: '没有对上的', notes: '说明' },
  apartHead: '没有对上的栏目',
  apart: (all: readonly { title: string; texts: readonly string[] }[]) =>
    all.map(({ title, texts }) => `${title}：${texts.join('、')}`).join('；'),
  accessed: '导出给上级系统',
  notes: (at: Instant, by: string, from: Day, to: Day, done: Pick<CaseExport, 'cases' | 'apart'>) => [
    `本表由 ${by} 于 ${wholeMoment(at)} 导出：${wholeDay(from)}至${wholeDay(to)}登记的法律援助，${superiorWords.done(done)}。`,
    '「案件」里每一栏都对上了；有一栏没对上的，整件列在「没有对上的」，没有对上的格子空着。',
    '本人要求删除、按规定停止使用的，不在表里。',
  ],
}

const fieldTexts: Record<ExportField, string> = {
  number: '案号',
  'refusal-number': '不予决定编号',
  name: '申请人姓名',
  'id-number': '身份证号',
  phone: '联系电话',
  birth: '出生日期',
  address: '住所地',
  opponents: '对方当事人',
  'sent-on': '申请日期',
  'granted-on': '给予决定日期',
  'refused-on': '不予决定日期',
  lawyer: '承办人',
  organisation: '承办机构',
  'assigned-on': '指派日期',
  'ended-on': '结案日期',
  'filed-on': '案卷提交日期',
  'reviewed-on': '审查通过日期',
  sex: '性别',
  language: '语言',
  groups: '人群类别',
  topic: '案由',
  form: '援助形式',
  route: '困难核查方式',
  organ: '通知机关',
  ground: '通知事由',
  stage: '办理状态',
  result: '办理结果',
}

const own: Partial<Record<ExportField, Record<string, string>>> = {
  sex: sexTexts,
  language: languageTexts,
  groups: groupTexts,
  form: formTexts,
  route: routeTexts,
  organ: organTexts,
  ground: noticeGroundTexts,
  result: resultTexts,
}
/** What we call a value that the superior's table doesn't know. */
export function ownText(field: ExportField, value: string): string {
  if (field === 'topic') return topicText(value)
  if (field === 'stage') return stageText(value)
  const table = own[field]
  return table && Object.hasOwn(table, value) ? (table[value] ?? value) : value
}
