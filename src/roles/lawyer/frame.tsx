import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back, places } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import { Link, Page, Strip } from '@/ui'
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
