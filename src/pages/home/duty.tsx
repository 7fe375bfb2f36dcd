import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Lasting } from '@/client/last-answer'
import { productNow } from '@/client/now'
import { dial, go, places } from '@/client/places'
import type { Circle } from '@/contract/views'
import { Card, Item, PersonCard, Rows, Sheet, StageTag } from '@/ui'
import { commonWords, hotline } from '@/words/common'
import { homeWords } from '@/words/home'
import { momentText } from '@/words/time'
import './home.css'

type OnDuty = Circle['onDuty'][number]

type DutyProps = {
  circle: Lasting<Circle>
  village: string | undefined
  /** On the page of the places themselves. */
  here?: boolean
  onPick: () => void
}

// As many as a person on duty has: nothing moves when she is known.
const LINES = 3
const BLANK = '\u00a0'

/** Who is on duty for my village now, and the nearest place; the card is as tall before it is known. */
export function Duty({ circle: { value, keptAt, failed, again }, village, here, onPick }: DutyProps) {
  const [all, setAll] = useState(false)
  if (!village)
    return (
      <Rows>
        <Item
          first
          strong
          icon="place"
          name={homeWords.pickVillage}
          more={homeWords.pickVillageMore}
          onPress={onPick}
        />
      </Rows>
    )
  // What the phone remembers is about an hour that may be over.
  const onDuty = nearestFirst(keptAt ? stillOn(value?.onDuty ?? []) : (value?.onDuty ?? []))
  const known = value && (!keptAt || onDuty.length > 0)
  const nearest = value?.points?.[0]?.name
  const place = !here && (
    <Item
      icon="place"
      name={nearest ?? homeWords.circle}
      label={nearest && homeWords.nearestPlace(nearest)}
      onPress={() => void go(places.circle, { village })}
    />
  )
  if (!known && !failed)
    return (
      <View className="duty duty--unknown" ariaRole="status" ariaLabel={homeWords.dutyLoading}>
        <Card>
          <PersonCard name={BLANK} lines={lined([])} onCall={() => undefined} />
          <Item name={BLANK} />
          <Item name={BLANK} />
        </Card>
      </View>
    )
  const [first, ...others] = onDuty
  if (!known || !first)
    return (
      <View className="duty">
        <Card>
          <PersonCard
            name={hotline}
            lines={lined([known ? homeWords.nobody : homeWords.dutyFailed, commonWords.dayAndNight])}
            onCall={() => void dial(hotline)}
          />
          <Item icon="swap" name={commonWords.again} onPress={() => void again()} />
          {place}
        </Card>
      </View>
    )
  return (
    <View className="duty">
      <Card>
        <Person who={first} />
        <Item
          icon="people"
          name={others.length > 0 ? homeWords.othersOnDuty(others.length) : homeWords.everybodyOnDuty}
          onPress={() => setAll(true)}
        />
        {place}
        <Sheet open={all} title={homeWords.everybodyOnDuty} onClose={() => setAll(false)}>
          {[first, ...others].map((who) => (
            <Card key={`${who.seat} ${who.person}`}>
              <Person who={who} />
            </Card>
          ))}
        </Sheet>
      </Card>
    </View>
  )
}

const stillOn = (onDuty: readonly OnDuty[]): OnDuty[] =>
  onDuty.filter(({ until }) => until === undefined || until > productNow())

// A seat's id begins with its kind: the town's own lawyer stands before the banner's lines.
const nearestFirst = (onDuty: readonly OnDuty[]): OnDuty[] => {
  const far = ({ seat, gap }: OnDuty) => (seat.startsWith('town') ? 0 : 2) + (gap ? 1 : 0)
  return [...onDuty].sort((a, b) => far(a) - far(b))
}

/** Blank ones differ, so that each has a name of its own. */
const lined = (lines: string[]): string[] => Array.from({ length: LINES }, (_, n) => lines[n] ?? BLANK.repeat(n + 1))

function Person({ who: { name, phone, languages, until, gap, seatText } }: { who: OnDuty }) {
  const lines = [
    seatText,
    languages.length > 0 && homeWords.speaks(languages.join('、')),
    gap ? homeWords.gapText : until && homeWords.until(momentText(until, productNow())),
  ]
  return (
    <PersonCard
      name={name}
      tag={<StageTag tone={gap ? 'amber' : 'green'} text={gap ? homeWords.gap : homeWords.onDuty} />}
      lines={lined(lines.filter((line): line is string => Boolean(line)))}
      onCall={phone ? () => void dial(phone) : undefined}
    />
  )
}
