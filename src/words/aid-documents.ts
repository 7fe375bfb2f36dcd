import papers from '@/data/aid-documents.json'
import type { AidDocument, CaseNumber, NumberSeries } from '@/domain/aid-documents'
import type { Day } from '@/domain/time'
import { wholeDay } from './ladder'

/** What stands on the papers of legal aid. Titles and the marks in their numbers are data, and from memory. */

const rows: Record<string, { title: string; certainty: string }> = papers.values
export const documentTitle = (document: string): string =>
  Object.hasOwn(rows, document) ? (rows[document]?.title ?? '') : '文书'
/** False where the bureau has yet to hold it against the official form. */
export const isCertain = (document: AidDocument): boolean => rows[document]?.certainty === 'verified'

const series: Record<NumberSeries, { mark: string }> = papers.series

/** 「（2026）库援字第0001号」, by the county's own pattern. */
export const numberText = (
  { series: of, year, n }: Omit<CaseNumber, 'text'>,
  policy: { 'aid.number': string; 'aid.numberMark': string },
): string =>
  policy['aid.number']
    .replaceAll('{year}', String(year))
    .replaceAll('{mark}', policy['aid.numberMark'])
    .replaceAll('{series}', series[of].mark)
    .replaceAll('{n}', String(n).padStart(4, '0'))

/** 「已签：授权委托书 2」 */
export const signedName = (document: AidDocument, nth: number | undefined): string =>
  `已签：${documentTitle(document)}${nth ? ` ${nth}` : ''}`

export const lackingText = (found: { mark: string; code: string }[]): string =>
  `该字无法嵌入，请手写：${found.map(({ mark, code }) => `${mark} 处为 ${code}`).join('；')}。`

/** A line to write on. */
const LINE = '______________'
const SHORT = '____'
const orLine = (text: string | undefined, line = LINE): string => text || line
const day = (at: Day | undefined): string => (at ? wholeDay(at) : `${SHORT}年____月____日`)

/** Whose hand belongs here, and when. */
export const signature = (who: string): string => `${who}：__________　____年__月__日`

export const signWords = {
  applicant: '申请人（签名、按指印）',
  recipient: '受援人（签名、按指印）',
  agent: '代为申请人（签名）',
  lawyer: '承办人（签名）',
  clerk: '经办人（签名）',
  reviewer: '审查人（签名）',
  receiver: '签收人（签名）',
  firm: '承办机构（盖章）',
}

export const labels = {
  name: '姓名',
  sex: '性别',
  birth: '出生日期',
  idNumber: '身份证号',
  phone: '联系电话',
  address: '住所地',
  language: '使用语言',
  groups: '人群类别',
  agent: '代为申请人',
  topic: '申请事项',
  body: '办案（处理）机关',
  happened: '发生日期',
  deadline: '期限届满日',
  story: '事实和理由',
  route: '困难情况说明方式',
  income: '收入情况',
  household: '家庭成员、收入和财产',
  spending: '大额支出和负债',
  materials: '提交的材料',
  submitted: '申请时间',
  received: '收到时间',
  case: '案号',
  lawyer: '承办人',
  org: '承办机构',
  assigned: '指派时间',
  result: '办理结果',
  achieved: '结果说明',
  progress: '办理经过',
  review: '审查意见',
  parties: '对方及相关的人',
  relation: '与申请人的关系',
}

export const sexTexts = { male: '男', female: '女' }
export const routeTexts = { promise: '个人诚信承诺', proof: '提交证明材料或者由机构查询' }
export const partyTexts = { opponent: '对方', 'co-party': '同一方', third: '第三人' }

/** Where who gives legal aid isn't written down, and there is no banner. */
export const officeWords = {
  agency: (banner: string | undefined) => (banner ? `${banner}法律援助中心` : `${LINE}法律援助机构`),
  bureau: (banner: string | undefined) => (banner ? `${banner}司法局` : `${LINE}司法局`),
}

type OnNotice = { organName?: string; offence?: string }
const suspected = (offence?: string): string => (offence ? `（涉嫌${offence}）` : '')

