import { Text, View } from '@tarojs/components'
import type { Day } from '@/domain/time'
import type { Mine } from '@/pages/duty/on-duty'
import { classes, Press } from '@/ui'
import { said } from '@/ui/classes'
import { dayLabel, type Mark, markTexts, monthWords as words } from '@/words/duty-month'
import { marksOn, weeksOf } from './days'

type GridProps = { month: string; mine: Mine; today: Day; chosen: Day; onChoose: (day: Day) => void }

/** The month from Monday to Sunday; a word stands where I am on duty. */
export function Grid({ month, mine, today, chosen, onChoose }: GridProps) {
  const weeks = weeksOf(month)
  const marks = new Map(weeks.flat().flatMap((day) => (day ? [[day, marksOn(day, mine)] as const] : [])))
  const used = [...new Set([...marks.values()].flat())]
  return (
    <View className="stack">
      <View className="month" ariaRole="radiogroup" ariaLabel={words.grid}>
        <View className="month__week" ariaHidden>
          {words.weekdays.map((name) => (
            <Text key={name} className="month__name">
              {name}
            </Text>
          ))}
        </View>
        {weeks.map((week) => (
          <View key={week.find(Boolean)} className="month__week">
            {week.map((day, at) =>
              day ? (
                <OneDay
                  key={day}
                  day={day}
                  marks={marks.get(day) ?? []}
                  today={day === today}
                  on={day === chosen}
                  past={day < today}
                  onPress={() => onChoose(day)}
                />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has only its place
                <View key={at} className="month__day" />
              ),
            )}
          </View>
        ))}
      </View>
      {used.length > 0 && (
        <View className="row row--wrap">
          {used.map((mark) => (
            <View key={mark} className="row row--tight">
              <MarkTag mark={mark} />
              <Text className="small">{markTexts[mark].long}</Text>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

const MarkTag = ({ mark }: { mark: Mark }) => (
  <Text className={`month__mark month__mark--${mark}`}>{markTexts[mark].short}</Text>
)

type DayProps = { day: Day; marks: Mark[]; today: boolean; on: boolean; past: boolean; onPress: () => void }

function OneDay({ day, marks, today, on, past, onPress }: DayProps) {
  const label = dayLabel(day, marks)
  return (
    <Press
      className={classes('month__day', on && 'month__day--on', past && 'month__day--past')}
      onClick={onPress}
      ariaLabel={today ? `${words.today}，${label}` : label}
      ariaRole="radio"
      ariaChecked={said(on)}
    >
      <Text className={classes('month__number', today && 'month__number--today')}>
        {today ? words.today : Number(day.slice(8))}
      </Text>
      <View className="month__marks">
        {marks.map((mark) => (
          <MarkTag key={mark} mark={mark} />
        ))}
      </View>
    </Press>
  )
}
