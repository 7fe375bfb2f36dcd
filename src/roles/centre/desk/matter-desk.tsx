import { Text, View } from '@tarojs/components'
import { type Asked, useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { dial } from '@/client/places'
import { useSession } from '@/client/session'
import type { Candidates as Found, MatterView } from '@/contract/views'
import { Withdraw } from '@/pages/matter/withdraw'
import { Read } from '@/pages/read'
import { Ring } from '@/pages/ring'
import {
  classes,
  Heading,
  Icon,
  Link,
  MatterPeople,
  MatterTimeline,
  Notice,
  Section,
  StageTag,
  stageTone,
  Tags,
} from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { kindTexts } from '@/words/aid'
import { grantWhy, centreWords as words } from '@/words/centre'
import { matterWords } from '@/words/matter-page'
import { momentText } from '@/words/time'
import { Candidates } from './candidates'
import { DeskClocks } from './clocks'
import { Closing } from './closing'
import { Decision } from './decision'
import { useDecisionDraft } from './draft'
import { DeskFacts } from './facts'
import { Holder } from './holder'

const EVERY_MS = 15_000

type DeskProps = {
  id: string
  /** After a step: the list beside is no longer true. */
  onStep?: () => void
  onNext?: () => void
}

/** One matter on the centre's desk: how it stands, what is known, and the next step where there is one. */
export function MatterDesk({ id, onStep, onNext }: DeskProps) {
  const { put, ...asked } = useAsk('matter.get', { id }, EVERY_MS)
  const looks = asked.value?.can.some(({ action }) => action === 'aid.candidates')
  const found = useAsk('aid.candidates', looks ? { id } : undefined)
  const { told, done, refused } = useTold()
  const unused = useUnused(asked.value)
  return (
    <View className="stack stack--l">
      <ToldNotice told={unused ? undefined : told}>
        {told?.tone === 'green' && onNext && (
          <Link text={words.next} onPress={onNext}>
            <Icon name="right" size="s" />
          </Link>
        )}
      </ToldNotice>
      <Read {...asked}>
        {(view) => (
          <>
            {unused && <Unused view={view} />}
            <Whole
              view={view}
              found={found}
              onDone={(after, text) => {
                put(after)
                done(text)
                onStep?.()
              }}
              onRefused={(message) => {
                refused(message)
                void asked.again()
                void found.again()
                onStep?.()
              }}
            />
          </>
        )}
      </Read>
    </View>
  )
}

export type StepProps = {
  view: MatterView
  onDone: (after: MatterView, text: string) => void
  onRefused: (message: string) => void
}

function Whole({ view, found, onDone, onRefused }: StepProps & { found: Asked<Found> }) {
  const now = productNow()
  const me = useSession((session) => session.me?.id)
  const may = (action: string) => view.can.some((can) => can.action === action)
  const { lawyer, decision } = view.detail
  const aside = lawyer || decision || may('aid.candidates') || may('aid.reviewClose')
  const others = view.people.filter(({ id }) => id !== me)
  return (
    <View className="stack stack--l">
      <Head view={view} />
      <DeskClocks clocks={view.clocks} now={now} />
      <View className={classes('centre__split', aside && 'centre__split--two')}>
        <View className="centre__facts stack">
          <DeskFacts view={view} />
          {may('matter.callLog') && <Ring view={view} />}
        </View>
        {aside && (
          <View className="centre__side stack">
            {may('aid.reviewClose') && <Closing view={view} onDone={onDone} onRefused={onRefused} />}
            <Holder view={view} now={now} />
            {may('aid.candidates') && <Candidates id={view.id} found={found} mayChoose={may('aid.grant')} />}
          </View>
        )}
        {may('aid.grant') && (
          <View className="centre__act">
            <Decision
              view={view}
              found={found}
              onDone={(after) => onDone(after, grantedText(after))}
              onRefused={onRefused}
            />
          </View>
        )}
      </View>
      {others.length > 0 && (
        <Section title={matterWords.people}>
          <MatterPeople people={others} onCall={dial} />
        </Section>
      )}
      <Section title={matterWords.timeline}>
        <MatterTimeline view={view} now={now} />
      </Section>
      {may('aid.withdraw') && <Withdraw id={view.id} onDone={(after) => onDone(after, words.withdrawn)} />}
    </View>
  )
}

const grantedText = ({ detail: { lawyer, escalated } }: MatterView) =>
  lawyer ? words.granted(lawyer.name) : words.grantedNobody(escalated?.to ?? '')

function Head({ view: { kind, stage, stageText, createdAt, detail } }: { view: MatterView }) {
  const role = useSession(({ me }) => me?.acting.role)
  return (
    <View className="stack stack--m">
      <Tags>
        <StageTag text={kindTexts[kind] ?? ''} />
        <StageTag text={stageText} tone={stageTone(stage)} />
        <Text className="soft">{words.sentAt(momentText(createdAt, productNow()))}</Text>
      </Tags>
      <Heading text={words.headline(detail.applicant?.name, detail.topicText)} level={2} />
      {role === 'supervisor' && <View className="soft">{words.justLook}</View>}
    </View>
  )
}

/** Whether somebody else decided while this one was still writing. */
function useUnused(view?: MatterView): boolean {
  const { draft } = useDecisionDraft(view?.id ?? '')
  const written = Boolean(draft.why || draft.chosen)
  return written && Boolean(view?.detail.decision) && !view?.can.some(({ action }) => action === 'aid.grant')
}

/** Who was first, when, and what was written in vain. */
function Unused({ view: { id, detail } }: { view: MatterView }) {
  const { draft, drop } = useDecisionDraft(id)
  const { decision } = detail
  if (!decision) return null
  return (
    <Notice tone="amber" said>
      <View>{words.decidedFirst(decision.by, momentText(decision.at, productNow()))}</View>
      <View className="soft">{grantWhy(draft.why, draft.chosen)}</View>
      <Link text={words.dropMine} onPress={drop} />
    </Notice>
  )
}
