import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { dial, places, replace } from '@/client/places'
import { useSession } from '@/client/session'
import { may, type StepProps } from '@/client/step'
import type { MatterView } from '@/contract/views'
import { Notes } from '@/pages/grievance-steps/notes'
import { Papers } from '@/pages/grievance-steps/papers'
import { Reassign } from '@/pages/grievance-steps/reassign'
import { Rectify } from '@/pages/grievance-steps/rectify'
import { Resume } from '@/pages/grievance-steps/suspend'
import { Unused, useUnused } from '@/pages/grievance-steps/unused'
import { Read } from '@/pages/read'
import { Recording } from '@/pages/recording'
import { reportedFile } from '@/pages/reported-file'
import { Icon, Link, MatterPeople, MatterTimeline, Notice, Section } from '@/ui'
import {
  GrievanceClocks,
  GrievanceCourse,
  GrievanceHead,
  GrievanceOutcome,
  GrievanceReport,
} from '@/ui/grievance-facts'
import { ToldNotice, useTold } from '@/ui/told'
import { grievanceFactsWords } from '@/words/grievance-facts'
import { unitDeskWords as words } from '@/words/unit-desk'
import { Help } from '../steps/help'
import { MediationPapers } from '../steps/mediation-papers'
import { Sign } from '../steps/sign'
import { Ways } from '../steps/ways'

const EVERY_MS = 15_000

type DeskProps = {
  id: string
  /** After a step: the list beside is no longer true. */
  onStep?: () => void
  onNext?: () => void
}

/** One report on the desk of a unit that has it, helps with it or had it. */
export function MatterDesk({ id, onStep, onNext }: DeskProps) {
  const { put, ...asked } = useAsk('matter.get', { id }, EVERY_MS)
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
            {unused && <Unused view={view} lines={unused} />}
            <Whole
              view={view}
              onDone={(after, text) => {
                put(after)
                done(text)
                onStep?.()
              }}
              onRefused={(message) => {
                refused(message)
                void asked.again()
                onStep?.()
              }}
            />
          </>
        )}
      </Read>
    </View>
  )
}

function Whole(props: StepProps) {
  const { view } = props
  const ours = useRef(false)
  if (view.asUnit) ours.current = true
  // What one entered for another is read on the page that she reads it on.
  const entered = !ours.current
  useEffect(() => {
    if (entered) void replace(places.grievance, { id: view.id })
  }, [entered, view.id])
  if (entered) return null
  return view.asUnit === 'main' || view.asUnit === 'with' ? <Ours {...props} /> : <Left view={view} />
}

/** It left this unit: only how it stands is told. */
function Left({ view }: { view: MatterView }) {
  return (
    <>
      <GrievanceHead view={view} now={productNow()} />
      <Notice>{words.former}</Notice>
    </>
  )
}

function Ours(props: StepProps) {
  const { view } = props
  const now = productNow()
  const me = useSession((session) => session.me)
  const tasks = tasksOf(props, me?.acting.unit)
  const others = view.people.filter(({ id }) => id !== me?.id)
  const responsible = view.people.find(({ role }) => role === 'responsible')
  return (
    <View className="stack stack--l">
      <View className="stack stack--s">
        <GrievanceHead view={view} now={now} />
        {(responsible || may(view, 'matter.reassign')) && (
          <View className="unitdesk__line">
            {responsible && <Text className="soft">{words.responsible(responsible.name)}</Text>}
            {may(view, 'matter.reassign') && <Reassign {...props} />}
          </View>
        )}
      </View>
      <Recording {...props} />
      <GrievanceClocks clocks={view.clocks} now={now} />
      <View className="unitdesk__split">
        <View className="unitdesk__facts stack">
          <GrievanceReport view={view} now={now} file={reportedFile} />
        </View>
        <View className="unitdesk__side stack">
          {tasks.length > 0 ? tasks : <View className="soft">{words.readOnly}</View>}
          <Notes {...props} />
        </View>
        <View className="unitdesk__rest stack">
          <GrievanceOutcome view={view} now={now} file={reportedFile} />
          <MediationPapers view={view} />
          <GrievanceCourse view={view} now={now} onCall={dial} />
          <Papers {...props} />
        </View>
      </View>
      {others.length > 0 && (
        <Section title={grievanceFactsWords.people}>
          <MatterPeople people={others} onCall={dial} />
        </Section>
      )}
      {view.timeline.length > 0 && (
        <Section title={grievanceFactsWords.timeline}>
          <MatterTimeline view={view} now={now} />
        </Section>
      )}
    </View>
  )
}

/** What waits for this unit now. */
function tasksOf(props: StepProps, unit: string | undefined) {
  const { view } = props
  const helping = view.asUnit === 'with'
  const bad = (may(view, 'grievance.contacted') || may(view, 'grievance.rectified')) && isBad(view)
  return [
    may(view, 'grievance.sign') && <Sign key="sign" {...props} />,
    helping && may(view, 'grievance.respond') && <Help key="help" {...props} answered={hasAnswered(view, unit)} />,
    may(view, 'grievance.resume') && <Resume key="resume" {...props} />,
    bad && <Rectify key="rectify" {...props} />,
    !helping && ['grievance.respond', 'grievance.resolve'].some((each) => may(view, each)) && (
      <Ways key="ways" {...props} />
    ),
  ].filter(Boolean)
}

const isBad = ({ detail }: MatterView) =>
  (detail.satisfied === false || (detail.rating !== undefined && detail.rating.stars <= 2)) && !detail.putRight

const hasAnswered = ({ detail }: MatterView, unit: string | undefined) =>
  (detail.with ?? []).some(({ code, answered }) => code === unit && answered)
