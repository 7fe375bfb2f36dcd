import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Steps } from '@/pages/step-sheet'
import { Card, Facts, Heading, Notice } from '@/ui'
import { byAt, refusalWords } from '@/words/matter-page'
import { residentSteps, remedyWords as words } from '@/words/remedies'

type Props = { view: MatterView; now: Instant; put: (view: MatterView) => void }

/** Where her legal aid took a turn: what it was, why, and what she can do about it. */
export function Remedies({ view, now, put }: Props) {
  const [refused, setRefused] = useState('')
  const { terminated, objection, changeAsked, changeRuled, providedFirst, suspended, objectedTo } = view.detail
  return (
    <>
      {providedFirst && !providedFirst.regularised && <Notice icon="clock">{words.providedFirst}</Notice>}
      {suspended && <Notice icon="pause">{words.suspended}</Notice>}
      {terminated && (
        <Card>
          <Heading size="lead" level={2} text={words.terminated} />
          <Facts
            facts={[
              { label: refusalWords.why, value: terminated.why },
              {
                label: refusalWords.article,
                value: (
                  <>
                    <View>{terminated.articleName}</View>
                    {terminated.articleText && <View className="soft small">{terminated.articleText}</View>}
                  </>
                ),
              },
              { label: words.terminatedBy, value: byAt(terminated.by, terminated.at, now) },
            ]}
          />
          {objectedTo !== 'terminated' && (
            <>
              <Heading size="lead" level={2} text={refusalWords.remedy} />
              <View>{terminated.remedy}</View>
            </>
          )}
        </Card>
      )}
      {objection && <Objection view={view} now={now} />}
      {changeAsked && <Notice icon="people">{words.changeAsked}</Notice>}
      {changeRuled && !changeRuled.ok && !changeAsked && <Notice icon="people">{words.changeRefused}</Notice>}
      {refused && (
        <Notice tone="amber" said>
          {refused}
        </Notice>
      )}
      <Steps view={view} steps={residentSteps} onDone={put} onRefused={setRefused} />
    </>
  )
}

function Objection({ view, now }: Pick<Props, 'view' | 'now'>) {
  const { objection, ruling } = view.detail
  if (!objection) return null
  const clock = view.clocks.find(({ code, state }) => code === 'aid.objection' && state === 'running')
  return (
    <Card>
      <Heading size="lead" level={2} text={ruling ? words.ruled[ruling.decision] : words.objection} />
      {!ruling && clock && <View>{words.objectionWaits(clock.dueText)}</View>}
      <Facts
        facts={[
          { label: words.said, value: objection.why },
          ...(ruling
            ? [
                { label: words.rulingWhy, value: ruling.why },
                { label: words.ruledBy, value: byAt(ruling.by, ruling.at, now) },
              ]
            : []),
          ...(ruling?.remedy ? [{ label: words.next, value: ruling.remedy }] : []),
        ]}
      />
    </Card>
  )
}
