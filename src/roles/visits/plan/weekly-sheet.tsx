import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { PlanView } from '@/contract/views'
import type { Day } from '@/domain/time'
import type { VisitWay } from '@/domain/visit-types'
import { Button, Buttons, classes, DatePicker, Heading, Icon, Link, Press, Sheet } from '@/ui'
import { said } from '@/ui/classes'
import { FieldError } from '@/ui/field'
import { NotSent } from '@/ui/told'
import { dayText } from '@/words/time'
import { planWords as words } from '@/words/visit-desk'
import { planText } from '@/words/visit-hours'
import type { PlanPartProps } from '.'
import { HoursFields } from './hours-fields'
import type { WeeklyPlan } from './weekly'

type Form = {
  kind?: VisitWay
  weekdays: number[]
  from: string
  to: string
  minutes: number
  capacity: number
  since: string
  until: string
}
const blank: Form = {
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '11:30',
  minutes: 30,
  capacity: 1,
  since: '',
  until: '',
}
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0]

type WeeklySheetProps = PlanPartProps & { one?: WeeklyPlan; onClose: () => void }

/** Hours that repeat: the form, and the sentence that says it back. */
export function WeeklySheet({ one, person, onClose, onDone, onRefused }: WeeklySheetProps) {
  const [form, setForm] = useState<Form>(() => (one ? formOf(one) : blank))
  const [tried, setTried] = useState(false)
  const [removing, setRemoving] = useState(false)
  const write = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const ends = (text: string) => ({
    onDone: (after: PlanView) => {
      onClose()
      onDone(after, text)
    },
    onRefused: (message: string) => {
      onClose()
      onRefused(message)
    },
  })
  const save = useCommand('visit.savePlan', ends(words.saved))
  const remove = useCommand('visit.removePlan', ends(words.removed))
  const { kind, weekdays, since, until, ...hours } = form
  const limits = { ...(since && { since }), ...(until && { until }) }
  const whose = person ? { person } : {}
  function submit() {
    setTried(true)
    if (!kind || weekdays.length === 0) return
    const place = one?.place && kind === one.kind ? { place: one.place.code } : {}
    const plan = { ...(one && { id: one.id }), kind, weekdays, ...hours, ...place, ...limits }
    return save.send({ ...whose, plan })
  }
  const wrong = (field: string) => save.wrong.fields[`plan.${field}`]
  return (
    <Sheet open title={words.formTitle} onClose={onClose}>
      <Weekdays value={weekdays} onChange={(chosen) => write({ weekdays: chosen })} />
      <FieldError
        id="plan-weekdays"
        error={tried && weekdays.length === 0 ? words.weekdaysMissing : wrong('weekdays')}
      />
      <HoursFields
        id="plan"
        value={form}
        onChange={write}
        error={{
          kind: tried && !kind ? words.kindMissing : wrong('kind'),
          from: wrong('from'),
          to: wrong('to') ?? wrong('minutes'),
        }}
      />
      <Limits since={since} until={until} onChange={write} error={wrong('until') ?? wrong('since')} />
      {kind && weekdays.length > 0 && (
        <View className="well" ariaRole="status">
          {words.sayBack(planText({ way: kind, weekdays, ...hours, ...limits }))}
        </View>
      )}
      <NotSent wrong={save.wrong} />
      {removing && one ? (
        <>
          <Heading size="lead" level={3} text={words.removeTitle} />
          <View>{words.removeText}</View>
          <NotSent wrong={remove.wrong} />
          <Button kind="danger" text={words.remove} onPress={() => remove.send({ ...whose, plan: one.id })} />
        </>
      ) : (
        <Buttons>
          {one && <Button share="half" kind="danger" text={words.remove} onPress={() => setRemoving(true)} />}
          <Button share={one ? 'half' : undefined} kind="main" text={words.save} onPress={submit} />
        </Buttons>
      )}
    </Sheet>
  )
}

const formOf = ({ kind, weekdays, from, to, minutes, capacity, since = '', until = '' }: WeeklyPlan): Form => ({
  kind,
  weekdays: weekdays.map((day) => day % 7),
  from,
  to,
  minutes,
  capacity,
  since,
  until,
})

function Weekdays({ value, onChange }: { value: number[]; onChange: (value: number[]) => void }) {
  return (
    <View className="stack stack--m">
      <Heading size="lead" level={3} text={words.weekdays} />
      <View className="chips" ariaRole="group" ariaLabel={words.weekdays}>
        {MONDAY_FIRST.map((day) => {
          const on = value.includes(day)
          return (
            <Press
              key={day}
              className={classes('chip', on && 'chip--on')}
              onClick={() => onChange(on ? value.filter((each) => each !== day) : [...value, day])}
              ariaRole="checkbox"
              ariaChecked={said(on)}
            >
              {on && <Icon name="check" size="s" />}
              <Text>{words.days[day]}</Text>
            </Press>
          )
        })}
      </View>
    </View>
  )
}

type LimitsProps = {
  since: string
  until: string
  onChange: (part: { since?: string; until?: string }) => void
  error?: string
}

/** Always, unless he says from when or until when. */
function Limits({ since, until, onChange, error }: LimitsProps) {
  const [open, setOpen] = useState(Boolean(since || until))
  if (!open)
    return (
      <View>
        <Link small text={words.limited} onPress={() => setOpen(true)} />
      </View>
    )
  return (
    <View className="visits__when">
      <DatePicker
        id="plan-since"
        label={words.since}
        value={since}
        valueText={since && dayText(since as Day)}
        onChange={(day) => onChange({ since: day })}
      />
      <DatePicker
        id="plan-until"
        label={words.until}
        value={until}
        valueText={until && dayText(until as Day)}
        onChange={(day) => onChange({ until: day })}
        error={error}
      />
    </View>
  )
}
