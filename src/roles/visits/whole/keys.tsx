import { Text, View } from '@tarojs/components'
import { Icon, Press } from '@/ui'
import { meetWords as words } from '@/words/visit-desk'

export const DIGITS = 4
const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const places = ['first', 'second', 'third', 'fourth'] as const

type KeysProps = { value: string; onChange: (value: string) => void }

/** Four digits by keys that a cold finger hits. */
export function Keys({ value, onChange }: KeysProps) {
  const add = (digit: string) => value.length < DIGITS && onChange(value + digit)
  const key = (digit: string) => (
    <Press key={digit} className="visits__key" onClick={() => void add(digit)}>
      <Text>{digit}</Text>
    </Press>
  )
  return (
    <View className="stack">
      <View className="visits__digits" ariaRole="status" ariaLabel={`${words.digits}，${words.digitsSaid(value)}`}>
        {places.map((place, at) => (
          <View key={place} className="visits__digit" ariaHidden>
            {value[at] ?? ''}
          </View>
        ))}
      </View>
      <View className="visits__keys" ariaRole="group" ariaLabel={words.keys}>
        {rows.map(key)}
        <View />
        {key('0')}
        <Press className="visits__key" onClick={() => onChange(value.slice(0, -1))} ariaLabel={words.wipe}>
          <Icon name="back" />
        </Press>
      </View>
    </View>
  )
}
