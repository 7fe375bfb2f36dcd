import { View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { homeOf, restart } from '@/client/places'
import { useSession } from '@/client/session'
import { BottomBar, Button, goTo, Heading, Icon } from '@/ui'
import { behindFor, Frame } from './frame'

const inBrowser = process.env.TARO_ENV === 'h5'
// A browser lets focus onto a plain element only with this; weapp has no such thing.
const focusable = inBrowser ? { tabIndex: -1 } : {}

type Props = {
  title: string
  words: { another: string; list: string }
  onAnother: () => void
  children: ReactNode
}

/** The page after it is written down: said at once, then what to read out, and the way to the next one. */
export function Registered({ title, words, onAnother, children }: Props) {
  const role = useSession((session) => session.me?.acting.role)
  useEffect(() => {
    if (inBrowser) goTo('registered')
  }, [])
  return (
    <Frame
      behind={behindFor(role)}
      foot={
        <BottomBar>
          <Button kind="main" icon="plus" text={words.another} onPress={onAnother} />
          {role && <Button kind="text" text={words.list} onPress={() => restart(homeOf(role))} />}
        </BottomBar>
      }
    >
      <View id="registered" className="row row--tight" ariaRole="status" {...focusable}>
        <View className="glad">
          <Icon name="done" size="l" />
        </View>
        <Heading size="big" text={title} />
      </View>
      {children}
    </Frame>
  )
}
