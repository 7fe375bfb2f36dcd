import Taro from '@tarojs/taro'

/** What the place on the phone is called in which the files of unsent forms lie: a folder, or a browser's database. */
export const CAPSULE_ROOM = 'capsules'
/** What the forms are kept under, with whose they are behind it: `{person}.{role}.{unit}`. */
export const WAITS = 'draft.capsules.'

/** Whether anything waits on this phone, or of this person's only. */
export const waitsHere = (person = ''): boolean =>
  Taro.getStorageInfoSync().keys.some((key) => key.startsWith(WAITS + person) && !isEmpty(Taro.getStorageSync(key)))
// Only what has arrived lies there until it was seen.
const isEmpty = (kept: string): boolean => kept.startsWith('{"items":[],')
