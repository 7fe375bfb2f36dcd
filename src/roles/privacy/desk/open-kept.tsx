import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, whatWentWrong } from '@/client/call'
import { go, matterPageOf } from '@/client/places'
import { Button, Card, Field, Heading, Notice } from '@/ui'
import { requestDeskWords as words } from '@/words/my-data-desk'

/** What the law only keeps stands on no list: a supervisor names it and says why, and that is in the log first. */
export function OpenKept() {
  const [id, setId] = useState('')
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const [wrong, setWrong] = useState('')

  async function open() {
    setTried(true)
    if (!id.trim() || !why.trim()) return
    const answer = await call('matter.get', { id: id.trim(), why: why.trim() })
    setWrong(whatWentWrong(answer))
    // The reason holds for the day: the matter's own page opens.
    if (answer.ok) await go(matterPageOf('supervisor', answer.value.id), { id: answer.value.id })
  }

  return (
    <Card>
      <Heading text={words.kept} />
      <View className="soft">{words.keptText}</View>
      <Field
        id="kept-id"
        label={words.keptId}
        value={id}
        max={200}
        error={tried && !id.trim() ? words.keptIdMissing : undefined}
        onChange={setId}
      />
      <Field
        id="kept-why"
        label={words.keptWhy}
        value={why}
        max={200}
        error={tried && !why.trim() ? words.keptWhyMissing : undefined}
        onChange={setWhy}
      />
      {wrong && (
        <Notice tone="amber" said>
          {wrong}
        </Notice>
      )}
      <Button text={words.keptOpen} onPress={open} />
    </Card>
  )
}
