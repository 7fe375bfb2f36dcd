import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { Button, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { reportPageWords as words } from '@/words/report-page'
import type { PartProps } from './whole'

/** The result is wrong, and why: a supervisor looks at it. */
export function ObjectTo({ view: { id, stage }, code, may, put, refused }: PartProps) {
  const [open, setOpen] = useState(false)
  const [tried, setTried] = useState(false)
  const { draft, write, drop } = useKept<{ why: string }>(`object|${id}`, { why: '' })
  const { send, wrong } = useCommand('grievance.object', {
    onDone: (view) => {
      setOpen(false)
      drop()
      put(view)
    },
    onRefused: (message) => {
      setOpen(false)
      refused(message)
    },
  })
  if (!may('grievance.object')) return null

  function sendIt() {
    setTried(true)
    const why = draft.why.trim()
    if (why) return send({ id, why, ...(code && { code }) })
  }
  return (
    <>
      <Button
        icon="alert"
        text={stage === 'declined' ? words.objectDeclined : words.object}
        onPress={() => setOpen(true)}
      />
      <Sheet open={open} title={words.objectTitle} onClose={() => setOpen(false)}>
        <View>{words.objectText}</View>
        <Field
          id="object-why"
          type="textarea"
          label={words.objectWhy}
          value={draft.why}
          error={wrong.fields.why ?? (tried && !draft.why.trim() ? words.objectMissing : undefined)}
          max={1000}
          onChange={(why) => write({ why })}
        />
        <NotSent wrong={wrong} />
        <Button kind="main" icon="send" text={words.objectSend} onPress={sendIt} />
      </Sheet>
    </>
  )
}
