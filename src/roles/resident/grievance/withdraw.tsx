import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { Button, Buttons, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { reportPageWords as words } from '@/words/report-page'
import type { PartProps } from './whole'

/** It has settled itself; asked once more before nobody looks any longer. */
export function Withdraw({ view: { id }, code, may, put, refused }: PartProps) {
  const [open, setOpen] = useState(false)
  const { send, wrong } = useCommand('grievance.withdraw', {
    onDone: (view) => {
      setOpen(false)
      put(view)
    },
    onRefused: (message) => {
      setOpen(false)
      refused(message)
    },
  })
  if (!may('grievance.withdraw')) return null
  return (
    <>
      <Button kind="danger" text={words.withdraw} onPress={() => setOpen(true)} />
      <Sheet open={open} title={words.withdrawTitle} onClose={() => setOpen(false)}>
        <View>{words.withdrawText}</View>
        <NotSent wrong={wrong} />
        <Buttons>
          <Button share="half" text={words.withdrawKeep} onPress={() => setOpen(false)} />
          <Button
            share="half"
            kind="danger"
            text={words.withdraw}
            onPress={() => send({ id, ...(code && { code }) })}
          />
        </Buttons>
      </Sheet>
    </>
  )
}
