import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Asked } from '@/client/ask'
import { useCommand } from '@/client/command'
import { useSession } from '@/client/session'
import type { Candidates, MatterView } from '@/contract/views'
import { Button, Buttons, Chips, Field } from '@/ui'
import { NotSent } from '@/ui/told'
import { grantWhy, centreWords as words } from '@/words/centre'
import { papersWords, refuseWords, transferWords } from '@/words/centre-more'
import { forms, formWords } from '@/words/desk-turns'
import { dropDrafts, useDecisionDraft } from './draft'
import { ChooseButton } from './near'
import { RefuseSheet } from './refuse-sheet'
import { may, type StepProps } from './step'
import { SupplementSheet } from './supplement-sheet'
import { TransferSheet } from './transfer-sheet'

type Props = StepProps & { found: Asked<Candidates> }

/** What can be decided on an application: exactly the steps the door would let through. */
export function Decision(props: Props) {
  return (
    <View className="stack">
      {may(props.view, 'aid.grant') && <Grant {...props} />}
      <Others {...props} />
    </View>
  )
}

/** Granting and assigning in one act. The button names whom it assigns, and that one is sent. */
function Grant({ view, found, onDone, onRefused }: Props) {
  const { draft, write } = useDecisionDraft(view.id)
  const { send, wrong } = useCommand('aid.grant', {
    onDone: (after) => {
      dropDrafts(view.id)
      onDone(after, grantedText(after))
    },
    onRefused,
  })
  const { proposed, chosen, lawyer, candidate } = useChosen(view.id, found)
  const why = grantWhy(draft.why.trim(), chosen)
  const waits = found.failed ? words.candidatesFailed : words.candidatesFirst
  return (
    <>
      <View>
        <View className="small soft">{formWords.label}</View>
        <Chips
          label={formWords.label}
          chips={forms}
          value={draft.form ?? 'acting'}
          onChange={(form) => write({ form: form === 'acting' ? undefined : form })}
        />
      </View>
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
      <ChooseButton
        text={grantText(proposed, lawyer?.name)}
        lawyer={candidate}
        offReason={proposed ? undefined : waits}
        onPress={(notSame) =>
          send({
            id: view.id,
            ...(lawyer && { lawyer: lawyer.lawyer }),
            ...(why && { why }),
            ...(draft.form && { form: draft.form }),
            ...(notSame && { notSame }),
          })
        }
      />
    </>
  )
}

/** Who is first of the list, or was chosen instead; whoever dropped out of it is no longer chosen. */
export function useChosen(id: string, found: Asked<Candidates>) {
  const { draft } = useDecisionDraft(id)
  const proposed = found.value?.proposed
  const chosen = proposed?.some(({ lawyer }) => lawyer === draft.chosen?.lawyer) ? draft.chosen : undefined
  const lawyer = chosen ?? proposed?.[0]
  return { proposed, chosen, lawyer, candidate: proposed?.find((each) => each.lawyer === lawyer?.lawyer) }
}

type Way = 'papers' | 'refuse' | 'transfer'

function Others({ view, onDone, onRefused }: StepProps) {
  const [open, setOpen] = useState<Way>()
  const role = useSession(({ me }) => me?.acting.role)
  // A clerk whose one list is spent is told so there, and offered the telephone.
  const spent = role === 'centre' && view.stage === 'submitted' && Boolean(view.detail.papersAsked?.times)
  const ways = [
    { way: 'papers', text: papersWords.ask, kind: 'plain', on: may(view, 'aid.supplementList') || spent },
    { way: 'refuse', text: refuseWords.open, kind: 'danger', on: may(view, 'aid.refuse') },
    { way: 'transfer', text: transferWords.open, kind: 'plain', on: may(view, 'aid.transfer') },
  ] as const
  const shown = ways.filter(({ on }) => on)
  if (shown.length === 0) return null
  const sheet = (way: Way) => ({ view, onDone, onRefused, open: open === way, onClose: () => setOpen(undefined) })
  return (
    <>
      <Buttons>
        {shown.map(({ way, text, kind }) => (
          <Button key={way} share="third" kind={kind} text={text} onPress={() => setOpen(way)} />
        ))}
      </Buttons>
      {may(view, 'aid.refuse') && <View className="small soft">{words.othersHint}</View>}
      <SupplementSheet {...sheet('papers')} />
      <RefuseSheet {...sheet('refuse')} />
      <TransferSheet {...sheet('transfer')} />
    </>
  )
}

// While it isn't known who can be assigned, the button promises nobody.
const grantText = (proposed: unknown, name?: string) => {
  if (name) return words.grant(name)
  return proposed ? words.grantNobody : words.grantWaits
}

const grantedText = ({ detail: { lawyer, escalated } }: MatterView) =>
  lawyer ? words.granted(lawyer.name) : words.grantedNobody(escalated?.to ?? '')

// Both reasons travel as one text of at most 500.
const MOST_WORDS = 500
const LABEL = 4
