import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { dayOf, type Instant, at as instantAt } from '@/domain/time'
import { Button, DatePicker, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { untilText, dutyWords as words } from '@/words/duty'

type AwaySheetProps = {
  open: boolean
  choices: Instant[]
  onClose: () => void
  onDone: (text: string) => void
  onRefused: (message: string) => void
}

/** Until when he is in court or with somebody: one tap for what is usual, a clock for the rest. */
export function AwaySheet({ open, choices, onClose, onDone, onRefused }: AwaySheetProps) {
  const now = productNow()
  const [time, setTime] = useState('')
  const [past, setPast] = useState(false)
  const { send, wrong } = useCommand('rota.away', {
    onDone: ({ until }) => {
      onClose()
      onDone(words.awayDone(untilText(until ?? now, now)))
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  function sendTime() {
    const until = instantAt(dayOf(productNow()), time)
    setPast(until <= productNow())
    return until > productNow() ? send({ until }) : undefined
  }
  return (
    <Sheet open={open} title={words.awayTitle} onClose={onClose}>
      <View>{words.awayText}</View>
      <NotSent wrong={wrong} />
      <View className="stack">
        {choices.map((until) => (
          <Button key={until} text={words.awayTo(untilText(until, now))} onPress={() => send({ until })} />
        ))}
      </View>
      <DatePicker
        id="away-until"
        mode="time"
        label={words.awayOther}
        value={time}
        onChange={(picked) => {
          setPast(false)
          setTime(picked)
        }}
        error={past ? words.awayPast : wrong.fields.until}
      />
      {time && <Button kind="main" text={words.awaySend} onPress={sendTime} />}
    </Sheet>
  )
}
