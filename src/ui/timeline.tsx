import { Text, View } from '@tarojs/components'
import { classes } from './classes'

export type TimelineStep = {
  id: string
  what: string
  /** Quieter lines under it: what was attached, which promise was kept. */
  more?: string
  /** When, and by whom, as a person says it. */
  when?: string
  state?: 'past' | 'now' | 'next'
}

/** What happened and what comes, newest first or as the caller orders it. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <View ariaRole="list">
      {steps.map(({ id, what, more, when, state = 'past' }, index) => {
        const last = index === steps.length - 1
        return (
          <View key={id} className={classes('step', `step--${state}`, last && 'step--last')} ariaRole="listitem">
            <View className="step__rail" ariaHidden>
              <View className="step__dot" />
              {!last && <View className="step__thread" />}
            </View>
            <View className="step__body">
              <Text className="step__what">{what}</Text>
              {more && <Text className="step__when">{more}</Text>}
              {when && <Text className="step__when">{when}</Text>}
            </View>
          </View>
        )
      })}
    </View>
  )
}
