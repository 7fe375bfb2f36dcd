import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import { type SheetProps, useStep } from '@/client/step'
import { UntilPicker, untilOf } from '@/pages/grievance-steps/until'
import { Button, Field, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { endText } from '@/words/time'
import { extendWords as words } from '@/words/unit-desk'

const empty = { day: '', hour: '17:30', why: '' }

/** More time, asked for once and before it is due; the new date is shown before it is asked for. */
export function ExtendSheet(props: SheetProps) {
  const { view } = props
  const { draft, write, send, wrong } = useStep('grievance.extend', { ...props, empty, told: words.told })
  const [tried, setTried] = useState(false)
  const now = productNow()
  const until = untilOf(draft)
  const why = draft.why.trim()
  const running = view.clocks.filter(({ state }) => state === 'running')
  function submit() {
    setTried(true)
    return until && why ? send({ id: view.id, until, why }) : undefined
  }
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View>{words.text}</View>
      {running.map(({ code, generation, title, dueText }) => (
        <View key={`${code}.${generation}`} className="soft">
          {words.now(title, dueText)}
        </View>
      ))}
      <UntilPicker
        id="extend-until"
        day={words.day}
        hour={words.hour}
        value={draft}
        onChange={write}
        error={tried && !until ? words.untilMissing : wrong.fields.until}
      />
      {until && <Notice>{words.asked(endText(until, now))}</Notice>}
      <Field
        id="extend-why"
        type="textarea"
        max={500}
        label={words.why}
        value={draft.why}
        onChange={(typed) => write({ why: typed })}
        error={tried && !why ? words.whyMissing : wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </Sheet>
  )
}
