import {
  type FocusEvent,
  type FormEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useRef,
} from 'react'
import { toHtml, withDetail } from './props'

type Keyboard = HTMLAttributes<HTMLElement>['inputMode']
type Told = (event: unknown) => void
type EntryProps = Record<string, unknown> & {
  type?: string
  password?: boolean
  value?: string
  maxlength?: number
  focus?: boolean
  confirmType?: 'done' | 'search' | 'send' | 'next' | 'go'
  onInput?: Told
  onFocus?: Told
  onBlur?: Told
  onConfirm?: Told
  className?: string
}
type Entered = HTMLInputElement | HTMLTextAreaElement

const keyboards: Record<string, Keyboard> = { number: 'numeric', digit: 'decimal', tel: 'tel' }

function heard(props: EntryProps) {
  const { onInput, onFocus, onBlur, onConfirm } = props
  const tell = (told?: Told) => (event: FormEvent<Entered> | FocusEvent<Entered>) =>
    told?.(withDetail(event, event.currentTarget.value))
  return {
    onInput: tell(onInput),
    onFocus: tell(onFocus),
    onBlur: tell(onBlur),
    onKeyDown: (event: KeyboardEvent<Entered>) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing)
        onConfirm?.(withDetail(event, event.currentTarget.value))
    },
  }
}

function useFocus(focus?: boolean) {
  const ref = useRef<Entered>(null)
  useEffect(() => {
    if (focus) ref.current?.focus()
  }, [focus])
  return ref
}

const atMost = (maxlength?: number) => (maxlength && maxlength > 0 ? maxlength : undefined)

export function Input(props: EntryProps) {
  const {
    type = 'text',
    password,
    value = '',
    maxlength,
    focus,
    confirmType,
    placeholderClass,
    onConfirm,
    ...rest
  } = props
  const ref = useFocus(focus)
  return (
    <input
      {...toHtml(rest)}
      {...heard(props)}
      ref={ref as RefObject<HTMLInputElement>}
      className={`html-entry ${props.className ?? ''}`}
      type={password ? 'password' : 'text'}
      inputMode={keyboards[type]}
      enterKeyHint={confirmType}
      maxLength={atMost(maxlength)}
      value={value}
    />
  )
}

export function Textarea(props: EntryProps) {
  const { value = '', maxlength, focus, autoHeight, placeholderClass, confirmType, onConfirm, ...rest } = props
  const ref = useFocus(focus)
  return (
    <textarea
      {...toHtml(rest)}
      {...heard({ ...props, onConfirm: undefined })}
      ref={ref as RefObject<HTMLTextAreaElement>}
      className={`html-entry html-entry--area ${props.className ?? ''}`}
      maxLength={atMost(maxlength)}
      value={value}
    />
  )
}
