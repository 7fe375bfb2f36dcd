import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'

/** What was asked or reported on this phone without an account, or without giving it: its query code stands for her. */
export type Held = { id: string; code: string; askedAt: Instant }

const KEY = 'questions'
// As many as somebody still looks for; older ones are found by their code.
const MOST = 10

export const useHeld = create<{ items: Held[] }>(() => ({ items: stored() }))

useHeld.subscribe(({ items }) => Taro.setStorageSync(KEY, JSON.stringify(items)))

/** Keeps the code of a matter in this phone, newest first. */
export function hold({ id, createdAt }: Pick<MatterView, 'id' | 'createdAt'>, code: string): void {
  const others = useHeld.getState().items.filter((each) => each.id !== id)
  useHeld.setState({ items: [{ id, code, askedAt: createdAt }, ...others].slice(0, MOST) })
}

export const forget = (id: string): void =>
  useHeld.setState(({ items }) => ({ items: items.filter((each) => each.id !== id) }))

/** The code that stands for her, where this phone keeps one. */
export const useCodeOf = (id: string): string | undefined =>
  useHeld(({ items }) => items.find((each) => each.id === id)?.code)

function stored(): Held[] {
  try {
    return JSON.parse(Taro.getStorageSync(KEY) || '[]')
  } catch {
    return []
  }
}
