import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import type { SheetProps } from '@/client/step'
import { Button, Buttons, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { visitWords as words } from '@/words/visit-desk'

/** Staff who call it off say why: she reads it. */
export function CancelSheet({ view, open, onClose, onDone, onRefused }: SheetProps) {
  const { draft, write, drop } = useKept(`cancel|${view.id}`, { why: '' })
  const [tried, setTried] = useState(false)
  const { send, wrong } = useCommand('visit.cancel', {
    onDone: (after) => {
      drop()
      onClose()
      onDone(after, words.cancelledDone)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  const why = draft.why.trim()
  function submit() {
    setTried(true)
    return why ? send({ id: view.id, why }) : undefined
  }
  return (
    <Sheet open={open} title={words.cancelTitle} onClose={onClose}>
      <View>{words.cancelText}</View>
      <Field
        id="visit-cancel-why"
        type="textarea"
        max={300}
        label={words.cancelWhy}
        value={draft.why}
        onChange={(typed) => write({ why: typed })}
        error={tried && !why ? words.cancelMissing : wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Buttons>
        <Button share="half" text={words.cancelKeep} onPress={onClose} />
        <Button share="half" kind="danger" text={words.cancelSend} onPress={submit} />
      </Buttons>
    </Sheet>
  )
}
