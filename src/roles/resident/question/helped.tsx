import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { Button, Buttons, Card, Field, Heading, Notice } from '@/ui'
import { NotSent } from '@/ui/told'
import { talkedWords as words } from '@/words/ask'
import { hotline } from '@/words/common'
import type { PartProps } from './stage'

/** Did it help: her word, once. */
export function Helped({ view: { id, detail }, code, may, put, again }: PartProps) {
  const [no, setNo] = useState(false)
  const [text, setText] = useState('')
  const { send, wrong } = useCommand('question.helped', { onDone: put, onRefused: again })
  const say = (yes: boolean) => send({ id, yes, ...(text.trim() && { text: text.trim() }), ...(code && { code }) })

  if (detail.helped)
    return (
      <Notice tone={detail.helped.yes ? 'green' : 'info'}>
        {detail.helped.yes ? words.thanks : words.sorry(hotline)}
      </Notice>
    )
  if (!may('question.helped')) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.helped} />
      {no ? (
        <>
          <Field
            id="helped-why"
            type="textarea"
            label={words.why}
            value={text}
            error={wrong.fields.text}
            max={500}
            optional
            onChange={setText}
          />
          <Button kind="main" text={words.say} onPress={() => say(false)} />
        </>
      ) : (
        <Buttons>
          <Button share="half" icon="check" text={words.yes} onPress={() => say(true)} />
          <Button share="half" icon="close" text={words.no} onPress={() => setNo(true)} />
        </Buttons>
      )}
      <View>
        <NotSent wrong={wrong} />
      </View>
    </Card>
  )
}
