import type { ClockView, MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { hotline } from './common'
import { reportStep } from './report-steps'
import { endText } from './time'

/** Where a matter stands, and what the person need or need not do now. A time is said only where a clock says it. */

type Standing = Pick<MatterView, 'stage' | 'clocks'> & {
  kind?: string
  detail?: Partial<MatterView['detail']>
  can?: MatterView['can']
}
type Said = { view: Standing; now: Instant; promised?: string }

/** Until when she was promised it; nothing once the time has passed. */
function before(clocks: readonly ClockView[], now: Instant, ...codes: string[]): string | undefined {
  const runs = (code: string) => clocks.find((clock) => clock.code === code && clock.state === 'running')
  const clock = codes.map(runs).find(Boolean)
  return clock && clock.dueAt > now ? `${endText(clock.dueAt, now)}\u00a0前` : undefined
}

const may = ({ can = [] }: Standing, action: string) => can.some((each) => each.action === action)
const isChecked = ({ detail }: Standing) =>
  detail?.lawyer?.conflict === 'asked' || detail?.lawyer?.conflict === 'frozen'

const steps: Record<string, (said: Said) => string> = {
  submitted: ({ view, promised }) =>
    view.detail?.where?.elsewhere
      ? `现在不用您做什么。我们联系那边的法律援助中心，${promised ? `最晚${promised}` : '打通以后'}告诉您交给了谁、电话多少。`
      : // Behind a query code nobody knows whether it belongs elsewhere: no lawyer is promised there.
        `现在不用您做什么。中心看完，${view.detail ? '定下来就派律师，' : ''}会告诉您。`,
  supplementing: ({ view }) =>
    may(view, 'aid.supplement')
      ? '补齐以后接着办。等材料的这几天，不算在办理期限里。'
      : '还缺材料。缺什么、怎么补，可以打电话问负责的人。补齐以后接着办。',
  'granted-unassigned': ({ view, promised }) =>
    view.detail?.replaced
      ? '正在给您换律师，找到了会告诉您。办到哪一步、什么时候到期，都不变。现在不用您做什么。'
      : `已经同意给您法律援助，正在找律师${promised ? `，最晚${promised}有结果` : '，找到了会告诉您'}。现在不用您做什么。`,
  assigned: ({ view }) =>
    isChecked(view)
      ? view.detail?.replaced
        ? '给您换了律师，正在核对新的律师能不能办。办到哪一步、什么时候到期，都不变。现在不用您做什么。'
        : '派了律师，正在核对律师能不能办。核对好了会告诉您，现在不用您做什么。'
      : '律师会给您打电话，请接一下不认识的号码。',
  'in-hand': ({ view }) =>
    isChecked(view)
      ? '正在核对律师能不能接着办，定下来会告诉您。现在不用您做什么。'
      : '律师正在办，有进展会写在这里。想问什么，可以直接给律师打电话。',
  closing: () => '律师报了结案，中心正在检查。现在不用您做什么。',
  closed: ({ view, now }) => closed(view, now),
  archived: () => '这件事办完了，材料已经归档。',
  'refusal-unconfirmed': ({ promised }) =>
    `审查有了意见，正在由另一个人复核。${promised ? `最晚${promised}告诉您结果。` : '有了结果会告诉您。'}现在不用您做什么。`,
  refused: ({ view }) =>
    view.detail?.refusal
      ? '这次没能给您援助。理由是什么、可以怎么办，都写在下面。'
      : `这次没能给您援助。觉得不对可以提异议，先打 ${hotline} 问怎么办。`,
  objected: () => '您的异议正在审查。现在不用您做什么。',
  withdrawn: () => '您撤回了这个申请。以后还可以再申请。',
  transferred: ({ view }) =>
    view.detail?.transfer
      ? '这件事转到别的地方办了。找谁、打哪个电话，写在下面。'
      : `这件事转到别的地方办了。转到哪里，可以打 ${hotline} 问。`,
  open: () => '正在找律师。到时候没人接上，也会说好谁几点给您打电话。',
  taken: () => '律师接了，正在回答。',
  routed: () => '说好了有人给您打电话，请接一下不认识的号码。',
  answered: () => '律师答复了。帮没帮到您，请打开说一声。',
  terminated: ({ view }) =>
    view.detail?.terminated
      ? '这次援助已经停了。理由是什么、可以怎么办，都写在下面。'
      : `这次援助已经停了。不清楚为什么，可以打 ${hotline} 问。`,
}

export function nextStep(view: Standing, now: Instant): string | undefined {
  if (view.kind === 'grievance')
    return reportStep(view.stage, {
      view,
      promised: (...codes) => before(view.clocks, now, ...codes),
      afterBad: afterBadRating(view, now),
    })
  return steps[view.stage]?.({ view, now, promised: before(view.clocks, now, 'aid.grace', 'aid.promise') })
}

export const isBad = (stars: number): boolean => stars <= 2

function closed(view: Standing, now: Instant): string {
  const { rating, rectified } = view.detail ?? {}
  if (rectified) return '这件事办完了。您不满意的地方，怎么改的写在下面。'
  if (rating && isBad(rating.stars))
    return ['这件事办完了。您不满意，我们记下了。', ...afterBadRating(view, now)].join('')
  if (may(view, 'aid.rate')) return '这件事办完了。办得怎么样，请您评一评。'
  return rating ? '这件事办完了。谢谢您的评价。' : '这件事办完了。'
}

/** What follows one or two stars, by the clocks that then run. */
export function afterBadRating({ clocks }: Pick<Standing, 'clocks'>, now: Instant): string[] {
  const call = before(clocks, now, 'grievance.rectify.contact')
  const done = before(clocks, now, 'grievance.rectify')
  return [call && `最晚${call}，有人给您打电话。`, done && `最晚${done}改好，怎么改的写在这件事里。`].filter(
    (line): line is string => Boolean(line),
  )
}
