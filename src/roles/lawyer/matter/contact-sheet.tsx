import { View } from '@tarojs/components'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import type { Input } from '@/contract/actions'
import { Button, type Choice, ChoiceList, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { contactTexts } from '@/words/aid'
import { lawyerWords as words } from '@/words/lawyer'
import type { StepProps } from './to-do'

type How = Input<'aid.contacted'>['how']
const hows: Choice<How>[] = (['call', 'visit', 'message'] as const).map((value) => ({
  value,
  text: contactTexts[value] ?? value,
}))

type Props = StepProps & {
  open: boolean
  onClose: () => void
  /** Right after a call from this page: how they spoke is known. */
  rang?: boolean
}

/** That he spoke with the person, how, and what came of it. */
export function ContactSheet({ view, open, rang, onClose, onDone, onRefused }: Props) {
  const { draft, write, drop } = useKept<{ how: How; note: string }>(`contact|${view.id}`, { how: 'call', note: '' })
  const { send, wrong } = useCommand('aid.contacted', {
    onDone: (after) => {
      drop()
      onClose()
      onDone(after, words.contacted)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  const note = draft.note.trim()
  const how = rang ? 'call' : draft.how
  return (
    <Sheet open={open} title={rang ? words.talked : words.contact} onClose={onClose}>
      <View className="soft">{words.contactText}</View>
      {!rang && (
        <ChoiceList<How>
          id="contact-how"
          label={words.contactHow}
          choices={hows}
          value={draft.how}
          onChange={(chosen) => write({ how: chosen })}
          error={wrong.fields.how}
        />
      )}
      <Field
        id={rang ? 'talked-note' : 'contact-note'}
        type="textarea"
        max={500}
        optional
        label={words.contactNote}
        hint={words.contactNoteHint}
        value={draft.note}
        onChange={(text) => write({ note: text })}
        error={wrong.fields.note}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.contactSend} onPress={() => send({ id: view.id, how, ...(note && { note }) })} />
    </Sheet>
  )
}
