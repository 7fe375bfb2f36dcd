import { Button as NativeButton } from '@tarojs/components'
import type { ComponentProps } from 'react'
import { classes } from './classes'

/**
 * A native button without its looks: what every pressable part is made of.
 * Aria props go through untouched: on H5 Taro's compiler renames some of them where they are written, not where they arrive.
 */
export function Press({ className, ...rest }: ComponentProps<typeof NativeButton>) {
  return <NativeButton {...rest} className={classes('press', className)} hoverClass="pressed" />
}
