import { useEffect, useState } from 'react'
import { useAsk } from '@/client/ask'
import { call } from '@/client/call'
import { problemOf } from '@/client/failed'
import { productNow } from '@/client/now'
import { go, noticePageOf } from '@/client/places'
import { newRequestId } from '@/client/request-id'
import { useSession } from '@/client/session'
import type { NoticeRow } from '@/contract/views'
import { Button, Empty, Item, Notice, Problem, Rows, Skeleton, StageTag } from '@/ui'
import { commonWords } from '@/words/common'
import { meWords } from '@/words/me'
import { momentText } from '@/words/time'
import { waysWords } from '@/words/told-ways'

/** What I was told, newest first. What has been shown here counts as read. */
export function Notices() {
  const { value, failed, waiting, again } = useAsk('notice.list', {})
  const [older, setOlder] = useState<{ items: NoticeRow[]; next?: string }>()
  const [wrong, setWrong] = useState(false)
  const role = useSession((session) => session.me?.acting.role)
  const rows = [...(value?.items ?? []), ...(older?.items ?? [])]
  const unseen = rows.filter(({ seen }) => !seen).map(({ id }) => id)
  const asked = unseen.join(' ')
  useEffect(() => {
    if (asked) void call('notice.seen', { ids: asked.split(' ').slice(0, 50), requestId: newRequestId() })
  }, [asked])

  const next = older ? older.next : value?.next
  async function more() {
    setWrong(false)
    const answer = await call('notice.list', { after: next })
    if (!answer.ok) return setWrong(true)
    setOlder({ items: [...(older?.items ?? []), ...answer.value.items], next: answer.value.next })
  }

  if (waiting) return <Skeleton cards={2} lines={2} />
  if (failed && !value) return <Problem {...problemOf(failed, again)} />
  if (rows.length === 0) return <Empty icon="inbox" title={meWords.noNotices} />
  return (
    <>
      <Rows>
        {rows.map(({ id, at, text, matter, seen, way }, index) => (
          <Item
            key={id}
            first={index === 0}
            strong={!seen}
            name={text}
            more={[momentText(at, productNow()), way && waysWords.way(way.text, momentText(way.at, productNow()))]
              .filter(Boolean)
              .join('。')}
            onPress={matter ? () => void go(noticePageOf(role, matter), { id: matter }) : undefined}
          >
            {!seen && <StageTag tone="blue" text={meWords.unread} />}
          </Item>
        ))}
      </Rows>
      {wrong && <Notice tone="amber">{commonWords.offline}</Notice>}
      {next && <Button text={commonWords.more} onPress={more} />}
    </>
  )
}
