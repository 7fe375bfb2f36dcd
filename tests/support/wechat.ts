import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

type Reply = object | 'silence' | 'no JSON' | 'gone'

/** A loopback server of WeChat's code exchange: what each code is answered with, and what it was asked. */
export async function startWechat(replies: Record<string, Reply>) {
  const asked: URL[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://wechat')
    asked.push(url)
    const reply = replies[url.searchParams.get('js_code') ?? ''] ?? { errcode: 40029, errmsg: 'invalid code' }
    if (reply === 'silence') return
    if (reply === 'gone') return void request.socket.destroy()
    // WeChat calls its JSON text/plain.
    response.setHeader('content-type', 'text/plain')
    response.end(reply === 'no JSON' ? '<html>' : JSON.stringify(reply))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  onTestFinished(stop)
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, stop }
}
