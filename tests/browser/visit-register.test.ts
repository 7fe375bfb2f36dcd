import { expect, it } from 'vitest'
import { WEDNESDAY } from '../journeys/visit-given'
import { button, desk, phone, seen, shot, signIn, type Visitor, withBrowser } from '../support/browser'
import { box, heading, nothingWrong, planned, radio } from './visit-steps'

const { at, visitor } = withBrowser({ now: WEDNESDAY, county: planned })

const registering = '/roles/forward/register/index?kind=visit'
/** Once it is on paper: what the clerk, who sees it whole, reads of the one for this person. */
async function visitOf(text: string) {
  const { items } = await at.server.api('gao', 'desk.list', { desk: 'centre', kind: 'visit', text })
  return at.server.api('gao', 'matter.get', { id: items[0]?.id ?? '' })
}
async function fillsIn(she: Visitor, name: string) {
  const { page } = she
  await box(she, /^名字/).fill(name)
  await box(she, /^电话/).fill('13900000055')
  await box(she, /找嘎查/).fill('东')
  await radio(she, /东嘎查/).click()
  await seen(page, '甲镇 东嘎查').waitFor()
}

it('a clerk books a call on one screen: the hour is kept while she writes, the code and the digits are read out', async () => {
  const she = await visitor(desk)
  const { page } = she
  await signIn(she, '高审查', registering)
  await seen(page, /^选好怎么见面和时间/).waitFor()
  await radio(she, '电话').click()
  await fillsIn(she, '阿拉坦其其格宝音德力格尔')
  await button(page, '登记').click()
  await seen(page, '选一种怎么见面').waitFor()
  await radio(she, '到办公室见面').click()
  await radio(she, /^明天/).click()
  await radio(she, /^9:00/).click()
  await seen(page, /还为您留 [23].分/).waitFor()
  await radio(she, '工钱').click()
  await shot(page, 'visit-register')
  await nothingWrong(she)
  await button(page, '登记').click()
  await heading(she, '登记好了').waitFor()
  await seen(page, /10.月.15.日（周四）9:00–9:30，李律/).waitFor()
  await page.locator('.forward__code').filter({ visible: true }).waitFor()
  await shot(page, 'visit-registered')
  await nothingWrong(she)
  const { stage, detail } = await visitOf('阿拉坦')
  expect([stage, detail.start, detail.source?.code, detail.visitor?.name]).toEqual([
    'booked',
    '2026-10-15T09:00:00.000+08:00',
    'call',
    '阿拉坦其其格宝音德力格尔',
  ])
})

it('a secretary books for an elder at home with his consent, and finds the visit on her list', async () => {
  const she = await visitor(phone)
  const { page } = she
  await signIn(she, '周书记')
  await button(page, /^帮人约时间/).click()
  await fillsIn(she, '哈斯')
  await radio(she, '上门').click()
  await seen(page, '先选谁来不了，再看时间。').waitFor()
  await radio(she, '老人，行动不便').click()
  await box(she, '家住哪里').fill('东嘎查二组')
  await button(page, '不挑时间，24 小时内来').click()
  await radio(she, '赡养抚养').click()
  await button(page, '登记').click()
  await seen(page, '还没写本人怎么同意的').waitFor()
  await radio(she, /^有人作证/).click()
  await box(she, '作证的人').fill('乌云')
  await shot(page, 'visit-register-home')
  await nothingWrong(she)
  await button(page, '登记').click()
  await heading(she, '登记好了').waitFor()
  await seen(page, /有人到家里/).waitFor()
  await shot(page, 'visit-registered-home')
  await button(page, '回工作台').click()
  await button(page, /^哈斯/).click()
  await heading(she, '时间还没定').waitFor()
  await shot(page, 'visit-helper')
  await nothingWrong(she)
  // Only he himself says how it was.
  expect(await button(page, '评好了').count()).toBe(0)
  expect((await visitOf('哈斯')).detail).toMatchObject({ need: { code: 'elder' }, address: '东嘎查二组' })
})
