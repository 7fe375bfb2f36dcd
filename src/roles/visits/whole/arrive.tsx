import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { SheetProps } from '@/client/step'
import { Button, Heading, Link, Sheet } from '@/ui'
import { FieldError } from '@/ui/field'
import { NotSent } from '@/ui/told'
import { meetWords as words } from '@/words/visit-desk'
import { DIGITS, Keys } from './keys'

/** They met: by the digits she shows, or by his word alone, which the history then says. */
export function ArriveSheet({ view, open, onClose, onDone, onRefused }: SheetProps) {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const [without, setWithout] = useState(false)
  // Over a line nobody shows anything.
  const afar = view.detail.kind === 'phone' || view.detail.kind === 'video'
  function close() {
    setTyped('')
    setTried(false)
    setWithout(false)
    onClose()
  }
  const { send, wrong } = useCommand('visit.arrive', {
    onDone: (after) => {
      close()
      onDone(after, afar ? words.spokeDone : words.arrived)
    },
    onRefused: (message) => {
      close()
      onRefused(message)
    },
  })
  function check() {
    setTried(true)
    return typed.length === DIGITS ? send({ id: view.id, code: typed }) : undefined
  }
  const { fields, ...rest } = wrong
  const missing = tried && typed.length < DIGITS ? words.arriveMissing : undefined
  if (afar)
    return (
      <Sheet open={open} title={words.spokeTitle} onClose={close}>
        <View>{words.spokeText}</View>
        <NotSent wrong={rest} />
        <Button kind="main" icon="phone" text={words.spoke} onPress={() => send({ id: view.id })} />
      </Sheet>
    )
  return (
    <Sheet open={open} title={words.arriveTitle} onClose={close}>
      {without ? (
        <View className="stack">
          <Heading size="lead" level={3} text={words.withoutTitle} />
          <View>{words.withoutText}</View>
          <NotSent wrong={rest} />
          <Button kind="main" text={words.withoutSend} onPress={() => send({ id: view.id })} />
        </View>
      ) : (
        <>
          <View className="soft">{words.arriveText}</View>
          <Keys value={typed} onChange={setTyped} />
          <FieldError id="visit-digits" error={missing ?? (fields.code ? words.arriveWrong : undefined)} />
          <NotSent wrong={rest} />
          <Button kind="main" text={words.arriveSend} onPress={check} />
          <View>
            <Link small text={words.without} onPress={() => setWithout(true)} />
          </View>
        </>
      )}
    </Sheet>
  )
}
