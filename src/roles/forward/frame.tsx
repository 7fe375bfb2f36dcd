import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back, go, homeOf, type Place, places } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import type { Role } from '@/domain/decider'
import { Empty, Link, Page, Strip } from '@/ui'
import { commonWords } from '@/words/common'
import './forward.css'

type FrameProps = {
  label?: string
  strip?: string
  foot?: ReactNode
  /** In the foot's place: what one changes between. */
  tabs?: ReactNode
  backText?: string
  /** Where back leads for whoever came by a link. */
  behind?: Place
  children: ReactNode
}

/** The page around a helper's and a clerk's work. */
export function Frame({
  label,
  strip,
  foot,
  tabs,
  backText = commonWords.back,
  behind = places.home,
  children,
}: FrameProps) {
  const demo = useSession((session) => session.demo)
  const top = (
    <>
      {demo && <Strip icon="info" text={commonWords.demo} />}
      {strip && <Strip text={strip} />}
    </>
  )
  return (
    <Page
      wide
      mode={useMode()}
      label={label}
      top={top}
      foot={tabs ?? (foot && <View className="forward__foot">{foot}</View>)}
    >
      <View className="forward">
        {process.env.TARO_ENV === 'h5' && (
          <View>
            <Link plain icon="back" text={backText} onPress={() => void back(behind)} />
          </View>
        )}
        {children}
      </View>
    </Page>
  )
}

/** Where somebody leads back to who came by a link: her own desk. */
export const behindFor = (role: Role | undefined): Place => (role ? homeOf(role) : places.home)

type Blank = { title: string; text: string }
type ForRolesProps = { roles: readonly Role[]; page: string; signIn: Blank; other: Blank; children: ReactNode }

/** A page for some roles; everybody else is told whose it is, and how to become it. */
export function ForRoles({ roles, page, signIn, other, children }: ForRolesProps) {
  const me = useSession((session) => session.me)
  if (me && roles.includes(me.acting.role)) return <>{children}</>
  const { title, text } = me ? other : signIn
  return (
    <Frame label={page}>
      <Empty
        icon={me ? 'swap' : 'person'}
        title={title}
        text={text}
        action={{ text: me ? commonWords.otherRole : commonWords.signIn, onPress: () => void go(places.me) }}
      />
    </Frame>
  )
}
