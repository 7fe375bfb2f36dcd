import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { call } from '@/client/call'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import type { AccessRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, Empty, Item, Rows } from '@/ui'
import { commonWords } from '@/words/common'
import { readerPageWords as words } from '@/words/my-data'
import { momentText } from '@/words/time'
import { Leaf } from '../leaf'

/** Who opened what she sent, and who was given her number. */
export default function Readers() {
  const ward = useRouter().params.ward
  const me = useSession((session) => session.me)
  const input = { ...(ward && { ward }) }
  const { value, failed, again } = useAsk('me.accesses', me ? input : undefined)
  const [older, setOlder] = useState<{ rows: AccessRow[]; next?: string | undefined }>()
  const next = older ? older.next : value?.next

  async function more() {
    if (!next) return
    const answer = await call('me.accesses', { ...input, after: next })
    if (answer.ok) setOlder({ rows: [...(older?.rows ?? []), ...answer.value.items], next: answer.value.next })
  }

  return (
    <Leaf title={words.page} strip={value && failed ? commonWords.offline : undefined}>
      <View className="soft">{words.lead}</View>
      <Read value={value} failed={failed} again={again} cards={1} lines={4}>
        {({ items }) => {
          const rows = [...items, ...(older?.rows ?? [])]
          if (rows.length === 0) return <Empty icon="person" title={words.none} text={words.noneText} />
          return (
            <>
              <Rows>
                {rows.map(({ at, matter, title, what, whatText, by, roleText, why }, n) => (
                  <Item
                    key={`${at} ${matter} ${by} ${what}`}
                    first={n === 0}
                    strong
                    name={words.line(by, roleText)}
                    more={words.more(momentText(at, productNow()), whatText, title)}
                  >
                    {why && <View className="small">{words.why(why)}</View>}
                  </Item>
                ))}
              </Rows>
              {next && <Button text={commonWords.more} onPress={more} />}
            </>
          )
        }}
      </Read>
    </Leaf>
  )
}
