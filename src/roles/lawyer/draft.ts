import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useSession } from '@/client/session'

/** What was typed and not yet sent: kept on this phone until it is, or until it is emptied. */
export function useDraft<T extends object>(about: string, empty: T) {
  const person = useSession(({ me }) => me?.id ?? '')
  const key = `draft|${person}|${about}`
  const [held, setHeld] = useState({ key, draft: kept(key, empty) })
  const draft = held.key === key ? held.draft : kept(key, empty)

  function write(part: Partial<T>) {
    const next = { ...draft, ...part }
    setHeld({ key, draft: next })
    Taro.setStorageSync(key, JSON.stringify(next))
  }
  function drop() {
    setHeld({ key, draft: empty })
    Taro.removeStorageSync(key)
  }
  return { draft, write, drop }
}

function kept<T extends object>(key: string, empty: T): T {
  try {
    return { ...empty, ...JSON.parse(Taro.getStorageSync(key) || '{}') }
  } catch {
    return empty
  }
}
