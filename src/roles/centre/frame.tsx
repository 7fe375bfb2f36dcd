import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Failed } from '@/client/ask'
import { problemOf } from '@/client/failed'
import { go, places } from '@/client/places'
import { Problem, Skeleton } from '@/ui'
import { centreWords as words } from '@/words/centre'

type ReadProps<T> = {
  value?: T
  failed?: Failed
  again: () => Promise<void>
  waiting?: boolean
  /** A class around the outline, where the content brings its own edges. */
  bones?: string
  children: (value: T) => ReactNode
}

/** What was read; before that its outline, or why it couldn't be read and the way on. */
export function Read<T>({ value, failed, again, bones, children }: ReadProps<T>) {
  if (value !== undefined) return <>{children(value)}</>
  if (failed) return <Problem {...problemOf(failed)} {...otherRole(failed)} onRetry={again} />
  return (
    <View className={bones}>
      <Skeleton />
    </View>
  )
}

/** Whoever acts in another role is shown where to change it. */
const otherRole = (failed: Failed) =>
  'refused' in failed && failed.refused.startsWith('permission.')
    ? { other: { text: words.otherRole, onPress: () => void go(places.me) } }
    : {}
