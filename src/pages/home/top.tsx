import { Text, View } from '@tarojs/components'
import { go, places } from '@/client/places'
import { setSize, useSession } from '@/client/session'
import { Icon, Link, Press } from '@/ui'
import { commonWords } from '@/words/common'
import { homeWords } from '@/words/home'

type TopProps = { village: { text: string } | undefined; onPick: () => void }

/** Where I am, and the larger letters one tap away. */
export function Top({ village, onPick }: TopProps) {
  const size = useSession((session) => session.size)
  const large = size.startsWith('elder')
  return (
    <View className="head">
      {village ? (
        <Press className="link link--plain link--where" onClick={onPick} ariaLabel={homeWords.village(village.text)}>
          <Icon name="place" size="s" />
          <Text className="strong">{village.text.split(' ').at(-1)}</Text>
          <Icon name="down" size="s" />
        </Press>
      ) : (
        // The page's own heading says it already.
        <View className="strong" ariaHidden>
          {commonWords.product}
        </View>
      )}
      <Link plain icon="speaker" text={homeWords.language} onPress={() => void go(places.language)} />
      <Link
        plain
        icon="text"
        text={large ? homeWords.standard : homeWords.elder}
        onPress={() => setSize(large ? 'normal' : 'elder')}
      />
    </View>
  )
}
