import { Button as NativeButton } from '@tarojs/components'
import type { ComponentProps } from 'react'
import { classes } from './classes'

type PressProps = ComponentProps<typeof NativeButton>

/** A native button without its looks: what every pressable part is made of. */
export function Press({ className, ariaChecked, ariaSelected, ariaExpanded, ...rest }: PressProps) {
  return (
    <NativeButton
      {...rest}
      className={classes('press', className)}
      hoverClass="pressed"
      ariaChecked={said(ariaChecked)}
      ariaSelected={said(ariaSelected)}
      ariaExpanded={said(ariaExpanded)}
    />
  )
}

// Taro's weapp templates turn `false` into nothing; "not chosen" has to be said, so it goes as a word.
const said = (flag?: boolean | 'true' | 'false') =>
  flag === undefined ? undefined : (String(flag) as 'true' | 'false')
