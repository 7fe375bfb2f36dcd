import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { Input } from '@/contract/actions'
import { Button, type Choice, ChoiceList, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { resultTexts } from '@/words/aid'
import { lawyerWords as words } from '@/words/lawyer'
import { useDraft } from '../draft'
import type { StepProps } from './to-do'

type Result = Input<'aid.close'>['result']
const results = Object.entries(resultTexts).map(([value, text]) => ({ value, text })) as Choice<Result>[]

type Props = StepProps & { open: boolean; onClose: () => void }

/** How it ended and what the person has of it; the centre then checks it. */
export function CloseSheet({ view, open, onClose, onDone, onRefused }: Props) {
  const { draft, write, drop } = useDraft<{ result?: Result; text: string }>(`close|${view.id}`, { text: '' })
  const [unchosen, setUnchosen] = useState(false)
  const { send, wrong } = useCommand('aid.close', {
    onDone: (after) => {
      drop()
      onClose()
      onDone(after, words.closed)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  const { result, text } = draft
  const submit = () => {
    setUnchosen(!result)
    return result && send({ id: view.id, result, text })
  }
  return (
    <Sheet open={open} title={words.closeTitle} onClose={onClose}>
      <View className="soft">{words.closeIntro}</View>
      <ChoiceList<Result>
        id="close-result"
        label={words.closeResult}
        choices={results}
        value={result}
        onChange={(chosen) => {
          setUnchosen(false)
          write({ result: chosen })
        }}
        error={unchosen ? words.closeChoose : wrong.fields.result}
      />
      <Field
        id="close-text"
        type="textarea"
        max={2000}
        label={words.closeText}
        hint={words.closeTextHint}
        value={text}
        onChange={(typed) => write({ text: typed })}
        error={wrong.fields.text}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.closeSend} onPress={submit} />
    </Sheet>
  )
}
