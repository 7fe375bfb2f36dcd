import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import type { MatterView } from '@/contract/views'
import { Steps } from '@/pages/step-sheet'
import { Card, type Fact, Facts, Heading } from '@/ui'
import { changeSteps, changeWords as words } from '@/words/desk-turns'
import { momentText } from '@/words/time'
import { basisFact } from './basis'
import { may, type StepProps } from './step'

/** Why it is asked whether her lawyer goes, the wall first, as it is ruled on. */
export function changeOf({ lawyer, leaving, changeAsked }: MatterView['detail']) {
  if (!lawyer) return undefined
  if (lawyer.conflict === 'frozen') return 'frozen'
  if (leaving) return 'leaving'
  return changeAsked && 'asked'
}

/** Whether her lawyer goes: who asks, when and why, and both rulings. */
export function LawyerChange(props: StepProps) {
  const { detail } = props.view
  const of = changeOf(detail)
  if (!of) return null
  const name = detail.lawyer?.name ?? ''
  const rules = may(props.view, 'aid.ruleChange')
  return (
    <Card offer={rules}>
      <Heading size="lead" level={2} text={of === 'leaving' ? words.leaving(name) : words[of]} />
      <View>{of === 'frozen' ? words.frozenText(name) : of === 'leaving' ? words.leavingText : words.askedText}</View>
      <Facts facts={factsOf(props.view, of, name)} />
      {of === 'asked' && (
        <View>
          <View className="small soft">{words.basis}</View>
          <View>{words.basis55}</View>
          <View>{words.basisPolicy}</View>
        </View>
      )}
      {of === 'leaving' && <View className="small soft">{words.inside}</View>}
      {rules ? (
        <Steps {...props} steps={changeSteps(of, name)} />
      ) : (
        <View className="strong">{words.waits[of === 'leaving' ? 'supervisor' : 'centre']}</View>
      )}
    </Card>
  )
}

function factsOf({ detail, clocks }: MatterView, of: 'frozen' | 'leaving' | 'asked', name: string): Fact[] {
  const now = productNow()
  const { leaving, changeAsked } = detail
  const said = (why?: string) => ({
    label: words.why,
    value: <View className="centre__said">{why || words.unsaid}</View>,
  })
  if (of === 'leaving' && leaving)
    return [
      { label: words.who, value: name },
      { label: words.at, value: momentText(leaving.at, now) },
      { label: words.cause, value: leaving.causeText },
      ...basisFact(leaving.basis),
      said(leaving.why),
    ]
  if (of === 'asked' && changeAsked) {
    const clock = clocks.find(({ code, state }) => code === 'aid.change' && state === 'running')
    return [
      { label: words.who, value: words.applicant },
      { label: words.at, value: momentText(changeAsked.at, now) },
      said(changeAsked.why),
      ...(clock ? [{ label: words.due, value: clock.dueText }] : []),
    ]
  }
  return []
}

/** Who went last, and why: for staff only. */
export function LastLeft({ view }: StepProps) {
  const { lastLeft } = view.detail
  if (!lastLeft) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.lastLeft(lastLeft.by)} />
      <View className="soft">{momentText(lastLeft.at, productNow())}</View>
      <View>{lastLeft.causeText}</View>
      {lastLeft.why && <View className="centre__said">{lastLeft.why}</View>}
      <View className="small soft">{words.inside}</View>
    </Card>
  )
}
