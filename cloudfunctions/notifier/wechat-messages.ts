import * as v from 'valibot'
import { logError } from '../log'
import type { Letter, Log, Sent } from '../ports'
import type { Templates } from './templates'

/**
 * Subscription messages of the county's own mini-program. Sources, on developers.weixin.qq.com: 获取稳定版接口调用凭据
 * (cgi-bin/stable_token), 发送订阅消息 (cgi-bin/message/subscribe/send). One leaves only for who has just said yes to it.
 */
export type WechatMessageSettings = { appid: string; secret: string; url: string; templates: Templates }

const TIMEOUT_MS = 5000
/** WeChat keeps an old token for five minutes beside a new one. */
const EARLY_MS = 5 * 60_000

const tokenAnswer = v.object({ access_token: v.string(), expires_in: v.number() })
const sendAnswer = v.object({ errcode: v.optional(v.number(), 0) })

/** Wrong account, or the template doesn't fit: the next try would be told the same. */
const FOR_GOOD: readonly number[] = [40003, 40037, 41030, 47003]
/** She wants none, or has used up what she said yes to. */
const UNWILLING = 43101
const TOKEN_GONE: readonly number[] = [40001, 40014, 42001]

/** What a kind of variable may hold at most; the kind is its name without the number. */
const MOST: Record<string, number> = { thing: 20, name: 10, phrase: 5, character_string: 32 }
function cut(key: string, value: string): string {
  const letters = [...value]
  const most = MOST[key.replace(/\d+$/, '')] ?? letters.length
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : value
}

export function wechatMessages(
  { appid, secret, url, templates }: WechatMessageSettings,
  log: Log,
  wall: () => number = Date.now,
  timeoutMs = TIMEOUT_MS,
) {
  let held: { token: string; until: number } | undefined

  const post = async (path: string, body: object): Promise<unknown> => {
    const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const answered = await fetch(new URL(path, url), {
      ...init,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    return answered.json()
  }
  const token = async (): Promise<string> => {
    if (held && held.until > wall()) return held.token
    const asked = { grant_type: 'client_credential', appid, secret }
    const said = v.parse(tokenAnswer, await post('/cgi-bin/stable_token', asked))
    held = { token: said.access_token, until: wall() + said.expires_in * 1000 - EARLY_MS }
    return held.token
  }

  return async ({ template, params, matter, openid }: Letter): Promise<Sent> => {
    const registered = templates.get(template)
    if (!registered) return 'no-template'
    const touser = await openid()
    if (!touser) return 'refused'
    const data = registered.params.map(({ name, from }) => [name, { value: cut(name, params[from] || '无') }] as const)
    const letter = {
      touser,
      template_id: registered.id,
      page: `pages/matter/index?id=${encodeURIComponent(matter)}`,
      data: Object.fromEntries(data),
    }
    try {
      const access = encodeURIComponent(await token())
      const { errcode } = v.parse(
        sendAnswer,
        await post(`/cgi-bin/message/subscribe/send?access_token=${access}`, letter),
      )
      if (errcode === 0) return 'sent'
      if (TOKEN_GONE.includes(errcode)) held = undefined
      log({ level: errcode === UNWILLING ? 'info' : 'error', what: 'wechat message', template, errcode })
      if (errcode === UNWILLING) return 'unwilling'
      return FOR_GOOD.includes(errcode) ? 'refused' : 'failed'
    } catch (error) {
      // An address of ours stands in no message of fetch's, and WeChat's own answer is not repeated.
      logError(log, 'wechat message', error)
      return 'failed'
    }
  }
}
