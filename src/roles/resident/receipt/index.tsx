import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { useAsk } from '@/client/ask'
import { hasLeft, useDraft } from '@/client/draft'
import { problemOf } from '@/client/failed'
import { productNow } from '@/client/now'
import { homeOf, matterIn, matterPageOf, places, replace, restart } from '@/client/places'
import { useSession } from '@/client/session'
import { Frame } from '@/pages/frame'
import { QuickExit } from '@/pages/leave'
import { BottomBar, Button, Empty, Problem, Skeleton } from '@/ui'
import { receiptWords as words } from '@/words/apply-more'
import { commonWords } from '@/words/common'
import { Arrived } from './arrived'

/** It arrived: its code, who has it, by when, what comes next. */
export default function Receipt() {
  const id = matterIn(useRouter().params)
  const role = useSession((session) => session.me?.acting.role ?? 'resident')
  const fresh = useDraft((state) => (state.receipt?.id === id ? state.receipt : undefined))
  // The reply is the receipt; asked again only by whoever comes back to this address.
  const { value, failed, waiting, again } = useAsk('matter.get', id && !fresh ? { id } : undefined)
  const view = fresh ?? value
  // After a quick exit the browser's way back shows nothing of it; the matter itself is found under 「我的事项」.
  const gone = hasLeft()
  useEffect(() => {
    if (gone) void restart(places.home)
  }, [gone])
  if (gone) return null
  const home = homeOf(role)
  return (
    <Frame
      label={view ? undefined : words.page}
      onBack={() => void restart(home)}
      foot={
        view && (
          <BottomBar>
            <Button kind="main" text={words.open} onPress={() => replace(matterPageOf(role), { id })} />
            <Button
              kind="text"
              text={home === places.home ? commonWords.home : words.toDesk}
              onPress={() => restart(home)}
            />
          </BottomBar>
        )
      }
    >
      {!id && (
        <Empty
          title={words.missing}
          text={words.missingText}
          action={{ text: words.toMatters, onPress: () => void restart(places.matters) }}
        />
      )}
      {waiting && <Skeleton />}
      {failed && !view && <Problem {...problemOf(failed, again)} />}
      {view?.detail.topic === 'violence' && <QuickExit />}
      {view && <Arrived view={view} now={productNow()} helped={role !== 'resident'} />}
    </Frame>
  )
}
