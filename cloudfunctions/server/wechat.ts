import * as v from 'valibot'
import { type Refusal, refuse } from '@/domain/decider'
import { logError } from '../log'
import type { Log } from '../ports'

/** WeChat's code exchange: what `wx.login` gave the phone, for the account it stands for. */
export type WechatSettings = { appid: string; secret: string; url: string }
export type CodeExchange = (code: string) => Promise<{ openid: string } | Refusal>

// developers.weixin.qq.com, auth.code2Session: its error codes.
const REFUSALS: Record<number, string> = {
  40029: 'wechat.bad-code',
  40163: 'wechat.code-used',
  45011: 'throttle.wait',
  40226: 'wechat.blocked',
  [-1]: 'wechat.busy',
}
// It counts a hundred a minute for one person.
const WAIT_SECONDS = 60
const TIMEOUT_MS = 5000

const answer = v.object({ openid: v.optional(v.string()), errcode: v.optional(v.number(), 0) })

/** Asks WeChat once, within five seconds. The session key it also answers is neither kept nor logged. */
export function codeExchange({ appid, secret, url }: WechatSettings, log: Log, timeoutMs = TIMEOUT_MS): CodeExchange {
  return async (code) => {
    const asked = new URL('/sns/jscode2session', url)
    asked.search = String(new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' }))
    const said = await fetch(asked, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
      .then(async (response) => v.parse(answer, await response.json()))
      .catch((error: unknown) => logError(log, 'wechat', error))
    if (!said) return refuse('wechat.unreachable')
    if (said.openid && said.errcode === 0) return { openid: said.openid }
    const known = REFUSALS[said.errcode]
    // Anything else is our own appid, secret or network address: a person can do nothing about it.
    if (!known) log({ level: 'error', what: 'wechat', errcode: said.errcode })
    return known === 'throttle.wait' ? refuse(known, { seconds: WAIT_SECONDS }) : refuse(known ?? 'wechat.unreachable')
  }
}
