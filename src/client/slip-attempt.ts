import Taro from '@tarojs/taro'
import { newRequestId } from './request-id'

/** A batch of slips whose answer was lost: asking again under the same id gives the same codes, not ten more. */
const KEY = 'slips'
type Attempt = { owner: string; village: string; requestId: string }

export function slipRequest(owner: string, village: string): string {
  const before = read()
  if (before?.owner === owner && before.village === village) return before.requestId
  const attempt: Attempt = { owner, village, requestId: newRequestId() }
  Taro.setStorageSync(KEY, JSON.stringify(attempt))
  return attempt.requestId
}

/** It was answered: the next batch is another one. */
export const slipsAnswered = (): void => Taro.removeStorageSync(KEY)

function read(): Attempt | undefined {
  try {
    const text = Taro.getStorageSync(KEY)
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
