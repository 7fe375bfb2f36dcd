import { View } from '@tarojs/components'
import { useState } from 'react'
import { type SheetProps, useStep } from '@/client/step'
import { Button, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { sendBackWords as words } from '@/words/command'

const empty = { items: '' }
const MOST = 6
const LONGEST = 100

/** What is missing, all of it at once: she is asked only one time. */
export function SendBackSheet(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('grievance.sendBack', { ...props, empty, told: words.sent })
  const [tried, setTried] = useState(false)
  const items = [...new Set(draft.items.split('\n').map((line) => line.trim()))].filter(Boolean)
  const bad = problemOf(items)
  function submit() {
    setTried(true)
    return bad ? undefined : send({ id: props.view.id, items })
  }
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View>{words.text}</View>
      <Field
        id="send-back-items"
        type="textarea"
        max={600}
        label={words.items}
        value={draft.items}
        onChange={(typed) => write({ items: typed })}
        error={tried ? (bad ?? wrong.fields.items) : wrong.fields.items}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </Sheet>
  )
}

function problemOf(items: readonly string[]): string | undefined {
  if (items.length === 0) return words.itemsMissing
  if (items.length > MOST) return words.tooMany
  return items.some((item) => item.length > LONGEST) ? words.tooLong : undefined
}
