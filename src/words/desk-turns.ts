import type { MatterView } from '@/contract/views'
import { aidForms, firstGrounds } from '@/domain/aid-turn-types'
import { type Day, dayOf, daysBetween, type Instant } from '@/domain/time'
import { firstGroundTexts } from './aid-turns'
import { grantWhy } from './centre'
import { assignWords } from './centre-more'
import { formTexts } from './matter-page'
import { articleName, articleText } from './screening'
import type { Step } from './step'
import { dayText } from './time'

/** What the desks of centre and supervisor say where legal aid takes a turn, and what each step asks for. */

const NB = '\u00a0'
const name = (after: MatterView): string | undefined => after.detail.lawyer?.name

export const formWords = {
  label: '给什么样的援助',
  acting: '代理',
  given: (form: string) => `给的是：${form}`,
}
export const forms = [
  { value: 'acting', text: formWords.acting },
  ...aidForms.map((value) => ({ value, text: formTexts[value] ?? value })),
] as const

/** 「10 月 18 日，还有 6 天」 */
export function lastDayText(day: Day, now: Instant): string {
  const left = daysBetween(dayOf(now), day)
  const says = left > 0 ? `还有 ${left}${NB}天` : left === 0 ? '就是今天' : `已经过了 ${-left}${NB}天`
  return `${dayText(day, now)}，${says}`
}

const marks: Record<string, string> = { ',': '，', ':': '：', ';': '；' }
/** A source with the marks that Chinese is written with. */
export const asRead = (source: string): string => source.replace(/[,:;]/g, (mark) => marks[mark] ?? mark)

export const urgentWords = {
  title: '等不得，请现在定',
  quiet: '时效最早到哪天',
  law: '法律援助法第四十四条：可以先行提供，由您定。',
  own: '本人说的期限',
  limitation: '时效最早可能到',
  from: (day: string) => `从 ${day} 算起`,
  judge: '这是最早可能的一天。有没有中断、中止，是不是真过了，由律师判断。只给工作人员看。',
  source: '依据',
  uncertain: '待核实',
  employment: '在不在单位',
  still: '还在那里干，一年的时效没有开始',
  ended: (day: string) => `${day} 离开的`,
  claimed: (day: string) => `${day} 向对方要过，或者找过部门`,
  since: '提醒时间',
  preserve: '还有什么急',
  toPreserve: '说要马上保全财产、证据，或者先予执行',
}

type Choice = { lawyer?: string; name?: string; why?: string }
const LABEL = 4
const MOST = 500

/** `lawyer`: who would be assigned with it, first of the list or chosen instead with a reason. */
export const firstStep = (lawyer: Choice | undefined, main: boolean): Step => {
  const chosen = lawyer?.why ? { name: lawyer.name ?? '', why: lawyer.why } : undefined
  return {
    action: 'aid.provideFirst',
    open: lawyer?.name ? `先行提供，派${lawyer.name}` : '先行提供',
    title: '先行提供法律援助',
    intro: '先派律师，审查和手续随后补。后来查明不符合条件的，是终止，不是不予。',
    asks: [
      {
        name: 'ground',
        as: 'choice',
        label: '为什么等不得',
        choices: firstGrounds.map((value) => ({ value, text: firstGroundTexts[value] })),
        missing: '请选一个',
      },
      {
        name: 'why',
        as: 'text',
        label: '理由',
        hint: '哪天到期、从哪里看出来，写清楚。',
        max: MOST - (chosen ? chosen.name.length + chosen.why.length + LABEL : 0),
        missing: '请写理由',
      },
    ],
    send: lawyer?.name ? `先行提供，派${lawyer.name}` : '先行提供',
    told: (after) => (name(after) ? `已先派${name(after)}，手续随后补。` : '已先行提供，值班的人今天找律师。'),
    made: ({ why = '', ...filled }) => ({
      ...filled,
      why: grantWhy(why, chosen),
      ...(lawyer?.lawyer && { lawyer: lawyer.lawyer }),
    }),
    ...(main && { kind: 'main' as const }),
  }
}

export const firstWords = {
  title: '先行提供了，手续还没补',
  done: '先行提供，手续已经补齐',
  ground: '为什么等不得',
  why: '理由',
  by: '谁定的',
  due: '最晚补齐',
  whole: '谁看齐的',
  hint: '缺材料，用下面「要补材料」一次列全；律师照常办。查明不符合条件的，用「终止」。',
}
export const regulariseStep: Step = {
  action: 'aid.regularise',
  open: '手续齐了',
  title: '手续齐了，决定给予援助',
  intro: '按平时一样审查过、材料齐了，再按这里。给予援助的决定从现在算。',
  asks: [],
  send: '手续齐了，给予援助',
  told: '手续补齐了。',
}

