import { useRouter } from '@tarojs/taro'
import { useAsk } from '@/client/ask'
import { problemOf } from '@/client/failed'
import { useCodeOf } from '@/client/held'
import { matterIn, places, replace } from '@/client/places'
import { useSession } from '@/client/session'
import { useTalk } from '@/client/talk'
import type { MatterView } from '@/contract/views'
import { Frame, HotlineFoot } from '@/pages/frame'
import { MongolianLine } from '@/pages/mongolian-line'
import { TalkBar } from '@/pages/talk/bar'
import { Empty, Problem, Skeleton } from '@/ui'
import { waitWords as words } from '@/words/ask'
import { Stage } from './stage'

const EVERY_MS = 3_000

/** My question: who is being asked, who has it, what was said, what came of it. It looks again by itself. */
export default function Question() {
  const id = matterIn(useRouter().params)
  const code = useCodeOf(id)
  const {
    value: view,
    failed,
    waiting,
    again,
    put,
  } = useAsk('matter.get', id ? { id, ...(code && { code }) } : undefined, EVERY_MS)
  if (view) return <Known view={view} code={code} stale={failed !== undefined} put={put} again={() => void again()} />
  return (
    <Frame label={words.page} behind={places.home} foot={<HotlineFoot />}>
      {!id && (
        <Empty
          icon="ask"
          title={words.missing}
          action={{ text: words.again, onPress: () => void replace(places.ask) }}
        />
      )}
      {waiting && <Skeleton />}
      {failed && <Problem {...problemOf(failed, again)} />}
    </Frame>
  )
}

type KnownProps = {
  view: MatterView
  code?: string
  stale: boolean
  put: (view: MatterView) => void
  again: () => void
}

function Known({ view, code, stale, put, again }: KnownProps) {
  const talk = useTalk(view.id, code)
  const signedIn = useSession((session) => session.me !== undefined)
  const may = (action: string) => view.can.some((each) => each.action === action)
  const talks = view.stage !== 'open' && may('question.message')
  const foot = talks ? (
    <TalkBar id="talk-bar" talk={talk} files={signedIn} />
  ) : (
    <>
      <HotlineFoot />
      {view.stage === 'open' && <MongolianLine village={view.place.code} />}
    </>
  )
  return (
    <Frame
      label={view.kind === 'question' ? undefined : words.page}
      behind={places.home}
      foot={foot}
      strip={stale ? words.stale : undefined}
      rings={view.stage === 'open'}
    >
      <Stage view={view} code={code} talk={talk} may={may} put={put} again={again} />
    </Frame>
  )
}
