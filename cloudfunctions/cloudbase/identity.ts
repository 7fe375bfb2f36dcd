import { parseContext } from '@cloudbase/node-sdk'
import { wechatAccount } from '../accounts'
import type { Identity } from '../ports'
import type { Sealer } from '../seal'

/** What the platform says of a call, beside its event. `known`: some account stands behind it, of whatever kind. */
export type PlatformCaller = { openid?: string; address?: string; known: boolean; trigger?: string }

// An account of WeChat, of another mini-program, of the web (signed in, anonymous or our own), of QQ.
const ACCOUNTS = ['WX_OPENID', 'WX_FROM_OPENID', 'TCB_UUID', 'TCB_CUSTOM_USER_ID', 'TCB_ISANONYMOUS_USER', 'QQ_OPENID']

/**
 * Who calls, as the platform says it in the call's own context; nothing in the event is ever believed. The SDK's
 * getCloudbaseContext would fill what this context lacks from process.env, where an earlier caller may still stand.
 */
export function callerOf(context: unknown): PlatformCaller {
  const said = environmentOf(context)
  const text = (key: string) => (typeof said[key] === 'string' && said[key] ? String(said[key]) : undefined)
  return {
    openid: text('WX_OPENID'),
    address: text('WX_CLIENTIP') ?? text('WX_CLIENTIPV6'),
    known: ACCOUNTS.some((key) => text(key) !== undefined),
    trigger: text('TRIGGER_SRC'),
  }
}

// The SDK throws at a context that carries neither of its two forms of environment.
function environmentOf(context: unknown): Record<string, unknown> {
  if (typeof context !== 'object' || context === null || !('environment' in context || 'environ' in context)) return {}
  const { environment, environ } = parseContext(context as never) as { environment?: object; environ?: object }
  return { ...(environment ?? environ) }
}

/** Only the platform's timer knocks without any account, and says so; a caller's event can only say the latter. */
export const isTimer = (event: { Type?: unknown } | null | undefined, { known, trigger }: PlatformCaller): boolean =>
  event?.Type === 'Timer' && !known && (trigger === undefined || trigger === 'timer')

/** The account's person, and one session for as long as the account lives. */
export function identityOf(seal: Sealer, { openid }: PlatformCaller): Identity | undefined {
  if (!openid) return undefined
  return {
    person: wechatAccount(seal, openid),
    session: seal.lookup('session', `openid ${openid}`),
    account: 'wechat',
    openid,
  }
}
