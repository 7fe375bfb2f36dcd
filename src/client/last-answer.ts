import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Instant } from '@/domain/time'
import type { Asked } from './ask'
import { productNow } from './now'
import { useSession } from './session'

/** `at`: when it was answered; `about`: what was asked, and for whom. */
type Kept<T> = { about: string; at: Instant; value: T }

const slots = ['circle', 'mine', 'classes'] as const
type Slot = (typeof slots)[number]
const keyOf = (slot: Slot) => `last.${slot}`

/** An answer with what the phone keeps of the one before: `keptAt` is set while only that is known. */
export type Lasting<T> = Asked<T> & { keptAt?: Instant }

/**
 * The last answer stays on the phone, one a slot, and is drawn at once when the page opens again; the new one takes its
 * place. Without `about` nothing is kept or shown.
 */
export function useLast<T>(slot: Slot, about: string | undefined, asked: Asked<T>): Lasting<T> {
  const [kept, setKept] = useState(() => read<T>(slot))
  const { value } = asked
  useEffect(() => {
    if (about === undefined || value === undefined) return
    const next = { about, at: productNow(), value }
    setKept(next)
    Taro.setStorageSync(keyOf(slot), JSON.stringify(next, nameless))
  }, [slot, about, value])
  if (value !== undefined || about === undefined || kept?.about !== about) return asked
  return { ...asked, value: kept.value, keptAt: kept.at, waiting: false }
}

/** Whose matter it is needn't lie on a phone in the clear. */
const nameless = (key: string, value: unknown) => (key === 'applicant' ? undefined : value)

function read<T>(slot: Slot): Kept<T> | undefined {
  try {
    const text = Taro.getStorageSync(keyOf(slot))
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

// What is hers leaves the phone with her.
useSession.subscribe(({ me }, before) => {
  if (before.me && before.me.id !== me?.id) Taro.removeStorageSync(keyOf('mine'))
})
