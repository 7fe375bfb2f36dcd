import { View } from '@tarojs/components'
import type { Asked } from '@/client/ask'
import { useCommand } from '@/client/command'
import type { Candidates } from '@/contract/views'
import { NotSent } from '@/ui/told'
import { centreWords } from '@/words/centre'
import { assignWords as words } from '@/words/centre-more'
import { useChosen } from './decision'
import { dropDrafts } from './draft'
import { ChooseButton } from './near'
import type { StepProps } from './step'

/** What was granted and nobody has: the button names whom it assigns. */
export function Assign({ view, found, onDone, onRefused }: StepProps & { found: Asked<Candidates> }) {
  const { send, wrong } = useCommand('aid.assign', {
    onDone: (after) => {
      dropDrafts(view.id)
      onDone(after, words.done(after.detail.lawyer?.name ?? ''))
    },
    onRefused,
  })
  const { proposed, chosen, lawyer, candidate } = useChosen(view.id, found)
  if (!proposed) return null
  if (!lawyer) return <View className="soft">{words.none}</View>
  return (
    <View className="stack">
      {chosen && <View className="soft">{centreWords.chosenWhy(chosen.why)}</View>}
      <NotSent wrong={wrong} />
      <ChooseButton
        text={words.assign(lawyer.name)}
        lawyer={candidate}
        onPress={(notSame) =>
          send({
            id: view.id,
            lawyer: lawyer.lawyer,
            ...(chosen && { why: chosen.why }),
            ...(notSame && { notSame }),
          })
        }
      />
    </View>
  )
}
