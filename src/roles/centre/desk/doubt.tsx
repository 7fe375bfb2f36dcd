import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { Steps } from '@/pages/step-sheet'
import { Card, Facts, Heading, Notice } from '@/ui'
import { ruleDoubtSteps, doubtWords as words } from '@/words/desk-turns'
import { byAt } from '@/words/matter-page'
import { may, type StepProps } from './step'

/** What was promised seems untrue: a person looks, and nothing waits for it (法律援助法 64). */
export function Doubt(props: StepProps) {
  const { doubt } = props.view.detail
  if (!doubt) return null
  const now = productNow()
  const { ruled } = doubt
  return (
    <Card offer={may(props.view, 'aid.ruleFalsePromise')}>
      <Heading size="lead" level={2} text={ruled ? words.ruled[ruled.found ? 'true' : 'false'] : words.title} />
      <Notice>{words.stops}</Notice>
      <Facts
        facts={[
          { label: words.what, value: <View className="centre__said">{doubt.what}</View> },
          { label: words.by, value: byAt(doubt.by, doubt.at, now) },
          ruled
            ? { label: words.why, value: <View className="centre__said">{ruled.why}</View> }
            : { label: words.to, value: doubt.to },
          ...(ruled ? [{ label: words.to, value: byAt(ruled.by, ruled.at, now) }] : []),
        ]}
      />
      {ruled?.found && <View className="small soft">{words.law}</View>}
      <Steps {...props} steps={ruleDoubtSteps} />
    </Card>
  )
}
