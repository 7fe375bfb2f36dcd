import { View } from '@tarojs/components'
import { useState } from 'react'
import { type SheetProps, useStep } from '@/client/step'
import { type ResultType, resultTypes } from '@/domain/grievance-types'
import { Button, ChoiceList, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { answerWords as words } from '@/words/command-steps'
import { resultTexts } from '@/words/grievance'

const empty = { result: undefined as ResultType | undefined, text: '', without: '' }

/** What is merely asked is answered here; somebody else checks it all the same. */
export function AnswerSheet(props: SheetProps) {
  const { view } = props
  const { draft, write, send, wrong } = useStep('grievance.resolve', { ...props, empty, told: words.sent })
  const [tried, setTried] = useState(false)
  const { result } = draft
  const text = draft.text.trim()
  const without = draft.without.trim()
  const waits = (view.detail.with ?? []).some(({ answered }) => !answered)
  function submit() {
    setTried(true)
    if (!result || !text) return
    return send({ id: view.id, result, text, photos: [], ...(without && { without }) })
  }
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View>{words.text}</View>
      <ChoiceList<ResultType>
        id="answer-result"
        label={words.result}
        choices={resultTypes.map((value) => ({ value, text: resultTexts[value] }))}
        value={result}
        onChange={(chosen) => write({ result: chosen })}
        error={tried && !result ? words.resultMissing : wrong.fields.result}
      />
      <Field
        id="answer-text"
        type="textarea"
        max={2000}
        label={words.label}
        hint={words.hint}
        value={draft.text}
        onChange={(typed) => write({ text: typed })}
        error={tried && !text ? words.missing : wrong.fields.text}
      />
      {waits && (
        <Field
          id="answer-without"
          type="textarea"
          max={500}
          label={words.without}
          value={draft.without}
          onChange={(typed) => write({ without: typed })}
          error={wrong.fields.without}
        />
      )}
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </Sheet>
  )
}
