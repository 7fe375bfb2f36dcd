import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../cloudfunctions/accounts'
import { loadCounty } from '../../cloudfunctions/county'
import { county } from '../journeys/given'
import {
  button,
  desk,
  leave,
  link,
  phone,
  seen,
  settled,
  shot,
  tooWide,
  violations,
  withBrowser,
} from '../support/browser'

const { at, visitor } = withBrowser({
  cost: { N: 2 ** 10, r: 8, p: 1 },
  env: { MODE: 'production', SECRET: 'a secret of this county alone, 32 and more' },
})
beforeAll(async () => {
  const loaded = await loadCounty(at.server.world, county())
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
})

async function codeFor(person: string): Promise<string> {
  const made = await invite(at.server.world, person)
  if ('refused' in made) throw new Error(made.refused)
  return made.code
}
const PASSWORD = '一句自己记得住的很长的话'

describe.each([
  ['a phone', phone, 'gao'],
  ['a computer', desk, 'qin'],
] as const)('signing in on %s', (_, viewport, person) => {
  it('with an invite makes a login, which then signs in; what is wrong stands beside its field', async () => {
    const someone = await visitor(viewport)
    const { page } = someone
    const field = (name: RegExp) => page.getByRole('textbox', { name }).filter({ visible: true })
    const fine = async (name: string) => {
      await shot(page, `${name}-${viewport.width}`)
      expect([...(await tooWide(page)), ...(await violations(page))]).toEqual([])
    }

    await someone.goto('/pages/me/index')
    await fine('production-me')
    await button(page, '工作人员登录').click()
    await settled(page)
    await fine('sign-in')
    await link(page, '还没有登录名，我有邀请码').click()

    await button(page, '下一步').click()
    await seen(page, '邀请码：还没填').waitFor()
    await field(/^邀请码/).fill('0000-0000-00000')
    await field(/^登录名/).fill(person)
    const password = page.getByLabel(/^设一个密码/)
    expect(await password.getAttribute('type')).toBe('password')
    await password.fill('短')
    await button(page, '下一步').click()
    await seen(page, '密码：太短，至少 12 位').waitFor()
    await password.fill(PASSWORD)
    await button(page, '下一步').click()
    await seen(page, '没有这个邀请码，请对照纸上再输一遍。').waitFor()
    await fine('enrol-wrong')
    await field(/^邀请码/).fill((await codeFor(person)).toLowerCase())
    await button(page, '下一步').click()

    await seen(page, '绑定手机验证器').waitFor()
    await expect.poll(() => page.getByRole('img', { name: '验证器二维码' }).evaluate(loaded)).toBe(true)
    await fine('enrol-confirm')
    const secret = ((await seen(page, /^[A-Z2-7]{4}( [A-Z2-7]{4})+$/).textContent()) ?? '').replaceAll(' ', '')
    const otp = () =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.server.world.clock.wall() })
    const wrong = otp() === '000000' ? '000001' : '000000'
    await field(/^验证器上/).fill(wrong)
    await button(page, '完成，登录').click()
    await seen(page, /验证码：不对/).waitFor()
    await field(/^验证器上/).fill(otp())
    await button(page, '完成，登录').click()
    await page.waitForURL(/roles\/centre\/queue/)
    // The browser itself writes down every refusal.
    expect(someone.wrong.splice(0).filter((line) => !/status of 4\d\d/.test(line))).toEqual([])

    await settled(page)
    await leave(someone)
    await someone.goto('/pages/me/index')
    await button(page, '退出登录').click()
    await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
    await page.waitForURL(/pages\/home/)
    await settled(page)
    await leave(someone)
    await someone.goto('/roles/joining/sign-in/index')
    await field(/^登录名/).fill(person)
    await page.getByLabel(/^密码/).fill('不是这个密码，但是够长')
    await field(/^验证码/).fill(otp())
    await someone.context.setOffline(true)
    await button(page, /^登录$/).click()
    await seen(page, /网络不通，没有送出去。内容还在/).waitFor()
    expect(await field(/^验证码/).inputValue()).toMatch(/^\d{6}$/)
    await someone.context.setOffline(false)
    await button(page, /^登录$/).click()
    await seen(page, /有一样不对/).waitFor()
    expect(await field(/^验证码/).inputValue()).toBe('')
    const { wall } = at.server.world.clock
    at.server.world.clock.wall = () => wall() + 30_000
    await page.getByLabel(/^密码/).fill(PASSWORD)
    await field(/^验证码/).fill(otp())
    await button(page, /^登录$/).click()
    await page.waitForURL(/roles\/centre\/queue/)
    await someone.context.close()
  })
})

const loaded = (image: SVGElement | HTMLElement) => (image as HTMLImageElement).naturalWidth > 100
