import { View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { dial } from '@/client/places'
import type { Circle } from '@/contract/views'
import { Button } from '@/ui'
import { languageTexts } from '@/words/aid'
import { commonWords } from '@/words/common'

const mongolian = languageTexts.mn ?? ''

/** One tap to somebody on duty who speaks Mongolian; nothing where nobody is. */
export function RingInMongolian({ circle }: { circle: Circle | undefined }) {
  const speaker = circle?.onDuty.find(({ languages, phone, gap }) => languages.includes(mongolian) && phone && !gap)
  const { name, phone } = speaker ?? {}
  if (!name || !phone) return null
  return (
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
  )
}

/** The same for whoever knows only the village. */
export function MongolianLine({ village }: { village: string }) {
  return <RingInMongolian circle={useAsk('circle.show', { village }).value} />
}
