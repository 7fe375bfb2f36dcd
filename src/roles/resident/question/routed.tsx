import { View } from '@tarojs/components'
import { dial } from '@/client/places'
import { Card, Heading, Notice, OneClock, PersonCard } from '@/ui'
import { talkedWords as words } from '@/words/ask'
import { hotline } from '@/words/common'
import { momentText } from '@/words/time'
import type { PartProps } from './stage'

/** A named person rings, and when; where the promise was missed, an apology first. */
export function Routed({ view: { detail, clocks }, now, may }: PartProps) {
  const { routed, tries = [] } = detail
  if (!routed) return null
  const { name, phone, callBackAt, text, chosen, missed } = routed
  const clock = clocks.find(({ code, state }) => code === 'question.callback' && state === 'running')
  const title = missed ? words.missed : words.routed(name)
  return (
    <>
      <View className="stack stack--m">
        <Heading size="big" text={title} />
        <View ariaRole="status">{chosen && !missed ? `${text}。${words.chosen}` : text}</View>
      </View>
      <Card>
        <View>
          <View className="small soft">{words.when}</View>
          <View className="big blue">{words.before(callBackAt, now)}</View>
        </View>
        {clock && <OneClock clock={clock} now={now} />}
        <PersonCard name={name} onCall={phone ? () => void dial(phone) : undefined} />
        {tries.map(({ at, by, reached }) =>
          reached ? null : (
            <View key={at} className="small soft">
              {words.tried(momentText(at, now), by)}
            </View>
          ),
        )}
      </Card>
      {may('question.ringLater') && !detail.asker?.phone && <Notice tone="amber">{words.noNumber}</Notice>}
      {!missed && (
        <Notice>
          <View className="strong">{words.noCall}</View>
          <View>{words.noCallText(hotline)}</View>
        </Notice>
      )}
    </>
  )
}
