import type { AidStage, Consent, Source, Tell } from '@/domain/aid-types'
import type { Subject } from '@/domain/lawyer-card'
import type { Reason, Rule } from '@/domain/matching'

export const topicTexts: Record<string, string> = {
  land: '土地',
  pasture: '草场',
  wages: '工钱',
  'work-injury': '工伤',
  marriage: '婚姻',
  violence: '家暴',
  support: '赡养抚养',
  inheritance: '继承',
  debt: '借钱',
  traffic: '交通事故',
  consumer: '买东西吃亏',
  criminal: '刑事案件',
  administrative: '告政府',
  road: '道路',
  water: '用水',
  power: '用电',
  sanitation: '环境卫生',
  subsidy: '补贴',
  'village-cadre': '村干部',
  other: '其他',
}
export const topicText = (topic: string): string => topicTexts[topic] ?? '其他'

export const kindTexts: Record<string, string> = {
  aid: '法律援助',
  question: '问律师',
  visit: '约见',
  grievance: '反映问题',
}

export const stageTexts: Record<AidStage, string> = {
  submitted: '等审查',
  supplementing: '等补材料',
  'granted-unassigned': '已同意，正在找律师',
  assigned: '已派律师',
  'in-hand': '律师办理中',
  closing: '结案审查',
  closed: '已办结',
  archived: '已归档',
  'refusal-unconfirmed': '拟不予援助，待复核',
  refused: '不予援助',
  objected: '异议审查',
  withdrawn: '已撤回',
  transferred: '已转交',
  terminated: '已终止',
}

/** A stage that newer code has brought in is told plainly. */
export const stageText = (stage: string): string =>
  Object.hasOwn(stageTexts, stage) ? stageTexts[stage as AidStage] : '正在办理'

export const beingConfirmed = '审查中，正在复核'

export const subjectTexts: Record<Subject, string> = {
  labour: '劳动',
  family: '婚姻家庭',
  land: '土地',
  debt: '债务',
  injury: '人身损害',
  criminal: '刑事',
  minors: '未成年人',
  administrative: '行政',
  other: '其他',
}
export const languageTexts: Record<string, string> = { zh: '汉语', mn: '蒙古语' }

export function reasonText(reason: Reason): string {
  switch (reason.code) {
    case 'town':
      return '负责这个苏木乡镇'
    case 'subject':
      return `擅长${subjectTexts[reason.subject]}`
    case 'language':
      return `会${languageTexts[reason.language] ?? reason.language}`
    case 'load':
      return `手上 ${reason.load}\u00a0件，最多 ${reason.capacity}\u00a0件`
    case 'waited':
      return reason.days === 0 ? '今天刚派过' : `${reason.days}\u00a0天没派过`
    case 'never-asked':
      return '还没派过'
  }
}

export const ruleTexts: Record<Rule, string> = {
  'own-matter': '是他自己的事，或者是他代交的',
  'out-of-service': '暂不接案',
  full: '手上已满',
  language: '不会申请人要的语言',
  licence: '执业类别不办这类事',
  years: '执业不满三年（法律援助法 第二十六条）',
  minors: '不是熟悉未成年人的律师（未成年人保护法 第一百零四条）',
  'offered-before': '这件事已经找过他，或者他办过又离开了',
  conflict: '和对方有利益冲突',
  adviser: '他或他所在的所是对方的法律顾问',
}

export const sourceTexts: Record<Source, string> = {
  call: '电话登记',
  counter: '来人登记',
  group: '微信群转来',
  paper: '纸质申请',
}
/** Came on paper too, but nobody applied. */
export const noticeSource = '办案机关通知'
export const consentTexts: Record<Consent['kind'], string> = {
  voice: '录了音',
  signature: '在屏幕上签了字',
  witness: '有人见证',
}
export const tellTexts: Record<Tell, string> = { person: '本人', helper: '帮忙代办的人', kin: '亲属' }

/** What she can do about a refusal (法律援助法 49). */
export const remedyText =
  '不同意这个决定，可以向旗司法局提出异议，司法局收到后五日内审查。对审查结果还不同意，可以申请行政复议或者起诉。'

export const roleTexts: Record<string, string> = {
  resident: '群众',
  lawyer: '律师',
  organisation: '机构',
  guide: '法律明白人',
  village: '嘎查村',
  town: '苏木乡镇',
  department: '部门',
  centre: '法律援助中心',
  command: '指挥中心',
  supervisor: '督查',
  admin: '管理',
  applicant: '申请人',
  helper: '帮忙代办的人',
  registrar: '登记的人',
  responsible: '现在负责的人',
  decided: '办这件事的人',
}

export const resultTexts: Record<string, string> = {
  judgment: '法院判决',
  award: '仲裁裁决',
  mediated: '调解成了',
  settled: '双方和解',
  withdrawn: '撤诉或撤回',
  advice: '解答和代写文书',
  other: '其他',
  drafted: '写好了文书',
  'duty-help': '值班帮助做完了',
}
export const partyTexts: Record<string, string> = { opponent: '对方', 'co-party': '一起的人', third: '第三人' }
export const contactTexts: Record<string, string> = { call: '打了电话', visit: '见了面', message: '发了消息' }
