import { Text, View } from '@tarojs/components'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'

export type Tone = 'plain' | 'blue' | 'green' | 'amber' | 'red' | 'over'

/** The stage of a matter, or any short standing, in words on a soft ground. */
export function StageTag({ text, tone = 'plain', icon }: { text: string; tone?: Tone; icon?: IconName }) {
  return (
    <View className={classes('tag', tone !== 'plain' && `tag--${tone}`)}>
      {icon && <Icon name={icon} size="s" />}
      <Text>{text}</Text>
    </View>
  )
}

/** Tags side by side. */
export function Tags({ children }: { children: React.ReactNode }) {
  return <View className="row row--wrap row--tight">{children}</View>
}
