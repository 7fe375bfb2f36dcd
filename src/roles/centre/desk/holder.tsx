import { View } from '@tarojs/components'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Card, CardLine, Heading, PersonCard } from '@/ui'
import { centreWords as words } from '@/words/centre'
import { formWords } from '@/words/desk-turns'
import { formTexts } from '@/words/matter-page'
import { momentText } from '@/words/time'

/** Who has it by now, or who looks for somebody; and who decided, when, why. */
export function Holder({ view: { detail, stage }, now }: { view: MatterView; now: Instant }) {
  const { lawyer, decision, escalated, form } = detail
  if (!lawyer && !decision && !escalated) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.holder} />
      {lawyer && (
        <PersonCard
          name={lawyer.name}
          lines={[
            lawyer.org,
            words.reasons(lawyer.reasons),
            (stage === 'assigned' || lawyer.conflict !== 'clear') && words[lawyer.conflict],
          ].filter((line): line is string => Boolean(line))}
        />
      )}
      {escalated && !lawyer && <View>{words.searching(escalated.to, momentText(escalated.at, now))}</View>}
      {decision && (
        <>
          <CardLine />
          <View className="soft">{words.decision(decision.by, momentText(decision.at, now))}</View>
          {form && <View>{formWords.given(formTexts[form] ?? form)}</View>}
          {decision.why && <View className="centre__said">{decision.why}</View>}
        </>
      )}
    </Card>
  )
}
