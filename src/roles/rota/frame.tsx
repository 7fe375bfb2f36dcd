import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back, homeOf, type Place, places, replace, restart } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import { classes, Link, Page, Press, StageTag, Strip } from '@/ui'
import { commonWords } from '@/words/common'
import { boardWords as words } from '@/words/rota-editor'
import './rota.css'

export type Tab = 'board' | 'draft' | 'published'
const tabs: Record<Tab, Place> = {
  board: places.rotaBoard,
  draft: places.rotaDraft,
  published: places.rotaPublished,
}
const order: readonly Tab[] = ['board', 'draft', 'published']

type Props = {
  tab?: Tab
  label?: string
  /** What is shown was read before the signal went. */
  stale?: boolean
  children: ReactNode
}

/** The page around the rota: which of its pages, the way back to the desk, who sits here. */
export function Frame({ tab, label, stale, children }: Props) {
  const me = useSession((session) => session.me)
  const demo = useSession((session) => session.demo)
  const home = homeOf(me?.acting.role ?? 'resident')
  const mine = order.filter((each) => each !== 'draft' || me?.acting.role !== 'town')
  const top = (
    <>
      <View className="desk__top">
        <View className="row row--tight rota__brand">
          <Text className="lead">{words.page}</Text>
          {demo && <StageTag tone="amber" text={words.demo} />}
        </View>
        <Link plain small className="rota__home" icon="back" text={words.desk} onPress={() => void restart(home)} />
        <View className="desk__nav rota__nav" ariaRole="tablist" ariaLabel={words.tabs}>
          {mine.map((each) => (
            <Press
              key={each}
              className={classes('navlink', each === tab && 'navlink--on')}
              onClick={() => each !== tab && void replace(tabs[each])}
              ariaRole="tab"
              ariaSelected={each === tab}
            >
              <Text>{words[each]}</Text>
            </Press>
          ))}
        </View>
      </View>
      {stale && <Strip text={words.stale} />}
    </>
  )
  return (
    <Page wide mode={useMode()} label={label} top={top}>
      {process.env.TARO_ENV === 'h5' && !tab && (
        <View>
          <Link plain icon="back" text={commonWords.back} onPress={() => void back(places.rotaBoard)} />
        </View>
      )}
      {children}
    </Page>
  )
}
