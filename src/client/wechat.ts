import Taro from '@tarojs/taro'
import type { Reply } from '@/contract/views'
import { origin } from './origin'
import { useSession } from './session'

/** A mini-program that talks to a county's own server signs in there with what `wx.login` gives it; nobody types anything. */

let signing: Promise<boolean> | undefined

/** `messages`: she has just said yes to letters by WeChat. Whether there is a session now. Several calls that need one at once share one sign-in. */
export function signInThroughWechat(messages = false): Promise<boolean> {
  signing ??= exchange(messages)
    .catch(() => false)
    .finally(() => {
      signing = undefined
    })
  return signing
}

async function exchange(messages: boolean): Promise<boolean> {
  const { code } = await Taro.login()
  const { data } = await Taro.request({
    url: `${origin}/sign-in/wechat`,
    method: 'POST',
    data: { code, ...(messages && { messages }) },
  })
  const reply = data as Reply<{ token: string }>
  if (reply?.ok) useSession.setState({ token: reply.value.token })
  return reply?.ok === true
}
