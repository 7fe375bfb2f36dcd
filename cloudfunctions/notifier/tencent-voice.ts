import * as v from 'valibot'
import { logError } from '../log'
import type { Handed, Letter, Log, Sent } from '../ports'
import type { CloudKeys } from './tc3'
import type { Templates } from './templates'
import { mobile, tencentCall } from './tencent-call'

/** Tencent Cloud voice messages. Source: SendTtsVoice 2020-09-02, https://cloud.tencent.com/document/api/1128/51558 */
export type VoiceSettings = CloudKeys & { appId: string; templates: Templates; url: string }

const SERVICE = { service: 'vms', version: '2020-09-02', region: 'ap-guangzhou' }
/** It is said twice: who picks up late hears it once. */
const TIMES = 2

const answer = v.object({
  Response: v.object({
    Error: v.optional(v.object({ Code: v.string() })),
    SendStatus: v.optional(v.object({ CallId: v.optional(v.string(), '') })),
  }),
})

/** Said of this letter or this number: the next try would be told the same. Source: …/document/product/1128/51561 */
const FOR_GOOD =
  /^(?:InvalidParameter|InvalidParameterValue|UnauthorizedOperation|LimitExceeded|FailedOperation\.(?:Template|ParametersOtherThan|ContainSensitive))/

/** Rings and reads one registered template aloud. Taken over is `sent`: whether she picked up is told later, or never. */
export function tencentVoice(settings: VoiceSettings, log: Log, wall: () => number = Date.now, timeoutMs?: number) {
  const { url, appId, templates, secretId, secretKey } = settings
  const way = { url, keys: { secretId, secretKey }, wall, ...(timeoutMs && { timeoutMs }) }
  return async ({ to, template, params }: Letter): Promise<Sent | Handed> => {
    const registered = templates.get(template)
    if (!registered) return 'no-template'
    const number = mobile(to)
    if (!number) return 'refused'
    const input = {
      TemplateId: registered.id,
      CalledNumber: number,
      VoiceSdkAppid: appId,
      TemplateParamSet: registered.params.map(({ from }) => params[from] || '无'),
      PlayTimes: TIMES,
    }
    const said = await tencentCall(SERVICE, way, 'SendTtsVoice', input, answer).catch((error: unknown) =>
      logError(log, 'voice', error),
    )
    if (!said) return 'failed'
    const { Error: wrong, SendStatus: status } = said.Response
    if (!wrong && status) return status.CallId ? { said: 'sent', serial: status.CallId } : 'sent'
    const code = wrong?.Code ?? 'none'
    log({ level: 'error', what: 'voice', template, code })
    return FOR_GOOD.test(code) ? 'refused' : 'failed'
  }
}
