import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'

export type NoticeTone = 'info' | 'green' | 'amber' | 'red' | 'over'

const pictures: Record<NoticeTone, IconName> = {
  info: 'info',
  green: 'done',
  amber: 'alert',
  red: 'alert',
  over: 'alert',
}

type NoticeProps = {
  children: ReactNode
  tone?: NoticeTone
  icon?: IconName
  /** It came because of what the person just did: screen readers say it at once. */
  said?: boolean
}

export function Notice({ children, tone = 'info', icon, said }: NoticeProps) {
  return (
    <View className={classes('notice', tone !== 'info' && `notice--${tone}`)} ariaRole={said ? 'status' : undefined}>
      <View className="notice__icon">
        <Icon name={icon ?? pictures[tone]} />
      </View>
      <View className="grow">{children}</View>
    </View>
  )
}

/** A strip right under the top: no signal, something being sent. */
export function Strip({ text, icon = 'offline' }: { text: string; icon?: IconName }) {
  return (
    <View className="strip" ariaRole="status">
      <View className="strip__icon">
        <Icon name={icon} size="s" />
      </View>
      <View>{text}</View>
    </View>
  )
}
