import { View } from '@tarojs/components'
import { dial } from '@/client/places'
import { Card, Heading, Notice, PersonCard, StageTag } from '@/ui'
import { talkedWords as words } from '@/words/ask'
import { momentText } from '@/words/time'
import type { PartProps } from './stage'

/** Somebody has it: who he is, and the telephone as the way out. */
export function Taken({ view: { detail, stageText }, now }: PartProps) {
  const { taker, said } = detail
  if (!taker) return null
  const { name, org, phone, at, silent } = taker
  return (
    <>
      <View className="stack stack--m">
        <Heading size="big" text={words.taken(name)} />
        <View ariaRole="status">{said?.lastAt && said.lastAt > at ? words.takenText : words.takenWait}</View>
      </View>
      <Card>
        <PersonCard
          name={name}
          tag={<StageTag tone="green" text={stageText} />}
          lines={[...(org ? [org] : []), words.from(momentText(at, now))]}
          onCall={phone ? () => void dial(phone) : undefined}
        />
      </Card>
      {silent && <Notice tone="amber">{words.silent}</Notice>}
    </>
  )
}
