import { View } from '@tarojs/components'
import { type Size, setSize, useSession } from '@/client/session'
import { Chips } from '@/ui'
import { meWords } from '@/words/me'

const sizes: readonly Size[] = ['normal', 'elder', 'elder-max']

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
