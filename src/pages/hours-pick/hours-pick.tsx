import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useAsk } from '@/client/ask'
import { problemOf } from '@/client/failed'
import { productNow } from '@/client/now'
import { dial } from '@/client/places'
import type { Slots, SlotView } from '@/contract/views'
import { addDays, type Day, dayOf } from '@/domain/time'
import type { VisitNeed, VisitWay } from '@/domain/visit-types'
import { Button, Buttons, Card, Link, Notice, PersonCard, Problem, Skeleton } from '@/ui'
import { FieldError } from '@/ui/field'
import { hotline } from '@/words/common'
import { hoursWords as words } from '@/words/visit-page'
import { DayStrip } from './day-strip'
import { Hours } from './hours'
import './hours-pick.css'
import { daysFrom, hoursOn } from './sorted'

export type HoursAbout = { kind: VisitWay; village?: string; need?: VisitNeed }

type HoursPickProps = {
  id: string
  about: HoursAbout
  /** The slot that is hers. */
  value?: string
  error?: string
  /** While its promise runs, that hour says so. */
  onPick: (hour: SlotView) => unknown
  onOtherWay?: () => void
  /** Somebody comes all the same, at an hour that is found later. */
  anyTime?: { chosen: boolean; onPress: () => void }
}

const WEEK = 7
// As far as hours are offered at all: thirty days, by the county's policy.
const WEEKS = 5
const EVERY_MS = 60_000

/** Days, and the hours of one of them; where there is none, who finds one. It looks again by itself. */
export function HoursPick({ id, about, value, error, onPick, onOtherWay, anyTime }: HoursPickProps) {
  const [first] = useState<Day>(() => dayOf(productNow()))
  const [week, setWeek] = useState(0)
  const [chosenDay, setDay] = useState<Day>()
  // Whoever looks for the first free day needn't leaf through empty weeks; whoever turned back may.
  const [leafing, setLeafing] = useState(false)
  const from = addDays(first, week * WEEK)
  const asked = { kind: about.kind, village: about.village, need: about.need, from, to: addDays(from, WEEK) }
  const { value: slots, failed, waiting, again } = useAsk('visit.slots', asked, EVERY_MS)
  const items = slots?.items ?? []
  const none = slots !== undefined && items.length === 0
  const last = week === WEEKS - 1

  useEffect(() => {
    if (none && !leafing && !last) setWeek(week + 1)
  }, [none, leafing, last, week])

  // Had or not: what is free has changed.
  async function pick(hour: SlotView) {
    await onPick(hour)
    void again()
  }
  function turn(by: number) {
    setLeafing(true)
    setDay(undefined)
    setWeek(week + by)
  }

  const days = daysFrom(from, WEEK)
  // So many people that not all of the week was looked at: a later day is looked at when she opens it.
  const unseen = (each: Day) => slots?.upTo !== undefined && each >= dayOf(slots.upTo)
  const free = days.filter((each) => hoursOn(items, each).length > 0)
  const day = chosenDay && days.includes(chosenDay) ? chosenDay : (dayOfSlot(items, value) ?? free[0])
  const more = useAsk('visit.slots', day && unseen(day) ? { ...asked, from: day, to: addDays(day, 1) } : undefined)
  const shown = day && (unseen(day) ? more.value && hoursOn(more.value.items, day) : hoursOn(items, day))
  const full = none && last && !leafing

  if (waiting || (none && !leafing && !last)) return <Skeleton cards={2} />
  return (
    <View id={id} className="stack stack--l">
      {failed && !slots && <Problem {...problemOf(failed, again)} />}
      {failed && slots && <Notice tone="amber">{words.stale}</Notice>}
      <FieldError id={id} error={error} />
      {full && <Full otherwise={slots.otherwise} />}
      {slots && !full && (
        <>
          <DayStrip days={days} items={items} unseen={unseen} value={day} onChange={setDay} />
          <Buttons>
            {week > 0 && <Button small share="half" text={words.earlier} onPress={() => turn(-1)} />}
            {!last && <Button small share="half" text={words.later} onPress={() => turn(1)} />}
          </Buttons>
          {more.waiting && <Skeleton cards={1} />}
          {more.failed && !shown && <Problem {...problemOf(more.failed, more.again)} />}
          {day && shown && shown.length > 0 && (
            <Hours key={day} day={day} items={shown} value={value} way={about.kind} onPick={pick} />
          )}
          {(!day || shown?.length === 0) && (
            <View className="soft" ariaRole="status">
              {day ? words.none : words.noneHere}
            </View>
          )}
        </>
      )}
      {anyTime && (
        <View className="stack stack--s">
          <Button
            icon={anyTime.chosen ? 'check' : 'home'}
            text={words.anyTime}
            kind={anyTime.chosen ? 'soft' : 'plain'}
            onPress={anyTime.onPress}
          />
          <View className="small soft">{words.anyTimeMore}</View>
        </View>
      )}
      {onOtherWay && (
        <View>
          <Link icon="swap" text={words.otherWay} onPress={onOtherWay} />
        </View>
      )}
    </View>
  )
}

const dayOfSlot = (items: readonly SlotView[], slot: string | undefined): Day | undefined => {
  const mine = items.find((each) => each.slot === slot)
  return mine && dayOf(mine.start)
}

/** Nothing in all those days: a person finds one. */
function Full({ otherwise }: { otherwise: Slots['otherwise'] }) {
  const phone = otherwise?.phone
  return (
    <Notice tone="amber">
      <View className="stack stack--m">
        <View className="strong">{words.full}</View>
        <View>{otherwise ? words.fullText : words.fullNobody(hotline)}</View>
        {otherwise && (
          <Card>
            <PersonCard
              name={otherwise.name}
              lines={[otherwise.text]}
              onCall={phone ? () => void dial(phone) : undefined}
            />
          </Card>
        )}
      </View>
    </Notice>
  )
}
