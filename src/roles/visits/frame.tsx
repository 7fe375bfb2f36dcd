import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back, homeOf, places } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import { Link, Page, Strip } from '@/ui'
import { commonWords } from '@/words/common'
import { visitDeskWords as words } from '@/words/visit-desk'
import './visits.css'

type FrameProps = {
  /** The page's first heading, where it draws none. */
  label?: string
  /** What is shown was read before the signal went. */
  stale?: boolean
  children: ReactNode
}

/** The page around one visit, or a plan. */
export function Frame({ label, stale, children }: FrameProps) {
  const demo = useSession((session) => session.demo)
  const role = useSession(({ me }) => me?.acting.role)
  const top = (
    <>
      {demo && <Strip icon="info" text={commonWords.demo} />}
      {stale && <Strip text={words.stale} />}
    </>
  )
  return (
    <Page wide mode={useMode()} label={label} top={top}>
      <View className="visits__one visits__alone">
        {process.env.TARO_ENV === 'h5' && (
          <View>
            <Link
              plain
              icon="back"
              text={commonWords.back}
              onPress={() => void back(role ? homeOf(role) : places.home)}
            />
          </View>
        )}
        {children}
      </View>
    </Page>
  )
}
