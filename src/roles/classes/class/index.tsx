import { Text, View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, places, replace, urlOf } from '@/client/places'
import type { ClassView } from '@/contract/class-views'
import { takesPlace } from '@/domain/classes'
import { dayOf, type Instant } from '@/domain/time'
import { Frame } from '@/pages/frame'
import { Read } from '@/pages/read'
import { Button, Card, Empty, Facts, Heading, Item, Notice, Rows, Section, StageTag } from '@/ui'
import { classKindTexts, classWords as words } from '@/words/classes'
import { nearDay } from '@/words/time'
import { classId, classIn } from '../occurrence'
import { AskSheet } from './ask-sheet'
import { Questions } from './questions'
import { Steps } from './steps'

/** One class on one day: when, where, by whom; a reminder, the calendar, a question beforehand. */
export default function OneClass() {
  const { id, date } = classIn(useRouter().params)
  const asked = useAsk('class.get', id ? { id, ...(date && { date }) } : undefined)
  const { value } = asked
  const title = value?.title ?? words.page
  // The card says what everybody may know; nobody's name leaves with it.
  useShareAppMessage(() => ({
    title: words.shareTitle(title),
    path: id ? urlOf(places.classOne, { id: classId(id, value?.on?.date ?? date) }) : urlOf(places.home),
  }))
  if (!id)
    return (
      <Frame behind={places.classes} label={words.page}>
        <Empty title={words.noMore} icon="calendar" />
      </Frame>
    )
  return (
    <Frame behind={places.classes}>
      <Read {...asked} cards={1} lines={8}>
        {(view) => <Whole view={view} again={asked.again} />}
      </Read>
    </Frame>
  )
}

function Whole({ view, again }: { view: ClassView; again: () => Promise<void> }) {
  const [asking, setAsking] = useState(false)
  const { id, kind, title, about, host, audience, where, on, next, mine } = view
  const now = productNow()
  const toCome = on !== undefined && takesPlace(on.state) && on.endAt > now
  const others = next.filter(({ date }) => date !== on?.date)
  const facts = [
    ...(on ? [{ label: words.time, value: words.when(on, now) }] : []),
    { label: words.rhythm, value: words.every(view) },
    { label: words.host, value: host },
    ...(where.place ? [{ label: words.place, value: where.place }] : []),
    ...(where.channels ? [{ label: words.channels, value: where.channels }] : []),
    ...(audience ? [{ label: words.audience, value: audience }] : []),
  ]
  return (
    <>
      <View className="section">
        <Heading level={1} text={title} />
        <View className="row row--wrap row--tight">
          <StageTag tone="blue" text={classKindTexts[kind]} />
          {on && on.state !== 'on' && <StageTag tone="amber" text={words.state[on.state]} />}
        </View>
        {on && <Different on={on} now={now} />}
        {!on && <Notice>{words.noMore}</Notice>}
        <Card>
          <Facts facts={facts} />
          {about?.split('\n').map((line) => (
            <Text key={line} className="block">
              {line}
            </Text>
          ))}
        </Card>
        {on && toCome && <Steps view={view} on={on} again={again} />}
        {toCome && (
          <Card>
            <View className="soft">{words.askText}</View>
            <Button icon="ask" text={words.ask} onPress={() => setAsking(true)} />
            <Button kind="soft" text={words.askLawyer} onPress={() => void go(places.ask)} />
          </Card>
        )}
      </View>
      {mine && on && <Questions view={view} on={on} again={again} />}
      {mine && (
        <Button
          kind="soft"
          icon="pen"
          text={words.edit}
          onPress={() => void go(places.classEdit, { id: classId(id) })}
        />
      )}
      {others.length > 0 && (
        <Section title={words.next}>
          <Rows>
            {others.map((each, n) => (
              <Item
                key={each.date}
                first={n === 0}
                icon="calendar"
                name={words.when(each, now)}
                onPress={() => void replace(places.classOne, { id: classId(id, each.date) })}
              />
            ))}
          </Rows>
        </Section>
      )}
      {on && <AskSheet open={asking} id={id} date={on.date} onClose={() => setAsking(false)} />}
    </>
  )
}

/** What is not as usual that day, and why. */
function Different({ on, now }: { on: NonNullable<ClassView['on']>; now: Instant }) {
  const { state, why, festival, date, startAt, endAt, provisional } = on
  if (state === 'cancelled' || state === 'festival')
    return <Notice tone="amber">{[words.state[state], why ?? words.forFestival(festival)].join('：')}</Notice>
  return (
    <>
      {state === 'moved' && (
        <Notice tone="amber">
          <View>{[words.state.moved, why ?? words.forFestival(festival)].join('：')}</View>
          {dayOf(startAt) !== date && <View className="small">{words.movedFrom(date)}</View>}
        </Notice>
      )}
      {endAt <= now && (
        <Notice>
          {nearDay(dayOf(endAt), now)}：{words.over}
        </Notice>
      )}
      {provisional && <Notice>{words.provisional}</Notice>}
    </>
  )
}
