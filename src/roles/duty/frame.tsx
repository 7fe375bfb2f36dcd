import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back, homeOf, places } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import { Link, Page, Strip } from '@/ui'
import { commonWords } from '@/words/common'
import { dutyWords as words } from '@/words/duty'
import './frame.css'

type FrameProps = {
  /** The page's first heading, where it draws none. */
  label?: string
  /** What is shown was read before the signal went. */
  stale?: boolean
  foot?: ReactNode
  children: ReactNode
}

/** The page around what whoever is on duty does: a lawyer, or somebody of a town or the centre. */
export function Frame({ label, stale, foot, children }: FrameProps) {
  const demo = useSession((session) => session.demo)
  const role = useSession(({ me }) => me?.acting.role)
  const top = (
    <>
      {demo && <Strip icon="info" text={commonWords.demo} />}
      {stale && <Strip text={words.stale} />}
    </>
  )
  return (
    <Page wide mode={useMode()} label={label} top={top} foot={foot && <View className="duty__foot">{foot}</View>}>
      <View className="duty">
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
