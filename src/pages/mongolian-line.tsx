import { View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { dial, go, places } from '@/client/places'
import { useSession } from '@/client/session'
import type { Circle } from '@/contract/views'
import { Button } from '@/ui'
import { languageTexts } from '@/words/aid'
import { commonWords } from '@/words/common'

const mongolian = languageTexts.mn ?? ''

type RingProps = {
  circle: Circle | undefined
  /** Where nobody can be named: a way to whoever is on duty, instead of nothing. */
  orFind?: boolean
}

/** One tap to somebody on duty who speaks Mongolian. */
export function RingInMongolian({ circle, orFind }: RingProps) {
  const speaker = circle?.onDuty.find(({ languages, phone, gap }) => languages.includes(mongolian) && phone && !gap)
  const { name, phone } = speaker ?? {}
  const found = name && phone
  if (!found && !orFind) return null
  return (
    <View className="foot__ask">
      <Button
        // Another button: its words don't slide to their new place.
        key={found ? phone : 'find'}
        small
        kind="soft"
        icon="phone"
        text={found ? commonWords.ringInMongolian(name) : commonWords.findMongolian}
        className="btn--wide"
        onPress={() => void (found ? dial(phone) : go(places.circle))}
      />
    </View>
  )
}

/** The same for whoever knows only the village. */
export function MongolianLine({ village }: { village: string }) {
  return <RingInMongolian circle={useAsk('circle.show', { village }).value} />
}

/** The same for whoever wants Mongolian, on any page: for the village that this phone knows. */
export function MyMongolianLine() {
  const village = useSession((session) => session.village)
  return <RingInMongolian circle={useAsk('circle.show', village && { village: village.code }).value} orFind />
}
