import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import type { Me } from '@/contract/views'
import { closeAccounts } from '../../cloudfunctions/accounts'
import { StoreBusy } from '../../cloudfunctions/ports'
import { hashOf, holdsFor } from '../../cloudfunctions/server/password'
import { sessions } from '../../cloudfunctions/server/session'
import { codeExchange } from '../../cloudfunctions/server/wechat'
import { type Production, production, said } from '../support/production'
import { startWechat } from '../support/wechat'

const STEP = 30_000
const PASSWORD = '库伦的沙漠里有一个湖和三只鸟'
type Begun = { ticket: string; secret: string; uri: string }
type Token = { token: string }

/** What the authenticator app shows at the server's wall time. */
const codeOf = ({ world }: Production, secret: string, later = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.wall() + later })
const valueIn = <T>({ body }: { body: { ok: boolean } }): T => {
  if (!body.ok) throw new Error(JSON.stringify(body))
  return (body as unknown as { value: T }).value
}
async function enrolled(county: Production, person = 'gao', login = person, password = PASSWORD) {
  const invite = await county.inviteFor(person)
  const begun = valueIn<Begun>(await county.post('/sign-in/enrol', { invite, login, password }))
  const otp = codeOf(county, begun.secret)
  const { token } = valueIn<Token>(await county.post('/sign-in/enrol/confirm', { ticket: begun.ticket, otp }))
  const signIn = async (more: object = {}) => {
    const given = { login, password, otp: codeOf(county, begun.secret), ...more }
    return county.post<Token>('/sign-in/password', given)
  }
  return { ...begun, invite, token, otp, signIn }
}
const me = async (county: Production, token: string) => said(await county.post('/api/session.me', {}, token))
const meOf = async (county: Production, token: string) => valueIn<Me>(await county.post('/api/session.me', {}, token))

