import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '@/ui'
import { commonWords } from '@/words/common'

type Props<T> = {
  rows: readonly T[]
  /** So many rows a portion: what a phone is given to draw at once. */
  size: number
  children: (shown: readonly T[]) => ReactNode
}

/** A long list in portions: a button under it draws another. A new `key` begins with the first again. */
export function Portions<T>({ rows, size, children }: Props<T>) {
  const [shown, setShown] = useState(size)
  const left = rows.length - shown
  return (
    <>
      {children(rows.slice(0, shown))}
      {/* In a place of its own: a phone is sent again whatever stands beside what goes, here all of the rows. */}
      <View>{left > 0 && <Button text={commonWords.more} onPress={() => setShown((before) => before + size)} />}</View>
    </>
  )
}