export const noticeWords = {
  title: '办案机关通知辩护',
  law: '不用申请，不查经济情况，收到三日内指派并回告（法律援助法第三十六条）。',
  organ: '哪个机关',
  ground: '哪种情形',
  offence: '涉嫌什么',
  receivedAt: '哪天收到',
  told: '告诉机关',
  again: '换了律师，还没有告诉。要再告诉一次。',
  notYet: '还没有告诉。',
  noLawyer: '派了律师就告诉。',
  custody: '在押的人申请的',
  through: { organ: '由办案机关转来', 'duty-lawyer': '由值班律师转来' } as Record<string, string>,
  custodyHow: '怎么来的',
  custodyAt: '提出时间',
}
export const organToldStep: Step = {
  action: 'aid.organTold',
  open: '已经告诉办案机关',
  title: '告诉办案机关谁是律师',
  intro: '律师的名字、单位、电话，告诉发通知的机关。换了律师要再告诉。',
  asks: [
    { name: 'how', as: 'text', label: '怎么告诉的', hint: '公函、电话，告诉了谁。', max: 200, missing: '请写一句' },
  ],
  send: '记下来',
  told: '记下来了。',
}

export const changeWords = {
  leaving: (lawyer: string) => `${lawyer}请求退出`,
  leavingText: '这件已经有一位律师退出过，这一次由督查定。定下来以前还由他办。',
  asked: '受援人请求换律师',
  askedText: '五个工作日内定。定下来以前还由原来的律师办，律师看不到她说的。',
  frozen: assignWords.frozen,
  frozenText: assignWords.frozenText,
  cause: '什么缘由',
  why: '怎么说的',
  unsaid: '没有写理由',
  at: '提出时间',
  who: '谁提的',
  applicant: '受援人',
  due: '最晚',
  basis: '凭什么换',
  basis55: '法律援助法第五十五条：没有依法履行职责的，可以请求更换。',
  basisPolicy: '别的缘由，法律没有写，换不换是本县的政策。',
  waits: { centre: '等中心定。', supervisor: '等督查定。' },
  lastLeft: (lawyer: string) => `${lawyer}退出了`,
  inside: '缘由只给工作人员看，受援人只知道正在换律师。',
}

const bases = {
  '55': '依据法律援助法第五十五条（没有依法履行职责）',
  policy: '依据本县政策（法律没有写的缘由）',
} as const
const basisOf = (value = ''): string => bases[value as keyof typeof bases] ?? ''
const longest = Math.max(...Object.values(bases).map((text) => text.length)) + 1

/** Both rulings on the question whether the lawyer goes. */
export function changeSteps(of: 'frozen' | 'leaving' | 'asked', lawyer: string): readonly Step[] {
  const why = { name: 'why', as: 'text', label: '理由', max: MOST - longest, missing: assignWords.whyMissing } as const
  const basis = {
    name: 'basis',
    as: 'choice',
    label: changeWords.basis,
    choices: [
      { value: '55', text: '没有依法履行职责', more: '法律援助法第五十五条' },
      { value: 'policy', text: '别的缘由', more: '法律没有写，按本县政策' },
    ],
    missing: '请选一个',
  } as const
  const goes = of === 'leaving' ? '同意退出' : assignWords.replace
  const stays = of === 'leaving' ? '不同意' : assignWords.stay
  return [
    {
      action: 'aid.ruleChange',
      open: stays,
      title: assignWords.stayTitle(lawyer),
      asks: [why],
      send: stays,
      with: { ok: false },
      told: assignWords.stayed(lawyer),
    },
    {
      action: 'aid.ruleChange',
      open: goes,
      title: assignWords.replaceTitle(lawyer),
      intro: '马上找下一位，不再派给他。案卷请他交给下一位。',
      asks: of === 'asked' ? [basis, why] : [why],
      send: goes,
      with: { ok: true },
      told: (after) => assignWords.replaced(name(after)),
      ...(of === 'asked' && {
        made: ({ basis: on, why: said = '' }) => ({ why: `${basisOf(on)}：${said}` }),
      }),
    },
  ]
}

export const courtWords = {
  suspended: (until?: string) =>
    until ? `法院中止审理，${until}恢复。这段时间律师不用报进展。` : '法院中止审理，这段时间律师不用报进展。',
  ended: (on: string) => `案子 ${on} 结了，律师三十日内交案卷。`,
}

