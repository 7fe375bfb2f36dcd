import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { fill } from '@/client/register-draft'
import { after, at, DAY, dayOf } from '@/domain/time'
import { ChoiceList, DatePicker, Notice } from '@/ui'
import { custodyWords as words } from '@/words/register'
import { endText, nearDay } from '@/words/time'
import type { FieldsProps } from './form'

const ways = (['no', 'organ', 'duty-lawyer'] as const).map((value) => ({ value, text: words.ways[value] }))
type Way = (typeof ways)[number]['value']

/** Asked for in custody: when, and through whom; it is handed over within 24 hours (法律援助法 39). */
export function CustodyFields({ draft, ids, wrong }: FieldsProps) {
  const { custody, custodyDay, custodyTime } = draft
  const now = productNow()
  const dueAt = custodyDay && custodyTime ? after(at(custodyDay, custodyTime), DAY) : undefined
  return (
    <>
      <ChoiceList<Way>
        id={ids('custody.through')}
        label={words.asked}
        choices={ways}
        value={custody ?? 'no'}
        error={wrong('custody.through')}
        optional
        onChange={(way) => fill({ custody: way === 'no' ? undefined : way })}
      />
      {custody && (
        <View className="forward__pair forward__pair--near">
          <DatePicker
            id={ids('custody.askedAt')}
            label={words.day}
            value={custodyDay}
            valueText={custodyDay && nearDay(custodyDay, now)}
            latest={dayOf(now)}
            error={wrong('custody.askedAt')}
            onChange={(day) => fill({ custodyDay: day })}
          />
          <DatePicker
            id={ids('custody.time')}
            mode="time"
            label={words.time}
            value={custodyTime}
            onChange={(time) => fill({ custodyTime: time })}
          />
        </View>
      )}
      {custody && dueAt && (
        <Notice tone={dueAt > now ? undefined : 'amber'} icon="clock" said>
          {dueAt > now ? words.until(endText(dueAt, now)) : words.late(endText(dueAt, now))}
        </Notice>
      )}
    </>
  )
}
