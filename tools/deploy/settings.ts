import { masterKeys } from '../../cloudfunctions/master-keys'
import { channelsFrom } from '../../cloudfunctions/notifier/channels'

export type Env = Record<string, string | undefined>
export type DeploySettings = { envId: string; secretId: string; secretKey: string }

/** What each variable is for, in the order in which a person gets them. */
const needed = {
  TCB_ENV: 'the environment’s id, as the console shows it, for example county-1a2b3c',
  TCB_SECRET_ID: 'an API key’s SecretId, from console.cloud.tencent.com/cam/capi',
  TCB_SECRET_KEY: 'the SecretKey of the same API key',
  SECRET: 'a long random text that seals personal data, for example `openssl rand -base64 48`; keep it for ever',
}

/** Reads what a deployment needs from the environment; every problem is one sentence that names what to set. */
export function deploySettings(env: Env): { settings: DeploySettings } | { problems: string[] } {
  const { TCB_ENV, TCB_SECRET_ID, TCB_SECRET_KEY } = env
  const missing = Object.entries(needed).filter(([name]) => !env[name])
  const problems = missing.map(([name, what]) => `${name} is not set: ${what}.`)
  if (TCB_ENV && !/^[a-z0-9][a-z0-9-]{1,63}$/i.test(TCB_ENV))
    problems.push('TCB_ENV is not an environment’s id: letters, digits and hyphens only.')
  if (env.SECRET) problems.push(...secretProblems(env))
  const channels = channelsFrom(env)
  if ('problem' in channels) problems.push(channels.problem)
  if (problems.length > 0 || !TCB_ENV || !TCB_SECRET_ID || !TCB_SECRET_KEY) return { problems }
  return { settings: { envId: TCB_ENV, secretId: TCB_SECRET_ID, secretKey: TCB_SECRET_KEY } }
}

// The platform's command line puts the value unescaped into JSON (cli 2.12.10), so what JSON escapes would break it.
function secretProblems(env: Env): string[] {
  const keys = masterKeys(env)
  const odd = secretNames.filter(
    (name) => env[name] && !/^[\w+/=.~!@#%^&*,:;?\p{Script=Han}-]+$/u.test(env[name] ?? ''),
  )
  return [
    ...('problem' in keys ? [`${keys.problem}.`] : []),
    ...odd.map(
      (name) => `${name} holds quotes, blanks or other characters that do not survive the upload: use base64.`,
    ),
  ]
}

export const secretNames = [
  'SECRET',
  'SECRET_OLD',
  'SECRET_OLD_2',
  'SECRET_OLD_3',
  'SMS_APP_ID',
  'SMS_SIGN',
  'SMS_SECRET_ID',
  'SMS_SECRET_KEY',
  'SMS_TEMPLATES',
  'SMS_RECEIPTS',
  'VOICE_APP_ID',
  'VOICE_SECRET_ID',
  'VOICE_SECRET_KEY',
  'VOICE_TEMPLATES',
  'WECHAT_APPID',
  'WECHAT_SECRET',
  'WECHAT_TEMPLATES',
]
