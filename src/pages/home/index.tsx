import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { dial } from '@/client/places'
import { useSession } from '@/client/session'
import type { Circle } from '@/contract/views'
import { Button, Notice } from '@/ui'
import { languageTexts } from '@/words/aid'
import { commonWords } from '@/words/common'
import { homeWords } from '@/words/home'
import { Frame, HotlineFoot } from '../frame'
import { Doors } from './doors'
import { Duty } from './duty'
import { Mine } from './mine'
import { Top } from './top'
import { VillageSheet } from './village-sheet'

/** The first page: who is there for me now, what can be done, how my matters stand. Works before signing in. */
export default function Home() {
  const village = useSession((session) => session.village)
  const [picking, setPicking] = useState(false)
  const circle = useAsk('circle.show', village && { village: village.code })
  return (
    <Frame tab="home" label={commonWords.product} foot={<Foot circle={circle.value} />}>
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

/** The hotline, and one tap to somebody on duty who speaks Mongolian. */
function Foot({ circle }: { circle: Circle | undefined }) {
  const speaker = circle?.onDuty.find(({ languages, phone, gap }) => languages.includes(mongolian) && phone && !gap)
  const { name, phone } = speaker ?? {}
  return (
    <>
      <HotlineFoot />
      {name && phone && (
        <View className="foot__ask">
          <Button
            small
            kind="soft"
            icon="phone"
            text={commonWords.ringInMongolian(name)}
            className="btn--wide"
            onPress={() => void dial(phone)}
          />
        </View>
      )}
    </>
  )
}

const mongolian = languageTexts.mn ?? ''
