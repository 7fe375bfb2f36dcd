import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { call, whatWentWrong } from '@/client/call'
import { openApply } from '@/client/draft'
import { problemOf } from '@/client/failed'
import { go, places, restart } from '@/client/places'
import { useSession } from '@/client/session'
import type { MatterRow } from '@/contract/views'
import { Button, Chips, Empty, Notice, Problem, Rows, Skeleton } from '@/ui'
import { commonWords } from '@/words/common'
import { homeWords, mattersWords } from '@/words/home'
import { matterWords } from '@/words/matter-page'
import { Frame, HotlineFoot } from '../frame'
import { Row } from './row'

type Filter = 'open' | 'closed' | 'all'
const filters: readonly Filter[] = ['open', 'closed', 'all']
const asked = { open: { open: true }, closed: { open: false }, all: {} } as const

/** All my matters, by page. */
export default function Matters() {
  const me = useSession((session) => session.me)
  const [filter, setFilter] = useState<Filter>('open')
  return (
    <Frame tab="matters" label={mattersWords.page} foot={<HotlineFoot />}>
      {me ? (
        <>
          <Chips<Filter>
            label={mattersWords.filter}
            chips={filters.map((value) => ({ value, text: mattersWords[value] }))}
            value={filter}
            onChange={setFilter}
          />
          <List key={`${me.id} ${me.acting.role} ${filter}`} filter={filter} />
        </>
      ) : (
        <>
          <Empty
            icon="person"
            title={mattersWords.visitor}
            text={mattersWords.visitorText}
            action={{ text: commonWords.signIn, onPress: () => void restart(places.me, { next: 'matters' }) }}
          />
          <Button icon="search" text={homeWords.track} onPress={() => go(places.track)} />
        </>
      )}
    </Frame>
  )
}

function List({ filter }: { filter: Filter }) {
  const { value, failed, waiting, again } = useAsk('matter.list', asked[filter])
  const [older, setOlder] = useState<{ items: MatterRow[]; next?: string }>()
  const [wrong, setWrong] = useState('')
  const first = value?.items ?? []
  const known = new Set(first.map(({ id }) => id))
  const rows = [...first, ...(older?.items ?? []).filter(({ id }) => !known.has(id))]
  const next = older ? older.next : value?.next

  async function more() {
    setWrong('')
    const answer = await call('matter.list', { ...asked[filter], after: next })
    if (!answer.ok) return setWrong(whatWentWrong(answer))
    setOlder({ items: [...(older?.items ?? []), ...answer.value.items], next: answer.value.next })
  }

  if (waiting) return <Skeleton />
  if (failed && !value) return <Problem {...problemOf(failed, again)} />
  if (rows.length === 0)
    return (
      <Empty
        title={mattersWords.none[filter]}
        text={mattersWords.noneText}
        action={{ text: homeWords.aid, onPress: () => void openApply() }}
      />
    )
  return (
    <>
      {failed && <Notice tone="amber">{matterWords.stale}</Notice>}
      <Rows>
        {rows.map((row, index) => (
          <Row key={row.id} row={row} first={index === 0} />
        ))}
      </Rows>
      {wrong && <Notice tone="amber">{wrong}</Notice>}
      {next ? (
        <Button text={commonWords.more} onPress={more} />
      ) : (
        <View className="soft small center">{mattersWords.end(rows.length)}</View>
      )}
    </>
  )
}
