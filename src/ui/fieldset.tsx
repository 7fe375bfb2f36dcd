import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { FieldError } from './field'
import { Beside } from './mongolian'
import { uiWords } from './words'

export type AskProps = {
  id: string
  label: string
  hint?: string
  error?: string
  optional?: boolean
  /** The page's heading already asks it: the label is then only read aloud. */
  labelUnseen?: boolean
}

type FieldsetProps = AskProps & { role?: 'group' | 'radiogroup'; children: ReactNode }

/** A question whose answer is chosen, not typed: label, hint, the choices, the error. */
export function Fieldset({ id, label, hint, error, optional, labelUnseen, role = 'group', children }: FieldsetProps) {
  return (
    <View
      id={id}
      className="field"
      ariaRole={role}
      ariaLabel={optional ? label + uiWords.optional : label}
      ariaDescribedby={error ? `${id}-error` : undefined}
    >
      {!labelUnseen && (
        <View className="field__label" ariaHidden>
          {label}
          {optional && <Text className="soft small">{uiWords.optional}</Text>}
          <Beside of={label} />
        </View>
      )}
      {hint && <View className="field__hint">{hint}</View>}
      {children}
      <FieldError id={id} error={error} />
    </View>
  )
}
