import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { type Asked, useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { dial } from '@/client/places'
import { useSession } from '@/client/session'
import type { Candidates as Found } from '@/contract/views'
import { AidPapers } from '@/pages/aid-papers'
import { AskHerself } from '@/pages/ask-herself'
import { Withdraw } from '@/pages/matter/withdraw'
import { Read } from '@/pages/read'
import { Recording } from '@/pages/recording'
import { Steps } from '@/pages/step-sheet'
import { ToldWays } from '@/pages/told-ways'
import { classes, Icon, isClosed, Link, MatterPeople, MatterTimeline, Section } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { centreWords as words } from '@/words/centre'
import { doubtStep, otherSteps, terminateStep } from '@/words/desk-turns'
import { matterWords } from '@/words/matter-page'
import { Assign } from './assign'
import { CallBack } from './call-back'
import { Candidates } from './candidates'
import { DeskClocks } from './clocks'
import { Closing } from './closing'
import { Decision } from './decision'
import { Doubt } from './doubt'
import { useDecisionDraft } from './draft'
import { AtCourt, Objection, Terminated } from './ending'
import { DeskFacts } from './facts'
import { Group } from './group'
import { Head } from './head'
import { Holder } from './holder'
import { changeOf, LastLeft, LawyerChange } from './lawyer-change'
import { NearAsked } from './near'
import { Notes, WriteNote } from './notes'
import { CriminalNotice } from './notice'
import { PapersAsked } from './papers-asked'
import { Rated } from './rectify'
import { Refusal } from './refusal'
import { RingUp } from './ring-up'
import { Screening } from './screening'
import { may, type StepProps } from './step'
import { Transfer } from './transfer'
import { Unused, useUnused } from './unused'
import { isLimited, isUrgent, PapersLater, Urgent, useFirstStep } from './urgent'
import { WageRoutes } from './wages'

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
  const looks = asked.value && may(asked.value, 'aid.candidates')
  const { form } = useDecisionDraft(id).draft
  // Who is first depends on what is granted.
  const chosen = asked.value && may(asked.value, 'aid.grant') && form
  const found = useAsk('aid.candidates', looks ? { id, ...(chosen && { form: chosen }) } : undefined)
  const { told, done, refused } = useTold()
  const unused = useUnused(asked.value)
  return (
    <View className="stack stack--l">
      <ToldNotice told={unused.length > 0 ? undefined : told}>
        {told?.tone === 'green' && onNext && (
          <Link text={words.next} onPress={onNext}>
            <Icon name="right" size="s" />
          </Link>
        )}
      </ToldNotice>
      <Read {...asked}>
        {(view) => (
          <>
            {unused.length > 0 && <Unused view={view} lines={unused} />}
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

type WholeProps = StepProps & { found: Asked<Found> }
const decisions = ['aid.grant', 'aid.supplementList', 'aid.refuse', 'aid.transfer']

function Whole(props: WholeProps) {
  const { view, found, onDone } = props
  const now = productNow()
  const me = useSession((session) => session.me?.id)
  const { detail } = view
  const { first, last } = tasksOf(props)
  const assigns = may(view, 'aid.assign')
  const aside = last.length > 0 || detail.lawyer || detail.decision || may(view, 'aid.candidates')
  const others = view.people.filter(({ id }) => id !== me)
  return (
    <View className="stack stack--l">
      <Head {...props} />
      <AskHerself {...props} />
      <Recording {...props} />
      {isUrgent(view) && <Urgent {...props} />}
      {first}
      <DeskClocks clocks={view.clocks} now={now} />
      <View className={classes('centre__split', aside && 'centre__split--two')}>
        <View className="centre__facts stack">
          <DeskFacts {...props} />
          {reviewing.includes(view.stage) && <Screening findings={detail.screening ?? []} />}
          {isLimited(view) && !isUrgent(view) && <Urgent {...props} />}
          <Notes notes={detail.notes ?? []} />
          <Calls {...props} />
        </View>
        {aside && (
          <View className="centre__side stack">
            {last}
            <Holder view={view} now={now} />
            {may(view, 'aid.candidates') && (
              <Candidates id={view.id} found={found} mayChoose={may(view, 'aid.grant') || assigns} />
            )}
          </View>
        )}
        {decisions.some((action) => may(view, action)) && (
          <View className="centre__act">
            <Decision {...props} />
          </View>
        )}
        {assigns && (
          <View className="centre__act">
            <Assign {...props} />
          </View>
        )}
      </View>
      {detail.topic === 'wages' && view.kind === 'aid' && !isClosed(view.stage) && <WageRoutes />}
      {others.length > 0 && (
        <Section title={matterWords.people}>
          <MatterPeople people={others} onCall={dial} />
        </Section>
      )}
      <Group {...props} />
      <AidPapers view={view} staff onDone={onDone} />
      <Section title={matterWords.timeline}>
        <MatterTimeline view={view} now={now} />
      </Section>
      <ToldWays id={view.id} />
      <Seldom {...props} />
      {may(view, 'aid.withdraw') && <Withdraw id={view.id} onDone={(after) => onDone(after, words.withdrawn)} />}
    </View>
  )
}

/** What is there and seldom needed: after all the rest. */
function Seldom(props: WholeProps) {
  const first = useFirstStep(props)
  const steps = [...(isUrgent(props.view) ? [] : [first]), terminateStep, doubtStep]
  if (!steps.some(({ action }) => may(props.view, action))) return null
  return (
    <Section title={otherSteps}>
      <Steps {...props} steps={steps} />
    </Section>
  )
}

// Once it is decided, the advice has had its day.
const reviewing = ['submitted', 'supplementing', 'refusal-unconfirmed']

/** The telephone, and what was said on it. After the closing, the card that asks for the call has its own. */
function Calls(props: StepProps) {
  const { view } = props
  const rings = may(view, 'matter.callLog') && view.stage !== 'closed'
  const notes = may(view, 'matter.note')
  if (!rings && !notes) return null
  return (
    <View className="btns">
      {rings && (
        <View className="centre__call">
          <RingUp view={view} />
        </View>
      )}
      {notes && (
        <View className="centre__call">
          <WriteNote {...props} />
        </View>
      )}
    </View>
  )
}

type Task = { waits: boolean; shown: ReactNode }

/** `first` waits for the reader's answer and stands on top, on a phone too; `last` was the last word, or waits for somebody else. */
function tasksOf(props: WholeProps) {
  const { view } = props
  const { papersAsked, refusal, transfer, callBack, rating } = view.detail
  const { terminated, providedFirst, notice, custody, suspended, ended, doubt, lastLeft } = view.detail
  const any = (...actions: string[]) => actions.some((action) => may(view, action))
  const tasks: Task[] = [
    { waits: true, shown: any('aid.reviewClose') && <Closing key="closing" {...props} /> },
    { waits: any('aid.ruleChange'), shown: changeOf(view.detail) && <LawyerChange key="change" {...props} /> },
    { waits: any('aid.rule'), shown: view.detail.objectedTo && <Objection key="objection" {...props} /> },
    { waits: any('aid.nearAnswer'), shown: any('aid.nearAnswer') && <NearAsked key="near" {...props} /> },
    { waits: any('aid.confirmRefusal'), shown: refusal && <Refusal key="refusal" {...props} /> },
    { waits: any('aid.terminationTold'), shown: terminated && <Terminated key="terminated" {...props} /> },
    { waits: any('aid.regularise'), shown: providedFirst && <PapersLater key="first" {...props} /> },
    { waits: any('aid.organTold'), shown: (notice || custody) && <CriminalNotice key="notice" {...props} /> },
    { waits: false, shown: (suspended || ended) && <AtCourt key="court" {...props} /> },
    { waits: false, shown: transfer && <Transfer key="transfer" transfer={transfer} /> },
    {
      waits: any('aid.deemedWithdrawn'),
      shown: papersAsked && <PapersAsked key="papers" {...props} asked={papersAsked} />,
    },
    { waits: any('aid.rectified', 'aid.contacted'), shown: rating && <Rated key="rated" {...props} rating={rating} /> },
    { waits: any('aid.calledBack'), shown: callBack && <CallBack key="called" {...props} calls={callBack} /> },
    { waits: any('aid.ruleFalsePromise'), shown: doubt && <Doubt key="doubt" {...props} /> },
    { waits: false, shown: lastLeft && <LastLeft key="left" {...props} /> },
  ]
  const shown = tasks.filter((task) => Boolean(task.shown))
  return {
    first: shown.filter(({ waits }) => waits).map((task) => task.shown),
    last: shown.filter(({ waits }) => !waits).map((task) => task.shown),
  }
}
