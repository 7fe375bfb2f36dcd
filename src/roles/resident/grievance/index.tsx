import { useRouter } from '@tarojs/taro'
import { useAsk } from '@/client/ask'
import { problemOf } from '@/client/failed'
import { useCodeOf } from '@/client/held'
import { matterIn, places, replace } from '@/client/places'
import { Frame, HotlineFoot } from '@/pages/frame'
import { useShareHome } from '@/pages/matter/share'
import { Empty, Problem, Skeleton } from '@/ui'
import { reportPageWords as words } from '@/words/report-page'
import { Whole } from './whole'

const EVERY_MS = 10_000

/** What I reported, or entered for somebody: who has it, until when, what came of it, what I can do. */
export default function Grievance() {
  const id = matterIn(useRouter().params)
  const code = useCodeOf(id)
  const {
    value: view,
    failed,
    waiting,
    again,
    put,
  } = useAsk('matter.get', id ? { id, ...(code && { code }) } : undefined, EVERY_MS)
  useShareHome()
  return (
    <Frame
      label={view ? undefined : words.page}
      behind={code ? places.home : places.matters}
      foot={<HotlineFoot />}
      strip={view && failed ? words.stale : undefined}
    >
      {!id && (
        <Empty
          icon="report"
          title={words.missing}
          action={{ text: words.again, onPress: () => void replace(places.report) }}
        />
      )}
      {waiting && <Skeleton />}
      {failed && !view && <Problem {...problemOf(failed, again)} />}
      {view && <Whole view={view} code={code} put={put} again={() => void again()} />}
    </Frame>
  )
}
