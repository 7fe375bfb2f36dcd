import { View } from '@tarojs/components'
import type { VisitWay } from '@/domain/visit-types'
import { Chips, ChoiceList, DatePicker, Heading } from '@/ui'
import { wayTexts } from '@/words/visit'
import { planWords as words } from '@/words/visit-desk'

/** What a plan and an opening ask alike: how they meet, how long, how many. */
export type HoursAsked = { kind?: VisitWay; from: string; to: string; minutes: number; capacity: number }

const ways = ['office', 'phone', 'video', 'home'] as const
const MINUTES = [15, 20, 30, 45, 60, 90]
const CAPACITIES = [1, 2, 3, 5, 10]

type FieldsProps = {
  id: string
  value: HoursAsked
  onChange: (part: Partial<HoursAsked>) => void
  error: Record<string, string | undefined>
}

export function HoursFields({ id, value, onChange, error }: FieldsProps) {
  return (
    <>
      <ChoiceList<VisitWay>
        id={`${id}-kind`}
        label={words.kind}
        choices={ways.map((way) => ({ value: way, text: wayTexts[way] }))}
        value={value.kind}
        onChange={(kind) => onChange({ kind })}
        error={error.kind}
      />
      <FromTo id={id} value={value} onChange={onChange} error={error} />
      <OneOf
        label={words.minutes}
        all={MINUTES}
        value={value.minutes}
        text={words.minutesOf}
        onChange={(minutes) => onChange({ minutes })}
      />
      <OneOf
        label={words.capacity}
        all={CAPACITIES}
        value={value.capacity}
        text={words.capacityOf}
        onChange={(capacity) => onChange({ capacity })}
      />
    </>
  )
}

type Times = Pick<HoursAsked, 'from' | 'to'>
type FromToProps = Omit<FieldsProps, 'value' | 'onChange'> & { value: Times; onChange: (part: Partial<Times>) => void }

export function FromTo({ id, value, onChange, error }: FromToProps) {
  return (
    <View className="visits__when">
      <DatePicker
        id={`${id}-from`}
        mode="time"
        label={words.from}
        value={value.from}
        onChange={(from) => isTime(from) && onChange({ from })}
        error={error.from}
      />
      <DatePicker
        id={`${id}-to`}
        mode="time"
        label={words.to}
        value={value.to}
        onChange={(to) => isTime(to) && onChange({ to })}
        error={error.to}
      />
    </View>
  )
}

// What is half typed in a browser's field changes nothing.
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

type OneOfProps = {
  label: string
  all: readonly number[]
  value: number
  text: (value: number) => string
  onChange: (value: number) => void
}

/** A few usual numbers, and whatever it is now. */
function OneOf({ label, all, value, text, onChange }: OneOfProps) {
  const shown = [...new Set([...all, value])].sort((a, b) => a - b)
  return (
    <View className="stack stack--m">
      <Heading size="lead" level={3} text={label} />
      <Chips<string>
        label={label}
        chips={shown.map((each) => ({ value: String(each), text: text(each) }))}
        value={String(value)}
        onChange={(chosen) => onChange(Number(chosen))}
      />
    </View>
  )
}
