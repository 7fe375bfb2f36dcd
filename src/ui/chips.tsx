import { Text, View } from '@tarojs/components'
import { classes, said } from './classes'
import { Icon } from './icon'
import { Press } from './press'

type ChipsProps<V extends string> = {
  label: string
  chips: readonly { value: V; text: string; count?: number }[]
  value: V
  onChange: (value: V) => void
}

/** Filters above a list; one is on. */
export function Chips<V extends string>({ label, chips, value, onChange }: ChipsProps<V>) {
  return (
    <View className="chips" ariaRole="radiogroup" ariaLabel={label}>
      {chips.map((each) => {
        const on = each.value === value
        return (
          <Press
            key={each.value}
            className={classes('chip', on && 'chip--on')}
            onClick={() => onChange(each.value)}
            ariaRole="radio"
            ariaChecked={said(on)}
          >
            {on && <Icon name="check" size="s" />}
            <Text>{each.count === undefined ? each.text : `${each.text} ${each.count}`}</Text>
          </Press>
        )
      })}
    </View>
  )
}
