import { Text, View } from '@tarojs/components'
import type { EightMinutes } from '@/contract/views'
import { Card, classes, Link, Section } from '@/ui'
import { numberOrder, percentOf, overviewWords as words } from '@/words/supervisor'

type Props = { towns: EightMinutes['byTown']; onTown: (town: { unit: string; name: string }) => void }

/** The same four numbers, town by town; the most asked first. */
export function ByTown({ towns, onTown }: Props) {
  return (
    <Section title={words.byTown}>
      <Card>
        <View>
          {towns.map(({ unit, name, asked, ...shares }, index) => (
            <View key={unit} className={classes('watch__cell', index === 0 && 'watch__cell--first')}>
              <View className="row row--apart row--tight row--wrap">
                <Link text={name} label={words.townOnly(name)} onPress={() => onTown({ unit, name })} />
                <Text className="soft">{words.townAsked(asked)}</Text>
              </View>
              <View className="watch__four">
                {numberOrder.map((number) => {
                  const share = shares[number]
                  return (
                    <View key={number}>
                      <Text className="block soft small">{words.names[number]}</Text>
                      <Text className="strong">{share.of > 0 ? percentOf(share) : words.none}</Text>
                      {share.of > 0 && <Text className="soft small">{` ${words.share(share.kept, share.of)}`}</Text>}
                    </View>
                  )
                })}
              </View>
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}
