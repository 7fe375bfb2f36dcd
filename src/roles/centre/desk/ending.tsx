import { Text, View } from '@tarojs/components'
import { productNow } from '@/client/now'
import type { MatterView } from '@/contract/views'
import { Steps } from '@/pages/step-sheet'
import { Card, type Fact, Facts, Heading, Notice } from '@/ui'
import {
  courtWords,
  objectionSteps,
  terminatedWords as terminatedSays,
  terminationToldStep,
  objectionWords as words,
} from '@/words/desk-turns'
import { byAt } from '@/words/matter-page'
import { dayText, momentText } from '@/words/time'
import { may, type StepProps } from './step'

const running = ({ clocks }: MatterView, code: string) =>
  clocks.find((clock) => clock.code === code && clock.state === 'running')

/** A termination: on which of the eight grounds, why, and whether she has it (法律援助法 48). */
export function Terminated(props: StepProps) {
  const { terminated } = props.view.detail
  if (!terminated) return null
  const now = productNow()
  const { by, at, articleName, articleText, why, told, remedy } = terminated
  const clock = running(props.view, 'aid.terminate')
  return (
    <Card offer={may(props.view, 'aid.terminationTold')}>
      <Heading size="lead" level={2} text={terminatedSays.title} />
      <View className="soft">{terminatedSays.by(by, momentText(at, now))}</View>
      <View>
        <Text className="strong">{articleName}</Text>
        {articleText && <View className="small soft">{articleText}</View>}
      </View>
      <View className="centre__said">{why}</View>
      {props.view.detail.objectedTo !== 'terminated' && (
        <View>
          <View className="small soft">{terminatedSays.remedyTitle}</View>
          <View>{remedy}</View>
        </View>
      )}
      {told ? (
        <View className="soft">{terminatedSays.told(told.by, momentText(told.at, now))}</View>
      ) : (
        clock && <View className="strong">{terminatedSays.due(clock.dueText)}</View>
      )}
      <Steps {...props} steps={[terminationToldStep]} />
    </Card>
  )
}

/** Her objection in her words, what it is about, and the ruling with what is left to her (法律援助法 49). */
export function Objection(props: StepProps) {
  const { view } = props
  const { objection, ruling } = view.detail
  if (!objection) return null
  // A second objection is open again, whatever was ruled on the first.
  const open = view.stage === 'objected'
  const rules = may(view, 'aid.rule')
  return (
    <Card offer={rules}>
      <Heading size="lead" level={2} text={ruling && !open ? words.ruled[ruling.decision] : words.title} />
      <Facts facts={factsOf(view, open)} />
      {open && !rules && <View className="soft">{words.waits}</View>}
      <Steps {...props} steps={objectionSteps} />
    </Card>
  )
}

function factsOf(view: MatterView, open: boolean): Fact[] {
  const { objection, objectedTo, ruling, refusal, terminated } = view.detail
  if (!objection || !objectedTo) return []
  const now = productNow()
  const against = objectedTo === 'terminated' ? terminated : refusal
  const clock = running(view, 'aid.objection')
  return [
    { label: words.said, value: <View className="centre__said">{objection.why}</View> },
    { label: words.at, value: momentText(objection.at, now) },
    {
      label: words.against,
      value: (
        <>
          <View>{words.of[objectedTo]}</View>
          {against && (
            <View className="small soft">{`${against.articleName}，${byAt(against.by, against.at, now)}`}</View>
          )}
          {against && <View className="centre__said">{against.why}</View>}
        </>
      ),
    },
    ...(clock ? [{ label: words.due, value: clock.dueText }] : []),
    ...(ruling && !open
      ? [
          { label: words.why, value: <View className="centre__said">{ruling.why}</View> },
          { label: words.by, value: byAt(ruling.by, ruling.at, now) },
          ...(ruling.remedy ? [{ label: words.remedy, value: ruling.remedy }] : []),
        ]
      : []),
  ]
}

/** The court lets it rest, or it has ended there. */
export function AtCourt({ view }: StepProps) {
  const { suspended, ended } = view.detail
  return (
    <>
      {suspended && (
        <Notice icon="pause">{courtWords.suspended(suspended.until && dayText(suspended.until, productNow()))}</Notice>
      )}
      {ended && view.stage === 'in-hand' && (
        <Notice icon="calendar">{courtWords.ended(dayText(ended.on, productNow()))}</Notice>
      )}
    </>
  )
}
