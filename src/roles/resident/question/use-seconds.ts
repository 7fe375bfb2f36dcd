import { useState } from 'react'
import { useEvery } from '@/client/ask'
import { productNow } from '@/client/now'
import type { Instant } from '@/domain/time'

/** The product's time, drawn again each second while the page is in sight. */
export function useSeconds(): Instant {
  const [now, setNow] = useState(productNow)
  useEvery(1000, () => setNow(productNow()))
  return now
}
