import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { go, places } from '@/client/places'
import { whatWentWrong } from '@/client/call'
import { Page, Problem, Skeleton, Strip } from '@/ui'
import { lawyerWords as words } from '@/words/lawyer'
import './lawyer.css'
import type { Failed, Reading } from './reading'
import { useDemo, useMode } from './who'

type FrameProps = { label?: string; stale?: boolean; children: ReactNode }

/** The page around a lawyer's work. `stale`: what is shown was read before the signal went. */
export function Frame({ label, stale, children }: FrameProps) {
  const demo = useDemo()
  const top = (
    <>
      {demo && <Strip icon="info" text={words.demo} />}
      {stale && <Strip text={words.stale} />}
    </>
  )
  return (
    <Page wide mode={useMode()} label={label} top={top}>
      <View className="lawyer">{children}</View>
    </Page>
  )
}

type ReadProps<T> = { reading: Reading<T>; cards?: number; children: (value: T) => ReactNode }

/** What was read; before that its outline, or why it couldn't be. */
export function Read<T>({ reading: { value, failed, load }, cards, children }: ReadProps<T>) {
  if (value !== undefined) return <>{children(value)}</>
  if (failed) return <Unread failed={failed} onRetry={load} />
  return <Skeleton cards={cards} />
}

function Unread({ failed, onRetry }: { failed: Failed; onRetry: () => unknown }) {
  if ('offline' in failed) return <Problem offline title={words.noSignal} text={words.noSignalText} onRetry={onRetry} />
  const code = 'refused' in failed ? failed.refused : ''
  const toMe = () => go(places.me)
  if (code.startsWith('session.')) return <Problem title={words.signIn} retryText={words.signInGo} onRetry={toMe} />
  const text = whatWentWrong(failed)
  if (code.startsWith('permission.'))
    return <Problem title={words.otherRole} text={text} retryText={words.otherRoleGo} onRetry={toMe} />
  if (code.endsWith('.not-found'))
    return (
      <Problem
        title={words.missing}
        text={text}
        onRetry={onRetry}
        other={{ text: words.backToday, onPress: () => go(places.lawyerToday) }}
      />
    )
  return <Problem title={words.failed} text={text} onRetry={onRetry} />
}