export const terminateStep: Step = {
  action: 'aid.terminate',
  open: '终止援助',
  title: '终止援助',
  intro: '只有这八种情形。三日内送达本人，并告诉律师的单位和办案机关。本人可以提异议。',
  asks: [
    {
      name: 'ground',
      as: 'choice',
      label: '哪一种',
      choices: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({
        value: `48-${n}`,
        text: (articleText(`48-${n}`) ?? '').replace(/^大意：/, ''),
        more: `${articleName(`48-${n}`)}，大意`,
      })),
      missing: '请选一种',
    },
    { name: 'why', as: 'text', label: '理由，本人会看到', missing: '请写理由' },
  ],
  send: '终止援助',
  told: '终止了。请在三日内送达本人。',
  kind: 'danger',
}
export const terminatedWords = {
  title: '援助终止了',
  by: (by: string, at: string) => `${by}，${at} 终止`,
  due: (text: string) => `${text}送达本人，并告诉律师的单位和办案机关。`,
  told: (by: string, at: string) => `${by}，${at} 送达`,
  remedyTitle: '本人可以怎么办',
}
export const terminationToldStep: Step = {
  action: 'aid.terminationTold',
  open: '已经送达',
  title: '终止的决定送达了',
  asks: [
    { name: 'how', as: 'text', label: '怎么送达的', hint: '当面、邮寄、电话，谁签收。', max: 200, missing: '请写一句' },
  ],
  send: '记下来',
  told: '记下来了。',
}

export const objectionWords = {
  title: '本人有异议',
  said: '本人怎么说',
  against: '不同意的决定',
  of: { refused: '不予援助', terminated: '终止援助' },
  due: '最晚审查完',
  at: '提出时间',
  waits: '等督查审查。作出决定的人不能审查。',
  ruled: { uphold: '异议审查完了：维持', correct: '异议审查完了：纠正，给予援助' },
  why: '为什么',
  by: '谁审查的',
  remedy: '本人还可以怎么办',
}
export const objectionSteps: readonly Step[] = [
  {
    action: 'aid.rule',
    open: '维持',
    title: '维持原来的决定',
    intro: '理由本人会看到，系统同时告诉本人可以申请行政复议，也可以起诉。',
    asks: [{ name: 'why', as: 'text', label: '理由，本人会看到', missing: '请写理由' }],
    send: '维持原来的决定',
    with: { decision: 'uphold' },
    told: '维持了，已经告诉本人理由和还可以怎么办。',
  },
  {
    action: 'aid.rule',
    open: '纠正，给予援助',
    title: '纠正，给予援助',
    intro: '定了就是给予援助，中心三日内派律师。',
    asks: [{ name: 'why', as: 'text', label: '理由，本人会看到', missing: '请写理由' }],
    send: '纠正，给予援助',
    with: { decision: 'correct' },
    told: '纠正了，中心正在派律师。',
  },
]

export const doubtWords = {
  title: '承诺请督查核实',
  ruled: { true: '核实过了：承诺不实', false: '核实过了：承诺没有问题' },
  what: '哪里不对',
  by: '谁提的',
  to: '谁核实',
  why: '核实的情况',
  stops: '核实不影响这件，也不影响她以后的申请，该急办的照样急办。',
  law: '查实骗取的，由司法局按法律援助法第六十四条处理；要终止，另按第四十八条。',
}
export const doubtStep: Step = {
  action: 'aid.falsePromise',
  open: '承诺可能不实',
  title: '承诺可能不实',
  intro: '交给督查的人核实。这件照常办，她以后的申请也照常办。本人看不到这一步。',
  asks: [{ name: 'what', as: 'text', label: '哪里不对，从哪里知道的', missing: '请写清楚' }],
  send: '交给督查核实',
  told: '交过去了。这件照常办。',
}
export const ruleDoubtSteps: readonly Step[] = [
  {
    action: 'aid.ruleFalsePromise',
    open: '没有问题',
    title: '承诺没有问题',
    asks: [{ name: 'why', as: 'text', label: '怎么核实的', missing: '请写一句' }],
    send: '没有问题',
    with: { found: false },
    told: '记下来了。',
  },
  {
    action: 'aid.ruleFalsePromise',
    open: '确实不实',
    title: '承诺确实不实',
    intro: '这件照常办。要终止，由中心另作决定。',
    asks: [{ name: 'why', as: 'text', label: '怎么核实的', missing: '请写一句' }],
    send: '确实不实',
    with: { found: true },
    told: '记下来了。这件照常办。',
  },
]

export const otherSteps = '不常用的'
