import { Text, View } from '@tarojs/components'
import { createContext, useContext } from 'react'
import { classes } from './classes'

// A browser is told the script; WXML has no such attribute.
const script = process.env.TARO_ENV === 'h5' ? { lang: 'mn-Mong' } : {}
// Two digits fit side by side into one place of a vertical line, longer numbers stand digit under digit.
const TOGETHER = 2

/** Traditional Mongolian: top to bottom, columns from left to right; digits stay Arabic and upright. */
export function Mongolian({ text }: { text: string }) {
  return (
    <View className="mong" {...script}>
      {text.split(/(\d+)/).map((part, n) =>
        n % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence don't move
          <Text key={n} className={classes('mong__number', part.length <= TOGETHER && 'mong__number--one')}>
            {part}
          </Text>
        ),
      )}
    </View>
  )
}

/** How a page finds the reviewed Mongolian of a sentence; without it every part draws Chinese alone. */
export const InMongolian = createContext<((zh: string) => string | undefined) | undefined>(undefined)

/** The Mongolian beside a sentence. The sentence is read aloud in Chinese: no phone's voice knows this script. */
export function Beside({ of }: { of: string }) {
  const text = useContext(InMongolian)?.(of)
  return text ? (
    <View className="beside" ariaHidden>
      <Mongolian text={text} />
    </View>
  ) : null
}
