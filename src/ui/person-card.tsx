import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from './button'
import { uiWords } from './words'

type PersonProps = {
  name: string
  /** 「律师」「嘎查书记」: stands behind the name. */
  post?: string
  /** Quieter lines: where they work, which languages they speak. */
  lines?: readonly string[]
  /** A tag beside the name: on duty, first choice. */
  tag?: ReactNode
  onCall?: () => void
  callText?: string
}

/** A person one can turn to. Put it into a Card or an Item. */
export function PersonCard({ name, post, lines = [], tag, onCall, callText = uiWords.call }: PersonProps) {
  return (
    <View className="person">
      <View className="face" ariaHidden>
        {[...name][0]}
      </View>
      <View className="person__who">
        <View className="row row--wrap row--tight">
          <View>
            <Text className="person__name">{name}</Text>
            {post && <Text>{` ${post}`}</Text>}
          </View>
          {tag}
        </View>
        {lines.map((line) => (
          <Text key={line} className="person__more">
            {line}
          </Text>
        ))}
      </View>
      {onCall && (
        <Button
          className="person__call"
          small
          kind="soft"
          icon="phone"
          text={callText}
          label={uiWords.callTo(name)}
          onPress={onCall}
        />
      )}
    </View>
  )
}
