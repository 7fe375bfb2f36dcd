import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { Button, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { lawyerWords as words } from '@/words/lawyer'
import type { StepProps } from './to-do'

type Props = StepProps & {
  open: boolean
  onClose: () => void
  /** Right after a call: it asks what was said. */
  rang?: boolean
}

/** What was said or seen, into the history; it pauses nothing. */
export function NoteSheet({ view, open, rang, onClose, onDone, onRefused }: Props) {
  const { draft, write, drop } = useKept(`${rang ? 'talk' : 'note'}|${view.id}`, { text: '' })
  const { send, wrong } = useCommand('matter.note', {
    onDone: (after) => {
      drop()
      onClose()
      onDone(after, words.noted)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  return (
    <Sheet open={open} title={rang ? words.talked : words.note} onClose={onClose}>
      <View className="soft">{words.noteText}</View>
      <Field
        id={rang ? 'talk-text' : 'note-text'}
        type="textarea"
        max={500}
        label={rang ? words.talked : words.noteLabel}
        hint={rang ? words.contactNoteHint : words.noteHint}
        value={draft.text}
        onChange={(text) => write({ text })}
        error={wrong.fields.text}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.noteSend} onPress={() => send({ id: view.id, text: draft.text })} />
    </Sheet>
  )
}

export function Note(props: StepProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="pen" text={words.note} onPress={() => setOpen(true)} />
      <NoteSheet {...props} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
