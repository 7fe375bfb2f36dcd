import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { type Day, dayOf, nextDay, startOf } from '@/domain/time'
import type { Mine } from '@/pages/duty/on-duty'
import { Button, Buttons, Card, CardLine, Facts, Heading } from '@/ui'
import { NotSent } from '@/ui/told'
import { fullDay, hoursText, hourText } from '@/words/duty'
import { markTexts, monthWords as words } from '@/words/duty-month'
import { around, markOf, neighbours, type Shift, shiftsOn } from './days'
import type { Ends } from './index'
import { LeaveSheet } from './leave-sheet'
import { SwapSheet } from './swap-sheet'

type DayCardProps = Ends & { day: Day; mine: Mine }

/** A chosen day: my shift with who comes before and after, and what I may do about it; or a wish. */
export function DayCard({ day, mine, ...ends }: DayCardProps) {
  const shifts = shiftsOn(day, mine.shifts)
  const now = productNow()
  return (
    <Card>
      {shifts.map((shift, at) => (
        <View key={`${shift.seat} ${shift.start}`} className="stack">
          {at > 0 && <CardLine />}
          <OneShift day={day} shift={shift} {...ends} />
        </View>
      ))}
      {shifts.length === 0 && (
        <View>
          <Heading text={fullDay(day)} />
          <View className="soft">{words.dayNone}</View>
        </View>
      )}
      {(mine.leaves ?? [])
        .filter(({ from, to }) => from < startOf(nextDay(day)) && startOf(day) < to && to > now)
        .map(({ leave }) => (
          <LeaveBack key={leave} leave={leave} {...ends} />
        ))}
      {day > dayOf(now) && (
        <>
          <CardLine />
          <Wish day={day} rather={mine.wishes?.find((each) => each.day === day)?.rather} {...ends} />
        </>
      )}
    </Card>
  )
}

function OneShift({ day, shift, ...ends }: Ends & { day: Day; shift: Shift }) {
  const [open, setOpen] = useState<'leave' | 'swap'>()
  const now = productNow()
  const { value } = useAsk('rota.shifts', { seat: shift.seat, ...around(shift) })
  const { before, after } = neighbours(shift, (value ?? []) as Shift[])
  const line = (other: Shift | undefined, at: string | undefined) =>
    !other || other.gap ? words.nobody : [other.name, at && words.since(at)].filter(Boolean).join('，')
  return (
    <View className="stack">
      <View>
        <Heading text={`${fullDay(day)}，${markTexts[markOf(shift)].long}`} />
        <Text className="block soft">{`${hoursText(shift.start, shift.end)}，${shift.seatText}`}</Text>
        <Text className="block small soft">{words.why(shift.why)}</Text>
      </View>
      <Facts
        facts={[
          { label: words.before, value: value ? line(before, before && hourText(before.start)) : '' },
          { label: words.after, value: value ? line(after, after && hourText(after.start)) : '' },
        ]}
      />
      {shift.end > now && (
        <Buttons>
          <Button share="half" text={words.leave} onPress={() => setOpen('leave')} />
          {shift.start > now && <Button share="half" icon="swap" text={words.swap} onPress={() => setOpen('swap')} />}
        </Buttons>
      )}
      <LeaveSheet open={open === 'leave'} shift={shift} onClose={() => setOpen(undefined)} {...ends} />
      <SwapSheet open={open === 'swap'} shift={shift} onClose={() => setOpen(undefined)} {...ends} />
    </View>
  )
}

/** A leave that isn't needed any more: whoever was to cover it hears so. */
function LeaveBack({ leave, onDone, onRefused }: Ends & { leave: string }) {
  const { send, wrong } = useCommand('rota.leaveBack', { onDone: () => onDone(words.leaveBackDone), onRefused })
  return (
    <View className="stack stack--m">
      <NotSent wrong={wrong} />
      <Button text={words.leaveBack} onPress={() => send({ leave })} />
    </View>
  )
}

/** For the next month's draft: this day rather, or rather not. */
function Wish({ day, rather, onDone, onRefused }: Ends & { day: Day; rather?: boolean }) {
  const { send, wrong } = useCommand('rota.wish', { onDone: () => onDone(words.wishDone), onRefused })
  return (
    <View className="stack stack--m">
      <Text className="block strong">{words.wish}</Text>
      <View className="small soft">{words.wishText}</View>
      <NotSent wrong={wrong} />
      <Buttons>
        <Button
          share="half"
          icon={rather === true ? 'check' : undefined}
          text={words.wishYes}
          onPress={() => send({ day, rather: true })}
        />
        <Button
          share="half"
          icon={rather === false ? 'check' : undefined}
          text={words.wishNo}
          onPress={() => send({ day, rather: false })}
        />
      </Buttons>
    </View>
  )
}
