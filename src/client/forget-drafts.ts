import Taro from '@tarojs/taro'

/** Everything that was begun on this phone and never sent: forms, recordings' ids, addresses chosen before. */
export function forgetDrafts(): void {
  const { keys } = Taro.getStorageInfoSync()
  for (const key of keys.filter(isDraft)) Taro.removeStorageSync(key)
}

/** What belongs to the phone stays: the size of the letters, the session. */
const isDraft = (key: string): boolean => key.startsWith('draft') || key.includes('|')
