import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Press } from './press'

type LinkProps = {
  text: string
  onPress: () => void
  icon?: IconName
  /** Without the underline: inside bars, where place shows that it can be pressed. */
  plain?: boolean
  small?: boolean
  label?: string
  className?: string
  /** After the words, such as an arrow. */
  children?: ReactNode
}

/** Words that can be pressed, as tall as a finger. */
export function Link({ text, onPress, icon, plain, small, label, className, children }: LinkProps) {
  const look = classes('link', plain && 'link--plain', small && 'link--small', className)
  return (
    <Press className={look} onClick={onPress} ariaRole="link" ariaLabel={label}>
      {icon && <Icon name={icon} size="s" />}
      <Text>{text}</Text>
      {children}
    </Press>
  )
}
