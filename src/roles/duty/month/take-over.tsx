import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { Read } from '@/pages/read'
import { Button, ChoiceList, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { untilText } from '@/words/duty'
import { monthWords as words } from '@/words/duty-month'
import type { Ends } from './index'

/** Somebody can't, and I stand in for the rest of the shift. */
export function TakeOver({ onDone, onRefused }: Ends) {
  const [open, setOpen] = useState(false)
  const seats = useAsk('rota.seats', open ? {} : undefined)
  const [seat, setSeat] = useState<string>()
  const on = useAsk('rota.whoIsOn', seat ? { seat } : undefined)
  const [why, setWhy] = useState('')
  const [missing, setMissing] = useState(false)
  const onClose = () => setOpen(false)
  const { send, wrong } = useCommand('rota.takeOver', {
    onDone: ({ to }) => {
      onClose()
      onDone(words.takeOverDone(untilText(to, productNow())))
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  function take() {
    setMissing(!seat)
    const reason = why.trim()
    // Whom I saw there: had somebody else taken over meanwhile, I am told so and don't relieve him.
    const there = (on.value?.items ?? []).filter(({ gap }) => !gap)
    const out = there.length === 1 ? there[0]?.person : undefined
    return seat ? send({ seat, ...(out && { out }), ...(reason && { why: reason }) }) : undefined
  }
  return (
    <View>
      <Button icon="person" text={words.takeOver} onPress={() => setOpen(true)} />
      <Sheet open={open} title={words.takeOver} onClose={onClose}>
        <View className="soft">{words.takeOverText}</View>
        <Read value={seats.value} failed={seats.failed} again={seats.again} cards={1} lines={4}>
          {({ items }) => (
            <ChoiceList
              id="take-over-seat"
              label={words.takeOverSeat}
              choices={items.map(({ seat: value, name }) => ({ value, text: name }))}
              value={seat}
              onChange={(chosen) => {
                setSeat(chosen)
                setMissing(false)
              }}
              error={missing ? words.takeOverMissing : wrong.fields.seat}
            />
          )}
        </Read>
        <Field
          id="take-over-why"
          optional
          label={words.takeOverWhy}
          value={why}
          onChange={setWhy}
          error={wrong.fields.why}
        />
        <NotSent wrong={wrong} />
        <Button kind="main" text={words.takeOverSend} onPress={take} />
      </Sheet>
    </View>
  )
}
