import { expect, it } from 'vitest'
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
import { asked, onDuty } from './ask-steps'

const { at, visitor } = withBrowser({ now: '2026-10-12T09:04:00+08:00', county: onDuty() })

const box = ({ page }: Visitor, name: RegExp) => page.getByRole('textbox', { name }).filter({ visible: true }).first()
const radio = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('radio', { name }).filter({ visible: true }).first()

async function fills(who: Visitor) {
  await box(who, /^名字/).fill('图雅')
  await box(who, /^电话/).fill('13900000055')
  await button(who.page, '甲镇').click()
  await radio(who, '东嘎查').click()
  await radio(who, '工钱').click()
  await box(who, /一句话说清/).fill(asked)
}
/** The only question that a clerk has entered. */
const lastOf = async (who: string) => {
  const [row] = (await at.server.api('gao', 'desk.list', { desk: 'centre', kind: 'question', sort: 'new' })).items
  return at.server.api(who, 'matter.get', { id: row?.id ?? '' })
}

it('a clerk writes down a question from a call, and the eight minutes run from its beginning', async () => {
  const she = await visitor(desk)
  const { page } = she
  await signIn(she, '高审查')
  await she.goto('/roles/forward/register/index')
  await radio(she, '问律师').click()
  await radio(she, '电话').click()
  await fills(she)
  await shot(page, 'ask-register')
  expect([...(await violations(page)), ...(await tooWide(page))]).toEqual([])
  await button(page, '登记').click()
  await page.getByRole('heading', { name: '登记好了' }).filter({ visible: true }).waitFor()
  await page.locator('.forward__code').filter({ visible: true }).waitFor()
  await shot(page, 'ask-registered')
  const view = await lastOf('gao')
  expect(view).toMatchObject({ kind: 'question', detail: { text: asked, source: { code: 'call' } } })
  await at.server.api('li', 'question.take', { id: view.id })
  expect((await at.server.api('li', 'matter.callLog', { id: view.id })).phone).toBe('13900000055')
  expect(she.wrong).toEqual([])
})

it('who helps in the village asks for somebody only with that person’s yes', async () => {
  const she = await visitor(phone)
  const { page } = she
  await signIn(she, '周书记')
  await button(page, /帮人问律师/).click()
  await fills(she)
  await button(page, '登记').click()
  await page.getByRole('alert').getByText('还没写本人怎么同意的').first().waitFor()
  await radio(she, /有人作证/).click()
  await box(she, /作证的人/).fill('巴特尔')
  await shot(page, 'ask-village')
  expect([...(await violations(page)), ...(await tooWide(page))]).toEqual([])
  await button(page, '登记').click()
  await page.getByRole('heading', { name: '登记好了' }).filter({ visible: true }).waitFor()
  await button(page, /看现在谁在接/).click()
  await page.getByRole('heading', { name: '正在给您找律师' }).waitFor()
  await seen(page, /最晚 9:12 有人答复/).waitFor()
  await shot(page, 'ask-village-waits')
  const { items } = await at.server.api('zhou', 'matter.list', {})
  expect(items.map(({ stage }) => stage)).toEqual(['open'])
  expect(she.wrong).toEqual([])
})
