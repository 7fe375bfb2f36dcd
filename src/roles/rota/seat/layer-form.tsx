import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { RotaBoard, SeatView } from '@/contract/views'
import { type Repeat, repeats } from '@/domain/rota-layers'
import { type Day, dayOf, isDay } from '@/domain/time'
import { Button, Buttons, ChoiceList, DatePicker, Field, Notice } from '@/ui'
import { NotSent } from '@/ui/told'
import { repeatTexts, seatWords as words } from '@/words/rota-editor'
import { isTime } from '../when'
import type { Ends } from './layers'
import { type InOrder, OrderedPeople } from './ordered-people'

type Draft = {
  people: InOrder[]
  every: Repeat
  handover: string
  anchor: Day
  narrow: 'all' | 'some'
  from: string
  to: string
  priority: string
}
type Props = Ends & { seat: SeatView; layer?: SeatView['layers'][number]; board: RotaBoard }

const turns = repeats.map((value) => ({ value, text: repeatTexts[value] }))
const widths = [
  { value: 'all', text: words.narrowAll },
  { value: 'some', text: words.narrowSome },
] as const

/** Who takes turns, how often, and when the turn changes. */
export function LayerForm({ seat, layer, board, onDone, onRefused, onStop }: Props) {
  const [draft, setDraft] = useState<Draft>(() => begun(layer, dayOf(productNow())))
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState('')
  const { send, wrong } = useCommand('rota.saveLayer', {
    onDone: () => onDone(words.layerSaved),
    onRefused: (message) => {
      setRefused(message)
      onRefused(message)
    },
  })
  const write = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const { people, every, handover, anchor, narrow, from, to } = draft
  const priority = Number(draft.priority)
  const missing = {
    ...(people.length === 0 && { people: words.peopleMissing }),
    ...(narrow === 'some' && from === to && { to: words.sameTimes }),
    ...((!draft.priority.trim() || !Number.isFinite(priority)) && { priority: words.priorityWrong }),
  }
  const errors: Record<string, string | undefined> = { ...wrong.fields, ...(tried && missing) }
  function save() {
    setTried(true)
    setRefused('')
    if (Object.keys(missing).length > 0) return
    return send({
      seat: seat.seat,
      ...(layer && { layer: layer.layer }),
      people: people.map(({ person }) => person),
      every,
      handover,
      anchor,
      ...(narrow === 'some' && { from, to }),
      priority,
    })
  }
  return (
    <View className="stack stack--l">
      <OrderedPeople
        id="layer-people"
        people={people}
        onChange={(chosen) => write({ people: chosen })}
        board={board}
        needs={seat.languages}
        error={errors.people}
      />
      <ChoiceList<Repeat>
        id="layer-every"
        label={words.layerEvery}
        choices={turns}
        value={every}
        onChange={(chosen) => write({ every: chosen })}
        error={errors.every}
      />
      <View className="rota__two">
        <DatePicker
          id="layer-anchor"
          label={words.layerAnchor}
          value={anchor}
          onChange={(day) => isDay(day) && write({ anchor: day })}
          error={errors.anchor}
        />
        <DatePicker
          id="layer-handover"
          mode="time"
          label={words.layerHandover}
          value={handover}
          onChange={(time) => isTime(time) && write({ handover: time })}
          error={errors.handover}
        />
      </View>
      <ChoiceList
        id="layer-narrow"
        label={words.layerNarrow}
        choices={widths}
        value={narrow}
        onChange={(chosen) => write({ narrow: chosen })}
      />
      {narrow === 'some' && (
        <View className="rota__two">
          <DatePicker
            id="layer-from"
            mode="time"
            label={words.from}
            value={from}
            onChange={(time) => isTime(time) && write({ from: time })}
            error={errors.from}
          />
          <DatePicker
            id="layer-to"
            mode="time"
            label={words.to}
            value={to}
            onChange={(time) => isTime(time) && write({ to: time })}
            error={errors.to}
          />
        </View>
      )}
      <Field
        id="layer-priority"
        label={words.layerPriority}
        hint={words.layerPriorityHint}
        max={6}
        value={draft.priority}
        onChange={(typed) => write({ priority: typed })}
        error={errors.priority}
      />
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

function begun(layer: Props['layer'], today: Day): Draft {
  const { people = [], every = 'week', handover = '08:00', anchor = today, from, to, priority = 1 } = layer ?? {}
  return {
    people,
    every,
    handover,
    anchor,
    narrow: from && to ? 'some' : 'all',
    from: from ?? '08:00',
    // A picker has no 24:00; 00:00 of the next day is the same minute.
    to: to === '24:00' ? '00:00' : (to ?? '20:00'),
    priority: String(priority),
  }
}
