import { getCloudbaseContext } from '@cloudbase/node-sdk'
import type { Identity } from '../ports'
import type { Sealer } from '../seal'

export type PlatformCaller = { openid?: string; address?: string }

/** Who calls, as the platform says it beside the event; nothing in the event itself is ever believed. */
export function callerOf(context: unknown): PlatformCaller {
  const said = getCloudbaseContext(isContext(context) ? (context as never) : undefined) as object as Record<
    string,
    unknown
  >
  const text = (key: string) => (typeof said[key] === 'string' && said[key] ? String(said[key]) : undefined)
  return { openid: text('WX_OPENID'), address: text('WX_CLIENTIP') ?? text('WX_CLIENTIPV6') }
}

// The SDK throws at a context that carries neither of its two forms of environment.
const isContext = (context: unknown): boolean =>
  typeof context === 'object' && context !== null && ('environment' in context || 'environ' in context)

/** The account's person: a keyed hash, so that no document shows a WeChat account. */
export function identityOf(seal: Sealer, { openid }: PlatformCaller): Identity | undefined {
  if (!openid) return undefined
  return { person: seal.lookup('lookup', `openid ${openid}`), session: seal.lookup('session', `openid ${openid}`) }
}
