import { Text, View } from '@tarojs/components'
import { productNow } from '@/client/now'
import type { SlotView } from '@/contract/views'
import { addDays, type Day, dayOf, type Instant } from '@/domain/time'
import { classes, Press } from '@/ui'
import { said } from '@/ui/classes'
import { dayText, weekdayText } from '@/words/time'
import { hoursWords as words } from '@/words/visit-page'
import { hoursOn, oneEach } from './sorted'

type DayStripProps = {
  days: readonly Day[]
  items: readonly SlotView[]
  /** Days that nobody has looked at yet. */
  unseen: (day: Day) => boolean
  value?: Day
  onChange: (day: Day) => void
}

/** A week: those days lead on that have an hour, the others say that they don't. */
export function DayStrip({ days, items, unseen, value, onChange }: DayStripProps) {
  const now = productNow()
  return (
    <View className="days" ariaRole="radiogroup" ariaLabel={words.days}>
      {days.map((day) => {
        const count = oneEach(hoursOn(items, day)).length
        const inside = (
          <>
            <Text className="block strong">{nameOf(day, now)}</Text>
            <Text className="block small">{dayText(day, now)}</Text>
            <Text className="block small day__more">
              {unseen(day) ? words.look : count > 0 ? words.count(count) : words.none}
            </Text>
          </>
        )
        if (count === 0 && !unseen(day))
          return (
            <View key={day} className="day day--none">
              {inside}
            </View>
          )
        return (
          <Press
            key={day}
            className={classes('day', day === value && 'day--on')}
            onClick={() => onChange(day)}
            ariaRole="radio"
            ariaChecked={said(day === value)}
          >
            {inside}
          </Press>
        )
      })}
    </View>
  )
}

function nameOf(day: Day, now: Instant): string {
  const today = dayOf(now)
  if (day === today) return '今天'
  return day === addDays(today, 1) ? '明天' : weekdayText(day)
}
