import { useState } from 'react'
import { may, type StepProps } from '@/client/step'
import { Button, Card, Heading } from '@/ui'
import { transcribeWords as words } from '@/words/transcribe'
import { TextSheet } from './grievance-steps/text-sheet'
import { Spoken } from './spoken'

/** She said it: her recording beside what is written down of it, for whoever writes that. Nothing where there is none. */
export function Recording(props: StepProps) {
  const { view } = props
  const [open, setOpen] = useState(false)
  const { recording } = view
  if (!recording) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.title} />
      <Spoken view={view} />
      {may(view, 'matter.transcribe') && (
        <Button
          icon="pen"
          text={recording.state === 'written' ? words.again : words.open}
          onPress={() => setOpen(true)}
        />
      )}
      <TextSheet
        {...props}
        open={open}
        onClose={() => setOpen(false)}
        action="matter.transcribe"
        field="text"
        max={1000}
        first={recording.text}
        words={words.sheet}
        input={(text) => ({ id: view.id, text })}
      >
        <Spoken view={view} soundOnly />
      </TextSheet>
    </Card>
  )
}
