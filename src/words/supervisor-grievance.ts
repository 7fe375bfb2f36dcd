import type { Day, Instant } from '@/domain/time'
import { dayText, momentText } from './time'

/** What the supervisor's pages say of what people report: papers to sign, objections to rule on, early warning. */
const NB = '\u00a0'
const pieces = (count: number) => `${count}${NB}件`

export const watchPaperWords = {
  tab: '三单一函',
  title: '三单一函',
  what: '提醒单、催办单到点由系统自动发。督办单要您签、定新的期限；移交函要两位不同的人签，系统从不自己发。',
  statesLabel: '哪一类单子',
  none: { title: '没有这样的单子', text: '' },
  noneDraft: { title: '没有等签的单子', text: '催办以后没有进展的，会出现在这里等您签。' },
}

export const objectionWords = {
  tab: '异议',
  title: '对结果的异议',
  what: '群众说结果不对的。裁定重新办理，时限重新给足；裁定维持，要写清理由，告诉本人。',
  none: '没有等裁定的异议',
  noneText: '有人对结果提出异议，会出现在这里。',
  at: (place: string, at: string) => `${place}，${at} 反映`,
  pickOne: '选一件',
  pickOneText: '选了以后，在这里看本人怎么说、结果是什么，再裁定。',
  ruleTitle: '裁定',
  said: '本人说哪里不对',
  saidAt: (at: Instant, now: Instant) => `${momentText(at, now)} 提的`,
  decision: '怎么定',
  reopen: '重新办理',
  reopenMore: '结果不对，重新派单，时限重新给足',
  keep: '维持结果',
  keepMore: '结果没有错，告诉本人还可以走复议、信访或诉讼',
  decisionMissing: '请选一种',
  why: '裁定理由',
  whyHint: '本人看得到。',
  whyMissing: '请写裁定理由',
  send: '裁定',
  told: { reopen: '裁定重新办理，指挥中心会重新派单。', keep: '裁定维持，理由会告诉本人。' },
  own: '这件事您经手过，要由另一位督查裁定。',
  whole: '看整件事项',
}

export const watchGrievanceWords = {
  all: '诉求',
  title: '反映的问题',
  month: (month: string) => `${month}反映的，到现在`,
  accepted: '15\u00a0分钟受理',
  acceptedNone: '这个月还没有到 15\u00a0分钟的',
  share: (n: number, of: number) => `${n} / ${of}${NB}件`,
  missed: (count: number) => `${pieces(count)}超时`,
  allKept: '没有超时的',
  papers: '等签的单子',
  objections: '等裁定的异议',
  count: (count: number, more: boolean) => `${more ? '不止 ' : ''}${pieces(count)}`,
  none: '没有',
  overdue: '超期的单位',
  overdueNone: '这个月没有单位超期',
  overdueCount: (count: number, held: number) => `${pieces(count)}超期，经办 ${pieces(held)}`,
  bulletin: '看月度通报',
  gaming: '看异常线索',
  clusters: '预警：一个村里接连出的事',
  clustersNone: '现在没有要提前调解的',
  clustersNoneText: '一个嘎查村 30\u00a0天里有好几件土地、草场、地邻的事，会出现在这里。',
  before: (count: number) => `之前 30\u00a0天 ${pieces(count)}`,
  after: (since: Day, count: number) => `${dayText(since)}调解日以后 ${pieces(count)}`,
  mediation: '定调解日',
  mediationLabel: (village: string) => `给${village}定调解日`,
  mediationTitle: (village: string) => `${village}的调解日`,
  mediationText: '哪天去村里把人叫到一起调解。以后在这里看之前、之后各有几件。已经办过的，也可以补记。',
  day: '哪天',
  dayMissing: '请选哪天',
  send: '记下来',
  kept: (village: string, day: Day, now: Instant) => `${village}的调解日定在 ${dayText(day, now)}。`,
  matters: (count: number) => `看是哪 ${pieces(count)}`,
  hide: '收起来',
  one: (nth: number) => `第${NB}${nth}${NB}件`,
}
