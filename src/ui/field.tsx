import { Input, Label, Text, Textarea, View } from '@tarojs/components'
import { classes } from './classes'
import { Icon } from './icon'
import { Beside } from './mongolian'
import { uiWords } from './words'

export type FieldType = 'text' | 'number' | 'idcard' | 'phone' | 'password' | 'textarea'

type FieldProps = {
  /** Also where ErrorSummary leads. Unique on the page. */
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  type?: FieldType
  hint?: string
  /** What is wrong, in words; its presence marks the field. */
  error?: string
  placeholder?: string
  optional?: boolean
  /** Longest text; a textarea then says how much is left. */
  max?: number
  onBlur?: () => void
  /** Beside the entry: a unit, a microphone. */
  after?: React.ReactNode
}

const keyboards = { text: 'text', number: 'number', idcard: 'idcard', phone: 'number', password: 'text' } as const
const longest = { text: 140, number: 20, idcard: 18, phone: 13, password: 128, textarea: 1000 }

export function Field(props: FieldProps) {
  const { id, label, value, onChange, type = 'text', hint, error, placeholder, optional, onBlur, after } = props
  const max = props.max ?? longest[type]
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const entry = {
    id,
    value,
    placeholder,
    placeholderClass: 'field__blank',
    ariaLabel: optional ? label + uiWords.optional : label,
    ariaDescribedby: about,
    ariaInvalid: error ? true : undefined,
    ariaRequired: optional ? undefined : true,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onBlur,
  }
  return (
    <View className="field">
      <Label for={id} className="field__label">
        {label}
        {optional && <Text className="soft small">{uiWords.optional}</Text>}
        <Beside of={label} />
      </Label>
      {hint && (
        <View id={`${id}-hint`} className="field__hint">
          {hint}
        </View>
      )}
      <View className={classes('field__box', type === 'textarea' && 'field__box--area', error && 'field__box--wrong')}>
        {type === 'textarea' ? (
          <Textarea {...entry} className="field__entry field__entry--area" autoHeight maxlength={-1} />
        ) : (
          <Input
            {...entry}
            className="field__entry"
            type={keyboards[type]}
            password={type === 'password'}
            maxlength={max}
          />
        )}
        {after}
      </View>
      <FieldError id={id} error={error} />
      {type === 'textarea' && <Left count={max - value.length} />}
    </View>
  )
}

function Left({ count }: { count: number }) {
  return (
    <View className={classes('field__left', count < 0 && 'red')} ariaLive={count < 20 ? 'polite' : undefined}>
      {count < 0 ? uiWords.over(-count) : uiWords.left(count)}
    </View>
  )
}

/** The words beside a field that is wrong; other inputs use it too. */
export function FieldError({ id, error }: { id: string; error?: string }) {
  if (!error) return null
  return (
    <View id={`${id}-error`} className="field__wrong" ariaRole="alert">
      <Icon name="alert" size="s" />
      <Text>{error}</Text>
    </View>
  )
}
