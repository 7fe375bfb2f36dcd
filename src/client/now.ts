import Taro from '@tarojs/taro'
import { type Instant, instantOf, msOf } from '@/domain/time'

/** How far the product's clock is ahead of the phone's, in ms, as the last answer told it. */
let ahead: number | undefined

/** Kept on the phone, so that a page drawn before its first answer already says the product's day. */
const KEY = 'clock.ahead'
const WORTH_KEEPING_MS = 30_000

export function heard(now: Instant): void {
  const before = known()
  ahead = msOf(now) - Date.now()
  if (Math.abs(ahead - before) > WORTH_KEEPING_MS) Taro.setStorageSync(KEY, ahead)
}

/** Countdowns follow the product's clock, never the phone's: a phone's clock may be years off. */
export const productNow = (): Instant => instantOf(Date.now() + known())

function known(): number {
  if (ahead === undefined) {
    const kept: unknown = Taro.getStorageSync(KEY)
    ahead = typeof kept === 'number' && Number.isFinite(kept) ? kept : 0
  }
  return ahead
}