export const paragraphs = {
  to: (name: string | undefined) => `${orLine(name)}：`,
  applyFor: (name: string, topic: string) => `申请人${name}因「${topic}」事项，申请法律援助。`,
  truth: '以上所填内容和所交材料真实。',
  promise: [
    '我因经济困难申请法律援助，选择以个人诚信承诺的方式说明经济困难状况（法律援助法第四十一条）。我承诺：',
    '一、我如实说明了本人和家庭的收入、财产、支出情况，没有隐瞒；',
    '二、我同意法律援助机构依法向有关部门、单位核查；',
    '三、情况有变化，不再符合条件的，我及时告诉法律援助机构；',
    '四、我知道：以欺骗或者其他不正当手段获得法律援助的，由司法行政部门责令支付已实施法律援助的费用，可以并处三千元以下罚款（法律援助法第六十四条）。',
  ],
  promiseFree: '不作承诺、改交证明材料，或者由机构查询，同样可以申请。',
  hardship: '申请人如实填写下表；没有材料的，不要求另开经济困难证明。',
  received: (name: string, on: Day) => `${name}于 ${wholeDay(on)} 申请法律援助，本机构收到下列材料：`,
  nothingMore: '本凭证只说明收到，不表示同意给予法律援助。',
  supplementLead: (name: string, on: Day, topic: string) =>
    `${name}：你于 ${wholeDay(on)} 就「${topic}」事项提出的法律援助申请收悉。经查，还需要补充下列材料或者说明（法律援助法第四十三条，一次性告知）：`,
  supplementBy: (until: string | undefined) =>
    `请在 ${until ?? day(undefined)} 前补齐。补充所用时间不计入审查期限。有困难、说不清的，请打电话给我们，能口头说明的可以口头说明。`,
  supplementElse: '未按要求补充或者说明的，依法视为撤回申请；我们会先给你打电话。',
  granted: (name: string, on: Day, topic: string) =>
    `${name}：你于 ${wholeDay(on)} 就「${topic}」事项提出的法律援助申请，经审查符合法律援助条件。依照《中华人民共和国法律援助法》第四十三条的规定，决定给予法律援助。`,
  grantedWhy: (why: string) => `审查说明：${why}`,
  free: '法律援助不向受援人收取任何费用。',
  duties:
    '受援人应当如实陈述与案件有关的情况，及时提供证据材料，协助、配合办理法律援助事务；情况有变化的，及时告诉承办人或者本机构。',
  refused: (name: string, on: Day, topic: string) =>
    `${name}：你于 ${wholeDay(on)} 就「${topic}」事项提出的法律援助申请，经审查，依照《中华人民共和国法律援助法》第四十三条的规定，决定不予法律援助。`,
  refusedBecause: (article: string, text: string | undefined, why: string) =>
    `理由：${why}（${article}${text ? `，${text}` : ''}）`,
  remedyHeading: '你的权利：',
  remedy: (bureau: string) =>
    `对本决定有异议的，可以向${bureau}提出，${bureau}收到异议后五日内审查，作出维持或者责令改正的决定。对维持原决定不服的，可以依法申请行政复议或者提起行政诉讼（法律援助法第四十九条）。`,
  assigned: (org: string | undefined, name: string, topic: string, lawyer: string) =>
    `${orLine(org)}：本机构决定给予${name}法律援助，事项为「${topic}」。依照《中华人民共和国法律援助法》第四十三条的规定，指派你处${lawyer}承办。`,
  assignedFirst: (org: string | undefined, name: string, topic: string, lawyer: string) =>
    `${orLine(org)}：本机构决定先行给予${name}法律援助，手续随后补办，事项为「${topic}」。依照《中华人民共和国法律援助法》第四十四条的规定，指派你处${lawyer}承办。`,
  assignedOnNotice: (
    { organName = '办案机关', offence }: OnNotice,
    org: string | undefined,
    name: string,
    lawyer: string,
  ) =>
    `${orLine(org)}：根据${organName}的通知，依照《中华人民共和国法律援助法》第三十六条的规定，指派你处${lawyer}为${name}${suspected(offence)}提供法律援助。`,
  assignedDuty:
    '承办人无正当理由不得拒绝、拖延或者终止提供法律援助服务（法律援助法第四十六条）。有利害关系、依法应当回避或者不能继续办理的，请立即报告本机构。',
  mandate: (name: string, lawyer: string, org: string | undefined) =>
    `委托人${name}就下列事项，委托${orLine(org)}${lawyer}为代理人（辩护人）。`,
  mandateScope: [
    '代理权限（由委托人勾选并签名）：',
    '□ 一般代理　　□ 特别代理：代为承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉',
    '委托期限：自签字之日起至________________止。',
  ],
  letter: (body: string | undefined, name: string, topic: string, org: string | undefined, lawyer: string) =>
    `${orLine(body)}：${name}「${topic}」一案，本机构已依法决定给予法律援助，指派${orLine(org)}${lawyer}担任其代理人（辩护人）。请予接洽，并依法提供便利。`,
  letterOnNotice: (
    { organName = '办案机关', offence }: OnNotice,
    name: string,
    org: string | undefined,
    lawyer: string,
  ) =>
    `${organName}：你单位关于${name}${suspected(offence)}的通知收悉。依照《中华人民共和国法律援助法》第三十六条的规定，本机构指派${orLine(org)}${lawyer}担任其辩护人（诉讼代理人）。请予接洽，并依法提供便利。`,
  replaced: (name: string, was: string, is: string, org: string | undefined) =>
    `${name}：你的法律援助事项原由${was}承办，现更换为${is}（${orLine(org)}）承办，原承办人不再办理，有关材料由其移交。`,
  replacedRights: '法律援助人员未依法履行职责的，受援人可以投诉，并可以请求更换法律援助人员（法律援助法第五十五条）。',
  terminated: (name: string, topic: string) =>
    `${name}：你的「${topic}」法律援助事项，依照《中华人民共和国法律援助法》第四十八条的规定，决定终止法律援助。`,
  terminatedWhy: (article: string, why: string) => `理由：${why}（${article}）`,
  objected: (name: string, on: Day) =>
    `${name}：你于 ${wholeDay(on)} 对法律援助机构的决定提出的异议，已依照《中华人民共和国法律援助法》第四十九条审查。`,
  ruled: {
    uphold: '经审查，原决定正确，决定维持。',
    correct: '经审查，原决定应当改正，责令法律援助机构改正。',
  },
  ruledWhy: (why: string) => `理由：${why}`,
  ruledNext: '对维持原决定的审查决定不服的，可以依法申请行政复议或者提起行政诉讼（法律援助法第四十九条）。',
  seal: (office: string) => `${office}（盖章）`,
  day,
}
