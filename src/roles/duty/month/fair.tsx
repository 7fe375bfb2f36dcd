import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useSession } from '@/client/session'
import type { Fairness } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { Read } from '@/pages/read'
import { Card, Heading, Link } from '@/ui'
import { monthWords as words } from '@/words/duty-month'

/** My own line of the ledger beside everybody's mean, and how it is counted. */
export function Fair({ span }: { span: { from: Instant; to: Instant } }) {
  const { value, failed, again } = useAsk('rota.fairness', span)
  return (
    <Read value={value} failed={failed} again={again} cards={1} lines={3}>
      {(ledger) => <Mine ledger={ledger} />}
    </Read>
  )
}

function Mine({ ledger: { items, average, weights } }: { ledger: Fairness }) {
  const me = useSession((session) => session.me?.id)
  const [how, setHow] = useState(false)
  const row = items.find(({ person }) => person === me)
  const most = Math.max(row?.weighted ?? 0, average, 1) * 1.15
  const share = (hours: number) => `${(hours / most) * 100}%`
  return (
    <Card>
      <View className="row row--apart row--wrap">
        <Heading size="lead" text={words.fairness} level={2} />
        <Link small text={how ? words.fairnessHide : words.fairnessHow} onPress={() => setHow(!how)} />
      </View>
      {row ? (
        <>
          <View className="row row--base row--wrap row--tight">
            <Text className="title">{words.weighted(row.weighted)}</Text>
            <Text className="soft">{words.average(average)}</Text>
          </View>
          <View className="meter month__scale" ariaRole="img" ariaLabel={words.bar(row.weighted, average)}>
            <View className="meter__fill" style={{ width: share(row.weighted) }} />
            <View className="meter__mean" style={{ left: share(average) }} />
          </View>
        </>
      ) : (
        <View className="soft">{words.fairnessNone}</View>
      )}
      {how && (
        <View className="stack stack--s small">
          <View>{words.weights(weights.night, weights.weekend, weights.holiday)}</View>
          {row && <View>{words.counted(row.hours, row.nights, row.weekends, row.holidays)}</View>}
        </View>
      )}
    </Card>
  )
}
