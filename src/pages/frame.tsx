import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useBoth, useMongolian } from '@/client/language'
import { back, dial, type Place, places, restart } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import { Hotline, InMongolian, Link, Page, Strip, Tabs } from '@/ui'
import { commonWords, hotline, tabTexts } from '@/words/common'
import { MyMongolianLine } from './mongolian-line'
import { Prompts } from './prompts'

type Tab = 'home' | 'matters' | 'me'
type FrameProps = {
  children: ReactNode
  /** The page's first heading, where it draws none. */
  label?: string
  /** One of the three pages at the foot; the others have a way back instead. */
  tab?: Tab
  foot?: ReactNode
  /** Under the top, over the page: no signal. */
  strip?: string
  /** Where back leads for whoever came by a link. */
  behind?: Place
  onBack?: () => void
  backText?: string
  /** The foot rings a Mongolian-speaking person by itself. */
  rings?: boolean
}

const tabs = [
  { value: 'home', text: tabTexts.home, icon: 'home' },
  { value: 'matters', text: tabTexts.matters, icon: 'matters' },
  { value: 'me', text: tabTexts.me, icon: 'person' },
] as const

/** What pages for everybody have in common: the size, the demonstration's label, a way back, the foot. */
export function Frame({
  children,
  label,
  tab,
  foot,
  strip,
  behind,
  onBack,
  backText = commonWords.back,
  rings,
}: FrameProps) {
  const mode = useMode()
  const demo = useSession((session) => session.demo)
  const both = useBoth()
  // Asked for while the page is made: later it may be another page's.
  const { path = '' } = useRouter()
  const mongolian = useMongolian()
  const top = (
    <>
      {demo && <Strip icon="info" text={commonWords.demo} />}
      {strip && <Strip text={strip} />}
    </>
  )
  const below = (foot || tab || both) && (
    <>
      {foot}
      {both && !rings && <MyMongolianLine />}
      {tab && (
        <Tabs<Tab>
          label={tabTexts.label}
          tabs={tabs}
          value={tab}
          onChange={(next) => next !== tab && void restart(places[next])}
        />
      )}
    </>
  )
  return (
    <InMongolian.Provider value={mongolian}>
      <Page mode={mode} label={label} top={top} foot={below}>
        {/* WeChat draws its own. */}
        {process.env.TARO_ENV === 'h5' && !tab && (
          <Link plain icon="back" text={backText} onPress={onBack ?? (() => void back(behind))} />
        )}
        {both && <Prompts path={path} />}
        {children}
      </Page>
    </InMongolian.Provider>
  )
}

/** The number that always answers, at the foot of pages that hold nothing else there. */
export const HotlineFoot = () => (
  <Hotline text={commonWords.urgent(hotline)} more={commonWords.dayAndNight} onPress={() => void dial(hotline)} />
)
