import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ClockView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { inPublicOrder, Link, OneClock } from '@/ui'
import { centreWords as words } from '@/words/centre'

// What the applicant was promised, what the county promises, what the law says: always in sight, with how they ended.
const promises = ['aid.promise', 'aid.grace', 'aid.decide']

/** The promises side by side, then what still runs; the rest on asking. */
export function DeskClocks({ clocks, now }: { clocks: readonly ClockView[]; now: Instant }) {
  const [all, setAll] = useState(false)
  const first = promises.flatMap((code) => clocks.filter((clock) => clock.code === code))
  const others = inPublicOrder(clocks.filter(({ code }) => !promises.includes(code)))
  const running = others.filter(({ state }) => state !== 'stopped')
  const ended = others.filter(({ state }) => state === 'stopped')
  return (
    <View className="stack stack--m">
      <View className="centre__clocks">
        {[...first, ...running, ...(all ? ended : [])].map((clock) => (
          <View key={`${clock.code}.${clock.generation}`} className="centre__clock">
            <OneClock clock={clock} now={now} />
          </View>
        ))}
      </View>
      {ended.length > 0 && (
        <View>
          <Link small text={all ? words.fewerClocks : words.moreClocks} onPress={() => setAll(!all)} />
        </View>
      )}
    </View>
  )
}
