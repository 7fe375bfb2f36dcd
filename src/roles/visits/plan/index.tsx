import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import type { PlanView } from '@/contract/views'
import { addDays, dayOf } from '@/domain/time'
import { Read } from '@/pages/read'
import { Empty, Heading } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { commonWords } from '@/words/common'
import { planWords as words } from '@/words/visit-desk'
import { Frame } from '../frame'
import { hasDays, overAll } from '../rows'
import { type Someone, Whose } from '../whose'
import { Fortnight } from './fortnight'
import { Orphans } from './orphans'
import { Spans } from './spans'
import { Weekly } from './weekly'

export type PlanEnds = { onDone: (after: PlanView, text: string) => void; onRefused: (message: string) => void }
/** `person`: whose it is, where it isn't one's own. */
export type PlanPartProps = PlanEnds & { plan: PlanView; person?: string; mayChange: boolean }

const DAYS = 14

/** The hours that repeat, those beside them, and what comes of it in the next fortnight. */
export default function Plan() {
  const role = useSession(({ me }) => me?.acting.role)
  const [someone, setSomeone] = useState<Someone>()
  if (!hasDays(role) && !overAll(role))
    return (
      <Frame label={words.page}>
        <Empty
          icon="swap"
          title={words.notPlanner}
          text={words.notPlannerText}
          action={{ text: commonWords.otherRole, onPress: () => void go(places.me) }}
        />
      </Frame>
    )
  return <Planned key={someone?.id} someone={someone} onWhose={setSomeone} />
}

type PlannedProps = { someone?: Someone; onWhose: (someone: Someone | undefined) => void }

function Planned({ someone, onWhose }: PlannedProps) {
  const role = useSession(({ me }) => me?.acting.role)
  const [from] = useState(() => dayOf(productNow()))
  const whose = someone && { person: someone.id }
  const { put, ...plan } = useAsk('visit.plans', { ...whose })
  const days = useAsk('visit.day', { ...whose, from, to: addDays(from, DAYS) })
  const { told, done, refused } = useTold()
  const ends: PlanEnds = {
    onDone: (after, text) => {
      put(after)
      done(text)
      void days.again()
    },
    onRefused: (message) => {
      refused(message)
      void plan.again()
    },
  }
  return (
    <Frame stale={Boolean(plan.value && plan.failed)}>
      <View className="stack">
        <Heading size="big" level={1} text={someone ? words.of(someone.name) : words.page} />
        {overAll(role) && (
          <View>
            <Whose value={someone} onChange={onWhose} />
          </View>
        )}
      </View>
      <ToldNotice told={told} />
      <Read {...plan}>
        {(shown) => {
          const part = { plan: shown, person: someone?.id, mayChange: hasDays(role), ...ends }
          return (
            <View className="visits__two">
              <View className="visits__part">
                <Orphans rows={shown.orphans} />
                <Weekly {...part} />
                <Spans {...part} />
              </View>
              <View className="visits__part">
                <Read {...days} cards={1}>
                  {(mine) => <Fortnight days={mine.days} />}
                </Read>
              </View>
            </View>
          )
        }}
      </Read>
    </Frame>
  )
}
