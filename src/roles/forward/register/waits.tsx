import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { openCapsules, watchSignal } from '@/client/capsules'
import { dial, homeOf, restart } from '@/client/places'
import { useSession } from '@/client/session'
import { BottomBar, Button, goTo, Heading, Icon, Link, Notice } from '@/ui'
import { capsuleWords as words } from '@/words/capsules'
import { commonWords, hotline } from '@/words/common'
import { registeredWords } from '@/words/register'
import { Frame } from '../frame'

const inBrowser = process.env.TARO_ENV === 'h5'
// A browser lets focus onto a plain element only with this; weapp has no such thing.
const focusable = inBrowser ? { tabIndex: -1 } : {}

/** There was no signal: it lies on this phone, and the next person may be helped. */
export function Waits({ onAnother }: { onAnother: () => void }) {
  const role = useSession((session) => session.me?.acting.role)
  useEffect(() => {
    watchSignal()
    void openCapsules()
    if (inBrowser) goTo('waits')
  }, [])
  return (
    <Frame
      behind={role && homeOf(role)}
      foot={
        <BottomBar>
          <Button kind="main" icon="plus" text={registeredWords.another} onPress={onAnother} />
          {role && <Button kind="text" text={registeredWords.list} onPress={() => restart(homeOf(role))} />}
        </BottomBar>
      }
    >
      <View id="waits" className="row row--tight" ariaRole="status" {...focusable}>
        <Icon name="offline" size="l" />
        <Heading size="big" text={words.stored} />
      </View>
      <View>{words.storedMore}</View>
      <Notice tone="amber" icon="offline">
        <View className="strong">{words.unsent}</View>
        <Link text={commonWords.ring(hotline)} onPress={() => void dial(hotline)} />
      </Notice>
    </Frame>
  )
}
