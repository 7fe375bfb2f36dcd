import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import type { ClassRow } from '@/contract/class-views'
import { addDays, type Day, dayOf, weekdayOf } from '@/domain/time'
import { Frame } from '@/pages/frame'
import { Read } from '@/pages/read'
import { Button, Empty, Heading, Item, Rows, Section, StageTag } from '@/ui'
import { classKindTexts, classWords as words } from '@/words/classes'
import { classId } from '../occurrence'

const AHEAD_DAYS = 42
const keepers = ['centre', 'supervisor', 'town']

/** The programme of law classes: this week, next week, later. */
export default function Classes() {
  const [today] = useState(() => dayOf(productNow()))
  const role = useSession((session) => session.me?.acting.role)
  const asked = useAsk('class.list', { from: today, to: addDays(today, AHEAD_DAYS) })
  usePullDownRefresh(() => void asked.again().finally(() => Taro.stopPullDownRefresh()))
  return (
    <Frame behind={places.home}>
      <View className="section">
        <Heading level={1} text={words.page} />
        <View className="soft">{words.lead}</View>
        {role && keepers.includes(role) && (
          <Button kind="soft" icon="plus" text={words.add} onPress={() => void go(places.classEdit)} />
        )}
        <Read {...asked} cards={2} lines={4}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty
                icon="calendar"
                title={words.none}
                text={words.noneText}
                action={{ text: words.askLawyer, onPress: () => void go(places.ask) }}
              />
            ) : (
              weeksOf(today).map(({ title, from, to }) => (
                <Week key={title} title={title} items={items.filter(({ day }) => from <= day && day < to)} />
              ))
            )
          }
        </Read>
      </View>
    </Frame>
  )
}

/** A week begins on Monday. */
function weeksOf(today: Day): { title: string; from: Day; to: Day }[] {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  const [next, after] = [addDays(monday, 7), addDays(monday, 14)]
  return [
    { title: words.thisWeek, from: monday, to: next },
    { title: words.nextWeek, from: next, to: after },
    { title: words.later, from: after, to: '9999-12-31' },
  ]
}

function Week({ title, items }: { title: string; items: ClassRow[] }) {
  if (items.length === 0) return null
  return (
    <Section title={title}>
      <Rows>
        {items.map((row, n) => (
          <Row key={`${row.id} ${row.date}`} row={row} first={n === 0} />
        ))}
      </Rows>
    </Section>
  )
}

function Row({ row, first }: { row: ClassRow; first: boolean }) {
  const { id, date, title, kind, host, place, state, reminded } = row
  const more = [words.when(row, productNow()), `${classKindTexts[kind]}，${words.by(host)}`, place].filter(Boolean)
  const gone = state === 'cancelled' || state === 'festival'
  return (
    <Item
      first={first}
      strong={!gone}
      icon="calendar"
      name={title}
      more={more.join('　')}
      onPress={() => void go(places.classOne, { id: classId(id, date) })}
    >
      {state !== 'on' && <StageTag tone={gone ? 'plain' : 'amber'} text={words.state[state]} />}
      {reminded && !gone && <StageTag tone="green" text={words.reminded} />}
    </Item>
  )
}
