import type { Sample, Step } from './sample-steps'

/** What the eight minutes look like afterwards: answered and helped, answered and not yet said, rung back. */

const takes: Step = { as: 'offered', action: 'question.take', input: {} }
const says = (text: string): Step => ({ as: 'lawyer', action: 'question.message', input: { text, files: [] } })
const answers = (summary: string): Step => ({ as: 'lawyer', action: 'question.answer', input: { summary } })

const helped: Sample = {
  label: 'question-wages',
  steps: [
    {
      as: 'zhao',
      action: 'question.ask',
      input: {
        village: '150524103200',
        topic: 'wages',
        text: '在镇上工地干了四个月，没签合同，老板电话不接了，工钱还能要回来吗？',
        language: 'zh',
      },
    },
    takes,
    says('您好，我是值班律师。考勤、转账、工友的话，有哪一样？'),
    { as: 'zhao', action: 'question.message', input: { text: '有微信转账，有两个工友能作证。', files: [] } },
    answers('先带转账记录和工友一起到劳动监察大队登记；要打官司可以申请法律援助，不要钱。'),
    { as: 'zhao', action: 'question.helped', input: { yes: true } },
  ],
}

const unsaid: Sample = {
  label: 'question-pasture',
  steps: [
    {
      as: 'liu',
      action: 'question.ask',
      input: {
        village: '150524100243',
        topic: 'pasture',
        text: '邻居的羊总进我家草场，说了几次不听，怎么办？',
        language: 'zh',
      },
    },
    takes,
    answers('先拍照、记下日期，请村里调解；调解不成，可以到司法所申请。'),
  ],
}

const rung: Sample = {
  label: 'question-call',
  steps: [
    {
      as: 'qin',
      action: 'question.ask',
      input: {
        village: '150524100243',
        topic: 'support',
        name: '演示来电人丁',
        phone: '13900000903',
        text: '儿子不给生活费，想问能不能告。',
        language: 'zh',
        source: 'call',
      },
    },
    takes,
    answers('电话里讲了：可以要求给付赡养费，符合条件能申请法律援助。'),
  ],
}

export const questionSamples: Sample[] = [helped, unsaid, rung]
