import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useCommand } from '@/client/command'
import type { MatterView } from '@/contract/views'
import { Button, Card, CardLine, Confirm, Notice, Section } from '@/ui'
import { NotSent } from '@/ui/told'
import { lawyerWords as words } from '@/words/lawyer'
import { ConflictQuestion } from '../conflict-question'
import { isHeld } from '../held'
import { Calling } from './calling'
import { CloseSheet } from './close-sheet'
import { ContactSheet } from './contact-sheet'
import { Note } from './note'
import { Parties } from './parties'
import { Report } from './report'
import { Turns } from './turns'

export type StepProps = {
  view: MatterView
  onDone: (after: MatterView, text: string) => void
  onRefused: (message: string) => void
}

/** What is asked of him now: exactly the steps the door would let through. */
export function ToDo(props: StepProps) {
  const { view, onDone, onRefused } = props
  const may = (action: string) => view.can.some((can) => can.action === action)
  const frozen = view.detail.lawyer?.conflict === 'frozen' || isHeld(view)
  const steps = frozen
    ? []
    : [
        may('aid.take') && <Take key="take" {...props} />,
        may('matter.callLog') && <Calling key="call" {...props} />,
        may('aid.contacted') && <Contact key="contact" {...props} />,
        may('aid.signed') && <Signed key="signed" {...props} />,
        may('aid.report') && <Report key="report" {...props} />,
        may('aid.close') && <Close key="close" {...props} />,
      ].filter(Boolean)
  const asked = may('aid.conflictAnswer')
  return (
    <>
      <Section title={words.toDo}>
        <Card offer={asked || may('aid.take')}>
          {frozen && <Frozen />}
          {asked && (
            <ConflictQuestion
              view={view}
              onDone={(after) => onDone(after, answeredText(view, after))}
              onRefused={onRefused}
            />
          )}
          <Lined parts={steps} />
          {!frozen && !asked && steps.length === 0 && (
            <View>{view.stage === 'closing' ? words.waitsCentre : words.nothingToDo}</View>
          )}
        </Card>
      </Section>
      {!frozen && !asked && <Turns {...props} />}
      {!frozen && (may('aid.parties') || may('matter.note')) && (
        <Section title={words.others}>
          <Card>
            {may('matter.note') && <Note {...props} />}
            {may('aid.parties') && <Parties {...props} />}
          </Card>
        </Section>
      )}
    </>
  )
}

const answeredText = (before: MatterView, after: MatterView) => {
  if (after.can.length === 0) return words.left
  return before.stage === 'in-hand' ? words.freedAgain : words.freed
}

function Lined({ parts }: { parts: ReactNode[] }) {
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the steps have an order and nothing else
    <View key={at} className="stack">
      {at > 0 && <CardLine />}
      {part}
    </View>
  ))
}

/** A party was added and the machine found something: the centre's person decides, and nothing here is lost. */
function Frozen() {
  return (
    <Notice tone="amber" icon="pause">
      <View className="strong">{words.frozen}</View>
      <View>{words.frozenText}</View>
    </Notice>
  )
}

function Take({ view, onDone, onRefused }: StepProps) {
  const { send, wrong } = useCommand('aid.take', { onDone: (after) => onDone(after, words.taken), onRefused })
  return (
    <View className="stack">
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.take} onPress={() => send({ id: view.id })} />
    </View>
  )
}

function Contact(props: StepProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="pen" text={words.contact} onPress={() => setOpen(true)} />
      <ContactSheet {...props} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

function Signed({ view, onDone, onRefused }: StepProps) {
  const [open, setOpen] = useState(false)
  const { send, wrong } = useCommand('aid.signed', {
    onDone: (after) => onDone(after, words.signedDone),
    onRefused,
  })
  return (
    <>
      <NotSent wrong={wrong} />
      <Button icon="pen" text={words.signed} onPress={() => setOpen(true)} />
      <Confirm
        open={open}
        title={words.signedTitle}
        text={words.signedText}
        yes={words.signedYes}
        onNo={() => setOpen(false)}
        onYes={async () => {
          await send({ id: view.id })
          setOpen(false)
        }}
      />
    </>
  )
}

function Close(props: StepProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="done" text={words.close} onPress={() => setOpen(true)} />
      <CloseSheet {...props} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
