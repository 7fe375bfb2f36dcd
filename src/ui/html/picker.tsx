import type { ChangeEvent, ReactNode } from 'react'
import { toHtml, withDetail } from './props'

type PickerProps = Record<string, unknown> & {
  mode?: 'date' | 'time' | 'selector'
  value?: string | number
  start?: string
  end?: string
  range?: readonly unknown[]
  rangeKey?: string
  disabled?: boolean
  onChange?: (event: unknown) => void
  children?: ReactNode
}

/** The browser's own date, time and list fields. They show their value themselves, so the children are not drawn. */
export function Picker(props: PickerProps) {
  const { mode = 'selector', value, start, end, range = [], rangeKey, fields, children, onChange, ...rest } = props
  const changed = (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    onChange?.(withDetail(event, mode === 'selector' ? Number(event.target.value) : event.target.value))
  const own = { ...toHtml(rest), className: `html-picker ${rest.className ?? ''}`, onChange: changed }

  if (mode !== 'selector') return <input {...own} type={mode} value={value ?? ''} min={start} max={end} />
  return (
    <select {...own} value={value ?? ''}>
      {range.map((each, index) => {
        const text = String(rangeKey ? (each as Record<string, unknown>)[rangeKey] : each)
        return (
          <option key={text} value={index}>
            {text}
          </option>
        )
      })}
    </select>
  )
}
