import { View } from '@tarojs/components'
import type { Asked } from '@/client/ask'
import { productNow } from '@/client/now'
import type { Candidates, MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Steps } from '@/pages/step-sheet'
import { Card, type Fact, Facts, Heading, StageTag } from '@/ui'
import { asRead, firstStep, firstWords, lastDayText, regulariseStep, urgentWords as words } from '@/words/desk-turns'
import { birthText, byAt } from '@/words/matter-page'
import type { Step } from '@/words/step'
import { momentText } from '@/words/time'
import { useChosen } from './decision'
import type { StepProps } from './step'

type Props = StepProps & { found: Asked<Candidates> }
const undecided = ['submitted', 'supplementing', 'refusal-unconfirmed']

/** Whether somebody must say now if it is provided before it is examined (法律援助法 44). */
export const isUrgent = ({ stage, detail }: MatterView): boolean =>
  detail.urgent !== undefined && undecided.includes(stage)
export const isLimited = ({ stage, detail }: MatterView): boolean =>
  detail.limitation !== undefined && undecided.includes(stage)

/** From what, until which day, how many days are left; and the step. */
export function Urgent(props: Props) {
  const { view } = props
  const now = productNow()
  const urgent = isUrgent(view)
  const step = useFirstStep(props, true)
  return (
    <Card offer={urgent}>
      <Heading size="lead" level={2} text={urgent ? words.title : words.quiet} />
      <Facts facts={daysOf(view, now)} />
      <View className="small soft">{words.judge}</View>
      {urgent && <View>{words.law}</View>}
      {urgent && <Steps {...props} steps={[step]} />}
    </Card>
  )
}

/** Providing it first, with whoever would be assigned. */
export function useFirstStep({ view, found }: Props, main = false): Step {
  const { chosen, lawyer } = useChosen(view.id, found)
  return firstStep(lawyer && { lawyer: lawyer.lawyer, name: lawyer.name, why: chosen?.why }, main)
}

function daysOf({ detail }: MatterView, now: Instant): Fact[] {
  const { urgent, deadline, limitation, employment } = detail
  const { still, ended, claimed } = employment ?? {}
  const worked = [
    still && words.still,
    ended && words.ended(birthText(ended)),
    claimed && words.claimed(birthText(claimed)),
  ].filter((line): line is string => Boolean(line))
  return [
    ...(deadline ? [{ label: words.own, value: lastDayText(deadline, now) }] : []),
    ...(limitation
      ? [
          {
            label: words.limitation,
            value: (
              <>
                <View className="strong">{lastDayText(limitation.day, now)}</View>
                <View>{words.from(birthText(limitation.from))}</View>
              </>
            ),
          },
          {
            label: words.source,
            value: (
              <>
                <View className="small">{asRead(limitation.source)}</View>
                {!limitation.certain && <StageTag tone="amber" text={words.uncertain} />}
                {limitation.toConfirm && <View className="small soft">{asRead(limitation.toConfirm)}</View>}
              </>
            ),
          },
        ]
      : []),
    ...(worked.length > 0
      ? [{ label: words.employment, value: worked.map((line) => <View key={line}>{line}</View>) }]
      : []),
    ...(urgent?.toPreserve ? [{ label: words.preserve, value: words.toPreserve }] : []),
    ...(urgent ? [{ label: words.since, value: momentText(urgent.at, now) }] : []),
  ]
}

/** What was provided first, until its papers are whole and after. */
export function PapersLater(props: StepProps) {
  const { providedFirst } = props.view.detail
  if (!providedFirst) return null
  const now = productNow()
  const { groundText, why, by, at, regularised } = providedFirst
  const clock = props.view.clocks.find(({ code, state }) => code === 'aid.regularise' && state === 'running')
  return (
    <Card offer={!regularised}>
      <Heading size="lead" level={2} text={regularised ? firstWords.done : firstWords.title} />
      <Facts
        facts={[
          { label: firstWords.ground, value: groundText },
          ...(why ? [{ label: firstWords.why, value: <View className="centre__said">{why}</View> }] : []),
          { label: firstWords.by, value: byAt(by, at, now) },
          ...(clock ? [{ label: firstWords.due, value: clock.dueText }] : []),
          ...(regularised ? [{ label: firstWords.whole, value: byAt(regularised.by, regularised.at, now) }] : []),
        ]}
      />
      {!regularised && <View className="small soft">{firstWords.hint}</View>}
      <Steps {...props} steps={[regulariseStep]} />
    </Card>
  )
}
