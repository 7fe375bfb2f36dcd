import { may } from '@/client/step'
import type { MatterView } from '@/contract/views'

/** How a unit stands to a report, as the page was told: it has it, helps with it, had it, or one of its people entered it. */
export type Standing = 'main' | 'helping' | 'former' | 'entered'

export function standingOf(view: Pick<MatterView, 'detail' | 'can'>, unit: string | undefined): Standing {
  const { hop, with: others = [] } = view.detail
  if (hop && hop.unit.code === unit && !hop.leftAt && hop.how) return 'main'
  if (others.some(({ code }) => code === unit)) return 'helping'
  return may(view, 'notice.receive') ? 'former' : 'entered'
}
