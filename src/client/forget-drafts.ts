import Taro from '@tarojs/taro'
import { CAPSULE_ROOM } from './capsule-room'

/** Everything that was begun on this phone and never sent: forms, recordings' ids, addresses chosen before. */
export function forgetDrafts(): void {
  const { keys } = Taro.getStorageInfoSync()
  for (const key of keys.filter(isDraft)) Taro.removeStorageSync(key)
  if (process.env.TARO_ENV === 'weapp') {
    const dirPath = `${Taro.env.USER_DATA_PATH}/${CAPSULE_ROOM}`
    // Where nothing ever waited there is no such folder.
    Taro.getFileSystemManager().rmdir({ dirPath, recursive: true, fail: () => undefined })
  } else indexedDB.deleteDatabase(CAPSULE_ROOM)
}

/** What belongs to the phone stays: the size of the letters, the session. */
const isDraft = (key: string): boolean => key.startsWith('draft') || key.includes('|')
