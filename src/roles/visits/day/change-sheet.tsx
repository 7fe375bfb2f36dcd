import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { PlanView } from '@/contract/views'
import { at, type Day, type Instant, nextDay, startOf } from '@/domain/time'
import { Button, Buttons, Heading, Link, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { nearDay } from '@/words/time'
import { wayTexts } from '@/words/visit'
import { spanText, visitDeskWords as words } from '@/words/visit-desk'

type Half = 'morning' | 'afternoon' | 'day'
type Span = { from: Instant; to: Instant }

/** What is closed: the whole half of a working day. */
const closedIn: Record<Half, (day: Day) => Span> = {
  morning: (day) => ({ from: at(day, '06:00'), to: at(day, '12:00') }),
  afternoon: (day) => ({ from: at(day, '12:00'), to: at(day, '18:00') }),
  day: (day) => ({ from: startOf(day), to: startOf(nextDay(day)) }),
}
/** What is opened: office hours. */
const openedIn = {
  morning: (day: Day): Span => ({ from: at(day, '09:00'), to: at(day, '11:30') }),
  afternoon: (day: Day): Span => ({ from: at(day, '14:30'), to: at(day, '17:30') }),
}
const halves = ['morning', 'afternoon', 'day'] as const
const reasons = ['court', 'away'] as const

type ChangeProps = {
  day: Day
  plan?: PlanView
  onClose: () => void
  onDone: (after: PlanView, text: string) => void
  onRefused: (message: string) => void
}

/** A morning or an afternoon closed, or opened, by one tap. */
export function ChangeSheet({ day, plan, onClose, onDone, onRefused }: ChangeProps) {
  const [now] = useState(productNow)
  const ends = (told: (after: PlanView) => string) => ({
    onDone: (after: PlanView) => {
      onClose()
      onDone(after, told(after))
    },
    onRefused: (message: string) => {
      onClose()
      onRefused(message)
    },
  })
  const close = useCommand(
    'visit.close',
    ends(({ orphans }) => (orphans.length > 0 ? words.stoppedWith(orphans.length) : words.stopped)),
  )
  const open = useCommand(
    'visit.open',
    ends(() => words.added),
  )
  const usual = plan?.plans.find(({ kind }) => kind !== 'home')
  const hours = {
    kind: usual?.kind ?? 'office',
    minutes: usual?.minutes ?? 30,
    capacity: usual?.capacity ?? 1,
    ...(usual?.place && { place: usual.place.code }),
  } as const
  const ahead = ({ to }: Span) => to > now
  return (
    <Sheet open title={words.changeTitle(nearDay(day, now))} onClose={onClose}>
      <Heading size="lead" level={3} text={words.stop} />
      <View className="soft">{words.stopText}</View>
      {reasons.map((reason) => (
        <Buttons key={reason}>
          {halves
            .filter((half) => ahead(closedIn[half](day)))
            .map((half) => (
              <Button
                key={half}
                small
                share="third"
                text={`${words.halves[half]}${words.reasons[reason]}`}
                onPress={() => close.send({ ...closedIn[half](day), why: words.reasons[reason] })}
              />
            ))}
        </Buttons>
      ))}
      <NotSent wrong={close.wrong} />
      <Heading size="lead" level={3} text={words.add} />
      <View className="soft">{words.addText}</View>
      <Buttons>
        {(['morning', 'afternoon'] as const)
          .map((half) => ({ half, span: openedIn[half](day) }))
          .filter(({ span }) => ahead(span))
          .map(({ half, span }) => (
            <Button
              key={half}
              small
              share="half"
              icon="plus"
              text={`${spanText(span.from, span.to)} ${wayTexts[hours.kind]}`}
              onPress={() => open.send({ ...span, ...hours })}
            />
          ))}
      </Buttons>
      <NotSent wrong={open.wrong} />
      <View>
        <Link text={words.other} onPress={() => void go(places.visitPlan)} />
      </View>
    </Sheet>
  )
}
