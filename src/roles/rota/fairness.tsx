import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Heading } from '@/ui'
import { fairWords as words } from '@/words/rota-editor'
import { type Fair, loadWord } from './people-pick'

const SHOWN = 12

/** Who stood how long, as the hours are weighted, against the mean. */
export function Fairness({ fairness, average, gini }: Fair & { gini?: number }) {
  const [all, setAll] = useState(false)
  const rows = [...fairness].sort((a, b) => b.weighted - a.weighted)
  const most = Math.max(...rows.map(({ weighted }) => weighted), average * 1.3, 1)
  const share = (hours: number) => `${Math.min(100, (hours / most) * 100).toFixed(1)}%`
  return (
    <View className="stack">
      <Heading size="lead" level={2} text={words.title} />
      {rows.length === 0 && <View className="soft">{words.none}</View>}
      {(all ? rows : rows.slice(0, SHOWN)).map(({ person, name, weighted }) => {
        const word = loadWord(weighted, average)
        return (
          <View key={person} className="rota__fair" ariaRole="group" ariaLabel={words.row(name, weighted, word)}>
            <Text className="rota__fairname">{name}</Text>
            <View className="meter rota__meter" ariaHidden>
              <View className="meter__fill" style={{ width: share(weighted) }} />
              <View className="meter__mean" style={{ left: share(average) }} />
            </View>
            <Text className="rota__fairn">{Math.round(weighted)}</Text>
            <Text className="soft small rota__fairword">{word}</Text>
          </View>
        )
      })}
      {!all && rows.length > SHOWN && (
        <Button small text={words.more(rows.length - SHOWN)} onPress={() => setAll(true)} />
      )}
      {rows.length > 0 && <View className="small soft">{`${words.mean(average)}。${words.weights}`}</View>}
      {gini !== undefined && <View className="small soft">{words.gini(gini)}</View>}
    </View>
  )
}
