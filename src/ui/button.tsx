import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Press } from './press'
import { uiWords } from './words'

export type ButtonKind = 'main' | 'plain' | 'soft' | 'danger' | 'text'

export type ButtonProps = {
  text: string
  /** While a returned promise runs the button is busy and takes no second tap. */
  onPress: () => unknown
  kind?: ButtonKind
  small?: boolean
  icon?: IconName
  busy?: boolean
  busyText?: string
  /** Why it can't be pressed now; shown under the button and read with it. Its presence disables. */
  offReason?: string
  /** Share of a line inside Buttons; alone it takes the whole line. */
  share?: 'half' | 'third' | 'two'
  label?: string
  className?: string
}

let reasons = 0

export function Button(props: ButtonProps) {
  const { text, onPress, kind = 'plain', small, icon, busy, busyText = uiWords.busy, offReason, share, label } = props
  const [running, setRunning] = useState(false)
  const locked = useRef(false)
  const reasonId = useRef(`why-off-${++reasons}`)
  const waiting = busy || running
  const off = Boolean(offReason)

  async function press() {
    if (locked.current || waiting || off) return
    const result = onPress()
    if (!(result instanceof Promise)) return
    locked.current = true
    setRunning(true)
    try {
      await result
    } finally {
      locked.current = false
      setRunning(false)
    }
  }

  const button = (
    <Press
      className={classes('btn', `btn--${kind}`, small ? 'btn--small' : 'btn--wide', off && 'btn--off', props.className)}
      onClick={press}
      ariaLabel={waiting ? `${busyText}，${label ?? text}` : label}
      ariaDisabled={off || waiting || undefined}
      ariaDescribedby={off ? reasonId.current : undefined}
    >
      {waiting ? <View className="btn__spin" ariaHidden /> : icon && <Icon name={icon} size="s" />}
      <Text>{waiting ? busyText : text}</Text>
    </Press>
  )
  if (!share && !off) return button
  return (
    <View className={classes(share && `btns__${share}`)}>
      {button}
      {off && (
        <View id={reasonId.current} className="small soft btn__why">
          {offReason}
        </View>
      )}
    </View>
  )
}

/** Buttons that share a line, or stack when the words grow. */
export function Buttons({ children }: { children: React.ReactNode }) {
  return <View className="btns">{children}</View>
}
