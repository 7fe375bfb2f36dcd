import { View } from '@tarojs/components'
import { at, type Day, dayOf, type Instant, isDay, timeOf } from '@/domain/time'
import { DatePicker } from '@/ui'
import { FieldError } from '@/ui/field'
import { shortDay, changeWords as words } from '@/words/rota-editor'

type Props = {
  id: string
  label: string
  value: Instant
  onChange: (value: Instant) => void
  earliest?: Day
  error?: string
}

/** A day and an hour, side by side. What is half typed changes nothing. */
export function When({ id, label, value, onChange, earliest, error }: Props) {
  const [day, time] = [dayOf(value), timeOf(value)]
  return (
    <View id={id} className="rota__when" ariaRole="group" ariaLabel={label}>
      <View className="rota__two">
        <DatePicker
          id={`${id}-day`}
          label={label}
          value={day}
          valueText={shortDay(day)}
          earliest={earliest}
          onChange={(chosen) => isDay(chosen) && onChange(at(chosen, time))}
        />
        <DatePicker
          id={`${id}-time`}
          mode="time"
          label={words.time}
          value={time}
          onChange={(chosen) => isTime(chosen) && onChange(at(day, chosen))}
        />
      </View>
      <FieldError id={id} error={error} />
    </View>
  )
}

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