describe('a login for a desk on a computer', () => {
  it('is made with an invite, a password and the first code; then it signs in and works as staff', async () => {
    const county = await production()
    const { token, uri, secret, signIn } = await enrolled(county)
    expect(uri).toMatch(/^otpauth:\/\/totp\//)
    expect(uri).toContain(`secret=${secret}`)
    expect(await meOf(county, token)).toMatchObject({ id: 'gao', acting: { role: 'centre' } })
    county.wait(STEP)
    const again = valueIn<Token>(await signIn())
    expect(said(await county.post('/api/desk.list', { desk: 'centre' }, again.token))).toBe('ok')
  })

  it('nothing is stored before the first code is right, and the invite still counts', async () => {
    const county = await production()
    const invite = await county.inviteFor('gao')
    const begun = valueIn<Begun>(await county.post('/sign-in/enrol', { invite, login: 'gao', password: PASSWORD }))
    const wrong = codeOf(county, begun.secret, 20 * STEP)
    expect(said(await county.post('/sign-in/enrol/confirm', { ticket: begun.ticket, otp: wrong }))).toBe(
      'otp wrong-otp',
    )
    const signIn = { login: 'gao', password: PASSWORD, otp: codeOf(county, begun.secret) }
    expect(said(await county.post('/sign-in/password', signIn))).toBe('401 sign-in.wrong')
    await enrolled(county, 'qin')
    expect(said(await county.post('/sign-in/enrol', { invite, login: 'gao', password: PASSWORD }))).toBe('ok')
  })

  it('a step begun long ago, altered or made up is begun again', async () => {
    const county = await production()
    const invite = await county.inviteFor('gao')
    const { ticket, secret } = valueIn<Begun>(
      await county.post('/sign-in/enrol', { invite, login: 'gao', password: PASSWORD }),
    )
    const confirm = (ticket: string) => county.post('/sign-in/enrol/confirm', { ticket, otp: codeOf(county, secret) })
    expect(said(await confirm('k1.a.b.c'))).toBe('422 enrol.over')
    expect(said(await confirm(`${ticket.slice(0, -2)}AA`))).toBe('422 enrol.over')
    county.wait(15 * 60_000)
    expect(said(await confirm(ticket))).toBe('422 enrol.over')
  })

  it('takes the invite as anybody else does: wrong, used, expired and the throttle', async () => {
    const county = await production()
    const { invite } = await enrolled(county)
    const late = await county.inviteFor('qin')
    const enrol = (invite: string) => county.post('/sign-in/enrol', { invite, login: 'other', password: PASSWORD })
    expect(said(await enrol(invite))).toBe('422 invite.used')
    county.wait(7 * 24 * 60 * 60_000)
    expect(said(await enrol(late))).toBe('422 invite.expired')
    for (let n = 0; n < 5; n++) expect(said(await enrol('0000000000000'))).toBe('422 invite.unknown')
    expect(await enrol('0000000000000')).toMatchObject({ status: 429, body: { refused: 'throttle.wait' } })
  })

  it.each([
    [{ password: '短短的' }, 'password password-short'],
    [{ password: 'password1234' }, 'password password-common'],
    [{ password: 'PassWord1234' }, 'password password-common'],
    [{ password: 'abababababab' }, 'password password-common'],
    [{ login: 'gaoyuan2026', password: 'gaoyuan2026-1' }, 'password password-common'],
    [{ password: '长'.repeat(129) }, 'password too-long'],
    [{ password: 12 }, 'password wrong-type'],
    [{ login: '  ' }, 'login missing'],
    [{ login: 'g' }, 'login bad-login'],
    [{ login: 'a b c' }, 'login bad-login'],
    [{ login: undefined }, 'login missing'],
    [{ invite: '' }, 'invite missing'],
  ])('says what is wrong with %j', async (more, problem) => {
    const county = await production()
    const form = { invite: await county.inviteFor('gao'), login: 'gao', password: PASSWORD, ...more }
    const answer = await county.post('/sign-in/enrol', form)
    expect(said(answer)).toBe(problem)
    expect(JSON.stringify(answer.body)).toMatch(/message":"(登录名|密码|邀请码)：[^"]*[一-鿿]/)
  })

  it('asks for no mixture of characters: a long plain sentence does', async () => {
    const county = await production()
    await enrolled(county, 'gao', 'gao', 'correct horse battery')
  })

  it('is one person’s: another invite can’t take it over', async () => {
    const county = await production()
    await enrolled(county, 'gao', 'desk')
    const form = { invite: await county.inviteFor('qin'), login: 'DESK', password: PASSWORD }
    expect(said(await county.post('/sign-in/enrol', form))).toBe('login login-taken')
  })

  it('two who use one invite at once: one has the login, the other is told', async () => {
    const county = await production()
    const invite = await county.inviteFor('gao')
    const begun = await Promise.all(
      ['one', 'two'].map(async (login) =>
        valueIn<Begun>(await county.post('/sign-in/enrol', { invite, login, password: PASSWORD })),
      ),
    )
    const both = await Promise.all(
      begun.map(({ ticket, secret }) => county.post('/sign-in/enrol/confirm', { ticket, otp: codeOf(county, secret) })),
    )
    expect(both.map(said).sort()).toEqual(['422 invite.used', 'ok'])
  })
})

describe('signing in with it', () => {
  it('answers the same whether the login, the password or the code is wrong', async () => {
    const county = await production()
    const { signIn } = await enrolled(county)
    county.wait(STEP)
    const wrongs = [{ login: 'nobody' }, { password: `${PASSWORD}。` }, { otp: '000000' }]
    const answers = await Promise.all(wrongs.map(signIn))
    expect(answers.map(said)).toEqual(Array(3).fill('401 sign-in.wrong'))
    expect(new Set(answers.map(({ body }) => JSON.stringify({ ...body, now: '' }))).size).toBe(1)
    expect(said(await signIn({ login: ' GAO ' }))).toBe('ok')
  })

  it('a code is taken once: not again, not the one of enrolment, not twice at the same moment', async () => {
    const county = await production()
    const { signIn } = await enrolled(county)
    expect(said(await signIn())).toBe('401 sign-in.code-used')
    county.wait(STEP)
    expect((await Promise.all([signIn(), signIn(), signIn()])).map(said).sort()).toEqual([
      '401 sign-in.code-used',
      '401 sign-in.code-used',
      'ok',
    ])
    // Whoever doesn't know the password isn't told that the code was used.
    expect(said(await signIn({ password: 'something else, long' }))).toBe('401 sign-in.wrong')
  })

  it('a code of the step before and after is taken, one further off is not', async () => {
    const county = await production()
    const { secret, signIn } = await enrolled(county)
    county.wait(10 * STEP)
    expect(said(await signIn({ otp: codeOf(county, secret, -2 * STEP) }))).toBe('401 sign-in.wrong')
    expect(said(await signIn({ otp: codeOf(county, secret, 2 * STEP) }))).toBe('401 sign-in.wrong')
    expect(said(await signIn({ otp: codeOf(county, secret, -STEP) }))).toBe('ok')
    expect(said(await signIn({ otp: codeOf(county, secret, STEP) }))).toBe('ok')
  })

  it('ten wrong ones an hour at one login and it waits, the right one too; then it goes on', async () => {
    const county = await production()
    const { signIn } = await enrolled(county)
    county.wait(2 * 60 * 60_000)
    for (let n = 0; n < 10; n++) {
      expect(said(await signIn({ password: 'wrong, but long' }))).toBe('401 sign-in.wrong')
      // Each from a minute of its own, so that the place isn't what is counted.
      if (n === 4) county.wait(60_000)
    }
    county.wait(60_000)
    const waits = await signIn()
    expect(waits).toMatchObject({ status: 429, body: { refused: 'throttle.wait' } })
    expect((waits.body as unknown as { detail: { seconds: number } }).detail.seconds).toBeGreaterThan(60)
    county.wait(60 * 60_000)
    expect(said(await signIn())).toBe('ok')
  })

  it('guesses of a stranger elsewhere don’t shut her out, until they are a hundred', async () => {
    const county = await production({ BEHIND_PROXY: '1' })
    const { secret } = await enrolled(county)
    county.wait(2 * 60 * 60_000)
    const from = async (place: string, password: string) => {
      const body = JSON.stringify({ login: 'gao', password, otp: codeOf(county, secret) })
      const headers = { 'x-forwarded-for': place, 'content-type': 'application/json' }
      return (await fetch(`${county.url}/sign-in/password`, { method: 'POST', headers, body })).status
    }
    for (let n = 0; n < 10; n++) expect(await from('198.51.100.7', `a guess, and long ${n}`)).toBe(401)
    expect(await from('198.51.100.7', PASSWORD)).toBe(429)
    expect(await from('203.0.113.5', PASSWORD)).toBe(200)
    for (let n = 0; n < 90; n++) expect(await from(`198.51.100.${10 + n}`, `a guess, and long ${n}`)).toBe(401)
    county.wait(STEP)
    expect(await from('203.0.113.5', PASSWORD)).toBe(429)
  })

  it('many at once are no more guesses than one after another', async () => {
    const county = await production()
    const { signIn } = await enrolled(county)
    county.wait(STEP)
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => signIn({ password: `wrong, but long ${n}` })),
    )
    const counts = (what: string) => answers.filter((answer) => said(answer) === what).length
    expect([counts('401 sign-in.wrong'), counts('429 throttle.wait')]).toEqual([10, 20])
  })

  it('an unknown login is throttled like a known one', async () => {
    const county = await production()
    const guess = () =>
      county.post('/sign-in/password', { login: 'nobody', password: 'guess guess guess', otp: '123456' })
    const answers: string[] = []
    for (let n = 0; n < 11; n++) answers.push(said(await guess()))
    expect(answers).toEqual([...Array(10).fill('401 sign-in.wrong'), '429 throttle.wait'])
  })

  it('who lost the second factor enrols anew: the login of before and its sessions are over', async () => {
    const county = await production()
    const before = await enrolled(county, 'gao', 'old')
    expect(await me(county, before.token)).toBe('ok')
    const after = await enrolled(county, 'gao', 'new')
    county.wait(STEP)
    expect(await me(county, before.token)).toBe('401 session.expired')
    expect(said(await before.signIn())).toBe('401 sign-in.wrong')
    expect(await me(county, after.token)).toBe('ok')
    expect(said(await after.signIn())).toBe('ok')
  })

  it('an administrator’s closing ends it at once', async () => {
    const county = await production()
    const { token, signIn } = await enrolled(county)
    county.wait(STEP)
    expect(await closeAccounts(county.world, 'gao')).toEqual({ closed: 1 })
    expect(await me(county, token)).toBe('401 session.expired')
    expect(said(await signIn())).toBe('401 sign-in.wrong')
  })

  it('a password is kept as scrypt of the cost that is recommended, each with a salt of its own', async () => {
    const [one, two] = [await hashOf(PASSWORD), await hashOf(PASSWORD)]
    expect(one.cost).toEqual({ N: 32768, r: 8, p: 3 })
    expect(one.salt === two.salt || one.hash === two.hash).toBe(false)
    expect([await holdsFor(PASSWORD, one), await holdsFor(`${PASSWORD}！`, one)]).toEqual([true, false])
  })

  it('leaves no password, secret or code in the store or in the log', async () => {
    const county = await production()
    const { secret, signIn, invite } = await enrolled(county, 'gao', 'gaoyuan')
    await signIn({ password: 'wrong, but long' })
    const docs = await county.world.store.list('accounts', { index: 'byPerson', where: { person: 'gao' }, limit: 100 })
    expect(docs.docs.length).toBeGreaterThan(1)
    const kept = JSON.stringify([docs, county.lines])
    for (const canary of [secret, PASSWORD, invite, 'gaoyuan']) expect(kept).not.toContain(canary)
  })
})

describe('a store that is overloaded', () => {
  it('is told as such, and signing in again then works', async () => {
    const county = await production()
    const { signIn } = await enrolled(county)
    county.wait(STEP)
    const { save } = county.world.store
    county.world.store.save = async () => {
      throw new StoreBusy('too many')
    }
    expect(said(await signIn())).toBe('409 matter.busy')
    county.world.store.save = save
    expect(said(await signIn())).toBe('ok')
  })
})

describe('a session', () => {
  it('of a demonstration with the same secret opens nothing in production', async () => {
    const county = await production()
    const tokens = sessions(county.world.seal.lookup('session', 'token'), county.world.clock.wall)
    expect(await me(county, await tokens.issue({ person: 'gao' }))).toBe('401 session.missing')
    expect(await me(county, await tokens.issue({ person: 'bao', account: 'wechat' }))).toBe('ok')
  })
})

describe('signing in through WeChat', () => {
  const env = (url: string) => ({ WECHAT_URL: url, WECHAT_APPID: 'wx0123', WECHAT_SECRET: 'the-app-secret' })
  const KEY = 'HyVFkGl5F5OQWJZZaNzBBg=='

  it('gives a session to the account behind the code, and asks as WeChat wants to be asked', async () => {
    const wechat = await startWechat({ good: { openid: 'o-gao', session_key: KEY, unionid: 'u' } })
    const county = await production(env(wechat.url))
    const { token } = valueIn<Token>(await county.post('/sign-in/wechat', { code: 'good' }))
    expect((await meOf(county, token)).name).toBe('微信用户')
    expect([wechat.asked[0]?.pathname, Object.fromEntries(wechat.asked[0]?.searchParams ?? [])]).toEqual([
      '/sns/jscode2session',
      { appid: 'wx0123', secret: 'the-app-secret', js_code: 'good', grant_type: 'authorization_code' },
    ])
    const bound = await county.post<Me>(
      '/api/session.bind',
      { invite: await county.inviteFor('gao'), requestId: 'bind-1' },
      token,
    )
    expect(valueIn<Me>(bound)).toMatchObject({ id: 'gao', acting: { role: 'centre' } })
    const next = valueIn<Token>(await county.post('/sign-in/wechat', { code: 'good' }))
    expect((await meOf(county, next.token)).id).toBe('gao')
    expect(JSON.stringify(county.lines)).not.toMatch(/o-gao|HyVFk|the-app-secret/)
    expect(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).not.toMatch(/o-gao|HyVFk/)
  })

  it.each([
    [{ errcode: 40029, errmsg: 'invalid code' }, '401 wechat.bad-code'],
    [{ errcode: 40163, errmsg: 'code been used' }, '401 wechat.code-used'],
    [{ errcode: 45011, errmsg: 'frequency limit' }, '429 throttle.wait'],
    [{ errcode: -1, errmsg: 'system error' }, '503 wechat.busy'],
    [{ errcode: 40226, errmsg: 'code blocked' }, '403 wechat.blocked'],
    [{ errcode: 40125, errmsg: 'invalid appsecret the-app-secret' }, '503 wechat.unreachable'],
    [{ errcode: 40029, openid: 'o-gao' }, '401 wechat.bad-code'],
    [{}, '503 wechat.unreachable'],
    ['no JSON', '503 wechat.unreachable'],
    ['gone', '503 wechat.unreachable'],
  ] as const)('%j is answered %s, in a sentence', async (reply, expected) => {
    const wechat = await startWechat({ code: reply })
    const county = await production(env(wechat.url))
    const answer = await county.post('/sign-in/wechat', { code: 'code' })
    expect(said(answer)).toBe(expected)
    expect(answer.body).toMatchObject({ message: expect.stringMatching(/[一-鿿]{4}/) })
    expect(JSON.stringify(county.lines)).not.toMatch(/o-gao|the-app-secret/)
  })

  it('doesn’t wait for ever for a WeChat that says nothing', async () => {
    const wechat = await startWechat({ code: 'silence' })
    const settings = { appid: 'a', secret: 's', url: wechat.url }
    const exchange = codeExchange(settings, () => undefined, 50)
    expect(await exchange('code')).toEqual({ refused: 'wechat.unreachable' })
  })

  it('is not there without a mini-program of one’s own', async () => {
    const county = await production()
    expect(said(await county.post('/sign-in/wechat', { code: 'good' }))).toBe('404 path.not-found')
  })
})
