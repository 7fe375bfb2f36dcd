import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import { may, type StepProps, useStep } from '@/client/step'
import type { MatterView } from '@/contract/views'
import { Ring } from '@/pages/ring'
import { Button, Card, ChoiceList, Field, Heading, Notice } from '@/ui'
import { NotSent } from '@/ui/told'
import { callBackWords as words } from '@/words/command-steps'
import { momentText } from '@/words/time'

type YesNo = 'yes' | 'no'
const reachedChoices = [
  { value: 'yes', text: words.reachedYes },
  { value: 'no', text: words.reachedNo },
] as const
const satisfiedChoices = [
  { value: 'yes', text: words.satisfiedYes },
  { value: 'no', text: words.satisfiedNo },
] as const
const empty = { reached: undefined as YesNo | undefined, satisfied: undefined as YesNo | undefined, note: '' }

/** She is rung by somebody of another unit; three tries at different hours. */
export function CallBack(props: StepProps) {
  const { view } = props
  const [tried, setTried] = useState(false)
  // The next try begins on a clean card.
  const onDone: StepProps['onDone'] = (after, text) => {
    setTried(false)
    props.onDone(after, text)
  }
  const { draft, write, send, wrong } = useStep('grievance.callBack', { ...props, onDone, empty, told: toldOf })
  const { reached, satisfied } = draft
  const note = draft.note.trim()
  const { calls = [], nextCallFrom, reporter } = view.detail
  const now = productNow()

  function submit() {
    setTried(true)
    if (!reached || !note || (reached === 'yes' && !satisfied)) return
    return send({
      id: view.id,
      reached: reached === 'yes',
      note,
      ...(reached === 'yes' && { satisfied: satisfied === 'yes' }),
    })
  }
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.title} />
      <View className="soft">{words.other}</View>
      {reporter?.hours && <View>{words.hours(reporter.hours.from, reporter.hours.to)}</View>}
      {calls.length > 0 && <View>{words.tries(calls.length)}</View>}
      {nextCallFrom && nextCallFrom > now && <Notice tone="amber">{words.from(momentText(nextCallFrom, now))}</Notice>}
      {may(view, 'matter.callLog') && (
        <View className="command__ring">
          <Ring view={view} />
        </View>
      )}
      <ChoiceList<YesNo>
        id="called-reached"
        label={words.reached}
        choices={reachedChoices}
        value={reached}
        onChange={(answer) => write({ reached: answer })}
        error={tried && !reached ? words.reachedMissing : wrong.fields.reached}
      />
      {reached === 'yes' && (
        <ChoiceList<YesNo>
          id="called-satisfied"
          label={words.satisfied}
          choices={satisfiedChoices}
          value={satisfied}
          onChange={(answer) => write({ satisfied: answer })}
          error={tried && !satisfied ? words.satisfiedMissing : wrong.fields.satisfied}
        />
      )}
      <Field
        id="called-note"
        type="textarea"
        max={500}
        label={reached === 'no' ? words.noteNot : words.note}
        value={draft.note}
        onChange={(typed) => write({ note: typed })}
        error={tried && !note ? words.noteMissing : wrong.fields.note}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </Card>
  )
}

function toldOf({ stage, detail: { closedHow, satisfied } }: MatterView): string {
  if (stage === 'checked') return words.savedNot
  if (closedHow === 'unreached') return words.savedOver
  return satisfied === false ? words.savedBad : words.saved
}
