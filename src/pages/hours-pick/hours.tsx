import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { SlotView } from '@/contract/views'
import type { Day } from '@/domain/time'
import type { VisitWay } from '@/domain/visit-types'
import { Chips, classes, Heading, Icon, Link, Press } from '@/ui'
import { said } from '@/ui/classes'
import { dayText, weekdayText } from '@/words/time'
import { hoursWords as words } from '@/words/visit-page'
import { byPart, oneEach, peopleIn, spanOf } from './sorted'

type HoursProps = {
  day: Day
  items: readonly SlotView[]
  value?: string
  way: VisitWay
  onPick: (hour: SlotView) => unknown
}

/** The hours of one day, with whom and where; each time once, unless she wants somebody in particular. */
export function Hours({ day, items, value, way, onPick }: HoursProps) {
  const [person, setPerson] = useState('')
  const [running, setRunning] = useState<string>()
  const those = oneEach(person ? items.filter((each) => each.person?.id === person) : items)
  const places = new Set(those.map(({ place }) => place.text))
  const [only] = places
  const named = way === 'office' && places.size === 1 && only ? only : undefined

  async function pick(hour: SlotView) {
    if (running) return
    setRunning(hour.slot)
    await onPick(hour)
    setRunning(undefined)
  }

  return (
    <View className="stack">
      <Heading size="lead" level={2} text={`${weekdayText(day)} ${dayText(day)}`} />
      {named && <View className="soft">{words.at(named)}</View>}
      {items.some(({ provisional }) => provisional) && <View className="small amber">{words.provisional}</View>}
      <Who people={peopleIn(items)} value={person} onChange={setPerson} />
      {byPart(those).map(({ part, items: inPart }) => (
        <View key={part} className="stack stack--s" ariaRole="radiogroup" ariaLabel={words.parts[part]}>
          <View className="small soft" ariaHidden>
            {words.parts[part]}
          </View>
          <View className="hours">
            {inPart.map((hour) => (
              <Hour
                key={hour.slot}
                hour={hour}
                on={hour.slot === value}
                busy={hour.slot === running}
                place={way === 'office' && !named}
                onPress={() => void pick(hour)}
              />
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}

type HourProps = { hour: SlotView; on: boolean; busy: boolean; place: boolean; onPress: () => void }

function Hour({ hour, on, busy, place, onPress }: HourProps) {
  const { person, left, sameTrip } = hour
  return (
    <Press
      className={classes('hour', on && 'hour--on')}
      onClick={onPress}
      ariaRole="radio"
      ariaChecked={said(on)}
      ariaDisabled={busy || undefined}
    >
      <View className="row row--tight">
        {on && <Icon name="check" size="s" />}
        <Text className="strong">{busy ? words.taking : spanOf(hour)}</Text>
      </View>
      {person && <Text className="block small">{person.name}</Text>}
      {place && <Text className="block small soft">{hour.place.text}</Text>}
      {left > 1 && <Text className="block small soft">{words.left(left)}</Text>}
      {sameTrip && <Text className="block small green">{words.sameTrip}</Text>}
    </Press>
  )
}

const FEW = 5

type WhoProps = { people: readonly { id: string; name: string }[]; value: string; onChange: (id: string) => void }

/** Somebody in particular, where several have hours on that day. */
function Who({ people, value, onChange }: WhoProps) {
  const [all, setAll] = useState(false)
  if (people.length < 2) return null
  const shown = all ? people : people.slice(0, FEW)
  const rest = people.length - shown.length
  return (
    <View className="stack stack--s">
      <Chips<string>
        label={words.person}
        chips={[{ value: '', text: words.anybody }, ...shown.map(({ id, name }) => ({ value: id, text: name }))]}
        value={value}
        onChange={onChange}
      />
      {rest > 0 && <Link small text={words.morePeople(rest)} onPress={() => setAll(true)} />}
    </View>
  )
}
