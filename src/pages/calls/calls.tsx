import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { call } from '@/client/call'
import { useSession } from '@/client/session'
import type { CallRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, Empty, Heading } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { callsWords as words } from '@/words/calls'
import { commonWords } from '@/words/common'
import { OneCall } from './one-call'

const EVERY_MS = 30_000
type Rest = { items: CallRow[]; next?: string; failed?: boolean }

/** Whom my desk is to ring, oldest first; each stays until somebody has spoken with her. */
export function Calls() {
  const first = useAsk('notice.calls', {}, EVERY_MS)
  const [rest, setRest] = useState<Rest>()
  const { told, done, refused } = useTold()
  const role = useSession(({ me }) => me?.acting.role)
  const seen = new Set(first.value?.items.map(({ id }) => id))
  const items = first.value && [...first.value.items, ...(rest?.items ?? []).filter(({ id }) => !seen.has(id))]
  const next = rest ? rest.next : first.value?.next

  async function more() {
    const answer = await call('notice.calls', { after: next })
    if (!answer.ok) return setRest({ items: rest?.items ?? [], next, failed: true })
    setRest({ items: [...(rest?.items ?? []), ...answer.value.items], next: answer.value.next })
  }
  const ends = (id: string) => ({
    onDone: (text: string, over: boolean) => {
      done(text)
      if (over && rest) setRest({ ...rest, items: rest.items.filter((each) => each.id !== id) })
      void first.again()
    },
    onRefused: (text: string) => {
      refused(text)
      void first.again()
    },
  })
  return (
    <View className="stack stack--l">
      <View>
        <Heading size="big" text={words.page} />
        <View className="soft">{words.lead}</View>
      </View>
      <ToldNotice told={told} />
      <Read value={items} failed={first.failed} again={first.again} cards={2} lines={4}>
        {(rows) => (
          <>
            {rows.length === 0 && !next && <Empty icon="phone" title={words.none} text={words.noneText} />}
            {rows.map((row) => (
              <OneCall key={row.id} row={row} role={role} {...ends(row.id)} />
            ))}
            {rest?.failed && <View className="soft">{commonWords.offline}</View>}
            {next && <Button text={words.more} onPress={more} />}
          </>
        )}
      </Read>
    </View>
  )
}
