import type { Step } from './step'

/** What she reads and may ask for where her legal aid takes a turn. */
export const remedyWords = {
  terminated: '法律援助终止了',
  objection: '您提的异议',
  objectionWaits: (until: string) => `司法局${until}审查，会告诉您。`,
  ruled: { uphold: '异议审查完了：维持原来的决定', correct: '异议成立：给您法律援助' },
  rulingWhy: '为什么',
  ruledBy: '谁审查的',
  terminatedBy: '谁定的',
  said: '您说的',
  next: '还可以怎么办',
  changeAsked: '您请求换律师，中心五个工作日内定。现在的律师照常办。',
  changeRefused: '中心看过了，这次不换律师。有新的情况可以再提。',
  providedFirst: '您的事等不得，先给您派了律师。手续以后补，律师照常办。',
  suspended: '法院让案子先停一停。恢复以后律师接着办。',
}

export const residentSteps: readonly Step[] = [
  {
    action: 'aid.object',
    open: '不同意，提异议',
    title: '不同意这个决定',
    intro: '说说为什么不同意。司法局另外的人看，五日内给结果。',
    asks: [{ name: 'why', as: 'text', label: '为什么不同意', missing: '请说一句为什么' }],
    send: '提异议',
    told: '收到了。',
  },
  {
    action: 'aid.changeLawyer',
    open: '想换律师',
    title: '想换律师',
    intro: '可以不说理由。说了，中心看得更清楚。中心五个工作日内定，律师看不到您说的。',
    asks: [{ name: 'why', as: 'text', label: '为什么想换' }],
    send: '请求换律师',
    told: '收到了。',
  },
]
