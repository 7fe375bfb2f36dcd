import { useState } from 'react'
import type { Instant } from '@/domain/time'
import { useEvery } from './ask'
import { productNow } from './now'

/** The product's time, drawn again each second while the page is in sight. */
export function useSeconds(): Instant {
  const [now, setNow] = useState(productNow)
  useEvery(1000, () => setNow(productNow()))
  return now
}
