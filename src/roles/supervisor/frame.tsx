import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { go, homeOf, type Place, places, replace, restart } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import { classes, Link, Page, Press, StageTag, Strip } from '@/ui'
import { overviewWords as words } from '@/words/supervisor'
import { objectionWords, watchGrievanceWords, watchPaperWords } from '@/words/supervisor-grievance'
import './supervisor.css'

export type Tab = 'overview' | 'coverage' | 'papers' | 'objections' | 'bulletin' | 'gaming' | 'plate'
const readers: readonly string[] = ['supervisor', 'centre']
const tabs: { tab: Tab; place: Place; text: string; roles: readonly string[] }[] = [
  { tab: 'overview', place: places.overview, text: words.overview, roles: readers },
  { tab: 'coverage', place: places.coverage, text: words.coverage, roles: readers },
  { tab: 'papers', place: places.watchPapers, text: watchPaperWords.tab, roles: ['supervisor'] },
  { tab: 'objections', place: places.objections, text: objectionWords.tab, roles: ['supervisor'] },
  { tab: 'bulletin', place: places.bulletin, text: words.bulletin, roles: ['supervisor'] },
  { tab: 'gaming', place: places.gaming, text: words.gaming, roles: ['supervisor'] },
  { tab: 'plate', place: places.plate, text: words.plate, roles: readers },
]

type Props = {
  tab: Tab
  /** The page's first heading, where it draws none. */
  label?: string
  /** What is shown was read before the signal went. */
  stale?: boolean
  children: ReactNode
}

/** The page around the figures: which of them, and the way back to the desk. */
export function Frame({ tab, label, stale, children }: Props) {
  const me = useSession((session) => session.me)
  const role = me?.acting.role
  const demo = useSession((session) => session.demo)
  const reads = role !== undefined && readers.includes(role)
  const top = (
    <>
      <View className="desk__top">
        <View className="row row--tight watch__brand">
          <Text className="lead">{words.brand}</Text>
          {demo && <StageTag tone="amber" text={words.demo} />}
        </View>
        {me?.acting.role === 'supervisor' ? (
          <Link plain small className="watch__home" icon="person" text={me.name} onPress={() => void go(places.me)} />
        ) : (
          <Link
            plain
            small
            className="watch__home"
            icon="back"
            text={words.desk}
            onPress={() => void restart(role ? homeOf(role) : places.home)}
          />
        )}
        {reads && (
          <View className="desk__nav watch__nav" ariaRole="navigation" ariaLabel={words.tabs}>
            {tabs
              .filter(({ roles }) => roles.includes(role))
              .map((each) => (
                <Press
                  key={each.tab}
                  className={classes('navlink', each.tab === tab && 'navlink--on')}
                  onClick={() => each.tab !== tab && void replace(each.place)}
                  ariaRole="link"
                >
                  <Text>{each.text}</Text>
                </Press>
              ))}
            <Press className="navlink" onClick={() => void go(places.rotaPublished)} ariaRole="link">
              <Text>{words.published}</Text>
            </Press>
            {role === 'supervisor' && (
              <Press className="navlink" onClick={() => void go(places.centreQueue)} ariaRole="link">
                <Text>{words.matters}</Text>
              </Press>
            )}
            {role === 'supervisor' && (
              <Press className="navlink" onClick={() => void go(places.commandQueue)} ariaRole="link">
                <Text>{watchGrievanceWords.all}</Text>
              </Press>
            )}
          </View>
        )}
      </View>
      {stale && <Strip text={words.stale} />}
    </>
  )
  return (
    <Page wide mode={useMode()} label={label} top={top}>
      <View className="watch">{children}</View>
    </Page>
  )
}
