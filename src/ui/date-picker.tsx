import { Label, Picker, Text, View } from '@tarojs/components'
import { classes } from './classes'
import { FieldError } from './field'
import { Icon } from './icon'
import { uiWords } from './words'

type DatePickerProps = {
  id: string
  label: string
  /** As 2026-10-14; empty when not chosen. */
  value: string
  /** The same day as a person says it. */
  valueText?: string
  onChange: (day: string) => void
  earliest?: string
  latest?: string
  hint?: string
  error?: string
  mode?: 'date' | 'time'
}

/** The phone's own wheel; in a browser its own date field. */
export function DatePicker(props: DatePickerProps) {
  const { id, label, value, valueText = value, onChange, earliest, latest, hint, error, mode = 'date' } = props
  return (
    <View className="field">
      <Label for={id} className="field__label">
        {label}
      </Label>
      {hint && <View className="field__hint">{hint}</View>}
      <Picker
        id={id}
        mode={mode as 'date'}
        value={value}
        start={earliest}
        end={latest}
        ariaLabel={value ? `${label}，${valueText}` : label}
        ariaDescribedby={error ? `${id}-error` : undefined}
        ariaInvalid={error ? true : undefined}
        className={classes('field__pick', error && 'field__pick--wrong')}
        onChange={(event: { detail: { value: string } }) => onChange(event.detail.value)}
      >
        <View className={classes('field__box', error && 'field__box--wrong')}>
          <Text className={classes('grow', !value && 'field__blank')}>{value ? valueText : uiWords.pickDate}</Text>
          <Icon name={mode === 'date' ? 'calendar' : 'clock'} size="s" />
        </View>
      </Picker>
      <FieldError id={id} error={error} />
    </View>
  )
}
