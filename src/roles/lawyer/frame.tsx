import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Failed } from '@/client/ask'
import { problemOf } from '@/client/failed'
import { back, go, places } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import { Link, Page, Problem, Skeleton, Strip } from '@/ui'
import { commonWords } from '@/words/common'
import { lawyerWords as words } from '@/words/lawyer'
import './lawyer.css'

type FrameProps = {
  label?: string
  /** What is shown was read before the signal went. */
  stale?: boolean
  /** Where back leads for whoever came by a link. */
  behind?: typeof places.home | typeof places.lawyerToday
  children: ReactNode
}

/** The page around a lawyer's work. */
export function Frame({ label, stale, behind = places.home, children }: FrameProps) {
  const demo = useSession((session) => session.demo)
  const top = (
    <>
      {demo && <Strip icon="info" text={commonWords.demo} />}
      {stale && <Strip text={words.stale} />}
    </>
  )
  return (
    <Page wide mode={useMode()} label={label} top={top}>
      <View className="lawyer">
        {process.env.TARO_ENV === 'h5' && (
          <View>
            <Link plain icon="back" text={commonWords.back} onPress={() => void back(behind)} />
          </View>
        )}
        {children}
      </View>
    </Page>
  )
}

type ReadProps<T> = {
  value?: T
  failed?: Failed
  again: () => Promise<void>
  cards?: number
  lines?: number
  waiting?: boolean
  children: (value: T) => ReactNode
}

/** What was read; before that its outline, or why it couldn't be read and the way on. */
export function Read<T>({ value, failed, again, cards, lines, children }: ReadProps<T>) {
  if (value !== undefined) return <>{children(value)}</>
  if (failed) return <Problem {...problemOf(failed)} {...wayOn(failed)} onRetry={again} />
  return <Skeleton cards={cards} lines={lines} />
}

/** Another role to change into, or the page where everything that is his stands. */
function wayOn(failed: Failed) {
  const code = 'refused' in failed ? failed.refused : ''
  if (code.startsWith('permission.')) return { other: { text: words.otherRole, onPress: () => void go(places.me) } }
  if (code.endsWith('.not-found'))
    return { other: { text: words.backToday, onPress: () => void back(places.lawyerToday) } }
  return {}
}
