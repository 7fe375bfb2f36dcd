import { dirname, join } from 'node:path'
import { type Instant, instantFrom } from '@/domain/time'
import { type CloudSettings, cloudSettings } from '../cloudbase/settings'

// Everybody can read it here, so it protects nothing but a demonstration.
export const DEMO_SECRET = 'a-demonstration-secret-that-everybody-may-read'

export type Settings = {
  mode: 'demo' | 'production'
  secret: string
  /** The documents lie on CloudBase instead of in a file. */
  cloud?: CloudSettings
  /** The store's file; evidence lies in `files/` next to it. */
  store: string
  files: string
  host: string
  port: number
  /** Demonstration: start without a county, to load one's own. */
  empty: boolean
  /** Demonstration: where the product's clock stands still, if the store is new. */
  now?: Instant
  /** The built web pages. */
  site: string
  /** Behind a proxy of our own the caller's address is the last one in X-Forwarded-For. */
  proxied: boolean
}

type Read = { ok: true; settings: Settings } | { ok: false; problem: string }
const no = (problem: string): Read => ({ ok: false, problem })

/** Reads the environment; a problem is one English sentence that names what to set. */
export function settingsFrom(env: Record<string, string | undefined>): Read {
  const mode = env.MODE || 'demo'
  if (mode !== 'demo' && mode !== 'production') return no(`MODE is "${mode}": set it to demo or production.`)
  const secret = env.SECRET || (mode === 'demo' ? DEMO_SECRET : '')
  if (!secret)
    return no('MODE=production needs SECRET: set it to a long random text, for example `openssl rand -base64 48`.')
  if (mode === 'production' && secret === DEMO_SECRET)
    return no(
      'SECRET is the demonstration secret, which everybody can read: set SECRET to a long random text of your own.',
    )
  if (mode === 'production' && Buffer.byteLength(secret) < 32)
    return no('SECRET is shorter than 32 bytes: set it to a long random text.')
  const port = Number(env.PORT || 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    return no(`PORT is "${env.PORT}": set it to a number from 0 to 65535.`)
  const now = mode === 'demo' && env.DEMO_NOW ? instantFrom(env.DEMO_NOW) : undefined
  if (mode === 'demo' && env.DEMO_NOW && !now)
    return no(
      `DEMO_NOW is "${env.DEMO_NOW}": set it to an instant with an offset, for example 2026-10-12T09:00:00+08:00.`,
    )
  const store = env.STORE || '.data/county.db'
  return {
    ok: true,
    settings: {
      mode,
      secret,
      cloud: cloudSettings(env),
      store,
      files: join(dirname(store), 'files'),
      host: env.HOST || '127.0.0.1',
      port,
      empty: mode === 'demo' && env.DEMO_EMPTY === '1',
      now,
      site: 'dist/h5',
      proxied: env.BEHIND_PROXY === '1',
    },
  }
}
