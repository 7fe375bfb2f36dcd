import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { Behind, EightMinutes } from '@/contract/views'
import { Heading, Item, Rows, Sheet } from '@/ui'
import { type NumberName, overviewWords as words } from '@/words/supervisor'
import { momentText } from '@/words/time'
import { missedOf } from './number-card'

type Props = { name: NumberName; eight: EightMinutes; onClose: () => void }

/** The matters behind one number: first those that weren't kept, then some that were. */
export function BehindSheet({ name, eight, onClose }: Props) {
  const of = (rows: readonly Behind[] = []) => rows.filter(({ number }) => number === name)
  return (
    <Sheet open title={words.names[name]} onClose={onClose}>
      <View className="soft">{words.whats[name]}</View>
      {name !== 'routed' && (
        <Part
          title={words.missedTitle[name]}
          none={words.missedNone}
          rows={of(eight.missed)}
          all={missedOf(eight, name)}
        />
      )}
      <Part title={words.keptTitle[name]} none={words.keptNone} rows={of(eight.kept)} all={eight[name].kept} />
    </Sheet>
  )
}

function Part({ title, none, rows, all }: { title: string; none: string; rows: readonly Behind[]; all: number }) {
  const now = productNow()
  return (
    <View className="section">
      <Heading size="lead" text={title} />
      {rows.length === 0 && <View className="soft">{none}</View>}
      {rows.length > 0 && (
        <Rows>
          {rows.map(({ id, at, place, text }, index) => (
            <Item
              key={id}
              first={index === 0}
              name={text}
              more={`${place}，${momentText(at, now)}`}
              onPress={() => void go(places.dutyQuestion, { id })}
            />
          ))}
        </Rows>
      )}
      {rows.length > 0 && rows.length < all && <View className="soft small">{words.shown(rows.length, all)}</View>}
    </View>
  )
}
