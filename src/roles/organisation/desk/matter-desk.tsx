import { View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { dial, places, restart } from '@/client/places'
import { useSession } from '@/client/session'
import type { MatterView } from '@/contract/views'
import { Read } from '@/pages/read'
import {
  Button,
  Card,
  CardLine,
  type Fact,
  Facts,
  Heading,
  MatterClocks,
  MatterHead,
  MatterPeople,
  MatterTimeline,
  PersonCard,
  Rows,
  Section,
} from '@/ui'
import { NotSent, ToldNotice, useTold } from '@/ui/told'
import { partyTexts } from '@/words/aid'
import { matterWords } from '@/words/matter-page'
import { reasonsText, organisationWords as words } from '@/words/organisation'
import { momentText } from '@/words/time'
import { Swap } from './swap'

const EVERY_MS = 15_000

type DeskProps = {
  id: string
  /** After a step: the list beside is no longer true. */
  onStep?: () => void
}

/** One assignment as the firm sees it: names, its lawyer, its limits, and the firm's own two steps. */
export function MatterDesk({ id, onStep }: DeskProps) {
  const { put, ...asked } = useAsk('matter.get', { id }, EVERY_MS)
  const { told, done, refused } = useTold()
  const step = {
    onDone: (after: MatterView, text: string) => {
      put(after)
      done(text)
      onStep?.()
    },
    onRefused: (message: string) => {
      refused(message)
      void asked.again()
      onStep?.()
    },
  }
  return (
    <View className="stack stack--l">
      <ToldNotice told={told} />
      <Read {...asked}>{(view) => (view.clocks.length === 0 ? <Left /> : <Whole view={view} {...step} />)}</Read>
    </View>
  )
}

type StepProps = {
  view: MatterView
  onDone: (after: MatterView, text: string) => void
  onRefused: (message: string) => void
}

function Whole(props: StepProps) {
  const { view } = props
  const now = productNow()
  const me = useSession((session) => session.me?.id)
  const { applicant, topicText, lawyer } = view.detail
  const others = view.people.filter(({ id }) => id !== me && id !== lawyer?.id)
  return (
    <View className="orgdesk__matter">
      <View className="orgdesk__head stack">
        <MatterHead view={{ ...view, title: words.headline(applicant?.name, topicText) }} now={now} level={2} />
        <Card>
          <MatterClocks clocks={view.clocks} now={now} />
        </Card>
      </View>
      <View className="orgdesk__act stack stack--l">
        <Steps {...props} />
      </View>
      <View className="orgdesk__rest stack stack--l">
        <Names view={view} />
        {others.length > 0 && (
          <Section title={matterWords.people}>
            <MatterPeople people={others} onCall={(phone) => void dial(phone)} />
          </Section>
        )}
        {view.timeline.length > 0 && (
          <Section title={matterWords.timeline}>
            <MatterTimeline view={view} now={now} />
          </Section>
        )}
      </View>
    </View>
  )
}

/** Its lawyer, and what the firm may do. */
function Steps(props: StepProps) {
  const { view } = props
  const { lawyer, confirmed } = view.detail
  const may = (action: string) => view.can.some((can) => can.action === action)
  const phone = view.people.find(({ id }) => id === lawyer?.id)?.phone
  const swaps = may('aid.swapInside')
  return (
    <>
      {may('aid.confirm') && (
        <Section title={words.toDo}>
          <Card offer>
            <Confirming {...props} />
          </Card>
        </Section>
      )}
      {lawyer && (
        <Section title={words.lawyer}>
          <Card>
            <PersonCard
              name={lawyer.name}
              lines={[standingText(view), reasonsText(lawyer.reasons)].filter(Boolean)}
              onCall={phone ? () => void dial(phone) : undefined}
            />
            {confirmed && (
              <View className="small soft">
                {words.confirmed(confirmed.by, momentText(confirmed.at, productNow()))}
              </View>
            )}
            {swaps && (
              <>
                <CardLine />
                <Swap {...props} />
              </>
            )}
          </Card>
        </Section>
      )}
      {!may('aid.confirm') && !swaps && <View className="soft">{words.nothingToDo}</View>}
    </>
  )
}

const HELD = ['assigned', 'in-hand']
const standingText = ({ stage, detail: { lawyer } }: MatterView) =>
  lawyer && (lawyer.conflict === 'frozen' || HELD.includes(stage)) ? words[lawyer.conflict] : ''

function Confirming({ view, onDone, onRefused }: StepProps) {
  const { send, wrong } = useCommand('aid.confirm', {
    onDone: (after) => onDone(after, words.confirmDone),
    onRefused,
  })
  return (
    <>
      <View>{words.confirmText}</View>
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.confirm} onPress={() => send({ id: view.id })} />
    </>
  )
}

function Names({ view: { detail } }: { view: MatterView }) {
  const { applicant, parties = [] } = detail
  const facts: Fact[] = [
    ...(applicant ? [{ label: words.applicant, value: applicant.name }] : []),
    ...Object.entries(partyTexts).flatMap(([role, label]) => {
      const names = parties.filter((party) => party.role === role).map(({ name }) => name)
      return names.length > 0 ? [{ label, value: names.join('、') }] : []
    }),
  ]
  return (
    <Section title={words.names}>
      <Rows>
        <Facts facts={facts} />
        {parties.length === 0 && <View className="soft orgdesk__hint">{words.noParties}</View>}
      </Rows>
      <View className="small soft">{words.namesHint}</View>
    </Section>
  )
}

/** It was given elsewhere: nothing of it is the firm's to see. */
function Left() {
  return (
    <Card>
      <Heading text={words.left} level={1} />
      <View>{words.leftText}</View>
      <Button kind="main" text={words.backToList} onPress={() => void restart(places.organisationList)} />
    </Card>
  )
}
