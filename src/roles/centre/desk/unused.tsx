import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import type { MatterView } from '@/contract/views'
import { Link, Notice } from '@/ui'
import { grantWhy, centreWords as words } from '@/words/centre'
import { momentText } from '@/words/time'
import { type Decision, dropDrafts, useWritten } from './draft'
import { may } from './step'

// The steps of which only one person's can hold; a note or a new name is never too late.
const deciding = [
  'aid.grant',
  'aid.refuse',
  'aid.transfer',
  'aid.supplementList',
  'aid.confirmRefusal',
  'aid.reviewClose',
]

/** What was written for a step that somebody else has taken meanwhile. */
export function useUnused(view?: MatterView): string[] {
  const written = useWritten(view?.id ?? '')
  if (!view) return []
  return Object.entries(written)
    .filter(
      ([step]) => deciding.includes(step) && !may(view, step) && !(step === 'aid.grant' && may(view, 'aid.assign')),
    )
    .map(([step, draft]) => textOf(step, draft))
    .filter(Boolean)
}

function textOf(step: string, draft: object): string {
  if (step === 'aid.grant') return grantWhy((draft as Decision).why, (draft as Decision).chosen)
  const { why, own } = draft as { why?: string; own?: string }
  return [own, why].filter(Boolean).join('\n')
}

/** Who was first, when, and what was written in vain. */
export function Unused({ view, lines }: { view: MatterView; lines: readonly string[] }) {
  const first = lastDecision(view)
  return (
    <Notice tone="amber" said>
      <View>{first ? words.decidedFirst(first.by, momentText(first.at, productNow())) : words.movedOn}</View>
      {lines.map((line) => (
        <View key={line} className="soft centre__said">
          {line}
        </View>
      ))}
      <Link text={words.dropMine} onPress={() => dropDrafts(view.id)} />
    </Notice>
  )
}

function lastDecision({ detail: { decision, refusal, transfer, papersAsked } }: MatterView) {
  const all = [decision, refusal, refusal?.confirmed, transfer, papersAsked?.lists.at(-1)]
  return all.reduce((last, each) => (each && (!last || each.at > last.at) ? each : last), undefined)
}
