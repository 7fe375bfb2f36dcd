import { View } from '@tarojs/components'
import { type Size, setSize, useSession } from '@/client/session'
import { Chips } from '@/ui'
import { meWords } from '@/words/me'

// Between the first two WeChat's own setting may lie: then none of them is hers yet.
const sizes = ['normal', 'elder', 'elder-max'] as const satisfies Size[]

/** How large the letters are; it belongs to the phone and works before signing in. */
export function SizeChoice() {
  const size = useSession((session) => session.size)
  return (
    <View className="stack stack--m">
      <View className="strong">{meWords.size}</View>
      <Chips<Size>
        label={meWords.size}
        value={size}
        chips={sizes.map((value) => ({ value, text: meWords.sizes[value] }))}
        onChange={setSize}
      />
    </View>
  )
}
