import { Text, View } from '@tarojs/components'
import { type Asked, useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { dial, go, places } from '@/client/places'
import { useSession } from '@/client/session'
import { may, type StepProps } from '@/client/step'
import type { DispatchAdvice, MatterView } from '@/contract/views'
import { AskHerself } from '@/pages/ask-herself'
import { Notes } from '@/pages/grievance-steps/notes'
import { Papers } from '@/pages/grievance-steps/papers'
import { Reassign } from '@/pages/grievance-steps/reassign'
import { Rectify } from '@/pages/grievance-steps/rectify'
import { Resume } from '@/pages/grievance-steps/suspend'
import { lastStep, Unused, useUnused } from '@/pages/grievance-steps/unused'
import { Read } from '@/pages/read'
import { Recording } from '@/pages/recording'
import { reportedFile } from '@/pages/reported-file'
import { ToldWays } from '@/pages/told-ways'
import { Button, Card, Heading, Icon, Link, MatterPeople, MatterTimeline, Notice, Section } from '@/ui'
import {
  GrievanceClocks,
  GrievanceCourse,
  GrievanceHead,
  GrievanceOutcome,
  GrievanceReport,
} from '@/ui/grievance-facts'
import { ToldNotice, useTold } from '@/ui/told'
import { commandWords as words } from '@/words/command'
import { callBackWords, checkWords, objectedWords } from '@/words/command-steps'
import { grievanceFactsWords } from '@/words/grievance-facts'
import { momentText } from '@/words/time'
import { Accept } from './accept'
import { CallBack } from './call-back'
import { Check } from './check'
import { SimilarOnes } from './compare'
import { Dispatch } from './dispatch'
import { Others } from './others'
import { RuleExtension } from './rule-extension'
import { RuleReturn } from './rule-return'
import { Upper } from './upper'

const EVERY_MS = 15_000

type DeskProps = {
  id: string
  /** After a step: the list beside is no longer true. */
  onStep?: () => void
  onNext?: () => void
}

/** One grievance on the command seat's desk: how it stands, what was said, and the next step where there is one. */
export function MatterDesk({ id, onStep, onNext }: DeskProps) {
  const { put, ...asked } = useAsk('matter.get', { id }, EVERY_MS)
  const looks = asked.value && may(asked.value, 'grievance.advice')
  const advice = useAsk('grievance.advice', looks ? { id } : undefined)
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
        {told?.tone === 'amber' && asked.value && <First view={asked.value} />}
      </ToldNotice>
      <Read {...asked}>
        {(view) => (
          <>
            {unused && <Unused view={view} lines={unused} />}
            <Whole
              view={view}
              advice={advice}
              onDone={(after, text) => {
                put(after)
                done(text)
                onStep?.()
              }}
              onRefused={(message) => {
                refused(message)
                void asked.again()
                void advice.again()
                onStep?.()
              }}
            />
          </>
        )}
      </Read>
    </View>
  )
}

/** After a refusal: what was done last, by whom. */
function First({ view }: { view: MatterView }) {
  const last = lastStep(view)
  if (!last) return null
  return <View className="small">{words.lastStep(last.by ?? '', momentText(last.at, productNow()), last.text)}</View>
}

type WholeProps = StepProps & { advice: Asked<DispatchAdvice> }

function Whole(props: WholeProps) {
  const { view, advice } = props
  const now = productNow()
  const { me } = useSession()
  const tasks = tasksOf(props, me?.acting.role === 'command')
  const others = view.people.filter(({ id }) => id !== me?.id)
  const responsible = view.people.find(({ role }) => role === 'responsible')
  return (
    <View className="stack stack--l">
      <View className="stack stack--s">
        <GrievanceHead view={view} now={now} />
        {(responsible || may(view, 'matter.reassign')) && (
          <View className="command__line">
            {responsible && <Text className="soft">{words.responsible(responsible.name)}</Text>}
            {may(view, 'matter.reassign') && <Reassign {...props} />}
          </View>
        )}
        {me?.acting.role === 'supervisor' && view.can.length === 0 && <View className="soft">{words.justLook}</View>}
      </View>
      <AskHerself {...props} />
      <Recording {...props} />
      <GrievanceClocks clocks={view.clocks} now={now} />
      <View className="command__split command__split--two">
        <View className="command__facts stack">
          <GrievanceReport view={view} now={now} file={reportedFile} />
          {advice.value && !view.detail.follows && <SimilarOnes {...props} similar={advice.value.similar} />}
        </View>
        <View className="command__side stack">
          {tasks}
          <Others {...props} />
          <Notes {...props} />
        </View>
        <View className="command__rest stack">
          <GrievanceOutcome view={view} now={now} file={reportedFile} />
          <GrievanceCourse view={view} now={now} onCall={dial} />
          <Papers {...props} />
          {others.length > 0 && (
            <Section title={grievanceFactsWords.people}>
              <MatterPeople people={others} onCall={dial} />
            </Section>
          )}
          <Section title={grievanceFactsWords.timeline}>
            <MatterTimeline view={view} now={now} />
          </Section>
          <ToldWays id={view.id} />
        </View>
      </View>
    </View>
  )
}

/** What waits for this desk now. */
function tasksOf(props: WholeProps, mine: boolean) {
  const { view, advice } = props
  const { detail } = view
  const bad = detail.satisfied === false || (detail.rating && detail.rating.stars <= 2)
  return [
    may(view, 'grievance.accept') && <Accept key="accept" {...props} advice={advice} />,
    may(view, 'grievance.dispatch') && <Dispatch key="dispatch" {...props} advice={advice} />,
    may(view, 'grievance.ruleReturn') && <RuleReturn key="ruling" {...props} advice={advice} />,
    may(view, 'grievance.ruleExtend') && <RuleExtension key="extension" {...props} />,
    may(view, 'grievance.resume') && <Resume key="resume" {...props} />,
    may(view, 'grievance.check') && <Check key="check" {...props} />,
    mine && view.stage === 'resolved' && !may(view, 'grievance.check') && (
      <Notice key="own-result">{checkWords.own}</Notice>
    ),
    may(view, 'grievance.callBack') && <CallBack key="call-back" {...props} />,
    mine && view.stage === 'checked' && !may(view, 'grievance.callBack') && (
      <Notice key="own-call">{callBackWords.other}</Notice>
    ),
    bad && !detail.putRight && (may(view, 'grievance.contacted') || may(view, 'grievance.rectified')) && (
      <Rectify key="rectify" {...props} />
    ),
    may(view, 'grievance.ruleObjection') && <Objected key="objected" id={view.id} />,
    detail.upper && !detail.upper.answered && may(view, 'grievance.upperAnswer') && <Upper key="upper" {...props} />,
  ].filter(Boolean)
}

/** A supervisor's ruling has a page of its own. */
const Objected = ({ id }: { id: string }) => (
  <Card offer>
    <Heading size="lead" level={2} text={objectedWords.title} />
    <View className="soft">{objectedWords.text}</View>
    <Button kind="main" text={objectedWords.open} onPress={() => void go(places.objections, { id })} />
  </Card>
)
