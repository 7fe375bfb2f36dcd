import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Failed } from '@/client/ask'
import { problemOf } from '@/client/failed'
import { Problem, Skeleton } from '@/ui'

type ReadProps<T> = {
  value?: T
  failed?: Failed
  again: () => Promise<void>
  cards?: number
  lines?: number
  waiting?: boolean
  /** A class around the outline, where the content brings its own edges. */
  bones?: string
  children: (value: T) => ReactNode
}

/** What was read; before that its outline, or why it couldn't be read and the way on. */
export function Read<T>({ value, failed, again, cards, lines, bones, children }: ReadProps<T>) {
  if (value !== undefined) return <>{children(value)}</>
  if (failed) return <Problem {...problemOf(failed, again)} />
  return (
    <View className={bones}>
      <Skeleton cards={cards} lines={lines} />
    </View>
  )
}
