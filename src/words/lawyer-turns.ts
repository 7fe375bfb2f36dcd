import { leaveCauseTexts } from './aid-turns'
import type { Step } from './step'

/** What the lawyer's page says where a matter takes a turn. */
export const lawyerTurnWords = {
  more: '办理中的变化',
  suspended: (until?: string) =>
    until ? `法院中止审理，${until}恢复。这段时间不用报进展。` : '法院中止审理，这段时间不用报进展。',
  ended: (on: string) => `${on}结案。请在三十日内交案卷，用上面的「报结案」。`,
  leaving: '已经提出退出，等督查定。定下来以前，还由您办。',
}

const causes = Object.entries(leaveCauseTexts).map(([value, text]) => ({ value, text }))

export const lawyerSteps: readonly Step[] = [
  {
    action: 'aid.ended',
    open: '报结案的日子',
    title: '哪一天结的案',
    intro: '从这一天起，三十日内交案卷。',
    asks: [{ name: 'on', as: 'day', label: '结案的日子', missing: '请选日子' }],
    send: '报上去',
    told: '报上去了。三十日内交案卷。',
  },
  {
    action: 'aid.suspend',
    open: '法院中止审理',
    title: '法院中止审理',
    intro: '附上法院的裁定或通知。中止期间不用报进展。',
    asks: [
      { name: 'evidence', as: 'papers', label: '法院的裁定或通知', missing: '请拍下来附上' },
      { name: 'until', as: 'day', label: '恢复的日子', hint: '知道就选，不知道可以不选。' },
    ],
    send: '记下来',
    told: '记下来了。恢复以后请点「恢复审理」。',
    with: { ground: 'court' },
  },
  {
    action: 'aid.resume',
    open: '恢复审理',
    title: '恢复审理',
    intro: '从现在起接着计时。',
    asks: [],
    send: '恢复',
    told: '恢复了，接着办。',
  },
  {
    action: 'aid.leave',
    open: '请求退出',
    title: '请求退出',
    intro: '有正当理由才能退出。第一次马上换人；这件已经换过律师的，由督查定。理由只给中心看。',
    asks: [
      { name: 'cause', as: 'choice', label: '为什么不能接着办', choices: causes, missing: '请选一个' },
      { name: 'why', as: 'text', label: '说一句' },
      {
        name: 'evidence',
        as: 'papers',
        label: '证明',
        hint: '选「其他」必须附。',
        missing: '选「其他」请附一份证明',
        when: (draft) => draft.cause === 'other',
      },
    ],
    send: '请求退出',
    told: '收到了。',
    kind: 'danger',
  },
]
