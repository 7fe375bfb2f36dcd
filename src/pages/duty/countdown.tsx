import { useState } from 'react'
import { useEvery } from '@/client/ask'
import { productNow } from '@/client/now'
import type { ClockView } from '@/contract/views'
import { type Instant, msBetween } from '@/domain/time'
import { Ring } from '@/ui'
import { countdownText } from '@/words/duty'

const EVERY_MS = 1000

/** The product's clock, as it ticks while the page is in sight. */
function useNow(): Instant {
  const [now, setNow] = useState(productNow)
  useEvery(EVERY_MS, () => setNow(productNow()))
  return now
}

/** What is left of the eight minutes. */
export function Countdown({ clock: { startedAt, dueAt } }: { clock: Pick<ClockView, 'startedAt' | 'dueAt'> }) {
  const now = useNow()
  const left = msBetween(now, dueAt)
  const share = Math.max(0, left / msBetween(startedAt, dueAt))
  const tone = share <= 0.2 ? 'red' : share <= 0.5 ? 'amber' : 'blue'
  return <Ring small percent={share * 100} figure={countdownText(left)} tone={tone} />
}
