import { View } from '@tarojs/components'
import { uiWords } from './words'

const widths = ['42%', '76%', '58%']

type SkeletonProps = { cards?: number; lines?: number; face?: boolean }

/** Where the content will stand. Appears after 0.3 s, so that a quick answer doesn't flicker. */
export function Skeleton({ cards = 3, lines = 3, face }: SkeletonProps) {
  return (
    <View className="stack bones" ariaRole="status" ariaLabel={uiWords.loading}>
      {Array.from({ length: cards }, (_, card) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones have no identity
        <View key={card} className="card row" ariaHidden>
          {face && <View className="bone bone--face" />}
          <View className="grow stack stack--m">
            {Array.from({ length: lines }, (_, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: bones have no identity
              <View key={line} className="bone" style={{ width: widths[(card + line) % 3] }} />
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}
