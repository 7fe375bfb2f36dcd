import { Text, View } from '@tarojs/components'
import { classes, said } from './classes'
import { type AskProps, Fieldset } from './fieldset'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Press } from './press'

export type Choice<V extends string = string> = { value: V; text: string; more?: string }

type OneProps<V extends string> = AskProps & { choices: readonly Choice<V>[]; value?: V; onChange: (value: V) => void }
type ManyProps<V extends string> = AskProps & {
  choices: readonly Choice<V>[]
  values: readonly V[]
  onChange: (values: V[]) => void
}

/** One of several, each with its explanation. */
export function ChoiceList<V extends string>({ choices, value, onChange, ...ask }: OneProps<V>) {
  return (
    <Fieldset {...ask} role="radiogroup">
      <View className="choices">
        {choices.map((each) => (
          <Line
            key={each.value}
            {...each}
            role="radio"
            on={each.value === value}
            onPress={() => onChange(each.value)}
          />
        ))}
      </View>
    </Fieldset>
  )
}

/** Any number of several. */
export function CheckList<V extends string>({ choices, values, onChange, ...ask }: ManyProps<V>) {
  const toggled = (value: V) => (values.includes(value) ? values.filter((each) => each !== value) : [...values, value])
  return (
    <Fieldset {...ask}>
      <View className="choices">
        {choices.map((each) => (
          <Line
            key={each.value}
            {...each}
            role="checkbox"
            on={values.includes(each.value)}
            onPress={() => onChange(toggled(each.value))}
          />
        ))}
      </View>
    </Fieldset>
  )
}

type LineProps = { text: string; more?: string; on: boolean; role: 'radio' | 'checkbox'; onPress: () => void }

function Line({ text, more, on, role, onPress }: LineProps) {
  return (
    <Press className={classes('choice', on && 'choice--on')} onClick={onPress} ariaRole={role} ariaChecked={said(on)}>
      <View className={classes('choice__dot', role === 'checkbox' && 'choice__dot--box')}>
        {on && <Icon name="check" size="s" />}
      </View>
      <View className="grow">
        <Text>{text}</Text>
        {more && <Text className="choice__more">{more}</Text>}
      </View>
    </Press>
  )
}

export type Topic<V extends string = string> = { value: V; text: string; icon: IconName }
type TopicProps<V extends string> = AskProps & { topics: readonly Topic<V>[]; value?: V; onChange: (value: V) => void }

/** What it is about, by pictures with words. */
export function TopicGrid<V extends string>({ topics, value, onChange, ...ask }: TopicProps<V>) {
  return (
    <Fieldset {...ask} role="radiogroup">
      <View className="topics">
        {topics.map((each) => (
          <Press
            key={each.value}
            className={classes('topic', each.value === value && 'topic--on')}
            onClick={() => onChange(each.value)}
            ariaRole="radio"
            ariaChecked={said(each.value === value)}
          >
            <View className="topic__pic">
              <Icon name={each.icon} size="l" />
            </View>
            <Text>{each.text}</Text>
          </Press>
        ))}
      </View>
    </Fieldset>
  )
}
