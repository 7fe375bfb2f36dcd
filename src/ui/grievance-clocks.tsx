import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ClockView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { grievanceFactsWords as words } from '@/words/grievance-facts'
import { Link } from './link'
import { inPublicOrder, OneClock } from './matter-clocks'
import './grievance.css'

/** What runs, side by side; what has run out on asking. */
export function GrievanceClocks({ clocks, now }: { clocks: readonly ClockView[]; now: Instant }) {
  const [all, setAll] = useState(false)
  const ordered = inPublicOrder(clocks)
  const alive = ordered.filter(({ state }) => state !== 'stopped')
  const ended = ordered.filter(({ state }) => state === 'stopped')
  const shown = all ? ordered : alive
  if (ordered.length === 0) return null
  return (
    <View className="stack stack--m">
      {shown.length > 0 && (
        <View className="grievance__clocks">
          {shown.map((clock) => (
            <View key={`${clock.code}.${clock.generation}`} className="grievance__clock">
              <OneClock clock={clock} now={now} />
            </View>
          ))}
        </View>
      )}
      {ended.length > 0 && (
        <View>
          <Link small text={all ? words.fewerClocks : words.moreClocks(ended.length)} onPress={() => setAll(!all)} />
        </View>
      )}
    </View>
  )
}
