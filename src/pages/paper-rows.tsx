import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { call } from '@/client/call'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { PaperView } from '@/contract/views'
import type { PaperState } from '@/domain/ladder-types'
import { Button, CardLine, Empty } from '@/ui'
import { GrievancePaper } from '@/ui/grievance-papers'
import { commonWords } from '@/words/common'
import { Read } from './read'

type Props = { state?: PaperState; none: string; noneText?: string }
type Rest = { key: string; items: PaperView[]; next?: string }

const EVERY_MS = 30_000

/** 三单一函 of one's unit, or of all, newest first; each opens as it is printed. */
export function PaperRows({ state, none, noneText }: Props) {
  const asked = state ? { state } : {}
  const first = useAsk('notice.papers', asked, EVERY_MS)
  const key = JSON.stringify(asked)
  const [held, setHeld] = useState<Rest>()
  const rest = held?.key === key ? held : undefined
  const next = rest ? rest.next : first.value?.next

  async function more() {
    const answer = await call('notice.papers', { ...asked, ...(next && { after: next }) })
    if (answer.ok) setHeld({ key, items: [...(rest?.items ?? []), ...answer.value.items], next: answer.value.next })
  }
  return (
    <Read key={key} value={first.value} failed={first.failed} again={first.again} cards={2}>
      {({ items }) => {
        const seen = new Set(items.map(({ id }) => id))
        const all = [...items, ...(rest?.items ?? []).filter(({ id }) => !seen.has(id))]
        return (
          <View className="stack">
            {all.length === 0 && !next && <Empty icon="paper" title={none} text={noneText} />}
            {all.map((paper, at) => (
              <View key={paper.id} className="stack">
                {at > 0 && <CardLine />}
                <GrievancePaper paper={paper} now={productNow()} onOpen={({ id }) => void go(places.paper, { id })} />
              </View>
            ))}
            {next && <Button text={commonWords.more} onPress={more} />}
          </View>
        )
      }}
    </Read>
  )
}
