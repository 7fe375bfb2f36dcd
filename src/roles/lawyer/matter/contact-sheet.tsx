import { View } from '@tarojs/components'
import { useCommand } from '@/client/command'
import type { Input } from '@/contract/actions'
import { Button, type Choice, ChoiceList, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { contactTexts } from '@/words/aid'
import { lawyerWords as words } from '@/words/lawyer'
import { useDraft } from '../draft'
import type { StepProps } from './to-do'

type How = Input<'aid.contacted'>['how']
const hows: Choice<How>[] = (['call', 'visit', 'message'] as const).map((value) => ({
  value,
  text: contactTexts[value] ?? value,
}))

type Props = StepProps & { open: boolean; onClose: () => void }

/** That he spoke with the person, how, and what came of it. */
export function ContactSheet({ view, open, onClose, onDone, onRefused }: Props) {
  const { draft, write, drop } = useDraft<{ how: How; note: string }>(`contact|${view.id}`, { how: 'call', note: '' })
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
  return (
    <Sheet open={open} title={words.contact} onClose={onClose}>
      <View className="soft">{words.contactText}</View>
      <ChoiceList<How>
        id="contact-how"
        label={words.contactHow}
        choices={hows}
        value={draft.how}
        onChange={(how) => write({ how })}
        error={wrong.fields.how}
      />
      <Field
        id="contact-note"
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
      <Button
        kind="main"
        text={words.contactSend}
        onPress={() => send({ id: view.id, how: draft.how, ...(note && { note }) })}
      />
    </Sheet>
  )
}
