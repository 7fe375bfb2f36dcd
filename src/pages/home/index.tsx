import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useBoth } from '@/client/language'
import { type Lasting, useLast } from '@/client/last-answer'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import { addDays, dayOf } from '@/domain/time'
import { Button, Notice } from '@/ui'
import { commonWords } from '@/words/common'
import { homeWords } from '@/words/home'
import { momentText } from '@/words/time'
import { Frame, HotlineFoot } from '../frame'
import { RingInMongolian } from '../mongolian-line'
import { Doors } from './doors'
import { Duty } from './duty'
import { Mine } from './mine'
import { Quiet } from './quiet'
import { Top } from './top'
import { VillageSheet } from './village-sheet'

const CLASSES_AHEAD_DAYS = 21

/** The first page: who is there for me now, what can be done, how my matters stand. Works before signing in. */
export default function Home() {
  const village = useSession((session) => session.village)
  const me = useSession((session) => session.me)
  const [today] = useState(() => dayOf(productNow()))
  const [picking, setPicking] = useState(false)
  const both = useBoth()
  const circle = useLast('circle', village?.code, useAsk('circle.show', village && { village: village.code }))
  const mine = useLast('mine', me && `${me.id} ${me.acting.role}`, useAsk('matter.list', me && { open: true }))
  const classes = useLast(
    'classes',
    today,
    useAsk('class.list', { from: today, to: addDays(today, CLASSES_AHEAD_DAYS) }),
  )
  const again = async () => {
    await Promise.all([circle, mine, classes].map((each) => each.again()))
  }
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()))
  const foot = (
    <>
      <HotlineFoot />
      <RingInMongolian circle={circle.value} orFind={Boolean(village)} />
    </>
  )
  return (
    <Frame
      tab="home"
      label={commonWords.product}
      strip={offlineText([circle, mine, classes])}
      foot={foot}
      rings={Boolean(village) || !both}
    >
      <Top village={village} onPick={() => setPicking(true)} />
      <Duty circle={{ ...circle, again }} village={village?.code} onPick={() => setPicking(true)} />
      <Notice tone="green">
        <View className="strong">{homeWords.free}</View>
      </Notice>
      <Doors />
      <Quiet classes={classes.value?.items} />
      <Mine mine={mine} />
      {/* In WeChat the page is pulled down; a browser pulls only sometimes, and then loads everything anew. */}
      {process.env.TARO_ENV === 'h5' && <Button kind="text" icon="swap" text={homeWords.refresh} onPress={again} />}
      <VillageSheet open={picking} onClose={() => setPicking(false)} />
    </Frame>
  )
}

/** Without a signal what is shown is the phone's own, of that moment. */
function offlineText(asked: readonly Pick<Lasting<unknown>, 'failed' | 'keptAt'>[]): string | undefined {
  if (!asked.some(({ failed }) => failed && 'offline' in failed)) return undefined
  const oldest = asked.flatMap(({ keptAt }) => keptAt ?? []).sort()[0]
  return oldest ? homeWords.offlineSince(momentText(oldest, productNow())) : homeWords.offline
}
