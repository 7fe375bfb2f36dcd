import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Signer } from '@cloudbase/signature-nodejs'
import { onTestFinished } from 'vitest'

export const keys = { secretId: 'AKIDloopback', secretKey: 'a-key-that-only-the-loopback-knows' }

export type Asked = { path: string; headers: Record<string, string | undefined>; body: Record<string, unknown> }
type Reply = object | 'silence' | 'no JSON' | 'gone'

/** A loopback of a service that answers POSTs of JSON: what it says to each path, and what it was asked. */
export async function startService(reply: (asked: Asked) => Reply) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += part
    const one = { path: request.url ?? '', headers: request.headers as Asked['headers'], body: JSON.parse(text) }
    asked.push(one)
    const said = reply(one)
    if (said === 'silence') return
    if (said === 'gone') return void request.socket.destroy()
    response.setHeader('content-type', 'application/json')
    response.end(said === 'no JSON' ? '<html>' : JSON.stringify(said))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const ok = { Fee: 1, Code: 'Ok', Message: 'send success', IsoCode: 'CN' }

/** Whether Tencent Cloud's own library would have signed this call the same way. */
export function isSigned({ headers, body }: Asked, service: string): boolean {
  const { host = '', authorization } = headers
  const signed = { 'content-type': headers['content-type'], host, 'x-tc-action': headers['x-tc-action'] }
  const at = Number(headers['x-tc-timestamp'])
  const own = new Signer(keys, service).tc3sign('POST', `http://${host}/`, signed, body, at, { isCloudApi: true })
  return authorization === own.authorization
}
const badly = { Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: 'bad' }, RequestId: 'r' } }

type Code = Reply | string
const isReply = (code: Code): code is Reply =>
  typeof code !== 'string' || code === 'silence' || code === 'no JSON' || code === 'gone'

/** What PullSmsSendStatus tells, once. */
export type Kept = { PhoneNumber: string; SerialNo: string; ReportStatus: 'SUCCESS' | 'FAIL' }

/**
 * Tencent Cloud's SendSms: a call whose signature its own library doesn't make the same way is refused as it would be,
 * and each number is answered with what `codes` says of it, else with Ok. What `kept` holds is told by
 * PullSmsSendStatus, and then no more.
 */
export function startSms(codes: Record<string, Code> = {}, kept: Kept[] = []) {
  let serial = 0
  return startService((asked) => {
    if (!isSigned(asked, 'sms')) return badly
    if (asked.headers['x-tc-action'] === 'PullSmsSendStatus')
      return { Response: { PullSmsSendStatusSet: kept.splice(0), RequestId: 'r' } }
    const [number = ''] = asked.body.PhoneNumberSet as string[]
    const code = codes[number]
    if (code !== undefined && isReply(code)) return code
    serial += 1
    const status = { ...ok, PhoneNumber: number, SerialNo: `5000:${serial}`, ...(code && { Code: code }) }
    return { Response: { SendStatusSet: [status], RequestId: 'r' } }
  })
}

/** Tencent Cloud's SendTtsVoice, likewise. */
export function startVoice(codes: Record<string, Code> = {}) {
  let calls = 0
  return startService((asked) => {
    if (!isSigned(asked, 'vms')) return badly
    const number = String(asked.body.CalledNumber)
    const code = codes[number]
    if (code !== undefined && isReply(code)) return code
    if (code !== undefined) return { Response: { Error: { Code: code, Message: 'no' }, RequestId: 'r' } }
    calls += 1
    return { Response: { SendStatus: { CallId: `call-${calls}`, SessionContext: '' }, RequestId: 'r' } }
  })
}
