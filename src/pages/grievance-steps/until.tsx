import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { at, type Day, dayOf, type Instant } from '@/domain/time'
import { DatePicker } from '@/ui'
import { dayText } from '@/words/time'

export type Until = { day: string; hour: string }

/** The instant that was chosen, once both parts are. */
export const untilOf = ({ day, hour }: Until): Instant | undefined => (day && hour ? at(day as Day, hour) : undefined)

type Props = {
  id: string
  day: string
  hour: string
  value: Until
  onChange: (value: Partial<Until>) => void
  error?: string
}

/** A day and an hour that are still to come. */
export function UntilPicker({ id, day, hour, value, onChange, error }: Props) {
  const now = productNow()
  return (
    <View className="stack">
      <DatePicker
        id={`${id}-day`}
        label={day}
        value={value.day}
        valueText={value.day && dayText(value.day as Day, now)}
        earliest={dayOf(now)}
        onChange={(chosen) => onChange({ day: chosen })}
        error={error}
      />
      <DatePicker
        id={`${id}-hour`}
        mode="time"
        label={hour}
        value={value.hour}
        onChange={(chosen) => onChange({ hour: chosen })}
      />
    </View>
  )
}
