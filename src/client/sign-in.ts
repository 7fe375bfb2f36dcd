import Taro from '@tarojs/taro'
import type { Reply } from '@/contract/views'
import { type Answer, call, headers } from './call'
import { origin } from './origin'
import { signedIn, useSession } from './session'

/** Signing in at a desk on a computer; the server's own endpoints, none of them an action. */
export type Enrolment = { ticket: string; secret: string; uri: string }

async function post<T>(path: string, data: Record<string, unknown>): Promise<Answer<T>> {
  try {
    const { data: reply } = await Taro.request({
      url: `${origin}/sign-in/${path}`,
      method: 'POST',
      data,
      header: headers(),
    })
    return typeof reply?.ok === 'boolean' ? (reply as Reply<T>) : { ok: false, offline: true }
  } catch {
    return { ok: false, offline: true }
  }
}

/** With the token of an answer: who she is, kept for every call from now on. */
async function entered(answer: Answer<{ token: string }>): Promise<Answer<unknown>> {
  if (!answer.ok) return answer
  const { token } = answer.value
  useSession.setState({ token })
  const me = await call('session.me', {})
  if (me.ok) signedIn(token, me.value)
  return me
}

export const signIn = async (given: { login: string; password: string; otp: string }) =>
  entered(await post('password', given))

/** The first step of making a login: the invite holds, the login is free, the password will do. */
export const enrol = (given: { invite: string; login: string; password: string }) => post<Enrolment>('enrol', given)

/** The second: the authenticator shows the right code, and she is signed in. */
export const confirm = async (given: { ticket: string; otp: string }) => entered(await post('enrol/confirm', given))
