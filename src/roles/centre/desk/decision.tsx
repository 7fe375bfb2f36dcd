import { View } from '@tarojs/components'
import type { Asked } from '@/client/ask'
import { type Ends, useCommand } from '@/client/command'
import type { Candidates, MatterView } from '@/contract/views'
import { Button, Field } from '@/ui'
import { NotSent } from '@/ui/told'
import { grantWhy, centreWords as words } from '@/words/centre'
import { useDecisionDraft } from './draft'

type Props = Ends & { view: MatterView; found: Asked<Candidates> }

/** Granting and assigning in one act. The button names whom it assigns, and that one is sent. */
export function Decision({ view, found, onDone, onRefused }: Props) {
  const { draft, write, drop } = useDecisionDraft(view.id)
  const { send, wrong } = useCommand('aid.grant', {
    onDone: (after) => {
      drop()
      onDone(after)
    },
    onRefused,
  })
  const proposed = found.value?.proposed
  const chosen = proposed?.some(({ lawyer }) => lawyer === draft.chosen?.lawyer) ? draft.chosen : undefined
  const lawyer = chosen ?? proposed?.[0]
  const why = grantWhy(draft.why.trim(), chosen)
  const waits = found.failed ? words.candidatesFailed : words.candidatesFirst
  return (
    <View className="stack">
      <Field
        id="grant-why"
        type="textarea"
        max={MOST_WORDS - (chosen ? chosen.why.length + chosen.name.length + LABEL : 0)}
        optional
        label={words.why}
        value={draft.why}
        onChange={(text) => write({ why: text })}
        error={wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button
        kind="main"
        text={grantText(proposed, lawyer?.name)}
        offReason={proposed ? undefined : waits}
        onPress={() => send({ id: view.id, ...(lawyer && { lawyer: lawyer.lawyer }), ...(why && { why }) })}
      />
    </View>
  )
}

// While it isn't known who can be assigned, the button promises nobody.
const grantText = (proposed: unknown, name?: string) => {
  if (name) return words.grant(name)
  return proposed ? words.grantNobody : words.grantWaits
}

// Both reasons travel as one text of at most 500.
const MOST_WORDS = 500
const LABEL = 4
