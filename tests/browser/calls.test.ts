import { describe, expect, it } from 'vitest'
import { county, wages } from '../journeys/given'
import {
  button,
  desk,
  link,
  phone,
  seen,
  shot,
  signIn,
  stayHere,
  tooWide,
  type Visitor,
  violations,
  withBrowser,
} from '../support/browser'

/** Nothing leaves this county: whoever has to hear something is rung. */
const { at, visitor } = withBrowser({ now: '2026-09-30T10:00:00+08:00', county: county() })

/** 包某 owes a paper, and neither SMS nor voice takes her number. */
async function toRing(): Promise<string> {
  await at.server.http('POST', '/demo/channels', { sms: 'off', wechat: 'off', voice: 'off' })
  const { id } = await at.server.api('bao', 'aid.submit', wages())
  await at.server.api('gao', 'aid.supplementList', { id, items: [{ key: 'id-card', text: '身份证正反面' }] })
  await at.server.demo.advance('PT1M')
  return id
}
async function fits(she: Visitor, name: string) {
  if (process.env.SHOTS) await shot(she.page, name)
  expect([...she.wrong.splice(0), ...(await tooWide(she.page)), ...(await violations(she.page))]).toEqual([])
}
const opens = async (who: string, screen = desk, path = '/roles/duty/calls/index') => {
  const she = await visitor(screen)
  await signIn(she, who, path)
  return she
}

describe('whoever no letter reached', () => {
  it('is on the list of the centre, without her number, and stays there until somebody has spoken with her', async () => {
    const id = await toRing()
    const she = await opens('高审查')
    const { page } = she
    await seen(page, '法律援助：工钱').waitFor()
    await seen(page, /^语音电话发不了，别的办法也没有了/).waitFor()
    await seen(page, /还缺 1\u00a0样材料/).waitFor()
    expect(await page.getByText('13900000011').count()).toBe(0)
    await fits(she, 'calls-1280')
    const dialog = () => page.getByRole('dialog')
    await button(page, /^打完了，记一下/).click()
    await dialog().getByRole('button', { name: '记下', exact: true }).click()
    await dialog().getByText('请选打通了没有。').waitFor()
    await dialog().getByRole('radio', { name: '没打通', exact: true }).click()
    await dialog()
      .getByRole('textbox', { name: /^记一句/ })
      .fill('关机')
    await fits(she, 'calls-sheet-1280')
    await dialog().getByRole('button', { name: '记下', exact: true }).click()
    await seen(page, /^记下了，第 1\u00a0次没打通/).waitFor()
    await seen(page, /高审查：关机$/).waitFor()
    await button(page, /^打完了，记一下/).click()
    await dialog().getByRole('radio', { name: '打通了，说清了', exact: true }).click()
    await dialog().getByRole('button', { name: '记下', exact: true }).click()
    await seen(page, '没有等打电话的人').waitFor()
    await fits(she, 'calls-none-1280')
    const told = await at.server.api('gao', 'notice.of', { id })
    expect(told.items.find(({ text }) => text.includes('还缺'))?.way.text).toMatch(/已经打电话说了$/)
  })
  it('her number is shown to whoever is about to ring', async () => {
    await toRing()
    const she = await visitor(desk)
    await she.context.addInitScript(stayHere)
    await signIn(she, '高审查', '/roles/duty/calls/index')
    await button(she.page, /^看号码，打电话/).click()
    await seen(she.page, '包群众，13900000011').waitFor()
  })
  it('she reads in her list and on her matter’s page which way it went', async () => {
    const id = await toRing()
    const she = await opens('包群众', phone, '/pages/me/index')
    const { page } = she
    await seen(page, /等人打电话/).waitFor()
    await fits(she, 'notices-390')
    await she.goto(`/pages/matter/index?id=${id}`)
    await link(page, '看消息送到没有').click()
    await seen(page, /^您：语音电话发不了，等人打电话/).waitFor()
    await fits(she, 'told-ways-390')
  })
  it('in the largest letters, on a phone', async () => {
    await toRing()
    const she = await visitor(phone, 'elder-max')
    await signIn(she, '高审查', '/roles/duty/calls/index')
    await seen(she.page, '法律援助：工钱').waitFor()
    await fits(she, 'calls-390-max')
  })
  it('is found from the page of who works here, and is nobody else’s list', async () => {
    const she = await opens('高审查', phone, '/pages/me/index')
    await link(she.page, '等打电话的人').or(button(she.page, '等打电话的人')).first().click()
    await seen(she.page, '消息没送到，或本人要接电话。打通了、说清了，才算完。').waitFor()
    const he = await opens('包群众', phone)
    await seen(he.page, '这一页给打电话的人看').waitFor()
    await fits(he, 'calls-not-yours-390')
  })
  it('without a signal the page says so, and keeps what it had', async () => {
    await toRing()
    const she = await opens('高审查')
    await seen(she.page, '法律援助：工钱').waitFor()
    await she.context.setOffline(true)
    await button(she.page, /^打完了，记一下/).click()
    await she.page.getByRole('radio', { name: '没打通', exact: true }).click()
    await she.page.getByRole('dialog').getByRole('button', { name: '记下', exact: true }).click()
    await she.page
      .getByRole('dialog')
      .getByText(/没有送出去/)
      .first()
      .waitFor()
    await she.context.setOffline(false)
  })
})
