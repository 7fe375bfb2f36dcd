import { Text, View } from '@tarojs/components'
import { starTexts } from '@/words/parts'
import { classes, said } from './classes'
import { type AskProps, Fieldset } from './fieldset'
import { Icon } from './icon'
import { Press } from './press'

export type Level = 1 | 2 | 3 | 4 | 5

const levels: readonly Level[] = [1, 2, 3, 4, 5]

type StarsProps = AskProps & { value?: Level; onChange: (level: Level) => void }

/** How content she is: five levels, each with its stars and its word. */
export function Stars({ value, onChange, ...ask }: StarsProps) {
  return (
    <Fieldset {...ask} role="radiogroup">
      <View className="choices choices--near">
        {levels.map((level) => (
          <Press
            key={level}
            className={classes('choice choice--low', level === value && 'choice--on')}
            onClick={() => onChange(level)}
            ariaRole="radio"
            ariaChecked={said(level === value)}
          >
            <View className="choice__dot">{level === value && <Icon name="check" size="s" />}</View>
            <Text className="grow">{starTexts[level]}</Text>
            <View className="stars" ariaHidden>
              {levels.map((each) => (
                <Icon key={each} name={each <= level ? 'star-on' : 'star'} size="s" />
              ))}
            </View>
          </Press>
        ))}
      </View>
    </Fieldset>
  )
}
