import { useRouter } from '@tarojs/taro'
import { useAsk } from '@/client/ask'
import { problemOf } from '@/client/failed'
import { matterIn, places, replace } from '@/client/places'
import { useSession } from '@/client/session'
import { Frame, HotlineFoot } from '@/pages/frame'
import { useShareHome } from '@/pages/matter/share'
import { Empty, Problem, Skeleton } from '@/ui'
import { visitPageWords as words } from '@/words/visit-page'
import { Whole } from './whole'

const EVERY_MS = 10_000

/** A visit that I booked, or entered for somebody: the hour, who, where, and what I can do about it. */
export default function VisitMatter() {
  const { params } = useRouter()
  const id = matterIn(params)
  const helps = useSession((session) => session.me !== undefined && session.me.acting.role !== 'resident')
  const { value: view, failed, waiting, again, put } = useAsk('matter.get', id ? { id } : undefined, EVERY_MS)
  useShareHome()
  return (
    <Frame
      label={view ? undefined : words.page}
      behind={helps ? places.home : places.matters}
      foot={<HotlineFoot />}
      strip={view && failed ? words.stale : undefined}
    >
      {!id && (
        <Empty
          icon="calendar"
          title={words.missing}
          action={{ text: words.again, onPress: () => void replace(places.visit) }}
        />
      )}
      {waiting && <Skeleton />}
      {failed && !view && <Problem {...problemOf(failed, again)} />}
      {view && <Whole view={view} fresh={params.booked === '1'} put={put} again={() => void again()} />}
    </Frame>
  )
}
