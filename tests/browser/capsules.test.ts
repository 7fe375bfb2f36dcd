import { expect, it } from 'vitest'
import { clockOf, story } from '../journeys/given'
import { grievanceCounty } from '../journeys/grievance-given'
import {
  button,
  phone,
  seen,
  settled,
  shot,
  signIn,
  tooWide,
  type Visitor,
  violations,
  withBrowser,
} from '../support/browser'
import { takes } from './report-steps'

const { at, visitor } = withBrowser({ now: '2026-10-14T10:05:00+08:00', county: grievanceCounty() })

const box = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('textbox', { name }).filter({ visible: true }).first()
const radio = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('radio', { name }).filter({ visible: true }).first()
const nothingWrong = async ({ page }: Visitor) =>
  expect([...(await violations(page)), ...(await tooWide(page))]).toEqual([])
const UNSENT = '还没送出去，只存在这部手机里。急事请打电话。'

/** What he reports for somebody whose yes a neighbour has seen. */
async function writes(he: Visitor, name: string, topic: string, story: string) {
  await box(he, /^名字/).fill(name)
  await button(he.page, '甲镇').click()
  await radio(he, '东嘎查').click()
  await radio(he, topic).click()
  await box(he, /^一句话说清/).fill(story)
  await radio(he, '不是').click()
}

async function signs({ page }: Visitor) {
  const pad = page.locator('canvas').filter({ visible: true }).first()
  await pad.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }))
  const { x, y, width, height } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  for (const [from, to] of [
    [0.2, 0.6],
    [0.5, 0.8],
  ] as const) {
    await page.mouse.move(x + width * from, y + height * 0.3)
    await page.mouse.down()
    await page.mouse.move(x + width * to, y + height * 0.7, { steps: 12 })
    await page.mouse.up()
  }
  await button(page, '签好了').click()
}

it('two forms taken down without a signal wait through a restart, and go in order; one that is wrong waits to be mended', async () => {
  const he = await visitor(phone)
  const { page, context } = he
  // Without a signal a browser opens only the pages that it opened before.
  await signIn(he, '周书记', '/pages/me/index')
  await he.goto('/roles/forward/list/index')
  await button(page, /^帮人反映问题/).click()
  await box(he, /^名字/).waitFor()
  await settled(page)
  await context.setOffline(true)

  await writes(he, '图雅', '村干部', '低保名额没有公示过')
  await radio(he, /有人作证/).click()
  await box(he, /作证的人/).fill('巴特尔')
  await button(page, '登记').click()
  await page.getByRole('heading', { name: '先存下了，有信号自动送' }).filter({ visible: true }).waitFor()
  await seen(page, UNSENT).waitFor()
  await shot(page, 'capsule-stored')
  await nothingWrong(he)

  await button(page, '再登记一个').click()
  expect(await box(he, /^名字/).inputValue()).toBe('')
  await writes(he, '乌云', '用水', '井坏了，没有水吃')
  await radio(he, /本人签字/).click()
  await signs(he)
  await takes(he, 1)
  await seen(page, /没有信号，先存在这部手机里/).waitFor()
  await shot(page, 'capsule-files')
  await button(page, '登记').click()
  await page.getByRole('heading', { name: '先存下了，有信号自动送' }).filter({ visible: true }).waitFor()

  // Whoever signs out hears that it lies only here.
  await he.goto('/pages/me/index')
  await button(page, '退出登录').click()
  await seen(page, /^还有没送出去的，只存在这部手机里/).waitFor()
  await button(page, '不退出').click()

  // The phone was switched off; there is still nobody who answers.
  await page.route('**/api/**', (route) => route.abort())
  await page.route('**/files', (route) => route.abort())
  await context.setOffline(false)
  await he.goto('/roles/forward/list/index')
  await page.reload()
  await settled(page)
  await seen(page, UNSENT).waitFor()
  await seen(page, /今天 10:05 写下/).waitFor()
  await seen(page, /带 2.个照片、录音或签字/).waitFor()
  await shot(page, 'capsule-list')
  await nothingWrong(he)
  await button(page, '现在送').click()
  await seen(page, UNSENT).waitFor()
  const mine = async () => (await at.server.api('zhou', 'desk.list', { desk: 'village' })).items
  expect(await mine()).toEqual([])

  // Begun anew on the first page, with a signal: nobody presses anything, nor opens his desk.
  await at.server.demo.advance('PT35M')
  await he.goto('/pages/home/index')
  await page.unrouteAll()
  await page.reload()
  await settled(page)
  await expect.poll(async () => (await mine()).length).toBe(1)
  await he.goto('/roles/forward/list/index')
  await seen(page, /^送到了/).waitFor()
  await seen(page, /^查询码 [0-9A-Z-]{15}$/).waitFor()
  await seen(page, /不能由您代报/).waitFor()
  await shot(page, 'capsule-arrived')
  await nothingWrong(he)
  const [row] = await mine()
  const came = await at.server.api('lu', 'matter.get', { id: row?.id ?? '' })
  expect(await mine()).toHaveLength(1)
  expect(came.detail).toMatchObject({ text: '井坏了，没有水吃', consent: { kind: 'signature' } })
  expect(came.papers).toHaveLength(2)
  expect(clockOf(came, 'grievance.accept').startedAt.slice(11, 16)).toBe('10:40')
  expect(story(came)[0]).toMatch(/，10:05 在没有信号时写下，10:40 送到$/)

  await button(page, /^打开改/).click()
  expect(await box(he, /^名字/).inputValue()).toBe('图雅')
  await radio(he, '用水').click()
  await button(page, '登记').click()
  await page.getByRole('heading', { name: '登记好了' }).filter({ visible: true }).waitFor()
  await button(page, '回工作台').click()
  await button(page, '知道了').click()
  await page.getByText('存在这部手机里的').filter({ visible: true }).waitFor({ state: 'detached' })
  expect(await mine()).toHaveLength(2)
  // The browser writes down that one was refused.
  expect(he.wrong.filter((line) => !line.includes('status of 422'))).toEqual([])
})

it('what he no longer wants he takes off, after a question; nothing of it is ever sent', async () => {
  const he = await visitor(phone)
  const { page, context } = he
  await signIn(he, '周书记')
  const before = (await at.server.api('zhou', 'desk.list', { desk: 'village' })).items.length
  await button(page, /^帮人反映问题/).click()
  await box(he, /^名字/).waitFor()
  await settled(page)
  await context.setOffline(true)
  await writes(he, '哈斯', '道路', '桥头塌了一块')
  await radio(he, /有人作证/).click()
  await box(he, /作证的人/).fill('巴特尔')
  await button(page, '登记').click()
  await button(page, '回工作台').click()
  await button(page, /^删掉，哈斯/).click()
  await button(page, '留着').click()
  await seen(page, '哈斯').waitFor()
  await button(page, /^删掉，哈斯/).click()
  await page.getByRole('dialog').getByRole('button', { name: '删掉', exact: true }).click()
  await page.getByText('存在这部手机里的').filter({ visible: true }).waitFor({ state: 'detached' })
  await context.setOffline(false)
  await settled(page)
  expect((await at.server.api('zhou', 'desk.list', { desk: 'village' })).items).toHaveLength(before)
})
