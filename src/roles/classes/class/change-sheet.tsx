import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { Occurrence } from '@/domain/classes'
import { dayOf, timeOf } from '@/domain/time'
import { Button, Chips, DatePicker, Field, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { classDeskWords as words } from '@/words/classes-desk'
import { nearDay } from '@/words/time'

type ChangeProps = { id: string; on: Occurrence; onClose: () => void; onDone: () => void }

/** One day held at another time, not held, or held as planned after all. */
export function ChangeSheet({ id, on, onClose, onDone }: ChangeProps) {
  const now = productNow()
  const [kind, setKind] = useState<'moved' | 'cancelled' | 'as-planned'>('moved')
  const [day, setDay] = useState(on.day)
  const [start, setStart] = useState(timeOf(on.startAt))
  const [why, setWhy] = useState('')
  const [lost, setLost] = useState('')
  const { send, wrong } = useCommand('class.change', { onDone, onRefused: setLost })
  const chips = [
    { value: 'moved' as const, text: words.move },
    { value: 'cancelled' as const, text: words.cancel },
    ...(on.state === 'on' ? [] : [{ value: 'as-planned' as const, text: words.restore }]),
  ]
  const change = () =>
    send({
      id,
      date: on.date,
      kind,
      ...(kind === 'moved' && { day, start }),
      ...(kind !== 'as-planned' && why.trim() && { why: why.trim() }),
    })
  return (
    <Sheet open title={words.changeTitle} onClose={onClose}>
      <View className="soft">{words.changeText}</View>
      {lost && (
        <Notice tone="red" said>
          {lost}
        </Notice>
      )}
      <Chips label={words.changeTitle} value={kind} onChange={setKind} chips={chips} />
      {kind === 'moved' && (
        <>
          <DatePicker
            id="change-day"
            label={words.newDay}
            value={day}
            valueText={nearDay(day, now)}
            earliest={dayOf(now)}
            onChange={setDay}
            error={wrong.fields.day}
          />
          <DatePicker
            id="change-start"
            mode="time"
            label={words.newStart}
            value={start}
            onChange={setStart}
            error={wrong.fields.start}
          />
        </>
      )}
      {kind !== 'as-planned' && (
        <Field id="change-why" label={words.why} max={200} value={why} onChange={setWhy} error={wrong.fields.why} />
      )}
      <NotSent wrong={wrong} />
      <Button
        kind={kind === 'cancelled' ? 'danger' : 'main'}
        text={chips.find((c) => c.value === kind)?.text ?? ''}
        onPress={change}
      />
    </Sheet>
  )
}
