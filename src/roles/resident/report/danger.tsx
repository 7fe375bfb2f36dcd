import { View } from '@tarojs/components'
import { useState } from 'react'
import { dial } from '@/client/places'
import { Button, Link, Notice, Sheet } from '@/ui'
import { emergencies, emergenciesIn, emergencyWords as words } from '@/words/emergency'
import { reportWords } from '@/words/report'
import { Safety } from '../safety'

type DangerProps = { topic: string | undefined; text: string; onErase: () => void }

/** What can't wait: the fitting number first where it sounds dangerous, the four of them one tap away where it doesn't. */
export function Danger({ topic, text, onErase }: DangerProps) {
  const found = emergenciesIn(topic, text)
  if (topic === 'violence') return <Safety title={reportWords.danger} text={reportWords.dangerText} onErase={onErase} />
  if (found.length === 0) return <Quiet />
  return (
    <Notice tone="red" icon="alert" said>
      <View className="stack">
        <View>
          <View className="strong">{words.title}</View>
          <View className="small">{words.text}</View>
        </View>
        <Numbers list={found} />
      </View>
    </Notice>
  )
}

function Quiet() {
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

const Numbers = ({ list }: { list: typeof emergencies }) => (
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
