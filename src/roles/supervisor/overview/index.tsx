import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import type { EightMinutes } from '@/contract/views'
import { Read } from '@/pages/read'
import { Chips, Empty, Heading, Link, Notice } from '@/ui'
import { type NumberName, numberOrder, type Span, overviewWords as words } from '@/words/supervisor'
import { Frame } from '../frame'
import { daysOf, spanChips } from '../span'
import { Alarms } from './alarms'
import { BehindSheet } from './behind'
import { ByTown } from './by-town'
import { Clusters } from './clusters'
import { Forced } from './forced'
import { Grievances, useWatchesGrievances } from './grievances'
import { NumberCard } from './number-card'

const EVERY_MS = 60_000

/** How the eight minutes were kept, as four numbers; what must be watched now; what was forced, and why. */
export default function Overview() {
  const now = productNow()
  const [span, setSpan] = useState<Span>('today')
  const [town, setTown] = useState<{ unit: string; name: string }>()
  const days = daysOf(span, now)
  const eight = useAsk('figures.eight', { ...days, ...(town && { unit: town.unit }) }, EVERY_MS)
  const towns = eight.value?.byTown ?? []
  const reported = useWatchesGrievances()
  // Whoever may not read this is told so once.
  const refused = eight.failed !== undefined && 'refused' in eight.failed
  return (
    <Frame tab="overview" stale={Boolean(eight.value && eight.failed)}>
      <View className="watch__head">
        <View>
          <Heading level={1} text={words.title} />
          <View className="soft">{words.days(days.from, days.to, now)}</View>
        </View>
        <Chips<Span> label={words.span} chips={spanChips} value={span} onChange={setSpan} />
      </View>
      {town && (
        <View className="row row--tight row--wrap">
          <View className="strong">{words.townOnly(town.name)}</View>
          <Link text={words.townAll} onPress={() => setTown(undefined)} />
        </View>
      )}
      <Read {...eight} cards={4}>
        {(shown) => <Figures eight={shown} />}
      </Read>
      {!refused && (
        <View className="watch__two watch__part">
          <Alarms />
          <Forced />
        </View>
      )}
      {reported && !town && <Grievances />}
      {reported && !town && <Clusters />}
      {!town && towns.length > 0 && <ByTown towns={towns} onTown={setTown} />}
    </Frame>
  )
}

function Figures({ eight }: { eight: EightMinutes }) {
  const [behind, setBehind] = useState<NumberName>()
  const { asked, open, withdrawn = 0, countedFrom } = eight
  const now = productNow()
  if (asked === 0 && withdrawn === 0) return <Empty icon="chart" title={words.noAsked} text={words.noAskedText} />
  return (
    <>
      <View>
        {words.asked(asked, open, withdrawn)}
        {countedFrom && <Notice tone="amber">{words.countedFrom(countedFrom, now)}</Notice>}
      </View>
      <View className="watch__numbers">
        {numberOrder.map((name) => (
          <NumberCard key={name} name={name} eight={eight} onPress={() => setBehind(name)} />
        ))}
      </View>
      {behind && <BehindSheet name={behind} eight={eight} onClose={() => setBehind(undefined)} />}
    </>
  )
}
