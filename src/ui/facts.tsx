import { Text, View } from '@tarojs/components'
import { classes } from './classes'
import { Link } from './link'
import { uiWords } from './words'

export type Fact = { label: string; value: React.ReactNode; onChange?: () => void }

/** Label and value, with a way to change: "check your answers", the details of a matter. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <View>
      {facts.map(({ label, value, onChange }, index) => (
        <View key={label} className={classes('fact', index === 0 && 'fact--first')}>
          <Text className="fact__label">{label}</Text>
          <View className="fact__value">{value}</View>
          {onChange && (
            <Link className="fact__change" text={uiWords.change} label={uiWords.change + label} onPress={onChange} />
          )}
        </View>
      ))}
    </View>
  )
}
