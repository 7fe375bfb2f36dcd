import { describe, expect, it } from 'vitest'
import { county, wages } from '../journeys/given'
import { button, desk, phone, seen, settled, signIn, withBrowser } from '../support/browser'

const { at, visitor } = withBrowser({ now: '2026-09-30T23:58:00+08:00', county: county() })

describe('the application of 30 September 2026, 23:58, on the page', () => {
  it('says noon tomorrow first, and opens the nine days of the statute’s limit', async () => {
    const { id } = await at.server.api('bao', 'aid.submit', wages())
    const her = await visitor(phone)
    const { page } = her
    await signIn(her, '包群众')
    await her.goto(`/pages/matter/index?id=${id}`)
    await seen(page, '明天 12:00 前').waitFor()
    await page.getByRole('link', { name: /其他期限/ }).click()
    await seen(page, '周四 10 月 8 日 24:00 前').waitFor()
    await page.getByRole('button', { name: /10.月.8.日.*为什么/ }).click()
    for (const line of [/9.月.30.日/, /10.月.1.日/, /国庆节/, /10.月.7.日/, /10.月.8.日/])
      await seen(page, line).waitFor()
    await seen(page, /顺延/).waitFor()
    expect(her.wrong).toEqual([])
  })

  it('granted at 00:09 reads 超时 by nine minutes beside two 按时办结, on her page and on the reviewer’s', async () => {
    const { id } = await at.server.api('wu', 'aid.submit', wages({ applicant: { name: '吴群众' } }))
    await at.server.demo.to('2026-10-01T00:09:00+08:00')
    const she = await visitor(desk)
    await signIn(she, '高审查')
    await button(she.page, /吴群众/).click()
    await seen(she.page, '超了 9 分钟').waitFor()
    await seen(she.page, '已超期').waitFor()
    await button(she.page, '给予援助，派李律').click()
    await seen(she.page, '已给予援助，派给李律。').waitFor()
    await seen(she.page, /超了 9.分钟/).waitFor()

    const her = await visitor(phone)
    const { page } = her
    await signIn(her, '吴群众')
    await her.goto(`/pages/matter/index?id=${id}`)
    await page.getByRole('link', { name: /其他期限/ }).click()
    await settled(page)
    await seen(page, /超时/).waitFor()
    await seen(page, /今天 0:09，超了 9.分钟/).waitFor()
    expect(await page.getByText('按时办结').filter({ visible: true }).count()).toBeGreaterThanOrEqual(3)
  })

  it('counts as the product’s clock does, on a phone that stands in another country and another year', async () => {
    const { id } = await at.server.api('bao', 'aid.submit', wages())
    const abroad = await visitor(phone, 'normal', 'America/New_York')
    const { page } = abroad
    await page.clock.install({ time: new Date('2031-05-05T05:05:05Z') })
    await signIn(abroad, '包群众')
    await abroad.goto(`/pages/matter/index?id=${id}`)
    await seen(page, '明天 12:00 前').waitFor()
    await seen(page, '甲镇 东嘎查，今天提交').waitFor()
  })
})
