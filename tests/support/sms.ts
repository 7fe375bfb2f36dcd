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

const ok = { SerialNo: '5000:1045710669157053657849499619', Fee: 1, Code: 'Ok', Message: 'send success', IsoCode: 'CN' }

/**
 * Tencent Cloud's SendSms: a call whose signature its own library doesn't make the same way is refused as it would be,
 * and each number is answered with what `codes` says of it, else with Ok.
 */
export const startSms = (codes: Record<string, Reply | string> = {}) =>
  startService(({ headers, body }) => {
    const { host = '', authorization } = headers
    const signed = {
      'content-type': headers['content-type'],
      host,
      'x-tc-action': headers['x-tc-action'],
    }
    const at = Number(headers['x-tc-timestamp'])
    const own = new Signer(keys, 'sms').tc3sign('POST', `http://${host}/`, signed, body, at, { isCloudApi: true })
    if (authorization !== own.authorization)
      return { Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: 'bad' }, RequestId: 'r' } }
    const [number = ''] = body.PhoneNumberSet as string[]
    const code = codes[number]
    if (code !== undefined && typeof code !== 'string') return code
    if (code === 'silence' || code === 'no JSON' || code === 'gone') return code
    return {
      Response: { SendStatusSet: [{ ...ok, PhoneNumber: number, ...(code && { Code: code }) }], RequestId: 'r' },
    }
  })
