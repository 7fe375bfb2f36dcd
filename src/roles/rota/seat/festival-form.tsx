import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { RotaBoard, SeatView } from '@/contract/views'
import { addDays, after, at, dayOf, type Instant, msBetween } from '@/domain/time'
import { Button, Buttons, Card, Heading, Notice } from '@/ui'
import { FieldError } from '@/ui/field'
import { NotSent } from '@/ui/told'
import { changeWords, seatWords as words } from '@/words/rota-editor'
import { PeoplePick } from '../people-pick'
import { When } from '../when'
import type { Ends } from './layers'

type Shift = { person?: string; from: Instant; to: Instant }
type Draft = { from: Instant; to: Instant; shifts: Shift[] }
type Props = Ends & { seat: SeatView; board: RotaBoard }

/** Who stands in a seat by name while a festival lasts. A hole in it is a gap. */
export function FestivalForm({ seat, board, onDone, onRefused, onStop }: Props) {
  const [draft, setDraft] = useState<Draft>(() => begun(productNow()))
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState('')
  const { send, wrong } = useCommand('rota.saveFestival', {
    onDone: () => onDone(words.festivalSaved),
    onRefused: (message) => {
      setRefused(message)
      onRefused(message)
    },
  })
  const { from, to, shifts } = draft
  const write = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const change = (n: number, part: Partial<Shift>) =>
    write({ shifts: shifts.map((each, i) => (i === n ? { ...each, ...part } : each)) })
  const missing = missingIn(draft)
  const errors: Record<string, string | undefined> = { ...wrong.fields, ...(tried && missing) }
  function save() {
    setTried(true)
    setRefused('')
    if (Object.keys(missing).length > 0) return
    return send({ seat: seat.seat, from, to, shifts: shifts.map((each) => ({ ...each, person: each.person ?? '' })) })
  }
  return (
    <View className="stack stack--l">
      <When
        id="festival-from"
        label={words.festivalFrom}
        value={from}
        onChange={(chosen) => write({ from: chosen })}
        error={errors.from}
      />
      <When
        id="festival-to"
        label={words.festivalTo}
        value={to}
        onChange={(chosen) => write({ to: chosen })}
        error={errors.to}
      />
      {shifts.map((shift, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a shift is told apart by its place
        <Card key={n}>
          <Heading size="lead" level={3} text={words.shift(n + 1)} />
          <When
            id={`shift-${n}-from`}
            label={changeWords.from}
            value={shift.from}
            onChange={(chosen) => change(n, { from: chosen })}
            error={errors[`shifts.${n}.from`]}
          />
          <When
            id={`shift-${n}-to`}
            label={changeWords.to}
            value={shift.to}
            onChange={(chosen) => change(n, { to: chosen })}
            error={errors[`shifts.${n}.to`]}
          />
          <PeoplePick
            id={`shift-${n}-person`}
            label={words.who}
            people={board.people}
            fairness={board.fairness}
            average={board.average}
            needs={seat.languages}
            value={shift.person}
            onChange={(person) => change(n, { person })}
            error={errors[`shifts.${n}.person`]}
          />
          <Button
            small
            kind="danger"
            text={words.offShift(n + 1)}
            onPress={() => write({ shifts: shifts.filter((_, i) => i !== n) })}
          />
        </Card>
      ))}
      <FieldError id="festival-shifts" error={errors.shifts} />
      <Button icon="plus" text={words.addShift} onPress={() => write({ shifts: [...shifts, nextOf(draft)] })} />
      {refused && (
        <Notice tone="amber" said>
          {refused}
        </Notice>
      )}
      <NotSent wrong={wrong} />
      <Buttons>
        <Button share="half" text={words.stop} onPress={onStop} />
        <Button share="half" kind="main" text={words.save} onPress={save} />
      </Buttons>
    </View>
  )
}

function begun(now: Instant): Draft {
  const from = at(addDays(dayOf(now), 1), '08:00')
  const to = at(addDays(dayOf(now), 4), '08:00')
  return { from, to, shifts: [{ from, to: at(addDays(dayOf(now), 1), '20:00') }] }
}

/** Where the one before ends, and as long as it. */
function nextOf({ from, to, shifts }: Draft): Shift {
  const last = shifts.at(-1)
  if (!last) return { from, to }
  const end = after(last.to, Math.max(0, msBetween(last.from, last.to)))
  return { from: last.to, to: end > to && last.to < to ? to : end }
}

function missingIn({ from, to, shifts }: Draft): Record<string, string> {
  const each = shifts.flatMap((shift, n) => [
    ...(shift.person ? [] : [[`shifts.${n}.person`, changeWords.whoMissing]]),
    ...(shift.to <= shift.from ? [[`shifts.${n}.to`, changeWords.endsFirst]] : []),
    ...(shift.from < from || shift.to > to ? [[`shifts.${n}.from`, words.outside]] : []),
  ])
  return {
    ...(to <= from && { to: changeWords.endsFirst }),
    ...(shifts.length === 0 && { shifts: words.shiftsMissing }),
    ...Object.fromEntries(each),
  }
}
