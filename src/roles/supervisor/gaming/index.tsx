import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, matterPageOf } from '@/client/places'
import { useSession } from '@/client/session'
import type { GamingRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { Card, Empty, type Fact, Facts, Heading, Link, StageTag } from '@/ui'
import { gamingWords as words } from '@/words/bulletin'
import { momentText } from '@/words/time'
import { MonthBar } from '../bulletin/month-bar'
import { monthOf } from '../bulletin/months'
import { Frame } from '../frame'

/** What looks as if a figure was made to look better, with every step behind it; what follows is for people to say. */
export default function GamingPage() {
  const [month, setMonth] = useState(monthOf(productNow()))
  const found = useAsk('figures.gaming', { month })
  return (
    <Frame tab="gaming" stale={Boolean(found.value && found.failed)}>
      <View className="watch__head">
        <View>
          <Heading level={1} text={words.title} />
          <View className="soft">{words.what}</View>
        </View>
        <MonthBar month={month} onChange={setMonth} />
      </View>
      <Read {...found} cards={2} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={words.none} text={words.noneText} />
          ) : (
            <View className="section">
              {items.map((row) => (
                <Row key={`${row.what}|${row.at}|${row.matters[0]?.id}`} row={row} />
              ))}
            </View>
          )
        }
      </Read>
    </Frame>
  )
}

function Row({ row }: { row: GamingRow }) {
  const [open, setOpen] = useState(false)
  const now = productNow()
  const { what, text, unit, person, at, matters } = row
  const facts: Fact[] = [
    ...(unit ? [{ label: words.unit, value: unit.name }] : []),
    ...(person ? [{ label: words.person, value: person }] : []),
  ]
  return (
    <Card>
      <View className="watch__head">
        <Heading size="lead" level={2} text={words.whats[what]} />
        <StageTag text={words.matters(matters.length)} />
      </View>
      <View>
        <Text className="block">{text}</Text>
        <Text className="block soft small">{momentText(at, now)}</Text>
      </View>
      {facts.length > 0 && <Facts facts={facts} />}
      <View>
        <Link text={open ? words.hide : words.events} onPress={() => setOpen(!open)} />
      </View>
      {open && matters.map((matter) => <Steps key={matter.id} matter={matter} />)}
    </Card>
  )
}

function Steps({ matter: { id, title, events } }: { matter: GamingRow['matters'][number] }) {
  const role = useSession((session) => session.me?.acting.role)
  const now = productNow()
  return (
    <View className="watch__cell">
      <Link text={title} onPress={() => void go(matterPageOf(role, id), { id })} />
      {events.map((event) => (
        <View key={`${event.at}|${event.text}`}>
          <Text className="block">{event.text}</Text>
          <Text className="block soft small">{momentText(event.at, now)}</Text>
        </View>
      ))}
    </View>
  )
}
