import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { county, wages } from '../journeys/given'
import { button, phone, seen, settled, signIn, type Visitor, withBrowser } from '../support/browser'

const { at, visitor } = withBrowser({ now: '2026-10-12T09:00:00+08:00', county: county() })

const next = ({ page }: Visitor) => button(page, '下一步').click()
const radio = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('radio', { name }).filter({ visible: true }).first().click()
const field = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('textbox', { name }).filter({ visible: true }).first()
const asked = ({ page }: Visitor, question: string) =>
  page.getByRole('heading', { name: question }).filter({ visible: true }).waitFor()

const received = (page: Page) =>
  page
    .getByRole('heading', { name: /^收到了/ })
    .filter({ visible: true })
    .first()

/** From the first question to the check, as somebody would who reads one screen at a time. */
async function answersAll(her: Visitor) {
  await asked(her, '给谁申请？')
  await radio(her, /^自己/)
  await next(her)
  await asked(her, '是什么事？')
  await radio(her, '工钱')
  await next(her)
  await asked(her, '事情发生在哪里？')
  await button(her.page, '甲镇').click()
  await radio(her, '东嘎查')
  await field(her, /哪个单位在处理/).fill('劳动监察大队')
  await next(her)
  await asked(her, '事情是怎么回事？')
  await field(her, /经过/).fill('工地欠了我三个月的工资')
  await next(her)
  await asked(her, '对方是谁？')
  await button(her.page, '写上对方').click()
  await field(her, /名字或单位名/).fill('某建筑公司')
  await next(her)
  await asked(her, '怎么找到您？')
  await field(her, /名字/).fill('包群众')
  await field(her, /电话/).fill('13900000011')
  await next(her)
  await asked(her, '家里困难，怎么说明？')
  await radio(her, /我做诚信承诺/)
  await button(her.page, /我承诺/).click()
  await asked(her, '发出前看一遍')
}

