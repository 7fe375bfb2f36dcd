import { View } from '@tarojs/components'
import { classes } from './classes'
import type { IconName } from './icon-names'

/** A picture beside a word, never instead of one: screen readers skip it. */
export function Icon({ name, size }: { name: IconName; size?: 's' | 'l' }) {
  return <View className={classes('icon', `i-${name}`, size && `icon--${size}`)} ariaHidden />
}
