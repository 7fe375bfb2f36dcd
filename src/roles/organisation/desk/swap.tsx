import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import type { Candidates, MatterView } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, ChoiceList, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { nearGiven } from '@/words/near'
import { reasonsText, organisationWords as words } from '@/words/organisation'

type StepProps = {
  view: MatterView
  onDone: (after: MatterView, text: string) => void
  onRefused: (message: string) => void
}

export function Swap(props: StepProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="swap" text={words.swap} onPress={() => setOpen(true)} />
      <SwapSheet {...props} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

/** Whom one wants to give it to, and why, before it is sent. */
type Draft = { lawyer?: string; why: string }
const blank: Draft = { why: '' }

type SheetProps = StepProps & { open: boolean; onClose: () => void }

/** Another lawyer of the same firm: who fits and why, who doesn't and by which rule, and the reason of the change. */
function SwapSheet({ view, open, onClose, ...ends }: SheetProps) {
  const found = useAsk('aid.candidates', open ? { id: view.id } : undefined)
  return (
    <Sheet open={open} title={words.swap} onClose={onClose}>
      <View className="soft">{words.swapText}</View>
      <Read value={found.value} failed={found.failed} again={found.again} cards={1}>
        {(candidates) => <Choosing view={view} found={candidates} onClose={onClose} {...ends} />}
      </Read>
    </Sheet>
  )
}

type ChoosingProps = StepProps & { found: Candidates; onClose: () => void }

function Choosing({ view, found: { proposed, excluded }, onClose, onDone, onRefused }: ChoosingProps) {
  const { draft, write, drop } = useKept<Draft>(`swap|${view.id}`, blank)
  const [tried, setTried] = useState(false)
  const chosen = proposed.find(({ lawyer }) => lawyer === draft.lawyer)
  const { send, wrong } = useCommand('aid.swapInside', {
    onDone: (after) => {
      drop()
      onClose()
      onDone(after, words.swapDone(chosen?.name ?? ''))
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  const why = draft.why.trim()
  function submit() {
    setTried(true)
    return chosen && why ? send({ id: view.id, lawyer: chosen.lawyer, why }) : undefined
  }
  if (proposed.length === 0)
    return (
      <View className="stack">
        <View className="strong">{words.swapNobody}</View>
        <View>{words.swapNobodyText}</View>
        <Excluded excluded={excluded} />
      </View>
    )
  return (
    <View className="stack stack--l">
      <ChoiceList
        id="swap-who"
        label={words.swapWho}
        choices={proposed.map(({ lawyer, name, reasons, near }) => ({
          value: lawyer,
          text: name,
          more: `${reasonsText(reasons)}${near ? nearGiven : ''}`,
        }))}
        value={chosen?.lawyer}
        onChange={(lawyer) => write({ lawyer })}
        error={tried && !chosen ? words.swapChoose : wrong.fields.lawyer}
      />
      <Excluded excluded={excluded} />
      <Field
        id="swap-why"
        type="textarea"
        max={500}
        label={words.swapWhy}
        hint={words.swapWhyHint}
        value={draft.why}
        onChange={(text) => write({ why: text })}
        error={tried && !why ? words.swapMissing : wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" className="orgdesk__give" text={words.swapSend(chosen?.name)} onPress={submit} />
    </View>
  )
}

function Excluded({ excluded }: Pick<Candidates, 'excluded'>) {
  if (excluded.length === 0) return null
  return (
    <View>
      <View className="strong">{words.swapOut(excluded.length)}</View>
      {excluded.map(({ lawyer, name, text }) => (
        <View key={lawyer} className="orgdesk__out">
          <Text className="orgdesk__outname">{name}</Text>
          <Text className="soft orgdesk__outwhy">{text}</Text>
        </View>
      ))}
    </View>
  )
}
