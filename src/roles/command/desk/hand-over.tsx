import { View } from '@tarojs/components'
import { useState } from 'react'
import { type SheetProps, useStep } from '@/client/step'
import { Button, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { handOverWords as words } from '@/words/command'

const empty = { to: words.usual, record: '' }

/** What belongs to the discipline bodies goes to them and to no unit, with a record. */
export function HandOverSheet(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('grievance.handOver', {
    ...props,
    empty,
    told: ({ detail }) => words.sent(detail.handedOver?.to ?? ''),
  })
  const [tried, setTried] = useState(false)
  const [to, record] = [draft.to.trim(), draft.record.trim()]
  function submit() {
    setTried(true)
    return to && record ? send({ id: props.view.id, to, record }) : undefined
  }
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View>{words.text}</View>
      <Field
        id="hand-over-to"
        max={100}
        label={words.to}
        value={draft.to}
        onChange={(typed) => write({ to: typed })}
        error={tried && !to ? words.toMissing : wrong.fields.to}
      />
      <Field
        id="hand-over-record"
        type="textarea"
        max={1000}
        label={words.record}
        value={draft.record}
        onChange={(typed) => write({ record: typed })}
        error={tried && !record ? words.recordMissing : wrong.fields.record}
      />
      <NotSent wrong={wrong} />
      <Button kind="danger" text={words.send} onPress={submit} />
    </Sheet>
  )
}
