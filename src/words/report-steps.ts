import type { GrievanceDetail, MatterView } from '@/contract/views'
import { hotline } from './common'

/** Where what she reported stands, and what she need or need not do now. */
export type ReportStanding = Pick<MatterView, 'stage'> & {
  detail?: Pick<GrievanceDetail, 'anonymity' | 'exOfficio' | 'suspension' | 'putRight'> & {
    rating?: { stars: number }
  }
  can?: MatterView['can']
}
/** `promised`: until when one of these clocks promises it, nothing once the time has passed. */
type Said = { view: ReportStanding; promised: (...codes: string[]) => string | undefined; afterBad: readonly string[] }

const may = ({ can = [] }: ReportStanding, action: string) => can.some((each) => each.action === action)
const nameless = ({ detail }: ReportStanding) => detail?.anonymity === 'full'
const result = ['grievance.consult', 'grievance.quick', 'grievance.resolve']
const underWay = ({ promised }: Said, what: string) => {
  const by = promised(...result)
  return `${what}${by ? `，最晚${by}有结果` : ''}。现在不用您做什么。`
}

const steps: Record<string, (said: Said) => string> = {
  submitted: ({ promised }) => {
    const by = promised('grievance.accept')
    return by
      ? `最晚${by}告诉您受理没有。现在不用您做什么。`
      : '说好的 15\u00a0分钟过了，对不起。负责的人已经知道，正在看。'
  },
  incomplete: ({ view }) =>
    may(view, 'grievance.complete') ? '还要您补一点，补上就接着办。' : `还差一点没说清。差什么，可以打 ${hotline} 问。`,
  accepted: (said) => underWay(said, '受理了，正在定由哪里办'),
  dispatched: (said) => underWay(said, '已经交给下面的单位办'),
  returned: (said) => underWay(said, '正在定由哪个单位办'),
  'passed-up': (said) => underWay(said, '报到了上一级，接着办'),
  'in-hand': (said) => underWay(said, '单位正在办'),
  'extension-asked': (said) => underWay(said, '单位说时间不够，正在看能不能多给几天'),
  suspended: () => '要等外面的结果，先停一停。等到了接着办，停到什么时候写在下面。',
  resolved: () => '有了结果，正在由另一个人核对。核对好了给您看。',
  checked: ({ view }) =>
    nameless(view) ? '结果写在下面。' : '结果写在下面。会有别的单位的人给您打电话，问您满不满意，请接一下。',
  closed: ({ view, afterBad }) => {
    const { rating, putRight } = view.detail ?? {}
    if (putRight) return '办完了。您不满意的地方，怎么改的写在下面。'
    if (rating && rating.stars <= 2) return ['办完了。您不满意，我们记下了。', ...afterBad].join('')
    if (may(view, 'grievance.rate')) return '办完了。办得怎么样，请您评一评。'
    return rating ? '办完了。谢谢您的评价。' : '办完了。'
  },
  reopened: (said) => underWay(said, '重新办了，时间重新算'),
  archived: () => '这件事办完了，材料已经归档。',
  declined: ({ view }) =>
    view.detail
      ? '这件事不归这里办。该找谁、打哪个电话，写在下面。'
      : `这件事不归这里办。该找谁，可以打 ${hotline} 问。`,
  withdrawn: ({ view }) =>
    view.detail?.exOfficio
      ? '您撤回了。事情关系到大家的安全，单位会接着处理，和您无关了。'
      : '您撤回了。以后还可以再反映。',
  'handed-over': () => '这件事交给别的机关办了，写在下面。',
}

export const reportStep = (stage: string, said: Said): string | undefined =>
  Object.hasOwn(steps, stage) ? steps[stage]?.(said) : undefined
