import { describe, expect, it } from 'vitest'
import {
  button,
  desk,
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

const { visitor } = withBrowser({ now: '2026-11-23T10:00:00+08:00', county: 'demo' })

const VILLAGE = { code: '150524104200', text: '额勒顺镇 额勒顺嘎查' }

/** As if she had chosen her village on an earlier day; since then the phone knows that this is the demonstration. */
async function living({ context }: Visitor) {
  await context.addInitScript((village) => {
    if (!location.protocol.startsWith('http')) return
    const own = JSON.parse(JSON.parse(localStorage.getItem('session') ?? '{}').data ?? '{}')
    localStorage.setItem('session', JSON.stringify({ data: JSON.stringify({ ...own, village, demo: true }) }))
  }, VILLAGE)
}

/** How far what stood on the screen was moved by what came later. */
async function watchingShift({ context }: Visitor) {
  await context.addInitScript(() => {
    const moved = { sum: 0 }
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.sum += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
}
const shifted = ({ page }: Visitor) => page.evaluate(() => (window as unknown as { moved: { sum: number } }).moved.sum)

/** Answers wait until they are let go, so that a page is seen before them. */
async function holding({ page }: Visitor): Promise<() => void> {
  let letGo = () => {}
  const free = new Promise<void>((done) => {
    letGo = done
  })
  await page.route('**/api/**', async (route) => {
    await free
    await route.continue().catch(() => undefined)
  })
  return letGo
}
const home = '/pages/home/index'

describe('the first page', () => {
  it.each([
    ['phone', phone, 'normal'],
    ['phone-elder', phone, 'elder'],
    ['desk', desk, 'normal'],
  ] as const)('moves nothing when its answers come: %s', async (name, viewport, size) => {
    const she = await visitor(viewport, size)
    await living(she)
    await watchingShift(she)
    const letGo = await holding(she)
    await she.page.goto(`${she.server.url}/#${home}`)
    await she.page.getByRole('status', { name: '正在看谁值班' }).waitFor()
    expect(await button(she.page, /问律师/).isVisible()).toBe(true)
    letGo()
    await seen(she.page, /正在值班/).waitFor()
    await settled(she.page)
    expect(await shifted(she)).toBe(0)
    expect(await tooWide(she.page)).toEqual([])
    expect(await violations(she.page)).toEqual([])
    expect(she.wrong).toEqual([])
    await shot(she.page, `home-${name}`)
  })

  it('is drawn from what the phone kept, and without a signal says of when that is', async () => {
    const she = await visitor(phone)
    await living(she)
    await signIn(she, '赵满仓', home)
    await seen(she.page, /正在值班/).waitFor()
    await seen(she.page, /法律援助/).waitFor()
    const name = await she.page.locator('.person__name').first().textContent()
    await she.page.route('**/api/**', (route) => route.abort())
    await she.page.reload()
    await seen(she.page, /现在没有信号，下面是 今天 10:00 的/).waitFor()
    expect(await she.page.locator('.person__name').first().textContent()).toBe(name)
    expect(await seen(she.page, '我的事项').isVisible()).toBe(true)
    await shot(she.page, 'home-offline-kept')
  })

  it('without a signal and with nothing kept still has the doors and the telephone', async () => {
    const she = await visitor(phone)
    await living(she)
    await she.page.route('**/api/**', (route) => route.abort())
    await she.goto(home)
    await seen(she.page, '现在没有信号。急事请打电话。').waitFor()
    await seen(she.page, '没取到谁在值班。').waitFor()
    expect(await button(she.page, /问律师/).isVisible()).toBe(true)
    await she.page.unroute('**/api/**')
    await button(she.page, '再试一次').click()
    await seen(she.page, /正在值班/).waitFor()
    expect(await seen(she.page, /现在没有信号/).isVisible()).toBe(false)
  })

  it('can be read in the dark, with who is on duty', async () => {
    const she = await visitor(phone)
    await living(she)
    await she.page.emulateMedia({ colorScheme: 'dark' })
    await she.goto(home)
    await seen(she.page, /正在值班/).waitFor()
    expect(await violations(she.page, ['color-contrast'])).toEqual([])
    const ground = () =>
      she.page.evaluate(() => getComputedStyle(document.querySelector('.page') as Element).backgroundColor)
    const dark = await ground()
    await she.page.emulateMedia({ colorScheme: 'light' })
    expect(await ground()).not.toBe(dark)
  })

  it('names a number that answers where nobody is on duty, and asks again when it is told to', async () => {
    const she = await visitor(phone)
    await living(she)
    const empty = (url: URL) => url.pathname === '/api/circle.show'
    await she.page.route(empty, async (route) => {
      const response = await route.fetch()
      const { value, ...rest } = (await response.json()) as { value: object }
      await route.fulfill({ response, json: { ...rest, value: { ...value, onDuty: [] } } })
    })
    await she.goto(home)
    const duty = she.page.locator('.duty').filter({ visible: true })
    await duty.getByText('12348').waitFor()
    expect(await seen(she.page, /正在值班/).count()).toBe(0)
    await she.page.unroute(empty)
    await button(she.page, '刷新这一页').click()
    await seen(she.page, /正在值班/).waitFor()
    expect(await duty.getByText('12348').count()).toBe(0)
  })

  it('keeps no matter on the phone of somebody who has signed out', async () => {
    const she = await visitor(phone)
    await signIn(she, '赵满仓', home)
    await seen(she.page, '我的事项').waitFor()
    const kept = () => she.page.evaluate(() => localStorage.getItem('last.mine'))
    await expect.poll(kept).toContain('法律援助')
    await she.goto('/pages/me/index')
    await button(she.page, '退出登录').click()
    await she.page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
    await expect.poll(kept).toBeNull()
  })

  it('leads to a time to meet and to the law classes', async () => {
    const she = await visitor(phone)
    await she.goto(home)
    await button(she.page, /普法课堂/).click()
    await seen(she.page, /律师讲身边的法。/).waitFor()
  })
})
