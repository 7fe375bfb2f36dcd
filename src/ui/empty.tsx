import { View } from '@tarojs/components'
import { Button, Buttons } from './button'
import { classes } from './classes'
import { Heading } from './heading'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { uiWords } from './words'

type BlankProps = {
  title: string
  text?: string
  icon: IconName
  tone?: 'blue' | 'amber' | 'red'
  children?: React.ReactNode
}

function Blank({ title, text, icon, tone = 'blue', children }: BlankProps) {
  return (
    <View className="blank">
      <View className={classes('blank__pic', `blank__pic--${tone}`)} ariaHidden>
        <Icon name={icon} size="l" />
      </View>
      <Heading text={title} />
      {text && <View className="soft">{text}</View>}
      {children && <View className="blank__do">{children}</View>}
    </View>
  )
}

type EmptyProps = { title: string; text?: string; icon?: IconName; action?: { text: string; onPress: () => void } }

/** Nothing here yet, and what to do about it. */
export function Empty({ title, text, icon = 'matters', action }: EmptyProps) {
  return (
    <Blank title={title} text={text} icon={icon}>
      {action && <Button kind="main" text={action.text} onPress={action.onPress} />}
    </Blank>
  )
}

type ProblemProps = {
  title: string
  text?: string
  /** No signal looks calmer than a fault. */
  offline?: boolean
  onRetry?: () => unknown
  retryText?: string
  other?: { text: string; onPress: () => void; icon?: IconName }
}

/** It did not work: what is safe, and the way on. */
export function Problem({ title, text, offline, onRetry, retryText = uiWords.again, other }: ProblemProps) {
  const share = onRetry && other ? 'half' : undefined
  return (
    <View ariaRole="alert">
      <Blank title={title} text={text} icon={offline ? 'offline' : 'alert'} tone={offline ? 'amber' : 'red'}>
        <Buttons>
          {other && <Button share={share} text={other.text} icon={other.icon} onPress={other.onPress} />}
          {onRetry && <Button share={share} kind="main" text={retryText} onPress={onRetry} />}
        </Buttons>
      </Blank>
    </View>
  )
}
