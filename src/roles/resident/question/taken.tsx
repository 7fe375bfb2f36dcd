import { View } from '@tarojs/components'
import { dial } from '@/client/places'
import type { Talk } from '@/client/talk'
import { Card, Heading, Notice, PersonCard, StageTag } from '@/ui'
import { talkedWords as words } from '@/words/ask'
import { momentText } from '@/words/time'
import type { PartProps } from './stage'

/** Somebody has it, or has answered: who he is, and the telephone as the way out. */
export function Taken({ view: { stage, detail, stageText }, now, talk, may }: PartProps & { talk: Talk }) {
  const { taker } = detail
  if (!taker) return null
  const { name, org, phone, at, silent } = taker
  const answered = stage === 'answered'
  const spoke = talk.items.some(({ side }) => side === 'staff')
  const text = answered ? may('question.message') && words.answeredText : spoke ? words.takenText : words.takenWait
  return (
    <>
      <View className="stack stack--m">
        <Heading size="big" text={answered ? words.answered(name) : words.taken(name)} />
        {text && <View ariaRole="status">{text}</View>}
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
