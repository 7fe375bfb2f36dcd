import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { Photo } from './draft'
import { useSession } from './session'

/** What was filled in on one matter and not yet sent: each person's own, kept on this phone until it is. */
const useForms = create<Record<string, object>>(() => ({}))

export type Kept<T> = {
  draft: T
  /** As it is now, for what ends later than the drawing it began in: a photo under way. */
  now: () => T
  write: (part: Partial<T>) => void
  drop: () => void
}

/** `revive` mends what a restart of the phone made useless. */
export function useKept<T extends object>(about: string, blank: T, revive: (kept: T) => T = (kept) => kept): Kept<T> {
  const owner = useSession(({ me }) => me?.id ?? '')
  const key = `draft|${owner}|${about}`
  const held = useForms((forms) => forms[key]) as T | undefined
  const read = () => (useForms.getState()[key] as T | undefined) ?? stored(key, blank, revive)
  return {
    draft: held ?? read(),
    now: read,
    write: (part) => {
      const next = { ...read(), ...part }
      useForms.setState({ [key]: next })
      Taro.setStorageSync(key, JSON.stringify(next))
    },
    drop: () => {
      // What lies on the phone first: a redraw in between would read it back.
      Taro.removeStorageSync(key)
      useForms.setState(({ [key]: _, ...others }) => others, true)
    },
  }
}

function stored<T extends object>(key: string, blank: T, revive: (kept: T) => T): T {
  try {
    const text = Taro.getStorageSync(key)
    return text ? revive({ ...blank, ...JSON.parse(text) }) : blank
  } catch {
    return blank
  }
}

/** A photo that was still under way died with the app; of the others the phone's own copy is gone. */
export const revivedPhotos = (photos: readonly Photo[]): Photo[] =>
  photos.filter(({ fileId }) => fileId).map((photo) => ({ ...photo, path: '' }))
