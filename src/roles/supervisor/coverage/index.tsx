import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import type { Coverage } from '@/contract/views'
import { Read } from '@/pages/read'
import { Card, Chips, classes, Empty, Heading, Link, Notice, Section } from '@/ui'
import { overviewWords, type Span, coverageWords as words } from '@/words/supervisor'
import { Frame } from '../frame'
import { daysOf, spanChips } from '../span'

/** For whoever plans: which villages asked how much, how much of it was in time, at which hours, and who never asked. */
export default function CoveragePage() {
  const now = productNow()
  const [span, setSpan] = useState<Span>('month')
  const days = daysOf(span, now)
  const coverage = useAsk('figures.coverage', days)
  return (
    <Frame tab="coverage" stale={Boolean(coverage.value && coverage.failed)}>
      <View className="watch__head">
        <View>
          <Heading level={1} text={words.title} />
          <View className="soft">{overviewWords.days(days.from, days.to, now)}</View>
        </View>
        <Chips<Span> label={overviewWords.span} chips={spanChips} value={span} onChange={setSpan} />
      </View>
      <Read {...coverage} cards={2} lines={5}>
        {(shown) => <Shown coverage={shown} />}
      </Read>
    </Frame>
  )
}

function Shown({ coverage: { villages, hours, silent, countedFrom } }: { coverage: Coverage }) {
  const asked = villages.filter((village) => village.asked > 0)
  return (
    <>
      {countedFrom && <Notice tone="amber">{overviewWords.countedFrom(countedFrom, productNow())}</Notice>}
      {asked.length === 0 ? (
        <Empty icon="chart" title={words.none} text={words.noneText} />
      ) : (
        <>
          <View>
            <View>{words.text}</View>
            <View className="soft">{words.rule}</View>
            <View className="soft">{words.meter}</View>
          </View>
          <View className="watch__two watch__part">
            <Section title={words.villages}>
              <Card>
                <View>
                  {asked.map((village, index) => (
                    <Bar
                      key={village.unit}
                      first={index === 0}
                      name={village.name}
                      more={village.town}
                      line={village.few ? words.few : lineOf(village, words.hidden)}
                      count={village.few ? 0 : village.asked}
                      kept={village.inTime}
                      most={asked[0]?.asked ?? 1}
                    />
                  ))}
                </View>
              </Card>
            </Section>
            <Hours hours={hours} />
          </View>
        </>
      )}
      <Silent villages={villages.filter((village) => village.asked === 0)} silent={silent} />
    </>
  )
}

type Counted = { asked: number; inTime?: number; share?: number }
const lineOf = ({ asked, inTime, share }: Counted, withheld: string) =>
  inTime === undefined || share === undefined
    ? `${words.asked(asked)}，${withheld}`
    : `${words.asked(asked)}，${words.inTime(inTime)}，${words.share(share)}`

function Hours({ hours }: { hours: Coverage['hours'] }) {
  const busy = hours.filter(({ asked }) => asked > 0)
  const most = Math.max(1, ...busy.map(({ asked }) => asked))
  return (
    <Section title={words.hours}>
      <Card>
        <View>
          {busy.map((each, index) => (
            <Bar
              key={each.hour}
              hour
              first={index === 0}
              name={words.hour(each.hour)}
              line={lineOf(each, words.few)}
              count={each.asked}
              kept={each.inTime}
              most={most}
            />
          ))}
        </View>
        {busy.length < hours.length && (
          <View className="soft small">{words.hoursNone(hours.length - busy.length)}</View>
        )}
      </Card>
    </Section>
  )
}

type BarProps = {
  name: string
  more?: string
  line: string
  count: number
  kept?: number
  most: number
  first: boolean
  hour?: boolean
}

/** The words say it; the bar only shows how much there is beside the others. */
function Bar({ name, more, line, count, kept, most, first, hour }: BarProps) {
  return (
    <View className={classes('watch__bar', hour && 'watch__bar--hour', first && 'watch__bar--first')}>
      <View>
        <Text className="block strong">{name}</Text>
        {more && <Text className="block soft small">{more}</Text>}
      </View>
      <View>
        <Text className="block small">{line}</Text>
        {kept !== undefined && count > 0 && (
          <View className="watch__track" style={{ width: `${(count / most) * 100}%` }} ariaHidden>
            <View className="watch__kept" style={{ width: `${(kept / count) * 100}%` }} />
          </View>
        )}
      </View>
    </View>
  )
}

function Silent({ villages, silent }: { villages: Coverage['villages']; silent: number }) {
  const [shown, setShown] = useState(false)
  const towns = [...new Set(villages.map(({ town }) => town))]
  if (silent === 0) return <Notice tone="green">{words.allAsked}</Notice>
  return (
    <Section title={words.silent(silent)}>
      <Card>
        <View className="soft">{words.silentText}</View>
        <View>
          <Link text={shown ? words.silentHide : words.silentShow} onPress={() => setShown(!shown)} />
        </View>
        {shown &&
          towns.map((town) => (
            <View key={town}>
              <Text className="block strong">{town}</Text>
              <Text className="block">
                {villages
                  .filter((village) => village.town === town)
                  .map(({ name }) => name)
                  .join('、')}
              </Text>
            </View>
          ))}
      </Card>
    </Section>
  )
}
