import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { call } from '@/client/call'
import { productNow } from '@/client/now'
import { go, matterPageOf } from '@/client/places'
import { useSession } from '@/client/session'
import type { MatterRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { Heading, Item, Link, Rows, Sheet } from '@/ui'
import { bulletinWords as words } from '@/words/bulletin'
import { momentText } from '@/words/time'
import type { Opened } from './number'

type Props = { month: string; opened: Opened; onClose: () => void }

/** The reports behind one number; of a share first those that weren't kept. */
export function BehindSheet({ month, opened: { column, unit, name, number }, onClose }: Props) {
  const { what, title, note, share } = column
  return (
    <Sheet open title={`${name}：${title}`} onClose={onClose}>
      {note && <View className="soft">{note}</View>}
      {share && number.of > number.n && <Part title={words.missed} asked={{ month, unit, what: `${what}.rest` }} />}
      {number.n > 0 && <Part title={share ? words.kept : words.matters} asked={{ month, unit, what }} />}
    </Sheet>
  )
}

type Rest = { items: MatterRow[]; next?: string }

function Part({ title, asked }: { title: string; asked: { month: string; unit: string; what: string } }) {
  const first = useAsk('figures.bulletinMatters', asked)
  const [rest, setRest] = useState<Rest>()
  const next = rest ? rest.next : first.value?.next
  async function more(after: string) {
    const answer = await call('figures.bulletinMatters', { ...asked, after })
    if (answer.ok) setRest({ items: [...(rest?.items ?? []), ...answer.value.items], next: answer.value.next })
  }
  return (
    <View className="section">
      <Heading size="lead" text={title} />
      <Read {...first} cards={1} lines={3}>
        {({ items }) => <Listed items={[...items, ...(rest?.items ?? [])]} />}
      </Read>
      {next && <Link text={words.more} onPress={() => void more(next)} />}
    </View>
  )
}

function Listed({ items }: { items: MatterRow[] }) {
  const role = useSession((session) => session.me?.acting.role)
  const now = productNow()
  if (items.length === 0) return <View className="soft">{words.mattersNone}</View>
  return (
    <Rows>
      {items.map(({ id, title, hint, stageText, place, createdAt }, index) => (
        <Item
          key={id}
          first={index === 0}
          name={title}
          more={[hint, place.text, momentText(createdAt, now), stageText].filter(Boolean).join('，')}
          onPress={() => void go(matterPageOf(role, id), { id })}
        />
      ))}
    </Rows>
  )
}
