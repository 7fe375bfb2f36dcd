import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { problemOf } from '@/client/failed'
import { productNow } from '@/client/now'
import { dial, matterIn, places, restart } from '@/client/places'
import { showFile } from '@/client/upload'
import { Empty, MatterBody, Notice, Problem, Skeleton } from '@/ui'
import { matterWords } from '@/words/matter-page'
import { Frame, HotlineFoot } from '../frame'
import { CodeCard } from './code-card'
import { Withdraw } from './withdraw'

const EVERY_MS = 10_000

/** One matter as far as this person may see it. It looks again by itself while it is in sight. */
export default function Matter() {
  const id = matterIn(useRouter().params)
  const { value: view, failed, waiting, again, put } = useAsk('matter.get', id ? { id } : undefined, EVERY_MS)
  const [paperFailed, setPaperFailed] = useState(false)
  const open = async (paper: string) => setPaperFailed(!(await showFile(paper)))
  const may = (action: string) => view?.can.some((each) => each.action === action)
  return (
    <Frame
      label={view ? undefined : matterWords.page}
      behind={places.matters}
      foot={<HotlineFoot />}
      strip={view && failed ? matterWords.stale : undefined}
    >
      {!id && (
        <Empty
          title={matterWords.missing}
          action={{ text: matterWords.home, onPress: () => void restart(places.home) }}
        />
      )}
      {waiting && <Skeleton />}
      {failed && !view && <Problem {...problemOf(failed)} onRetry={again} />}
      {view && (
        <>
          <MatterBody
            view={view}
            now={productNow()}
            onCall={(phone) => void dial(phone)}
            onOpenPaper={(paper) => void open(paper)}
            asks={view.code && <CodeCard code={view.code} />}
          />
          {paperFailed && (
            <Notice tone="amber" said>
              {matterWords.paperFailed}
            </Notice>
          )}
          {may('aid.withdraw') && <Withdraw id={view.id} onDone={put} />}
        </>
      )}
    </Frame>
  )
}
