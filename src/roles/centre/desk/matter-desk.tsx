import { Text, View } from '@tarojs/components'
import { type Asked, useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { dial } from '@/client/places'
import { useSession } from '@/client/session'
import type { Candidates as Found, MatterView } from '@/contract/views'
import {
  Button,
  Heading,
  MatterFacts,
  MatterPapers,
  MatterPeople,
  MatterTimeline,
  Notice,
  Section,
  StageTag,
  stageTone,
  Tags,
} from '@/ui'
import { kindTexts } from '@/words/aid'
import { centreWords as words } from '@/words/centre'
import { matterWords } from '@/words/matter-page'
import { momentText } from '@/words/time'
import { Read } from '../frame'
import { ToldNotice, useTold } from '../told'
import { Candidates } from './candidates'
import { DeskClocks } from './clocks'
import { Closing } from './closing'
import { Decision } from './decision'
import { useDecisionDraft } from './draft'
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
  return (
    <View className="stack stack--l">
      <ToldNotice told={told} />
      {told?.tone === 'green' && onNext && <Button kind="soft" icon="right" text={words.next} onPress={onNext} />}
      <Read {...asked}>
        {(view) => (
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
  const may = (action: string) => view.can.some((can) => can.action === action)
  return (
    <View className="stack stack--l">
      <Head view={view} />
      <DeskClocks clocks={view.clocks} now={now} />
      <View className="centre__split">
        <View className="centre__facts stack stack--l">
          <MatterFacts view={view} now={now} />
          {view.papers.length > 0 && (
            <Section title={matterWords.papers}>
              <MatterPapers papers={view.papers} />
            </Section>
          )}
        </View>
        <View className="centre__side stack">
          {may('aid.reviewClose') && <Closing view={view} onDone={onDone} onRefused={onRefused} />}
          <Holder view={view} now={now} />
          {may('aid.candidates') && <Candidates id={view.id} found={found} mayChoose={may('aid.grant')} />}
        </View>
        <View className="centre__act stack">
          {may('aid.grant') ? (
            <Decision
              view={view}
              found={found}
              onDone={(after) => onDone(after, grantedText(after))}
              onRefused={onRefused}
            />
          ) : (
            <DecidedFirst view={view} />
          )}
        </View>
      </View>
      {view.people.length > 0 && (
        <Section title={matterWords.people}>
          <MatterPeople people={view.people} onCall={dial} />
        </Section>
      )}
      <Section title={matterWords.timeline}>
        <MatterTimeline view={view} now={now} />
      </Section>
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

/** Somebody else decided while this one was still writing. */
function DecidedFirst({ view: { id, detail } }: { view: MatterView }) {
  const { draft, drop } = useDecisionDraft(id)
  const { decision } = detail
  if (!decision || (!draft.why && !draft.chosen)) return null
  return (
    <Notice tone="amber" said>
      <View>{words.decidedFirst(decision.by, momentText(decision.at, productNow()))}</View>
      {draft.why && <View className="small soft">{draft.why}</View>}
      <Button small text={words.dropMine} onPress={drop} />
    </Notice>
  )
}
