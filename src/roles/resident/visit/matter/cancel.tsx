import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { Button, Buttons, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { visitPageWords as words } from '@/words/visit-page'
import type { PartProps } from './whole'

/** It needn't be; asked once more. What was typed stays when it can't be sent. */
export function Cancel({ view: { id }, may, done, refused }: PartProps) {
  const [open, setOpen] = useState(false)
  const { draft, write, drop } = useKept<{ why: string }>(`cancel|${id}`, { why: '' })
  const { send, wrong } = useCommand('visit.cancel', {
    onDone: (after) => {
      setOpen(false)
      drop()
      done(after, words.cancelled)
    },
    onRefused: (message) => {
      setOpen(false)
      refused(message)
    },
  })
  if (!may('visit.cancel')) return null
  const why = draft.why.trim()
  return (
    <>
      <Button kind="danger" text={words.cancel} onPress={() => setOpen(true)} />
      <Sheet open={open} title={words.cancelTitle} onClose={() => setOpen(false)}>
        <View>{words.cancelText}</View>
        <Field
          id="visit-cancel-why"
          type="textarea"
          label={words.cancelWhy}
          value={draft.why}
          error={wrong.fields.why}
          max={300}
          optional
          onChange={(typed) => write({ why: typed })}
        />
        <NotSent wrong={wrong} />
        <Buttons>
          <Button share="half" text={words.cancelKeep} onPress={() => setOpen(false)} />
          <Button share="half" kind="danger" text={words.cancel} onPress={() => send({ id, ...(why && { why }) })} />
        </Buttons>
      </Sheet>
    </>
  )
}
