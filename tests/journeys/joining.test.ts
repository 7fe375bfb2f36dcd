import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import type { MatterRow, MatterView, Me } from '@/contract/views'
import { production, said } from '../support/production'
import { startWechat } from '../support/wechat'
import { wages } from './given'

type Token = { token: string }
let requests = 0

/** A county in production on its own machine, whose people come by WeChat and by desks on computers. */
async function opened(...openids: string[]) {
  const wechat = await startWechat(Object.fromEntries(openids.map((openid) => [`code of ${openid}`, { openid }])))
  const env = { WECHAT_URL: wechat.url, WECHAT_APPID: 'wx0123', WECHAT_SECRET: 'the-app-secret' }
  const county = await production(env)
  const value = async <T>(answer: ReturnType<typeof county.post>): Promise<T> => {
    const { status, body } = await answer
    if (!body.ok) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body.value as T
  }
  const post = (path: string, body: object, token?: string) =>
    county.post(path, { requestId: `joining-${++requests}`, ...body }, token)
  const get = <T>(path: string, body: object, token?: string) => value<T>(post(path, body, token))
  const phone = async (openid: string) => {
    const { token } = await get<Token>('/sign-in/wechat', { code: `code of ${openid}` })
    return {
      ask: (action: string, input: object = {}) => post(`/api/${action}`, input, token),
      api: <T>(action: string, input: object = {}) => get<T>(`/api/${action}`, input, token),
    }
  }
  /** A login made with an invite; then it signs in with a new code. */
  const computer = async (person: string, login: string, password = '一句自己记得住的很长的话') => {
    const invite = await county.inviteFor(person)
    const { ticket, secret } = await get<{ ticket: string; secret: string }>('/sign-in/enrol', {
      invite,
      login,
      password,
    })
    const otp = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: county.world.clock.wall() })
    await get('/sign-in/enrol/confirm', { ticket, otp: otp() })
    county.wait(30_000)
    const { token } = await get<Token>('/sign-in/password', { login, password, otp: otp() })
    return {
      ask: (action: string, input: object = {}) => post(`/api/${action}`, input, token),
      api: <T>(action: string, input: object = {}) => get<T>(`/api/${action}`, input, token),
    }
  }
  return { county, phone, computer }
}

describe('a county in production', () => {
  it('takes an application from a phone that nobody knows to a lawyer, with staff who joined by invite', async () => {
    const { county, phone, computer } = await opened('o-herder', 'o-li')
    const herder = await phone('o-herder')
    const { id, code = '' } = await herder.api<MatterView>('aid.submit', wages())

    const desk = await computer('gao', 'gaoshencha')
    const queue = await desk.api<{ items: MatterRow[] }>('desk.list', { desk: 'centre' })
    expect(queue.items.map((row) => row.id)).toEqual([id])
    const granted = await desk.api<MatterView>('aid.grant', { id })
    expect(granted.detail.lawyer?.id).toBe('li')

    const lawyer = await phone('o-li')
    expect(said(await lawyer.ask('matter.get', { id }))).toBe('404 matter.not-found')
    const me = await lawyer.api<Me>('session.bind', { invite: await county.inviteFor('li') })
    expect(me).toMatchObject({ id: 'li', acting: { role: 'lawyer', unit: 'firm:1' } })
    await lawyer.api('aid.conflictAnswer', { id, conflict: 'no' })
    expect((await lawyer.api<MatterView>('aid.take', { id })).stage).toBe('in-hand')

    const hers = await herder.api<MatterView>('matter.get', { id })
    expect([hers.stage, hers.code]).toEqual(['in-hand', code])
    const notices = await herder.api<{ items: { matter: string }[] }>('notice.list')
    expect(notices.items.length).toBeGreaterThan(0)
    expect(said(await (await phone('o-li')).ask('aid.rate', { id, stars: 5 }))).toMatch(/^40[34] /)
  })

  it('a new phone of the same account is the same person; another account is another resident', async () => {
    const { phone } = await opened('o-herder', 'o-neighbour')
    const { id } = await (await phone('o-herder')).api<MatterView>('aid.submit', wages())
    expect((await (await phone('o-herder')).api<MatterView>('matter.get', { id })).id).toBe(id)
    expect(said(await (await phone('o-neighbour')).ask('matter.get', { id }))).toBe('404 matter.not-found')
  })

  it('one person may have both, a phone and a desk, and chooses a role on each', async () => {
    const { county, phone, computer } = await opened('o-gao')
    const desk = await computer('gao', 'gaoshencha')
    const pocket = await phone('o-gao')
    await pocket.api('session.bind', { invite: await county.inviteFor('gao') })
    await pocket.api('session.actAs', { role: 'resident' })
    expect((await pocket.api<Me>('session.me')).acting).toEqual({ role: 'resident' })
    expect((await desk.api<Me>('session.me')).acting).toEqual({ role: 'centre' })
  })

  it('has nothing of a demonstration, and nobody is let in by a name', async () => {
    const { county } = await opened()
    for (const [method, path] of [
      ['GET', '/demo/people'],
      ['POST', '/demo/sign-in'],
      ['POST', '/demo/clock'],
    ] as const)
      expect(said(await county.http(method, path, method === 'POST' ? { person: 'gao' } : undefined))).toBe(
        '404 path.not-found',
      )
    expect(said(await county.post('/api/desk.list', { desk: 'centre' }))).toBe('401 session.missing')
  })
})
