import * as v from 'valibot'
import { logError } from '../log'
import type { Handed, Letter, Log, Receipt, Sent } from '../ports'
import type { CloudKeys } from './tc3'
import type { Templates } from './templates'
import { mobile, tencentCall } from './tencent-call'

/** Tencent Cloud SMS. Source: SendSms 2021-01-11, https://cloud.tencent.com/document/api/382/55981 */
export type SmsSettings = CloudKeys & {
  /** SdkAppId of the application in the console. */
  appId: string
  /** The approved signature, without brackets. */
  sign: string
  templates: Templates
  url: string
  /** Receipts are fetched: where no address of ours can be given to Tencent. */
  pull?: true
}

const SERVICE = { service: 'sms', version: '2021-01-11', region: 'ap-guangzhou' }

const answer = v.object({
  Response: v.object({
    Error: v.optional(v.object({ Code: v.string() })),
    SendStatusSet: v.optional(v.array(v.object({ Code: v.string(), SerialNo: v.optional(v.string(), '') })), []),
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

/** Sends one letter by its registered template; the text itself is Tencent's. Taken over is `sent`, not yet delivered. */
export function tencentSms(settings: SmsSettings, log: Log, wall: () => number = Date.now, timeoutMs?: number) {
  const { url, appId, sign, templates, secretId, secretKey } = settings
  const way = { url, keys: { secretId, secretKey }, wall, ...(timeoutMs && { timeoutMs }) }
  return async ({ to, template, params }: Letter): Promise<Sent | Handed> => {
    const registered = templates.get(template)
    if (!registered) return 'no-template'
    const number = mobile(to)
    if (!number) return 'refused'
    const input = {
      PhoneNumberSet: [number],
      SmsSdkAppId: appId,
      SignName: sign,
      TemplateId: registered.id,
      TemplateParamSet: registered.params.map(({ from }) => params[from] || '无'),
    }
    const said = await tencentCall(SERVICE, way, 'SendSms', input, answer).catch((error: unknown) =>
      logError(log, 'sms', error),
    )
    if (!said) return 'failed'
    const [status] = said.Response.SendStatusSet
    const code = said.Response.Error?.Code ?? status?.Code ?? 'none'
    if (code === 'Ok') return status?.SerialNo ? { said: 'sent', serial: status.SerialNo } : 'sent'
    log({ level: 'error', what: 'sms', template, code })
    return FOR_GOOD.includes(code) ? 'refused' : 'failed'
  }
}

const told = v.object({
  Response: v.object({
    Error: v.optional(v.object({ Code: v.string() })),
    PullSmsSendStatusSet: v.optional(
      v.array(
        v.object({
          PhoneNumber: v.string(),
          SerialNo: v.string(),
          ReportStatus: v.string(),
          Description: v.optional(v.string(), ''),
        }),
      ),
      [],
    ),
  }),
})

const EVERY_MS = 60_000
const AT_ONCE = 100

/**
 * What Tencent keeps for us of letters that arrived or didn't, once a minute; Tencent has to switch it on for the county.
 * What was fetched is gone there: whoever dies with it in hand leaves its letters at `sent`. Source: PullSmsSendStatus,
 * https://cloud.tencent.com/document/api/382/55983
 */
export function smsReceipts({ url, appId, secretId, secretKey }: SmsSettings, log: Log, wall = Date.now) {
  let next = 0
  return async (): Promise<Receipt[]> => {
    if (wall() < next) return []
    next = wall() + EVERY_MS
    const way = { url, keys: { secretId, secretKey }, wall }
    const input = { SmsSdkAppId: appId, Limit: AT_ONCE }
    const { Response } = await tencentCall(SERVICE, way, 'PullSmsSendStatus', input, told)
    if (Response.Error) log({ level: 'error', what: 'sms receipts', code: Response.Error.Code })
    return Response.PullSmsSendStatusSet.map(({ PhoneNumber, SerialNo, ReportStatus }) => ({
      number: PhoneNumber,
      serial: SerialNo,
      arrived: ReportStatus === 'SUCCESS',
      code: ReportStatus,
    }))
  }
}
