import { describe, expect, it } from 'vitest'
import { button, desk, phone, seen, shot, signIn } from '../support/browser'
import { atTheCentre, fits } from './centre-given'

const { at, visitor } = atTheCentre()

const list = ['斯琴 13900000101 欠8000元', '格日勒 13900000102', '呼和浩特市来的额尔敦其木格 13900000103', '娜仁'].join(
  '\n',
)

/** Several people and one employer, at the centre's desk and on a clerk's phone. */
describe('several people on one form', () => {
  it('are read line by line, what is wrong stands at whom it is about, each gets a code, and each knows the others', async () => {
    const she = await visitor(desk)
    await signIn(she, '高审查')
    const { page } = she
    await she.goto('/roles/forward/register/index?kind=aid')
    await page.getByText('好几个人、同一件事？一起登记').first().click()
    await seen(page, '比如二十位工友要同一家的工钱。').waitFor()
    await fits(she, 'group-empty')
    await button(page, '登记').click()
    await seen(page, '至少写两个人，一行一个').waitFor()
    await page.getByRole('textbox', { name: '都有谁' }).fill(`${list}\n乌云 1390000010`)
    await seen(page, /^认出 5\s个人/).waitFor()
    await page.getByRole('textbox', { name: /^一起说的/ }).fill('五月到九月在工地干活，工钱没给')
    await page.getByRole('textbox', { name: '对方的名字或单位名' }).fill('某建筑有限公司')
    await page
      .getByRole('radio', { name: /工钱|工资/ })
      .filter({ visible: true })
      .click()
    await seen(page, '甲镇').click()
    await page.getByRole('radio', { name: '东嘎查' }).filter({ visible: true }).click()
    await button(page, /登记这 5\s个人/).click()
    await seen(page, /第 5\s个人：/).waitFor()
    await fits(she, 'group-wrong')
    await page.getByRole('textbox', { name: '都有谁' }).fill(list)
    await page.setViewportSize(phone)
    await fits(she, 'group-390')
    await page.setViewportSize(desk)
    await button(page, /登记这 4\s个人/).click()
    await seen(page, /4\s个人都登记好了/).waitFor()
    await fits(she, 'group-done')
    await page.setViewportSize(phone)
    await fits(she, 'group-done-390')
    await page.setViewportSize(desk)
    expect(await page.locator('.forward__slip').count()).toBe(4)
    await she.goto('/roles/centre/queue/index')
    await page.getByText('格日勒').first().click()
    await seen(page, /一起来的 4\s个人/).waitFor()
    await seen(page, '1. 斯琴').waitFor()
    await fits(she, 'group-desk')
    await button(page, '都看过了，一起派律师').click()
    await seen(page, /^派得出去的 4\s件/).waitFor()
    await fits(she, 'group-batch')
    expect(await page.getByRole('checkbox', { name: /尽量派给同一位律师/, checked: true }).count()).toBe(1)
  })

  it('the answer is lost on the way: it can be sent again and doubles nobody; thrown away, the next form is another', async () => {
    const she = await visitor(phone)
    await signIn(she, '秦审查')
    const { page } = she
    await she.goto('/roles/forward/group/index')
    const filled = async (names: string) => {
      await page.getByRole('textbox', { name: '都有谁' }).fill(names)
      await page.getByRole('textbox', { name: /^一起说的/ }).fill('工钱没给')
      await page.getByRole('textbox', { name: '对方的名字或单位名' }).fill('另一家公司')
      await page
        .getByRole('radio', { name: /工钱|工资/ })
        .filter({ visible: true })
        .click()
      await seen(page, '甲镇').click()
      await page.getByRole('radio', { name: '东嘎查' }).filter({ visible: true }).click()
    }
    const loses = () =>
      page.route('**/api/aid.submitGroup', async (route) => {
        await route.fetch()
        await route.abort()
      })
    await filled('甲某甲 13900000201\n乙某乙 13900000202')
    await loses()
    await button(page, /登记这 2\s个人/).click()
    await seen(page, /没有收到回音/).waitFor()
    // It went out, and nobody knows more: that it wasn't sent would be untrue.
    expect(await page.getByText('没有送出去').count()).toBe(0)
    if (process.env.SHOTS) await shot(page, 'centre-group-lost-390')
    await page.unroute('**/api/aid.submitGroup')
    await button(page, '接着登记').click()
    await seen(page, /2\s个人都登记好了/).waitFor()
    await button(page, '再登记一批').click()
    await filled('丙某丙 13900000203\n丁某丁 13900000204')
    await loses()
    await button(page, /登记这 2\s个人/).click()
    await seen(page, /没有收到回音/).waitFor()
    await page.unroute('**/api/aid.submitGroup')
    await page.getByText('不要了，重新填').click()
    await page.getByRole('dialog').getByRole('button', { name: '删掉' }).click()
    await filled('戊某戊 13900000205\n己某己 13900000206')
    await button(page, /登记这 2\s个人/).click()
    await seen(page, /2\s个人都登记好了/).waitFor()
    const rows = await at.server.api('gao', 'desk.list', { desk: 'centre', stage: 'submitted', limit: 50 })
    const names = rows.items.map(({ applicant }) => applicant).filter((name) => /某/.test(name ?? ''))
    expect(names.sort()).toEqual(['甲某甲', '乙某乙', '丙某丙', '丁某丁', '戊某戊', '己某己'].sort())
  })
})
