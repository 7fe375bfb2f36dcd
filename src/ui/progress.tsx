import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { uiWords } from './words'

/** Where one is, in words first; `children` stands at the right: a Link that reads the page aloud. */
export function Steps({ at, of, children }: { at: number; of: number; children?: ReactNode }) {
  return (
    <View className="progress">
      <View className="row row--apart row--wrap">
        <Text>{uiWords.step(at, of)}</Text>
        {children}
      </View>
      <View className="progress__bar" ariaHidden>
        <View className="progress__done" style={{ width: `${(at / of) * 100}%` }} />
      </View>
    </View>
  )
}

type RingProps = {
  /** 0 to 100: what is left, or what is done. */
  percent: number
  /** Always in sight: 「6:12」「62%」. */
  figure: string
  text?: string
  tone?: 'blue' | 'amber' | 'red'
  small?: boolean
}

/** A quiet countdown. The caller ticks; screen readers are told by a sentence elsewhere, not every second. */
export function Ring({ percent, figure, text, tone = 'blue', small }: RingProps) {
  const done = { '--done': Math.min(100, Math.max(0, percent)) } as React.CSSProperties
  return (
    <View
      className={classes('ring', small && 'ring--s', tone !== 'blue' && `ring--${tone}`)}
      style={done}
      ariaRole="timer"
    >
      <View className="ring__hole">
        <Text className="ring__figure">{figure}</Text>
        {text && <Text className="small soft">{text}</Text>}
      </View>
    </View>
  )
}
