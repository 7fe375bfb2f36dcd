import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { may } from '@/client/step'
import { dropDrafts, useWritten } from '@/client/written'
import type { MatterView, TimelineEntry } from '@/contract/views'
import { Link, Notice } from '@/ui'
import { commandWords as words } from '@/words/command'
import { momentText } from '@/words/time'

// The steps of which only one person's can hold, with what was typed for each; a note is never too late.
const typedFor: Record<string, readonly string[]> = {
  'grievance.accept': [],
  'grievance.sendBack': ['items'],
  'grievance.decline': ['own', 'person', 'phone'],
  'grievance.handOver': ['record'],
  'grievance.dispatch': ['why', 'brief'],
  'grievance.reclassify': ['why'],
  'grievance.return': ['why', 'basis'],
  'grievance.ruleReturn': ['why'],
  'grievance.passUp': ['why'],
  'grievance.sendDown': ['why'],
  'grievance.extend': ['why'],
  'grievance.suspend': ['note'],
  'grievance.resolve': ['text'],
  'grievance.check': ['text'],
  'grievance.callBack': ['note'],
  'grievance.rectified': ['text'],
  'grievance.upperAnswer': ['text'],
}

/** What was written for a step that somebody else has taken meanwhile; nothing where every step is still open. */
export function useUnused(view?: MatterView): string[] | undefined {
  const written = useWritten(view?.id ?? '')
  if (!view) return undefined
  const late = Object.entries(written).filter(([step]) => step in typedFor && !may(view, step))
  if (late.length === 0) return undefined
  return late.flatMap(([step, draft]) =>
    (typedFor[step] ?? []).map((field) => (draft as Record<string, unknown>)[field]).filter(isWords),
  )
}
const isWords = (text: unknown): text is string => typeof text === 'string' && text.trim() !== ''

/** Who was first, when, and what was written in vain. */
export function Unused({ view, lines }: { view: MatterView; lines: readonly string[] }) {
  const first = lastStep(view)
  return (
    <Notice tone="amber" said>
      <View>
        {first?.by ? words.wasFirst(first.by, momentText(first.at, productNow()), first.text) : words.movedOn}
      </View>
      {lines.map((line) => (
        <View key={line} className="soft grievance__said">
          {line}
        </View>
      ))}
      <Link text={words.dropMine} onPress={() => dropDrafts(view.id)} />
    </Notice>
  )
}

/** The newest thing that somebody did. */
export const lastStep = ({ timeline }: Pick<MatterView, 'timeline'>): TimelineEntry | undefined =>
  timeline
    .filter(({ by }) => by)
    .reduce<TimelineEntry | undefined>((last, each) => (last && last.seq > each.seq ? last : each), undefined)
