import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { after, at, type Day, dayOf, HOUR, type Instant, MINUTE, timeOf } from '@/domain/time'
import { Button, ChoiceList, DatePicker, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { waitWords as words } from '@/words/ask'
import { momentText, nearDay } from '@/words/time'
import type { PartProps } from './stage'

type Choice = keyof typeof words.laterChoices
const spans: Record<Exclude<Choice, 'own'>, number> = { half: 30 * MINUTE, hour: HOUR, two: 2 * HOUR }
const names: readonly Choice[] = ['half', 'hour', 'two', 'own']

/** Rather be rung at an hour that suits her. */
export function Later({ view: { id, detail }, now, code, put, again }: PartProps) {
  const [openedAt, setOpenedAt] = useState<Instant>()
  const [choice, setChoice] = useState<Choice>('half')
  const [day, setDay] = useState<Day>(dayOf(now))
  const [time, setTime] = useState('')
  const [refused, setRefused] = useState('')
  const { send, wrong } = useCommand('question.ringLater', {
    onDone: (view) => {
      setOpenedAt(undefined)
      put(view)
    },
    onRefused: (message) => {
      setRefused(message)
      again()
    },
  })
  // What she read is what is sent, also a minute later.
  const from = openedAt ?? now
  const moment = (each: Choice): Instant | undefined =>
    each === 'own' ? (time ? at(day, time) : undefined) : wholeMinute(after(from, spans[each]))
  const chosen = moment(choice)
  const past = chosen !== undefined && chosen <= now

  function open() {
    setRefused('')
    setOpenedAt(now)
  }
  const go = () => chosen && send({ id, at: chosen, ...(code && { code }) })

  return (
    <>
      <Button share="half" icon="clock" text={words.later} onPress={open} />
      <Sheet open={openedAt !== undefined} title={words.laterTitle} onClose={() => setOpenedAt(undefined)}>
        <View>{words.laterText}</View>
        {!detail.asker?.phone && <Notice tone="amber">{words.laterNoPhone}</Notice>}
        <ChoiceList<Choice>
          id="later-when"
          label={words.laterTitle}
          labelUnseen
          choices={names.map((value) => ({ value, text: textOf(value, moment(value), now) }))}
          value={choice}
          onChange={setChoice}
        />
        {choice === 'own' && (
          <>
            <DatePicker
              id="later-day"
              label={words.laterDay}
              value={day}
              valueText={nearDay(day, now)}
              earliest={dayOf(now)}
              onChange={setDay}
            />
            <DatePicker
              id="later-time"
              mode="time"
              label={words.laterTime}
              value={time}
              error={past ? words.laterPast : undefined}
              onChange={setTime}
            />
          </>
        )}
        {refused && (
          <Notice tone="amber" said>
            {refused}
          </Notice>
        )}
        <NotSent wrong={wrong.fields.at ? { text: wrong.fields.at } : wrong} />
        {chosen && !past && <Button kind="main" text={words.laterAt(momentText(chosen, now))} onPress={go} />}
      </Sheet>
    </>
  )
}

const textOf = (choice: Choice, moment: Instant | undefined, now: Instant) =>
  choice === 'own' || !moment ? words.laterChoices[choice] : `${words.laterChoices[choice]}，${momentText(moment, now)}`

const wholeMinute = (instant: Instant): Instant => at(dayOf(instant), timeOf(instant))
