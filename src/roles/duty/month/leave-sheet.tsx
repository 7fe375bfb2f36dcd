import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { dayOf, nextDay, startOf } from '@/domain/time'
import { Button, ChoiceList, DatePicker, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { fullDay, shiftText } from '@/words/duty'
import { monthWords as words } from '@/words/duty-month'
import { type SheetProps, useOthers } from './swap-sheet'

const NOBODY = 'nobody'
type What = 'shift' | 'days'

/** I am away: for this shift or for whole days; a cover is asked and may say no. */
export function LeaveSheet({ open, onClose, shift, onDone, onRefused }: SheetProps) {
  const now = productNow()
  const { others = [] } = useOthers(open ? shift.seat : undefined)
  const [what, setWhat] = useState<What>('shift')
  const [first, setFirst] = useState(dayOf(shift.start))
  const [last, setLast] = useState(dayOf(shift.start))
  const [why, setWhy] = useState('')
  const [cover, setCover] = useState(NOBODY)
  const [backwards, setBackwards] = useState(false)
  const name = others.find(([id]) => id === cover)?.[1]
  const { send, wrong } = useCommand('rota.leave', {
    onDone: () => {
      onClose()
      onDone(name ? words.leaveDoneCover(name) : words.leaveDone)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  function leave() {
    setBackwards(what === 'days' && last < first)
    if (what === 'days' && last < first) return
    const running = shift.start <= now
    const span =
      what === 'shift'
        ? { from: running ? now : shift.start, to: shift.end }
        : { from: startOf(first), to: startOf(nextDay(last)) }
    const reason = why.trim()
    return send({ ...span, ...(reason && { why: reason }), ...(cover !== NOBODY && { cover }) })
  }
  return (
    <Sheet open={open} title={words.leave} onClose={onClose}>
      <View className="soft">{words.leaveText}</View>
      <ChoiceList<What>
        id="leave-what"
        label={words.leaveWhat}
        choices={[
          { value: 'shift', text: words.leaveShift(shiftText(shift.start, shift.end, now)) },
          { value: 'days', text: words.leaveDays },
        ]}
        value={what}
        onChange={setWhat}
      />
      {what === 'days' && (
        <>
          <DatePicker
            id="leave-from"
            label={words.leaveFrom}
            value={first}
            valueText={fullDay(first)}
            earliest={dayOf(now)}
            onChange={setFirst}
            error={wrong.fields.from}
          />
          <DatePicker
            id="leave-to"
            label={words.leaveTo}
            value={last}
            valueText={fullDay(last)}
            earliest={dayOf(now)}
            onChange={setLast}
            error={backwards ? words.leaveBackwards : wrong.fields.to}
          />
        </>
      )}
      <ChoiceList
        id="leave-cover"
        label={words.leaveCover}
        choices={[{ value: NOBODY, text: words.leaveNoCover }, ...others.map(([value, text]) => ({ value, text }))]}
        value={cover}
        onChange={setCover}
        error={wrong.fields.cover}
      />
      <Field id="leave-why" optional label={words.leaveWhy} value={why} onChange={setWhy} error={wrong.fields.why} />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.leaveSend} onPress={leave} />
    </Sheet>
  )
}
