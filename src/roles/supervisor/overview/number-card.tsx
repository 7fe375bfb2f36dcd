import { Text, View } from '@tarojs/components'
import type { EightMinutes } from '@/contract/views'
import { Icon, Press, StageTag } from '@/ui'
import { type NumberName, percentOf, overviewWords as words } from '@/words/supervisor'

/** How many weren't kept. Whatever was routed instead of answered was kept another way. */
export function missedOf({ answered, routed, callBacks, helped }: EightMinutes, name: NumberName): number {
  const counts: Record<NumberName, number> = {
    answered: answered.of - answered.kept - routed.kept,
    routed: 0,
    callBacks: callBacks.of - callBacks.kept,
    helped: helped.of - helped.kept,
  }
  return counts[name]
}

type Props = { name: NumberName; eight: EightMinutes; onPress: () => void }

/** One of the four: what it is of, and what wasn't kept. The whole card opens its matters. */
export function NumberCard({ name, eight, onPress }: Props) {
  const share = eight[name]
  const missed = missedOf(eight, name)
  return (
    <Press className="watch__number" onClick={onPress}>
      <Text className="strong">{words.names[name]}</Text>
      {share.of > 0 ? (
        <View className="watch__figure">
          <Text className="figure">{percentOf(share)}</Text>
          <Text className="soft">{words.share(share.kept, share.of)}</Text>
        </View>
      ) : (
        <View>
          <Text className="block watch__none">{words.none}</Text>
          <Text className="block soft">{words.noneTexts[name]}</Text>
        </View>
      )}
      {missed > 0 && <StageTag tone="over" icon="alert" text={words.missed[name](missed)} />}
      {share.of > 0 && missed === 0 && name !== 'routed' && (
        <StageTag tone="green" icon="check" text={words.allKept[name]} />
      )}
      {name === 'helped' && eight.helped.unasked > 0 && (
        <Text className="soft small">{words.unsaid(eight.helped.unasked)}</Text>
      )}
      <View className="watch__go">
        <Text>{words.open}</Text>
        <Icon name="right" size="s" />
      </View>
    </Press>
  )
}
