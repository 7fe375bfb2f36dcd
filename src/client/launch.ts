import Taro from '@tarojs/taro'
import { call } from './call'
import { waitsHere } from './capsule-room'
import { demoMode } from './demo'
import { selfHosted } from './origin'
import { askBeforePrivate } from './privacy'
import { knowMe, token, useSession } from './session'
import { signInThroughWechat } from './wechat'
import { followWeChatsLetters } from './wechat-size'

/** Once, when the product opens: who is this, is it a demonstration, how large are her letters. */
export async function launch(): Promise<void> {
  if (process.env.TARO_ENV === 'weapp') {
    if (selfHosted && !token()) await signInThroughWechat()
    if (!selfHosted) Taro.cloud.init({ traceUser: true })
    askBeforePrivate()
    followWeChatsLetters()
  } else {
    useSession.setState({ demo: await demoMode() })
    if (!token()) return
  }
  // A refusal is no error here: who isn't known yet looks around as a visitor.
  const me = await call('session.me', {})
  if (me.ok) knowMe(me.value)
  // What was taken down without a signal goes by itself, whatever page is open; fetched only where something waits.
  if (waitsHere()) void import('./capsules').then(({ beginSending }) => beginSending())
}
