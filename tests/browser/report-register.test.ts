import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { clockOf } from '../journeys/given'
import { grievanceCounty, reported } from '../journeys/grievance-given'
import {
  button,
  desk,
  phone,
  seen,
  shot,
  signIn,
  tooWide,
  type Visitor,
  violations,
  withBrowser,
} from '../support/browser'

const { at, visitor } = withBrowser({ now: '2026-10-14T09:10:00+08:00', county: grievanceCounty() })

const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name }).filter({ visible: true }).first()
const radio = (page: Page, name: string | RegExp) =>
  page.getByRole('radio', { name, exact: true }).filter({ visible: true }).first()
const done = (page: Page) => page.getByRole('heading', { name: '登记好了' }).filter({ visible: true }).waitFor()
const wrongWith = async ({ page }: Visitor) => [...(await violations(page)), ...(await tooWide(page))]
/** Read by whoever sees all of it; a minute is between any two. */
const newest = async () => {
  await at.server.demo.advance('PT1M')
  const [row] = (await at.server.api('lu', 'desk.list', { desk: 'command', kind: 'grievance', sort: 'new' })).items
  return at.server.api('lu', 'matter.get', { id: row?.id ?? '' })
}

it.each([
  ['陆派单', 'command'],
  ['高审查', 'centre'],
  ['唐司法', 'town'],
  ['水务甲', 'department'],
])('%s (%s) registers a call on one screen; the fifteen minutes run from its beginning', async (name) => {
  const she = await visitor(desk)
  const { page } = she
  await signIn(she, name)
  await she.goto('/roles/forward/register/index?kind=grievance')
  await seen(page, /15.分钟里告诉他受理没有/).waitFor()
  await at.server.demo.advance('PT3M')
  await radio(page, '电话').click()
  await box(page, /^名字/).fill('阿拉坦其其格宝音德力格尔')
  await box(page, '电话').fill('13900000055')
  await box(page, /找嘎查/).fill('东')
  await radio(page, /东嘎查/).click()
  await box(page, /^具体在哪/).fill('村西桥头')
  await radio(page, '用水').click()
  await box(page, /^一句话说清/).fill(`水渠堵了，${name}接的电话`)
  await shot(page, `report-register-${name}`)
  expect(await wrongWith(she)).toEqual([])
  // Everything on one screen of an ordinary computer, the button always in sight.
  await button(page, '登记').click()
  await done(page)
  await seen(page, /^收到了。最晚 .* 告诉他受理没有。$/).waitFor()
  await page.locator('.forward__code').filter({ visible: true }).waitFor()
  await shot(page, `report-registered-${name}`)
  const matter = await newest()
  const clock = clockOf(matter, 'grievance.accept')
  expect(matter.detail).toMatchObject({ source: { code: 'call' }, reporter: { name: '阿拉坦其其格宝音德力格尔' } })
  expect(Date.parse(clock.startedAt)).toBeLessThan(Date.parse(matter.createdAt))
  expect(Date.parse(clock.dueAt) - Date.parse(clock.startedAt)).toBe(15 * 60_000)
  expect(she.wrong).toEqual([])
})

it('a second call about the same thing is suggested; it goes along only on the clerk’s word, and nothing waits for it', async () => {
  const text = '村南机井的水泵烧了，五十亩玉米浇不上水'
  const first = await reported(at.server, { text }, 'wu')
  const she = await visitor(desk)
  const { page } = she
  await signIn(she, '陆派单')
  for (const answer of ['left open', '是同一件']) {
    await she.goto('/roles/forward/register/index')
    await radio(page, '来人').click()
    await box(page, /找嘎查/).fill('东')
    await radio(page, /东嘎查/).click()
    await radio(page, '用水').click()
    await box(page, /^一句话说清/).fill(text)
    await seen(page, '有人反映过像是同一件事').waitFor()
    if (answer === 'left open') {
      await shot(page, 'report-register-same')
      expect(await wrongWith(she)).toEqual([])
    } else {
      await button(page, answer).click()
      await seen(page, /一起办$/).waitFor()
    }
    await button(page, '登记').click()
    await done(page)
    const { follows } = (await newest()).detail
    if (answer === 'left open') expect(follows).toBeUndefined()
    else expect(follows).toBeDefined()
    await button(page, '再登记一个').click()
  }
  expect((await at.server.api('lu', 'matter.get', { id: first.id })).stage).toBe('submitted')
})

it('an order of the city’s line keeps its number and its deadline, and isn’t taken without them', async () => {
  const she = await visitor(desk)
  const { page } = she
  await signIn(she, '陆派单')
  await she.goto('/roles/forward/register/index')
  await radio(page, '上级交办').click()
  await box(page, /找嘎查/).fill('东')
  await radio(page, /东嘎查/).click()
  await radio(page, '道路').click()
  await box(page, /^一句话说清/).fill('通村路坑多，市热线交办')
  await button(page, '登记').click()
  for (const said of ['写上级的编号', '选上级要求哪天前答复'])
    await page.getByRole('alert').getByText(said).first().waitFor()
  await box(page, '上级的编号').fill('通热2026-88123')
  await page.getByLabel('哪天前答复上级').filter({ visible: true }).first().fill('2026-10-20')
  await shot(page, 'report-register-upper')
  await button(page, '登记').click()
  await done(page)
  expect((await newest()).detail.upper).toMatchObject({ no: '通热2026-88123', dueAt: '2026-10-21T00:00:00.000+08:00' })
})

it('who helps in the village reports for somebody only with that person’s yes, and nothing against her own', async () => {
  const she = await visitor(phone)
  const { page } = she
  await signIn(she, '周书记')
  await button(page, /^帮人反映问题/).click()
  await box(page, /^名字/).fill('图雅')
  await button(page, '甲镇').click()
  await radio(page, '东嘎查').click()
  await radio(page, '村干部').click()
  await seen(page, /^反映本村干部的，不能由村里代交/).waitFor()
  await radio(page, '用水').click()
  await box(page, /^一句话说清/).fill('井坏了，没有水吃')
  await button(page, '登记').click()
  await page.getByRole('alert').getByText('还没写本人怎么同意的').first().waitFor()
  await radio(page, /有人作证/).click()
  await box(page, /作证的人/).fill('巴特尔')
  await shot(page, 'report-village')
  expect(await wrongWith(she)).toEqual([])
  await button(page, '登记').click()
  await done(page)
  const matter = await newest()
  expect(matter.detail).toMatchObject({ forwardedBy: '周书记', consent: { kind: 'witness', name: '巴特尔' } })
  await button(page, /^看现在谁在办/).click()
  await seen(page, '井坏了，没有水吃').waitFor()
  await shot(page, 'report-village-matter')
  expect(she.wrong).toEqual([])
})

it('nobody is to know: neither name nor number is kept, and the code is read out', async () => {
  const she = await visitor(desk)
  const { page } = she
  await signIn(she, '陆派单')
  await she.goto('/roles/forward/register/index')
  await radio(page, '电话').click()
  await radio(page, '谁也不要').click()
  expect(await page.getByRole('textbox', { name: /^名字/ }).filter({ visible: true }).count()).toBe(0)
  await box(page, /找嘎查/).fill('东')
  await radio(page, /东嘎查/).click()
  await radio(page, '环境卫生').click()
  await box(page, /^一句话说清/).fill('有人往河里倒垃圾')
  await button(page, '登记').click()
  await done(page)
  expect((await newest()).detail.reporter).toEqual({})
})
