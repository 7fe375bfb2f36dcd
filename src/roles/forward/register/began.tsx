import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { productNow } from '@/client/now'
import { beganAt, fill } from '@/client/register-draft'
import { at, dayOf, timeOf } from '@/domain/time'
import { DatePicker, goTo, Link } from '@/ui'
import { registerWords as words } from '@/words/register'
import { momentText, nearDay } from '@/words/time'
import type { FieldsProps } from './form'

/** When the call or visit began: the promise runs from there, so it may be put back, never forward. */
export function Began({ draft, ids, wrong }: FieldsProps) {
  const [open, setOpen] = useState(false)
  const began = beganAt(draft)
  const now = productNow()
  const shown = open || Boolean(wrong('callFrom'))
  const time = ids('callFrom')
  // Opened on purpose: what she wants to change is under her fingers.
  useEffect(() => {
    if (open) goTo(time)
  }, [open, time])

  function reset() {
    setOpen(false)
    fill({ callFrom: undefined })
  }

  return (
    <View className="field">
      <View className="field__label">{words.began}</View>
      <View className="forward__chosen">
        <View ariaRole="status">
          <Text className="strong">{words.beganAt(momentText(began, now))}</Text>
          <Text className="small soft">{draft.callFrom ? words.beganSet : words.beganOpened}</Text>
        </View>
        {shown ? (
          <Link text={words.beganReset} onPress={reset} />
        ) : (
          <Link text={words.beganChange} onPress={() => setOpen(true)} />
        )}
      </View>
      {shown && (
        <View className="forward__pair forward__pair--near">
          <DatePicker
            id={time}
            mode="time"
            label={words.beganTime}
            value={timeOf(began)}
            error={wrong('callFrom')}
            onChange={(chosen) => chosen && fill({ callFrom: at(dayOf(began), chosen) })}
          />
          <DatePicker
            id={ids('callDay')}
            label={words.beganDay}
            value={dayOf(began)}
            valueText={nearDay(dayOf(began), now)}
            latest={dayOf(now)}
            onChange={(day) => day && fill({ callFrom: at(day, timeOf(began)) })}
          />
        </View>
      )}
    </View>
  )
}
