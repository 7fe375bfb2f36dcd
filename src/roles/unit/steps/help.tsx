import { View } from '@tarojs/components'
import { useState } from 'react'
import { type StepProps, useStep } from '@/client/step'
import { Button, Card, Field, Heading } from '@/ui'
import { NotSent } from '@/ui/told'
import { helpWords as words } from '@/words/unit-desk'

const empty = { text: '' }

/** A co-handler's answer, which the main unit gathers. */
export function Help(props: StepProps & { answered: boolean }) {
  const { view, answered } = props
  const { draft, write, send, wrong } = useStep('grievance.respond', { ...props, empty, told: words.told })
  const [tried, setTried] = useState(false)
  const text = draft.text.trim()
  function submit() {
    setTried(true)
    return text ? send({ id: view.id, text }) : undefined
  }
  return (
    <Card offer={!answered}>
      <Heading size="lead" level={2} text={words.title} />
      <View className="soft">{answered ? words.again : words.text(view.detail.hop?.unit.name ?? '')}</View>
      <Field
        id="help-text"
        type="textarea"
        max={2000}
        label={words.label}
        value={draft.text}
        onChange={(typed) => write({ text: typed })}
        error={tried && !text ? words.missing : wrong.fields.text}
      />
      <NotSent wrong={wrong} />
      <Button kind={answered ? 'plain' : 'main'} text={words.send} onPress={submit} />
    </Card>
  )
}
