import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { MatterView } from '@/contract/views'
import { Ring } from '@/pages/ring'
import { Button, Card, CardLine, Confirm, Section } from '@/ui'
import { NotSent } from '@/ui/told'
import { lawyerWords as words } from '@/words/lawyer'
import { ConflictQuestion } from '../conflict-question'
import { CloseSheet } from './close-sheet'
import { ContactSheet } from './contact-sheet'
import { Report } from './report'

export type StepProps = {
  view: MatterView
  onDone: (after: MatterView, text: string) => void
  onRefused: (message: string) => void
}

/** What is asked of him now: exactly the steps the door would let through. */
export function ToDo(props: StepProps) {
  const { view, onDone, onRefused } = props
  const may = (action: string) => view.can.some((can) => can.action === action)
  const steps = [
    may('aid.take') && <Take key="take" {...props} />,
    may('matter.callLog') && <Ring key="ring" view={view} main={may('aid.contacted') && !may('aid.take')} />,
    may('aid.contacted') && <Contact key="contact" {...props} />,
    may('aid.signed') && <Signed key="signed" {...props} />,
    may('aid.report') && <Report key="report" {...props} />,
    may('aid.close') && <Close key="close" {...props} />,
  ].filter(Boolean)
  return (
    <Section title={words.toDo}>
      <Card offer={may('aid.conflictAnswer') || may('aid.take')}>
        {may('aid.conflictAnswer') && (
          <ConflictQuestion
            view={view}
            onDone={(after) => onDone(after, after.can.length > 0 ? words.freed : words.left)}
            onRefused={onRefused}
          />
        )}
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps have an order and nothing else
          <View key={at} className="stack">
            {at > 0 && <CardLine />}
            {step}
          </View>
        ))}
        {view.can.length === 0 && <View>{view.stage === 'closing' ? words.waitsCentre : words.nothingToDo}</View>}
      </Card>
    </Section>
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
