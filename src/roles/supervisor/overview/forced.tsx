import { Text, View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { Published } from '@/contract/views'
import { Read } from '@/pages/read'
import { Card, classes, Section, StageTag } from '@/ui'
import { overviewWords as words } from '@/words/supervisor'

const SHOWN = 5

/** Rotas that somebody published although something was wrong with them: the reason stays in sight. */
export function Forced() {
  const asked = useAsk('rota.publications', {})
  return (
    <Section title={words.forced} more={{ text: words.all, onPress: () => void go(places.rotaPublished) }}>
      <Read {...asked} cards={1}>
        {({ items }) => <List forced={items.filter(({ force }) => force)} />}
      </Read>
    </Section>
  )
}

function List({ forced }: { forced: readonly Published[] }) {
  const now = productNow()
  if (forced.length === 0)
    return (
      <View>
        <View className="strong">{words.forcedNone}</View>
        <View className="soft">{words.forcedNoneText}</View>
      </View>
    )
  return (
    <Card>
      <View>
        {forced.slice(0, SHOWN).map(({ from, to, by, at, force, problems }, index) => (
          <View key={`${from}|${at}`} className={classes('watch__cell', index === 0 && 'watch__cell--first')}>
            <View className="row row--apart row--tight row--wrap">
              <Text className="strong">{words.fromTo(from, to, now)}</Text>
              <StageTag tone="red" text={words.forcedLeft(problems.length)} />
            </View>
            <View>{words.forcedWhy(force ?? '')}</View>
            <View className="soft small">{words.forcedLine(by, at, now)}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
