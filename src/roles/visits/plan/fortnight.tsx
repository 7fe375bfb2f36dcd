import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import type { MyDay } from '@/contract/views'
import { Card, Facts, Section } from '@/ui'
import { nearDay } from '@/words/time'
import { wayTexts } from '@/words/visit'
import { spanText, planWords as words } from '@/words/visit-desk'
import { linesOf } from '../day/lines'

type Days = MyDay['days']

/** What the plan makes of the next fortnight, day by day. */
export function Fortnight({ days }: { days: Days }) {
  const now = productNow()
  return (
    <Section title={words.ahead}>
      <View className="soft">{words.aheadText}</View>
      <Card>
        <Facts
          facts={days.map(({ day, note, hours }) => ({
            label: nearDay(day, now),
            value: (
              <View>
                {note && <View className="small soft">{note}</View>}
                {textsOf(hours).map((text) => (
                  <View key={text}>{text}</View>
                ))}
              </View>
            ),
          }))}
        />
      </Card>
    </Section>
  )
}

function textsOf(hours: Days[number]['hours']): string[] {
  const free = linesOf(hours, productNow()).flatMap((line) =>
    'free' in line ? [words.dayLine(`${spanText(line.start, line.end)} ${wayTexts[line.kind]}`, line.free)] : [],
  )
  const booked = hours.reduce((sum, { visits }) => sum + visits.length, 0)
  const all = [...free, ...(booked > 0 ? [words.booked(booked)] : [])]
  return all.length > 0 ? all : [words.nothing]
}
