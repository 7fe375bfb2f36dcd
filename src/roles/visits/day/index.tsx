import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { go, matterIn, places } from '@/client/places'
import { useMode, useSession } from '@/client/session'
import { useWide } from '@/pages/wide'
import { Empty, Page } from '@/ui'
import { commonWords } from '@/words/common'
import { visitDeskWords as words } from '@/words/visit-desk'
import { isAtWork, useVisits } from '../rows'
import '../visits.css'
import { VisitDesk } from '../whole/visit-desk'
import { Lists } from './lists'
import { TopBar } from './top-bar'

const EVERY_MS = 15_000

/** Whoever is visited, or visits: his days hour by hour, what waits for an hour, and one of them beside it. */
export default function Days() {
  const mode = useMode()
  const role = useSession(({ me }) => me?.acting.role)
  if (isAtWork(role)) return <Known />
  const asked = role
    ? { title: words.notYours, text: words.notYoursText }
    : { title: words.signIn, text: words.signInText }
  const way = role ? commonWords.otherRole : commonWords.signIn
  return (
    <Page wide mode={mode} label={words.page}>
      <Empty icon={role ? 'swap' : 'person'} {...asked} action={{ text: way, onPress: () => void go(places.me) }} />
    </Page>
  )
}

function Known() {
  const [chosen, setChosen] = useState(matterIn(useRouter().params))
  // What changed beside the list changes the days in it.
  const [turn, setTurn] = useState(0)
  const wide = useWide()
  const list = useVisits(EVERY_MS)
  return (
    <Page wide mode={useMode()} top={<TopBar />}>
      <View className="visits desk__body">
        <View className="desk__list">
          <Lists
            list={list}
            turn={turn}
            chosen={wide ? chosen : undefined}
            onChoose={(id) => {
              setChosen(id)
              if (!wide) void go(places.visitAtDesk, { id })
            }}
          />
        </View>
        {wide && (
          <View className="desk__main">
            {chosen ? (
              <VisitDesk
                key={chosen}
                id={chosen}
                onStep={() => {
                  setTurn(turn + 1)
                  void list.again()
                }}
              />
            ) : (
              <Empty icon="calendar" title={words.pickOne} text={words.pickOneText} />
            )}
          </View>
        )}
      </View>
    </Page>
  )
}
