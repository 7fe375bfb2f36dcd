import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import type { SheetProps } from '@/client/step'
import { Button, type Choice, ChoiceList, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { meetWords as words } from '@/words/visit-desk'

const nexts = ['aid', 'question', 'grievance'] as const
type Next = (typeof nexts)[number] | 'none'
const choices: Choice<Next>[] = (['none', ...nexts] as const).map((value) => ({ value, text: words.nexts[value] }))

/** What came of it. It stays on the phone until it got through: there may be no signal at her door. */
export function FinishSheet({ view, open, onClose, onDone, onRefused }: SheetProps) {
  const { draft, write, drop } = useKept<{ note: string; next: Next }>(`finish|${view.id}`, { note: '', next: 'none' })
  const [tried, setTried] = useState(false)
  const { send, wrong } = useCommand('visit.done', {
    onDone: (after) => {
      drop()
      onClose()
      onDone(after, words.finished)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  const note = draft.note.trim()
  const { next } = draft
  function submit() {
    setTried(true)
    return note ? send({ id: view.id, note, ...(next !== 'none' && { next }) }) : undefined
  }
  return (
    <Sheet open={open} title={words.finishTitle} onClose={onClose}>
      <View className="soft">{words.finishText}</View>
      <Field
        id="visit-note"
        type="textarea"
        max={1000}
        label={words.note}
        hint={words.noteHint}
        value={draft.note}
        onChange={(typed) => write({ note: typed })}
        error={tried && !note ? words.noteMissing : wrong.fields.note}
      />
      <ChoiceList<Next>
        id="visit-next"
        label={words.next}
        choices={choices}
        value={next}
        onChange={(chosen) => write({ next: chosen })}
        error={wrong.fields.next}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.finishSend} onPress={submit} />
    </Sheet>
  )
}
