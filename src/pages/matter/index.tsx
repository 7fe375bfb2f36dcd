import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useAsk } from '@/client/ask'
import { problemOf } from '@/client/failed'
import { productNow } from '@/client/now'
import {
  dial,
  isGrievance,
  isQuestion,
  isVisit,
  matterIn,
  matterPageOf,
  places,
  replace,
  restart,
} from '@/client/places'
import { useSession } from '@/client/session'
import { showFile } from '@/client/upload'
import type { MatterView } from '@/contract/views'
import { Button, Empty, MatterBody, Notice, Problem, Skeleton } from '@/ui'
import { matterWords } from '@/words/matter-page'
import { nextStep } from '@/words/next-step'
import { AidPapers } from '../aid-papers'
import { Frame, HotlineFoot } from '../frame'
import { QuickExit } from '../leave'
import { ReadAloud } from '../read-aloud'
import { SpokenCard } from '../spoken'
import { ToldWays } from '../told-ways'
import { Asked, toForm } from './asked'
import { CodeCard } from './code-card'
import { History, Rating } from './history'
import { Outcome } from './outcome'
import { Remedies } from './remedies'
import { ShareHome, useShareHome } from './share'
import { WageRoutes } from './wages'
import { Withdraw } from './withdraw'

const EVERY_MS = 10_000

/** One matter as far as this person may see it. It looks again by itself while it is in sight. */
export default function Matter() {
  const id = matterIn(useRouter().params)
  const role = useSession(({ me }) => me?.acting.role)
  // Some kinds have pages of their own; a link from a message may not know them.
  const elsewhere = isQuestion(id)
    ? places.question
    : isGrievance(id) || isVisit(id)
      ? matterPageOf(role, id)
      : undefined
  const {
    value: view,
    failed,
    waiting,
    again,
    put,
  } = useAsk('matter.get', id && !elsewhere ? { id } : undefined, EVERY_MS)
  useShareHome()
  useEffect(() => {
    if (elsewhere) void replace(elsewhere, { id })
  }, [elsewhere, id])
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
      {failed && !view && <Problem {...problemOf(failed, again)} />}
      {view && <Whole view={view} put={put} />}
    </Frame>
  )
}

function Whole({ view, put }: { view: MatterView; put: (view: MatterView) => void }) {
  const [paperFailed, setPaperFailed] = useState(false)
  const open = async (paper: string) => setPaperFailed(!(await showFile(paper)))
  const may = (action: string) => view.can.some((each) => each.action === action)
  const now = productNow()
  return (
    <>
      {view.detail.topic === 'violence' && <QuickExit />}
      <MatterBody
        view={view}
        now={now}
        onCall={(phone) => void dial(phone)}
        onOpenPaper={(paper) => void open(paper)}
        first={
          <>
            <Asked view={view} now={now} />
            <ReadAloud texts={[view.stageText, nextStep(view, now)]} />
          </>
        }
        asks={
          <>
            <Outcome view={view} now={now} />
            <Remedies view={view} now={now} put={put} />
            <SpokenCard view={view} />
            <Rating detail={view.detail} now={now} />
            {view.code && <CodeCard code={view.code} />}
          </>
        }
      />
      {paperFailed && (
        <Notice tone="amber" said>
          {matterWords.paperFailed}
        </Notice>
      )}
      <WageRoutes view={view} />
      <AidPapers view={view} onDone={put} />
      <History detail={view.detail} now={now} />
      <ToldWays id={view.id} />
      {may('aid.complete') && (
        <Button icon="pen" text={matterWords.complete} onPress={() => toForm(view.id, 'complete')} />
      )}
      {may('aid.parties') && (
        <Button icon="people" text={matterWords.parties} onPress={() => toForm(view.id, 'parties')} />
      )}
      <ShareHome />
      {may('aid.withdraw') && <Withdraw id={view.id} onDone={put} />}
    </>
  )
}
