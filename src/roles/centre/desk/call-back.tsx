import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import type { AidDetail } from '@/contract/views'
import { Button, Card, ChoiceList, Field, Heading, type Level, Notice, Stars } from '@/ui'
import { NotSent } from '@/ui/told'
import { afterWords as words } from '@/words/centre-more'
import { momentText } from '@/words/time'
import { RingUp } from './ring-up'
import { may, type StepProps, useStep } from './step'

type Calls = NonNullable<AidDetail['callBack']>

/** A closed matter of the sample: somebody else than the reviewer asks the person how it went. */
export function CallBack({ calls, ...props }: StepProps & { calls: Calls }) {
  const mayCall = may(props.view, 'aid.calledBack')
  const reached = calls.tries.some((each) => each.reached)
  return (
    <Card offer={mayCall && !calls.done}>
      <Heading size="lead" level={2} text={reached ? words.called : words.callBack} />
      {calls.tries.map(({ at, by, reached, note }) => (
        <View key={at}>
          <View className="soft">{words.tryText(by, momentText(at, productNow()), reached)}</View>
          {note && <View className="centre__said">{note}</View>}
        </View>
      ))}
      {calls.done && !reached && <View>{words.givenUp}</View>}
      {!calls.done && (mayCall ? <Call {...props} /> : <Notice>{words.callBackOther}</Notice>)}
    </Card>
  )
}

type Reached = 'yes' | 'no'
const answers = [
  { value: 'yes', text: words.reachedYes },
  { value: 'no', text: words.reachedNo },
] as const
const empty = { reached: undefined as Reached | undefined, stars: undefined as Level | undefined, note: '' }

function Call(props: StepProps) {
  const { view } = props
  const { draft, write, send, wrong } = useStep('aid.calledBack', {
    ...props,
    empty,
    told: ({ detail }) => (detail.callBack?.done ? words.savedReached : words.savedNot),
  })
  const [tried, setTried] = useState(false)
  const { reached, stars } = draft
  const note = draft.note.trim()

  function submit() {
    setTried(true)
    if (!reached || (reached === 'yes' && !stars)) return
    return send({ id: view.id, reached: reached === 'yes', ...(reached === 'yes' && { stars }), ...(note && { note }) })
  }
  return (
    <>
      <View>{words.callBackText}</View>
      {may(view, 'matter.callLog') && <RingUp view={view} />}
      <ChoiceList<Reached>
        id="called-reached"
        label={words.reached}
        choices={answers}
        value={reached}
        onChange={(answer) => write({ reached: answer })}
        error={tried && !reached ? words.reachedMissing : wrong.fields.reached}
      />
      {reached === 'yes' && (
        <Stars
          id="called-stars"
          label={words.stars}
          value={stars}
          onChange={(given) => write({ stars: given })}
          error={tried && !stars ? words.starsMissing : wrong.fields.stars}
        />
      )}
      <Field
        id="called-note"
        type="textarea"
        max={500}
        optional
        label={reached === 'no' ? words.notReachedNote : words.note}
        value={draft.note}
        onChange={(typed) => write({ note: typed })}
        error={wrong.fields.note}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.save} onPress={submit} />
    </>
  )
}
