import { dirname, join } from 'node:path'
import { type Instant, instantFrom } from '@/domain/time'
import { type CloudSettings, cloudSettings } from '../cloudbase/settings'
import { masterKeys } from '../master-keys'
import { type Channels, channelsFrom } from '../notifier/channels'
import type { MasterKey } from '../seal'
import type { Limits } from './limits'
import type { S3Settings } from './s3-files'
import type { WechatSettings } from './wechat'

// Everybody can read it here, so it protects nothing but a demonstration.
export const DEMO_SECRET = 'a-demonstration-secret-that-everybody-may-read'

export type Settings = {
  mode: 'demo' | 'production'
  /** The newest of `keys`, which are all there are, newest first. */
  secret: string
  keys: MasterKey[]
  /** The documents lie on CloudBase instead of in a file. */
  cloud?: CloudSettings
  /** The store's file; evidence lies in `files/` next to it. */
  store: string
  files: string
  /** Evidence lies in an S3-compatible store instead of in `files`. */
  s3?: S3Settings
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
  /** This county's own mini-program, for signing in by WeChat. */
  wechat?: WechatSettings
  limits: Limits
  metricsToken?: string
  /** What carries letters to phones; a demonstration sends none. */
  channels: Channels
  /** The last part of the address at which answers by SMS come in. */
  smsIn?: string
}

type Env = Record<string, string | undefined>

function wechatSettings(env: Env): WechatSettings | undefined | string {
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret, WECHAT_URL } = env
  if (!appid && !secret) return undefined
  if (!appid) return 'WECHAT_SECRET is set and WECHAT_APPID is not: set both, or neither.'
  if (!secret) return 'WECHAT_APPID is set and WECHAT_SECRET is not: set both, or neither.'
  const url = WECHAT_URL || 'https://api.weixin.qq.com'
  return URL.canParse(url) ? { appid, secret, url } : `WECHAT_URL is "${url}": set it to an address.`
}

function s3Settings(env: Env): S3Settings | undefined | string {
  const { S3_ENDPOINT: endpoint = '', S3_BUCKET: bucket = '', S3_KEY: key = '', S3_SECRET: secret = '' } = env
  const missing = Object.entries({ S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secret }).flatMap(
    ([name, value]) => (value ? [] : [name]),
  )
  if (missing.length === 4) return undefined
  if (missing.length > 0) return `${missing.join(' and ')} is not set: set all of S3_*, or none.`
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : ''))
    return `S3_ENDPOINT is "${endpoint}": set it to an address like https://s3.example.cn.`
  return { endpoint, bucket, key, secret, region: env.S3_REGION || 'us-east-1' }
}

// A demonstration is clicked through by many from one place, and by tests; a county's desks by one person each.
const STARTING: Record<Settings['mode'], Limits> = {
  demo: { pages: 12_000, api: 12_000, signIn: 1200 },
  production: { pages: 1200, api: 300, signIn: 60 },
}

function limitsFrom(env: Env, mode: Settings['mode']): Limits | string {
  const limits = { ...STARTING[mode] }
  for (const [name, key] of Object.entries({
    LIMIT_PAGES: 'pages',
    LIMIT_API: 'api',
    LIMIT_SIGN_IN: 'signIn',
  } as const)) {
    const value = Number(env[name] || limits[key])
    if (!Number.isInteger(value) || value < 1) return `${name} is "${env[name]}": set it to requests a minute.`
    limits[key] = value
  }
  return limits
}

type Read = { ok: true; settings: Settings } | { ok: false; problem: string }
const no = (problem: string): Read => ({ ok: false, problem })

/** Reads the environment; a problem is one English sentence that names what to set. */
export function settingsFrom(env: Env): Read {
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
  const master = masterKeys({ ...env, SECRET: secret })
  if ('problem' in master) return no(`${master.problem}: set each to a long random text.`)
  const wechat = wechatSettings(env)
  if (typeof wechat === 'string') return no(wechat)
  const s3 = s3Settings(env)
  if (typeof s3 === 'string') return no(s3)
  const limits = limitsFrom(env, mode)
  if (typeof limits === 'string') return no(limits)
  const { METRICS_TOKEN: metricsToken } = env
  if (metricsToken && !/^\S{24,}$/.test(metricsToken))
    return no('METRICS_TOKEN needs 24 characters or more, and no space.')
  const channels = channelsFrom(env)
  if ('problem' in channels) return no(channels.problem)
  const { SMS_IN_SECRET: smsIn } = env
  if (smsIn && !/^[\w-]{24,}$/.test(smsIn))
    return no('SMS_IN_SECRET needs 24 characters or more: letters, digits, - and _ only.')
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
      keys: master.keys,
      cloud: cloudSettings(env),
      store,
      files: join(dirname(store), 'files'),
      s3,
      host: env.HOST || '127.0.0.1',
      port,
      empty: mode === 'demo' && env.DEMO_EMPTY === '1',
      now,
      site: 'dist/h5',
      proxied: env.BEHIND_PROXY === '1',
      wechat,
      limits,
      metricsToken: metricsToken || undefined,
      channels,
      smsIn: smsIn || undefined,
    },
  }
}
