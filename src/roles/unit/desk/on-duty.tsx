import { View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { dial, go, places } from '@/client/places'
import { useSession } from '@/client/session'
import { Heading, Link, PersonCard } from '@/ui'
import { homeWords } from '@/words/home'
import { momentText } from '@/words/time'
import { unitDeskWords as words } from '@/words/unit-desk'

const EVERY_MS = 60_000

/** Who is on duty for the village now. */
export function OnDuty() {
  const village = useSession(({ me }) => me?.acting.unit)
  const { value } = useAsk('circle.show', village ? { village } : undefined, EVERY_MS)
  if (!village || !value) return null
  return (
    <View className="unitdesk__bones stack">
      <Heading size="lead" level={2} text={homeWords.everybodyOnDuty} />
      {value.onDuty.length === 0 && <View className="soft">{homeWords.nobody}</View>}
      {value.onDuty.map(({ seat, person, name, phone, seatText, until, gap }) => (
        <PersonCard
          key={`${seat} ${person}`}
          name={name}
          lines={[
            seatText,
            gap ? homeWords.gapText : until ? homeWords.until(momentText(until, productNow())) : '',
          ].filter(Boolean)}
          onCall={phone ? () => void dial(phone) : undefined}
        />
      ))}
      <View>
        <Link text={words.duty} onPress={() => void go(places.circle, { village })} />
      </View>
    </View>
  )
}
