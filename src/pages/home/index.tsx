import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useBoth } from '@/client/language'
import { useSession } from '@/client/session'
import { Notice } from '@/ui'
import { commonWords } from '@/words/common'
import { homeWords } from '@/words/home'
import { Frame, HotlineFoot } from '../frame'
import { RingInMongolian } from '../mongolian-line'
import { Doors } from './doors'
import { Duty } from './duty'
import { Mine } from './mine'
import { Top } from './top'
import { VillageSheet } from './village-sheet'

/** The first page: who is there for me now, what can be done, how my matters stand. Works before signing in. */
export default function Home() {
  const village = useSession((session) => session.village)
  const [picking, setPicking] = useState(false)
  const both = useBoth()
  const circle = useAsk('circle.show', village && { village: village.code })
  const foot = (
    <>
      <HotlineFoot />
      <RingInMongolian circle={circle.value} orFind={both && Boolean(village)} />
    </>
  )
  return (
    <Frame tab="home" label={commonWords.product} foot={foot} rings={Boolean(village)}>
      <Top village={village} onPick={() => setPicking(true)} />
      <Duty circle={circle} chosen={Boolean(village)} onPick={() => setPicking(true)} />
      <Notice tone="green">
        <View className="strong">{homeWords.free}</View>
      </Notice>
      <Doors />
      <Mine />
      <VillageSheet open={picking} onClose={() => setPicking(false)} />
    </Frame>
  )
}
