import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { clockOf, county, people, wages } from '../journeys/given'
import { button, desk, link, phone, seen, settled, signIn, type Visitor, withBrowser } from '../support/browser'

const { at, visitor } = withBrowser({
  now: '2026-10-12T09:00:00+08:00',
  county: county({
    people: [
      ...Object.values(people),
      { id: 'lian', name: '连劳动', phone: '13900000024', roles: [{ role: 'department', unit: 'dept:labour' }] },
    ],
  }),
})

const CODE = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name }).filter({ visible: true }).first()
const radio = (page: Page, name: string | RegExp) =>
  page.getByRole('radio', { name, exact: true }).filter({ visible: true }).first()
const registering = async ({ page, goto }: Visitor) => {
  await goto('/roles/forward/register/index')
  await page.getByRole('heading', { name: '登记', exact: true }).filter({ visible: true }).waitFor()
}
const readOut = async (page: Page): Promise<string> => {
  await page.getByRole('heading', { name: '登记好了' }).filter({ visible: true }).waitFor()
  return (await page.locator('.forward__code').filter({ visible: true }).getAttribute('aria-label')) ?? ''
}
const onDesk = async (text: string) => (await at.server.api('gao', 'desk.list', { desk: 'centre', text })).items

/** With keys alone: forward until the name of what has the keyboard is this. */
async function tabTo(page: Page, name: RegExp) {
  const label = () =>
    page.evaluate(() => {
      const now = document.activeElement
      return now?.getAttribute('aria-label') || now?.textContent || ''
    })
  for (let presses = 0; presses < 60; presses++) {
    if (name.test(await label())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard never came to ${name}`)
}

describe.each([
  ['on a phone', phone],
  ['at a desk', desk],
])('a clerk %s', (_, viewport) => {
  it('registers with keys alone a call that began six minutes ago: the promise runs from 8:54', async () => {
    const she = await visitor(viewport)
    const { page } = she
    await signIn(she, '高审查')
    await registering(she)
    await seen(page, '从 今天 9:00 算起').waitFor()

    // The keyboard stands at the first question.
    await tabTo(page, /^电话$/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^改时间$/)
    await page.keyboard.press('Enter')
    await page.keyboard.type('0854AM')
    await seen(page, '从 今天 8:54 算起').waitFor()
    const name = `阿拉坦其其格宝音德力格尔${viewport.width}`
    await tabTo(page, /^名字$/)
    await page.keyboard.type(name)
    await tabTo(page, /^电话$/)
    await page.keyboard.type('13900000055')
    await tabTo(page, /^写名字找嘎查/)
    await page.keyboard.type('东')
    await page.keyboard.press('Enter')
    await seen(page, '甲镇 东嘎查').waitFor()
    await tabTo(page, /^工钱$/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^一句话说清$/)
    await page.keyboard.type('工地欠了五个月工资')
    if (viewport === phone) await tabTo(page, /^登记$/)
    await page.keyboard.press('Enter')

    const code = await readOut(page)
    expect(code).toMatch(CODE)
    await seen(page, '现在 高审查 在办，最晚 今天 24:00 给答复。').waitFor()
    expect(await at.server.api(undefined, 'matter.track', { code })).toMatchObject({ stage: 'submitted' })
    const [row] = await onDesk(name)
    const matter = await at.server.api('gao', 'matter.get', { id: row?.id ?? '' })
    expect(clockOf(matter, 'aid.promise').startedAt).toBe('2026-10-12T08:54:00.000+08:00')
    expect(matter.detail.source?.code).toBe('call')

    await button(page, '再登记一个').click()
    expect(await box(page, '名字').inputValue()).toBe('')
    expect(she.wrong).toEqual([])
  })
})

describe('what keeps it from being registered stands beside its field', () => {
  it('for a message of the group: how the person agreed, who was witness', async () => {
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '唐司法')
    await button(page, /^登记电话、来人/).click()
    await radio(page, '微信群').click()
    await box(page, '名字').fill('高娃')
    await box(page, /找嘎查/).fill('西')
    await radio(page, /西嘎查/).click()
    await radio(page, '借钱').click()
    await box(page, /^一句话说清/).fill('群里说借出去的钱要不回来')
    await button(page, '登记').click()
    const consent = page.getByRole('radiogroup', { name: '群里说的话、照片，本人同意我们用' })
    await consent.getByText('还没写本人怎么同意的').waitFor()
    expect(await onDesk('高娃')).toHaveLength(0)

    await radio(page, /^有人作证/).click()
    await button(page, '登记').click()
    await seen(page, '写上作证的人的名字').waitFor()
    await box(page, '作证的人').fill('乌云')
    await button(page, '登记').click()
    expect(await readOut(page)).toMatch(CODE)
    const [row] = await onDesk('高娃')
    expect((await at.server.api('gao', 'matter.get', { id: row?.id ?? '' })).detail).toMatchObject({
      source: { code: 'group' },
      consent: { kind: 'witness', name: '乌云' },
    })
    expect(she.wrong).toEqual([])
  })

  it('an empty form names what is missing; a start in the future and an invented slip are not taken', async () => {
    const she = await visitor(phone)
    const { page } = she
    await signIn(she, '高审查')
    await registering(she)
    await radio(page, '电话').click()
    await link(page, '改时间').click()
    await page.getByLabel('几点').filter({ visible: true }).fill('23:30')
    await button(page, '登记').click()
    for (const text of ['写上名字', '选一个嘎查、村', '选一个最接近的', '写一句是什么事'])
      await seen(page, text).waitFor()
    await box(page, '名字').fill('那仁')
    await box(page, '电话').fill('13900000056')
    await box(page, /找嘎查/).fill('东')
    await radio(page, /东嘎查/).click()
    await radio(page, '工钱').click()
    await box(page, /^一句话说清/).fill('欠工资')
    await button(page, '登记').click()
    await seen(page, /还没到这个时间/).waitFor()
    await link(page, '还用打开这一页的时候').click()
    await link(page, '再记一些（可以不填）').click()
    await box(page, /空白卡上的查询码/).fill('0000-0000-00000')
    await button(page, '登记').click()
    await page.locator('.field__wrong', { hasText: '不是我们印的码' }).filter({ visible: true }).waitFor()
    await box(page, /空白卡上的查询码/).fill('')
    await button(page, '登记').click()
    expect(await readOut(page)).toMatch(CODE)
  })
})

describe('a clerk without signal', () => {
  it('keeps what she wrote through a reload, and registers it once though the answer was lost', async () => {
    const she = await visitor(phone)
    const { page } = she
    await signIn(she, '唐司法')
    await registering(she)
    await radio(page, '来人').click()
    await box(page, '名字').fill('斯琴')
    await box(page, /找嘎查/).fill('东')
    await radio(page, /东嘎查/).click()
    await radio(page, '土地').click()
    await box(page, /^一句话说清/).fill('承包地被占')
    let lost = 0
    await page.route('**/api/aid.submit', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await button(page, '登记').click()
    await seen(page, '还没送出去，只存在这里。急事请打电话。').waitFor()
    await page.reload()
    await settled(page)
    expect(await box(page, '名字').inputValue()).toBe('斯琴')
    await button(page, '登记').click()
    expect(await readOut(page)).toMatch(CODE)
    expect(await onDesk('斯琴')).toHaveLength(1)
  })
})

describe('blank slips', () => {
  it('ten distinct codes for her own village, and the code of a registered slip tracks its matter', async () => {
    const she = await visitor(phone)
    const { page } = she
    await signIn(she, '周书记')
    await button(page, /印空白卡/).click()
    await seen(page, '东嘎查').waitFor()
    await button(page, /印 10.张/).click()
    await seen(page, '查询码只在这里显示这一次，离开就看不到了。').waitFor()
    const codes = await page.locator('.forward__slip').filter({ visible: true }).allTextContents()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(CODE)
    expect(await page.locator('.print-sheet .slip').count()).toBe(10)

    const [code = ''] = codes
    const unbound = await at.server.ask(undefined, 'matter.track', { code })
    expect(unbound.body.ok).toBe(false)
    const clerk = await visitor(desk)
    await signIn(clerk, '高审查')
    await registering(clerk)
    await radio(clerk.page, '电话').click()
    await box(clerk.page, '名字').fill('其木格')
    await box(clerk.page, '电话').fill('13900000057')
    await box(clerk.page, /找嘎查/).fill('东')
    await radio(clerk.page, /东嘎查/).click()
    await radio(clerk.page, '赡养抚养').click()
    await box(clerk.page, /^一句话说清/).fill('儿子不管')
    await link(clerk.page, '再记一些（可以不填）').click()
    await box(clerk.page, /空白卡上的查询码/).fill(code.toLowerCase())
    await button(clerk.page, '登记').click()
    await readOut(clerk.page)
    expect(await at.server.api(undefined, 'matter.track', { code })).toMatchObject({ title: '法律援助：赡养抚养' })
    expect([...she.wrong, ...clerk.wrong]).toEqual([])
  })

  it('whose answer was lost are the same ten when asked for again', async () => {
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '周书记')
    await she.goto('/roles/forward/slips/index')
    let first: string[] = []
    await page.route('**/api/slip.print', async (route) => {
      if (first.length > 0) return route.continue()
      first = (await (await route.fetch()).json()).value.codes
      await route.abort()
    })
    await button(page, /印 10.张/).click()
    await seen(page, '没有信号，还没取到查询码。再试一次，不会多出来。').waitFor()
    await button(page, '再试一次').click()
    await seen(page, '查询码只在这里显示这一次，离开就看不到了。').waitFor()
    const codes = await page.locator('.forward__slip').filter({ visible: true }).allTextContents()
    expect(codes.map((code) => code.replaceAll('-', ''))).toEqual(first)
  })
})

describe('the desk of those who help', () => {
  it('a secretary sees what she forwarded, by time left, and nothing that others asked for', async () => {
    const forwarded = { consent: { kind: 'witness' as const, name: '乌云' }, tell: ['person' as const] }
    const applicant = { name: '哈斯', phone: '13900000058' }
    const { id } = await at.server.api('zhou', 'aid.submit', wages({ for: 'other', applicant, forwarded }))
    await at.server.api('bao', 'aid.submit', wages({ applicant: { name: '包群众', phone: '13900000011' } }))
    const she = await visitor(phone)
    const { page } = she
    await signIn(she, '周书记')
    await page.getByRole('heading', { name: '帮人办', exact: true }).filter({ visible: true }).waitFor()
    await button(page, /^哈斯/).waitFor()
    expect(await seen(page, '还欠材料，请帮他补上').count()).toBe(0)
    await at.server.api('gao', 'aid.supplementList', { id, items: [{ key: 'id-card', text: '身份证复印件' }] })
    await page.reload()
    await seen(page, '还欠材料，请帮他补上').waitFor()
    expect(await button(page, /^包群众/).count()).toBe(0)
    expect(await button(page, /登记电话、来人/).count()).toBe(0)
    await button(page, /^哈斯/).click()
    await page.getByRole('heading', { name: '法律援助：工钱' }).filter({ visible: true }).waitFor()
    expect(she.wrong).toEqual([])
  })

  it('from the first page one door leads there; a resident has none, and is told whose page it is', async () => {
    const she = await visitor(phone)
    await signIn(she, '周书记')
    await she.goto('/pages/home/index')
    await button(she.page, /^帮人办/).click()
    await button(she.page, /帮人申请法律援助/).waitFor()
    const resident = await visitor(phone)
    await signIn(resident, '包群众')
    await resident.goto('/pages/home/index')
    await button(resident.page, /申请法律援助/).waitFor()
    expect(await button(resident.page, /帮人办|工作台/).count()).toBe(0)
    await resident.goto('/roles/forward/register/index')
    await seen(resident.page, '这一页给登记的人用').waitFor()
  })
})
