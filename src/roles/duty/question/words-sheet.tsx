import { View } from '@tarojs/components'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { Button, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { questionWords as words } from '@/words/duty'
import type { StepProps } from './steps'

export type SheetProps = StepProps & { open: boolean; onClose: () => void }

const texts = {
  note: { title: words.note, text: words.noteText, label: words.noteLabel, send: words.noteSend, done: words.noted },
  hire: {
    title: words.hireTitle,
    text: words.hireText,
    label: words.hireNote,
    send: words.hireSend,
    done: words.hireDone,
  },
} as const

/** A few words that are kept: for the bureau, or that she wants to hire him. */
export function WordsSheet({
  about,
  view,
  open,
  onClose,
  onDone,
  onRefused,
}: SheetProps & { about: keyof typeof texts }) {
  const { draft, write, drop } = useKept(`${about}|${view.id}`, { text: '' })
  const { title, text, label, send: sendText, done } = texts[about]
  const ends = {
    onDone: (after: typeof view) => {
      drop()
      onClose()
      onDone(after, done)
    },
    onRefused: (message: string) => {
      onClose()
      onRefused(message)
    },
  }
  const note = useCommand('matter.note', ends)
  const hire = useCommand('question.declareHire', ends)
  const { wrong } = about === 'note' ? note : hire
  const said = draft.text.trim()
  const send = () =>
    about === 'note' ? note.send({ id: view.id, text: said }) : hire.send({ id: view.id, note: said })
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <View className="soft">{text}</View>
      <Field
        id={`${about}-text`}
        type="textarea"
        max={about === 'note' ? 500 : 300}
        label={label}
        value={draft.text}
        onChange={(value) => write({ text: value })}
        error={wrong.fields.text ?? wrong.fields.note}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={sendText} onPress={send} />
    </Sheet>
  )
}
