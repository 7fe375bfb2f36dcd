import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type Tab, tabs } from './tab-of'

/** Where she was: which tab, which words, which report. Stays when she comes back. */
export type Kept = { tab: Tab; text: string; id?: string }

const KEY = 'unit.desk'

export function useKept(asked: Partial<Record<keyof Kept, string>>): [Kept, (part: Partial<Kept>) => void] {
  const [kept, setKept] = useState<Kept>(() => {
    const before = stored()
    const tab = tabs.find((each) => each === (asked.tab ?? before.tab)) ?? 'sign'
    return { ...before, tab, ...(asked.id && { id: decodeURIComponent(asked.id) }) }
  })
  const keep = (part: Partial<Kept>) => {
    const next = { ...kept, ...part }
    setKept(next)
    Taro.setStorageSync(KEY, JSON.stringify(next))
  }
  return [kept, keep]
}

function stored(): Kept {
  const fresh: Kept = { tab: 'sign', text: '' }
  try {
    return { ...fresh, ...JSON.parse(Taro.getStorageSync(KEY) || '{}') }
  } catch {
    return fresh
  }
}
