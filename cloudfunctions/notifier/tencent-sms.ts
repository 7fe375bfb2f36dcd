import * as v from 'valibot'
import { logError } from '../log'
import type { Letter, Log, Sent } from '../ports'
import { authorization, type CloudKeys } from './tc3'
import type { Templates } from './templates'

/** Tencent Cloud SMS. Source: SendSms 2021-01-11, https://cloud.tencent.com/document/api/382/55981 */
export type SmsSettings = CloudKeys & {
  /** SdkAppId of the application in the console. */
  appId: string
  /** The approved signature, without brackets. */
  sign: string
  templates: Templates
  url: string
}

const SERVICE = { service: 'sms', action: 'SendSms', version: '2021-01-11', region: 'ap-guangzhou' }
const TIMEOUT_MS = 5000

const answer = v.object({
  Response: v.object({
    Error: v.optional(v.object({ Code: v.string() })),
    SendStatusSet: v.optional(v.array(v.object({ Code: v.string() })), []),
  }),
})

/** Said of this letter or this number: the next try would be told the same. Source: …/api/382/59177 */
const FOR_GOOD: readonly string[] = [
  'FailedOperation.ContainSensitiveWord',
  'FailedOperation.PhoneNumberInBlacklist',
  'FailedOperation.PhoneNumberOnBlacklist',
  'FailedOperation.SignatureIncorrectOrUnapproved',
  'FailedOperation.TemplateIncorrectOrUnapproved',
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
  'InvalidParameterValue.ContentLengthLimit',
  'InvalidParameterValue.IncorrectPhoneNumber',
  'InvalidParameterValue.TemplateParameterFormatError',
  'InvalidParameterValue.TemplateParameterLengthLimit',
  'LimitExceeded.PhoneNumberDailyLimit',
]

/** A mobile number as E.164; undefined where no SMS can reach it. */
const mobile = (to: string): string | undefined => {
  const [, number] = /^(?:\+?86)?(1\d{10})$/.exec(to) ?? []
  return number && `+86${number}`
}

/** Sends one letter by its registered template; the text itself is Tencent's. Taken over is `sent`, not yet delivered. */
export function tencentSms(settings: SmsSettings, log: Log, wall: () => number = Date.now, timeoutMs = TIMEOUT_MS) {
  const { url, appId, sign, templates, ...keys } = settings
  return async ({ to, template, params }: Letter): Promise<Sent> => {
    const registered = templates.get(template)
    if (!registered) return 'no-template'
    const number = mobile(to)
    if (!number) return 'refused'
    const payload = JSON.stringify({
      PhoneNumberSet: [number],
      SmsSdkAppId: appId,
      SignName: sign,
      TemplateId: registered.id,
      TemplateParamSet: registered.params.map(({ from }) => params[from] || '无'),
    })
    const at = Math.floor(wall() / 1000)
    const signed = {
      'content-type': 'application/json; charset=utf-8',
      host: new URL(url).host,
      'x-tc-action': SERVICE.action,
    }
    const { host: _, ...headers } = signed
    const said = await fetch(url, {
      method: 'POST',
      headers: {
        ...headers,
        authorization: authorization(keys, { service: SERVICE.service, headers: signed, payload, at }),
        'x-tc-version': SERVICE.version,
        'x-tc-region': SERVICE.region,
        'x-tc-timestamp': String(at),
      },
      body: payload,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
      .then(async (response) => v.parse(answer, await response.json()))
      .catch((error: unknown) => logError(log, 'sms', error))
    if (!said) return 'failed'
    const code = said.Response.Error?.Code ?? said.Response.SendStatusSet[0]?.Code ?? 'none'
    if (code === 'Ok') return 'sent'
    log({ level: 'error', what: 'sms', template, code })
    return FOR_GOOD.includes(code) ? 'refused' : 'failed'
  }
}
