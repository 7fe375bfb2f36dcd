import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Asked } from '@/client/ask'
import { productNow } from '@/client/now'
import { dial } from '@/client/places'
import type { Circle } from '@/contract/views'
import { Card, Item, Link, Notice, PersonCard, Rows, Sheet, Skeleton, StageTag } from '@/ui'
import { commonWords } from '@/words/common'
import { homeWords } from '@/words/home'
import { momentText } from '@/words/time'

type OnDuty = Circle['onDuty'][number]

type DutyProps = { circle: Asked<Circle>; chosen: boolean; onPick: () => void }

/** Who is on duty for my village now. */
export function Duty({ circle: { value, failed, again }, chosen, onPick }: DutyProps) {
  const [all, setAll] = useState(false)
  if (!chosen)
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
  if (!value && !failed) return <Skeleton cards={1} lines={8} face />
  if (!value)
    return (
      <Notice tone="amber" icon="offline">
        <View>{homeWords.dutyFailed}</View>
        <Link text={commonWords.again} onPress={() => void again()} />
      </Notice>
    )
  const [first, ...others] = nearestFirst(value.onDuty)
  if (!first) return <Notice tone="amber">{homeWords.nobody}</Notice>
  return (
    <Card>
      <Person who={first} />
      {others.length > 0 && (
        <Item icon="people" name={homeWords.othersOnDuty(others.length)} onPress={() => setAll(true)} />
      )}
      <Sheet open={all} title={homeWords.everybodyOnDuty} onClose={() => setAll(false)}>
        {[first, ...others].map((who) => (
          <Card key={`${who.seat} ${who.person}`}>
            <Person who={who} />
          </Card>
        ))}
      </Sheet>
    </Card>
  )
}

// A seat's id begins with its kind: the town's own lawyer stands before the banner's lines.
const nearestFirst = (onDuty: readonly OnDuty[]): OnDuty[] => {
  const far = ({ seat, gap }: OnDuty) => (seat.startsWith('town') ? 0 : 2) + (gap ? 1 : 0)
  return [...onDuty].sort((a, b) => far(a) - far(b))
}

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
      lines={lines.filter((line): line is string => Boolean(line))}
      onCall={phone ? () => void dial(phone) : undefined}
    />
  )
}
