import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Production, production } from '../support/production'
import { startWechat } from '../support/wechat'

/** A mini-program built with API_URL against a real server; only the phone's own functions are stood in for. */
const phone = vi.hoisted(() => ({
  asked: [] as string[],
  code: 'good',
  logins: 0,
  request: async (_: { url: string }): Promise<{ data: unknown }> => ({ data: undefined }),
}))
vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: () => '',
    setStorageSync: () => undefined,
    login: async () => {
      phone.logins += 1
      return { code: phone.code }
    },
    request: (options: { url: string }) => phone.request(options),
    cloud: {
      callFunction: async () => {
        throw new Error('a self-hosted mini-program calls no cloud function')
      },
    },
  },
}))

type Options = { url: string; method: string; data: unknown; header?: Record<string, string> }
async function built(county: Production) {
  vi.resetModules()
  vi.stubEnv('TARO_ENV', 'weapp')
  vi.stubEnv('API_URL', county.url)
  Object.assign(phone, { asked: [], code: 'good', logins: 0 })
  phone.request = async (given) => {
    const { url, method, data, header } = given as Options
    phone.asked.push(url.replace(county.url, ''))
    const headers = { 'content-type': 'application/json', ...header }
    const response = await fetch(url, { method, headers, body: JSON.stringify(data) })
    return { data: await response.json() }
  }
  const { call } = await import('@/client/call')
  const { useSession } = await import('@/client/session')
  return { call, useSession }
}
async function county() {
  const wechat = await startWechat({ good: { openid: 'o-herder', session_key: 'k' } })
  return production({ WECHAT_URL: wechat.url, WECHAT_APPID: 'wx0123', WECHAT_SECRET: 'the-app-secret' })
}

describe('a mini-program of a county’s own server', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('signs in by itself when it has no session, and then does what was asked', async () => {
    const { call, useSession } = await built(await county())
    expect(await call('session.me', {})).toMatchObject({ ok: true, value: { name: '微信用户' } })
    expect(phone.asked).toEqual(['/api/session.me', '/sign-in/wechat', '/api/session.me'])
    expect(useSession.getState().token).not.toBe('')
    await call('matter.list', {})
    expect(phone.asked.at(-1)).toBe('/api/matter.list')
    expect(phone.logins).toBe(1)
  })

  it('begins an expired session again once, silently; several calls at once share one sign-in', async () => {
    const server = await county()
    const { call } = await built(server)
    await call('session.me', {})
    server.wait(13 * 60 * 60_000)
    phone.logins = 0
    const answers = await Promise.all([call('session.me', {}), call('matter.list', {}), call('notice.list', {})])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(phone.logins).toBe(1)
  })

  it('where WeChat says no, the refusal stands and nothing goes round in circles', async () => {
    const { call } = await built(await county())
    phone.code = 'bad'
    expect(await call('session.me', {})).toMatchObject({ ok: false, refused: 'session.missing' })
    expect(phone.asked).toEqual(['/api/session.me', '/sign-in/wechat'])
  })

  it('where the network is gone, it says so and doesn’t sign in', async () => {
    const { call } = await built(await county())
    phone.request = async () => {
      throw new Error('request:fail')
    }
    expect(await call('session.me', {})).toEqual({ ok: false, offline: true })
    expect(phone.logins).toBe(0)
  })
})
