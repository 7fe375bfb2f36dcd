import Taro from '@tarojs/taro'
import type { ActionName, Input, Output } from '@/contract/actions'
import type { Reply } from '@/contract/views'
import { commonWords } from '@/words/common'
import { heard } from './now'
import { origin, selfHosted } from './origin'
import { forgetSession, token } from './session'
import { signInThroughWechat } from './wechat'

/** Everything an action can come back with; `offline` when it never reached anybody. */
export type Answer<T> = Reply<T> | { ok: false; offline: true }

/** The one door out of the mini-program. It never throws: a page shows what it answers. */
export async function call<A extends ActionName>(action: A, input: Input<A>): Promise<Answer<Output<A>>> {
  let reply = await sent(action, input)
  // A session that is over begins again by itself, once: it says who she is, not what she may do.
  if (selfHosted && withoutSession(reply) && (await signInThroughWechat())) reply = await sent(action, input)
  if (!isReply(reply)) return { ok: false, offline: true }
  if ('now' in reply) heard(reply.now)
  if (withoutSession(reply)) forgetSession()
  return reply as Reply<Output<A>>
}

const TIMEOUT_MS = 15_000
const PAUSE_MS = 800

/**
 * A question that got lost is asked once more by itself, for it changes nothing. What changes something waits for her,
 * with what she wrote and its request id.
 */
async function sent(action: string, input: object): Promise<unknown> {
  const since = Date.now()
  const reply = await send(action, input).catch(() => undefined)
  if (isReply(reply) || 'requestId' in input || Date.now() - since >= TIMEOUT_MS) return reply
  await new Promise((done) => setTimeout(done, PAUSE_MS))
  return send(action, input).catch(() => undefined)
}

async function send(action: string, input: unknown): Promise<unknown> {
  if (process.env.TARO_ENV === 'weapp' && !selfHosted) {
    const { result } = await Taro.cloud.callFunction({ name: 'api', data: { action, input } })
    return result
  }
  const { data } = await Taro.request({
    url: `${origin}/api/${action}`,
    method: 'POST',
    data: input as Record<string, unknown>,
    header: headers(),
    timeout: TIMEOUT_MS,
  })
  return data
}

export function headers(): Record<string, string> {
  const signed = token()
  return { 'content-type': 'application/json', ...(signed && { authorization: `Bearer ${signed}` }) }
}

const withoutSession = (reply: unknown): boolean =>
  isReply(reply) && !reply.ok && 'refused' in reply && reply.refused.startsWith('session.')

const isReply = (data: unknown): data is Reply<unknown> => typeof data === 'object' && data !== null && 'ok' in data

/** One sentence for whatever went wrong, to stand in a notice; fields have their own places. */
export function whatWentWrong(answer: Answer<unknown>): string {
  if (answer.ok) return ''
  if ('offline' in answer) return commonWords.notSent
  if ('invalid' in answer) return answer.invalid[0]?.message ?? commonWords.invalid
  if ('refused' in answer) return answer.message
  return commonWords.faultText(answer.fault.slice(0, 8))
}