describe('a resident on her telephone', () => {
  it('finds who is on duty, signs in, applies question by question, and leaves with a code and a time', async () => {
    const her = await visitor(phone)
    const { page } = her
    await her.goto('/')
    await seen(page, '问、申请、派律师，都不要钱').waitFor()
    await button(page, /选您在的嘎查、村/).click()
    await button(page, '甲镇').click()
    await page.getByRole('radio', { name: '东嘎查' }).filter({ visible: true }).click()
    await seen(page, '高审查').waitFor()

    await button(page, /申请法律援助/).click()
    await button(page, '去登录').click()
    await button(page, '包群众').click()
    await answersAll(her)
    for (const answer of ['自己', '工钱', '甲镇 东嘎查', '劳动监察大队', '工地欠了我三个月的工资', '诚信承诺'])
      await seen(page, answer).waitFor()
    await seen(page, /某建筑公司/).waitFor()
    await button(page, '提交申请').click()

    await received(page).waitFor()
    await seen(page, /最晚今天 24:00.前/).waitFor()
    const code =
      (await seen(page, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/).textContent()) ?? ''
    expect(await at.server.api(undefined, 'matter.track', { code })).toMatchObject({ stage: 'submitted' })
    await seen(page, '高审查').waitFor()

    await button(page, '看这件事').click()
    await page.getByRole('heading', { name: '法律援助：工钱' }).filter({ visible: true }).waitFor()
    await button(page, /为什么？/).click()
    await seen(page, /承诺 10.月.12.日当天办/).waitFor()
    expect(her.wrong).toEqual([])
  })

  it('is told at the question what is missing, keeps what she wrote, and goes back one question at a time', async () => {
    const her = await visitor(phone)
    await signIn(her, '吴群众')
    await her.goto('/roles/resident/apply/index')
    await asked(her, '给谁申请？')
    await next(her)
    await seen(her.page, '选一个：给谁申请').waitFor()
    await asked(her, '给谁申请？')
    await radio(her, /^自己/)
    await next(her)
    await asked(her, '是什么事？')
    await radio(her, '工钱')
    await her.page.goBack()
    await asked(her, '给谁申请？')
    expect(
      await her.page.getByRole('radio', { name: /^自己/ }).filter({ visible: true }).getAttribute('aria-checked'),
    ).toBe('true')
    await next(her)
    expect(
      await her.page.getByRole('radio', { name: '工钱' }).filter({ visible: true }).getAttribute('aria-checked'),
    ).toBe('true')
    expect(her.wrong).toEqual([])
  })

  it('without signal her application waits on the telephone, survives a reload, and is sent once', async () => {
    const her = await visitor(phone)
    const { page, context } = her
    await signIn(her, '包群众')
    const before = (await at.server.api('gao', 'desk.list', { desk: 'centre' })).items.length
    await her.goto('/roles/resident/apply/index')
    await answersAll(her)
    await context.setOffline(true)
    await button(page, '提交申请').click()
    await seen(page, '还没送出去，只存在这部手机里。急事请打电话。').waitFor()
    await button(page, '再发一次').click()
    await seen(page, '还没送出去，只存在这部手机里。急事请打电话。').waitFor()
    expect((await at.server.api('gao', 'desk.list', { desk: 'centre' })).items).toHaveLength(before)

    await context.setOffline(false)
    await her.goto('/')
    await page.reload()
    await settled(page)
    await button(page, /接着填没写完的申请/).click()
    await asked(her, '发出前看一遍')
    await seen(page, '工地欠了我三个月的工资').waitFor()
    await button(page, /提交申请|再发一次/).click()
    await received(page).waitFor()
    expect((await at.server.api('gao', 'desk.list', { desk: 'centre' })).items).toHaveLength(before + 1)
    await her.goto('/')
    await page.reload()
    await settled(page)
    expect(await button(page, /接着填没写完的申请/).count()).toBe(0)
  })

  it('whose answer was lost on the way sends again and has one application, not two', async () => {
    const her = await visitor(phone)
    const { page } = her
    await signIn(her, '吴群众')
    const before = (await at.server.api('gao', 'desk.list', { desk: 'centre' })).items.length
    await her.goto('/roles/resident/apply/index?step=0')
    await answersAll(her)
    let lost = 0
    await page.route('**/api/aid.submit', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await button(page, '提交申请').click()
    await seen(page, /还没送出去/).waitFor()
    await button(page, '再发一次').click()
    await received(page).waitFor()
    expect((await at.server.api('gao', 'desk.list', { desk: 'centre' })).items).toHaveLength(before + 1)
  })

  it('tracks by the code without signing in; a wrong code is answered in words', async () => {
    const { code = '' } = await at.server.api('bao', 'aid.submit', wages())
    const her = await visitor(phone)
    await her.goto('/pages/track/index')
    await field(her, /查询码/).fill('0000-0000-00000')
    await button(her.page, '查').click()
    await seen(her.page, /请核对查询码/).waitFor()
    await field(her, /查询码/).fill(code.toLowerCase())
    await button(her.page, '查').click()
    await seen(her.page, '等审查').waitFor()
    await seen(her.page, '高审查').waitFor()
    expect(await seen(her.page, /包群众|某建筑公司/).count()).toBe(0)
  })

  it('sees who her lawyer is, from which firm, and what comes next; and takes an application back', async () => {
    const { id } = await at.server.api('bao', 'aid.submit', wages())
    await at.server.api('gao', 'aid.grant', { id })
    const her = await visitor(phone)
    const { page } = her
    await signIn(her, '包群众')
    await her.goto('/pages/matters/index')
    await button(page, /已派律师/).click()
    await seen(page, '李律').waitFor()
    await seen(page, '第一律师事务所').waitFor()
    await seen(page, '律师会给您打电话，请接一下不认识的号码。').waitFor()
    expect(await button(page, '给李律打电话').count()).toBe(1)
    await button(page, '撤回申请').click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click()
    await seen(page, '已撤回').waitFor()
    expect((await at.server.api('bao', 'matter.get', { id })).stage).toBe('withdrawn')
    expect(her.wrong).toEqual([])
  })
})
