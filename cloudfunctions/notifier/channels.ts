import type { Log, Notifier } from '../ports'
import { templatesFrom } from './templates'
import { type SmsSettings, smsReceipts, tencentSms } from './tencent-sms'
import { tencentVoice, type VoiceSettings } from './tencent-voice'
import { type WechatMessageSettings, wechatMessages } from './wechat-messages'

type Env = Record<string, string | undefined>
export type Channels = { sms?: SmsSettings; voice?: VoiceSettings; wechat?: WechatMessageSettings }

const SMS = ['SMS_APP_ID', 'SMS_SIGN', 'SMS_SECRET_ID', 'SMS_SECRET_KEY', 'SMS_TEMPLATES'] as const
const VOICE = ['VOICE_APP_ID', 'VOICE_SECRET_ID', 'VOICE_SECRET_KEY', 'VOICE_TEMPLATES'] as const

/** The channels this county has, from the environment; none is a county that tells people in the product alone. */
export function channelsFrom(env: Env): Channels | { problem: string } {
  const sms = smsFrom(env)
  if (sms && 'problem' in sms) return sms
  const voice = voiceFrom(env)
  if (voice && 'problem' in voice) return voice
  const wechat = wechatFrom(env)
  if (wechat && 'problem' in wechat) return wechat
  return { ...(sms && { sms }), ...(voice && { voice }), ...(wechat && { wechat }) }
}

function smsFrom(env: Env): SmsSettings | { problem: string } | undefined {
  const missing = SMS.filter((name) => !env[name])
  if (missing.length === SMS.length) return undefined
  if (missing.length > 0) return { problem: `${missing.join(' and ')} is not set: set all of SMS_*, or none.` }
  const [appId = '', sign = '', secretId = '', secretKey = '', text = ''] = SMS.map((name) => env[name])
  const templates = templatesFrom('SMS_TEMPLATES', text)
  if ('problem' in templates) return templates
  const url = env.SMS_URL || 'https://sms.tencentcloudapi.com'
  if (!URL.canParse(url)) return { problem: `SMS_URL is "${url}": set it to an address.` }
  const receipts = env.SMS_RECEIPTS || 'brought'
  if (receipts !== 'brought' && receipts !== 'pull')
    return { problem: `SMS_RECEIPTS is "${receipts}": set it to "pull", or to nothing.` }
  return { appId, sign, secretId, secretKey, templates, url, ...(receipts === 'pull' && { pull: true }) }
}

function voiceFrom(env: Env): VoiceSettings | { problem: string } | undefined {
  const missing = VOICE.filter((name) => !env[name])
  if (missing.length === VOICE.length) return undefined
  if (missing.length > 0) return { problem: `${missing.join(' and ')} is not set: set all of VOICE_*, or none.` }
  const [appId = '', secretId = '', secretKey = '', text = ''] = VOICE.map((name) => env[name])
  const templates = templatesFrom('VOICE_TEMPLATES', text)
  if ('problem' in templates) return templates
  const url = env.VOICE_URL || 'https://vms.tencentcloudapi.com'
  if (!URL.canParse(url)) return { problem: `VOICE_URL is "${url}": set it to an address.` }
  return { appId, secretId, secretKey, templates, url }
}

function wechatFrom(env: Env): WechatMessageSettings | { problem: string } | undefined {
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret, WECHAT_TEMPLATES: text } = env
  if (!text) return undefined
  if (!appid || !secret) return { problem: 'WECHAT_TEMPLATES needs WECHAT_APPID and WECHAT_SECRET.' }
  const templates = templatesFrom('WECHAT_TEMPLATES', text)
  if ('problem' in templates) return templates
  return { appid, secret, templates, url: env.WECHAT_URL || 'https://api.weixin.qq.com' }
}

/** The way out by the channels there are. */
export function notifierBy({ sms, voice, wechat }: Channels, log: Log): Notifier {
  const ways = {
    sms: sms && tencentSms(sms, log),
    voice: voice && tencentVoice(voice, log),
    wechat: wechat && wechatMessages(wechat, log),
  }
  return {
    send: async (letter) => (await ways[letter.channel]?.(letter)) ?? 'no-such-channel',
    ...(sms?.pull && { receipts: smsReceipts(sms, log) }),
  }
}
