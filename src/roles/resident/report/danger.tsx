import { View } from '@tarojs/components'
import { useState } from 'react'
import { dial } from '@/client/places'
import { Button, Link, Notice, Sheet } from '@/ui'
import { emergencies, emergenciesIn, emergencyWords as words } from '@/words/emergency'
import { reportWords } from '@/words/report'
import { Safety } from '../safety'

/** The four numbers, one tap away before anything is filled in. */
export function FourNumbers() {
  const [open, setOpen] = useState(false)
  return (
    <View>
      <Link small icon="phone" text={words.more} onPress={() => setOpen(true)} />
      <Sheet open={open} title={words.sheet} onClose={() => setOpen(false)}>
        <Numbers list={emergencies} />
      </Sheet>
    </View>
  )
}

/** What this kind of thing can't wait for. */
export const DangerOfTopic = ({ topic, onErase }: { topic: string | undefined; onErase: () => void }) =>
  topic === 'violence' ? (
    <Safety title={reportWords.danger} text={reportWords.dangerText} onErase={onErase} />
  ) : (
    <Ring list={emergenciesIn(topic, '')} />
  )

/** What her words sound like, under the words themselves; what the topic already says isn't said twice. */
export function DangerOfWords({ topic, text }: { topic: string | undefined; text: string }) {
  const said = emergenciesIn(topic, '')
  return <Ring list={emergenciesIn(undefined, text).filter((each) => !said.includes(each))} />
}

type List = typeof emergencies

function Ring({ list }: { list: List }) {
  if (list.length === 0) return null
  return (
    <Notice tone="red" icon="alert" said>
      <View className="stack">
        <View>
          <View className="strong">{words.title}</View>
          <View className="small">{words.text}</View>
        </View>
        <Numbers list={list} />
      </View>
    </Notice>
  )
}

const Numbers = ({ list }: { list: List }) => (
  <View className="stack stack--m">
    {list.map(({ number, text }, n) => (
      <View key={number} className="stack stack--s">
        <View>{text}</View>
        <Button
          kind={n === 0 ? 'main' : 'plain'}
          icon="phone"
          text={words.ring(number)}
          label={words.label(number, text)}
          onPress={() => void dial(number)}
        />
      </View>
    ))}
  </View>
)
