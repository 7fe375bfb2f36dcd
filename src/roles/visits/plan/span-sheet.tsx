import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { PlanView } from '@/contract/views'
import { at, type Day, dayOf, isDay } from '@/domain/time'
import type { VisitWay } from '@/domain/visit-types'
import { Button, DatePicker, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { nearDay } from '@/words/time'
import { visitDeskWords, planWords as words } from '@/words/visit-desk'
import { closingText, openingText } from '@/words/visit-hours'
import type { PlanPartProps } from '.'
import { FromTo, HoursFields } from './hours-fields'

type Form = {
  day: Day
  last: Day
  from: string
  to: string
  why: string
  kind?: VisitWay
  minutes: number
  capacity: number
}
type SpanSheetProps = PlanPartProps & { what: 'open' | 'close'; onClose: () => void }

/** Hours more, or none, from one instant to another. */
export function SpanSheet({ what, person, onClose, onDone, onRefused }: SpanSheetProps) {
  const [now] = useState(productNow)
  const [form, setForm] = useState<Form>(() => ({
    day: dayOf(now),
    last: dayOf(now),
    from: what === 'open' ? '09:00' : '12:00',
    to: what === 'open' ? '11:30' : '18:00',
    why: '',
    minutes: 30,
    capacity: 1,
  }))
  const [tried, setTried] = useState(false)
  const write = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const ends = (text: (after: PlanView) => string) => ({
    onDone: (after: PlanView) => {
      onClose()
      onDone(after, text(after))
    },
    onRefused: (message: string) => {
      onClose()
      onRefused(message)
    },
  })
  const open = useCommand(
    'visit.open',
    ends(() => visitDeskWords.added),
  )
  const close = useCommand(
    'visit.close',
    ends(({ orphans }) => (orphans.length > 0 ? visitDeskWords.stoppedWith(orphans.length) : visitDeskWords.stopped)),
  )
  const opens = what === 'open'
  const { kind, minutes, capacity } = form
  const why = form.why.trim()
  const whose = person ? { person } : {}
  const last = opens || form.last < form.day ? form.day : form.last
  const span = { from: at(form.day, form.from), to: at(last, form.to) }
  const { wrong } = opens ? open : close
  function submit() {
    setTried(true)
    if (opens) return kind && open.send({ ...whose, ...span, kind, minutes, capacity, ...(why && { why }) })
    return why ? close.send({ ...whose, ...span, why }) : undefined
  }
  const error = {
    kind: tried && !kind ? words.kindMissing : wrong.fields.kind,
    from: wrong.fields.from,
    to: wrong.fields.to ?? wrong.fields.minutes,
  }
  return (
    <Sheet open title={opens ? words.openTitle : words.closeTitle} onClose={onClose}>
      <View className="visits__when">
        <DayField id="span-day" label={words.day} value={form.day} onChange={(day) => write({ day })} />
        {!opens && (
          <DayField id="span-last" label={words.lastDay} value={last} onChange={(day) => write({ last: day })} />
        )}
      </View>
      {opens ? (
        <HoursFields id="span" value={form} onChange={write} error={error} />
      ) : (
        <FromTo id="span" value={form} onChange={write} error={error} />
      )}
      <Field
        id="span-why"
        label={words.why}
        optional={opens}
        max={300}
        value={form.why}
        onChange={(typed) => write({ why: typed })}
        error={tried && !opens && !why ? words.whyMissing : wrong.fields.why}
      />
      {opens && kind && (
        <View className="well" ariaRole="status">
          {words.sayBack(openingText({ way: kind, minutes, capacity, ...span }))}
        </View>
      )}
      {!opens && why && span.from < span.to && (
        <View className="well" ariaRole="status">
          {words.sayBack(closingText({ ...span, why }))}
        </View>
      )}
      <NotSent wrong={wrong} />
      <Button kind="main" text={opens ? words.openSend : words.closeSend} onPress={submit} />
    </Sheet>
  )
}

type DayFieldProps = { id: string; label: string; value: Day; onChange: (day: Day) => void }

function DayField({ id, label, value, onChange }: DayFieldProps) {
  const now = productNow()
  return (
    <DatePicker
      id={id}
      label={label}
      value={value}
      valueText={nearDay(value, now)}
      earliest={dayOf(now)}
      onChange={(day) => isDay(day) && onChange(day)}
    />
  )
}
