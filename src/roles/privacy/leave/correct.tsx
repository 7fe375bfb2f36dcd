import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useOwn } from '@/client/own-data'
import { Read } from '@/pages/read'
import { Button, Card, ChoiceList, Field, Heading, Notice } from '@/ui'
import { leavePageWords as words } from '@/words/my-data'

/** Something in one of her matters is wrong: whoever is responsible for it answers. */
export function Correct({ onDone }: { onDone: () => void }) {
  const { value, failed, again } = useAsk('matter.list', { limit: 20 })
  const [id, setId] = useState<string>()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { send, wrong } = useOwn('me.correct', () => {
    setId(undefined)
    setText('')
    setTried(false)
    onDone()
  })

  function ask() {
    setTried(true)
    if (id && text.trim()) return send({ id, text: text.trim() })
  }

  return (
    <Card>
      <Heading text={words.correctTitle} />
      <View className="soft">{words.correctText}</View>
      <Read value={value} failed={failed} again={again} cards={1} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <View>{words.correctNone}</View>
          ) : (
            <>
              <ChoiceList
                id="correct-which"
                label={words.correctWhich}
                choices={items.map(({ id: each, title, stageText }) => ({ value: each, text: title, more: stageText }))}
                value={id}
                error={tried && !id ? words.correctPick : undefined}
                onChange={setId}
              />
              <Field
                id="correct-what"
                type="textarea"
                label={words.correctWhat}
                value={text}
                max={500}
                error={wrong?.fields.text ?? (tried && !text.trim() ? words.correctWhat : undefined)}
                onChange={setText}
              />
              {wrong && !wrong.fields.text && (
                <Notice tone="amber" said>
                  {wrong.text}
                </Notice>
              )}
              <Button text={words.correctSend} onPress={ask} />
            </>
          )
        }
      </Read>
    </Card>
  )
}
