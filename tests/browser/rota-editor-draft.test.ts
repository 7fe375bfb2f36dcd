import { describe, expect, it } from 'vitest'
import { county } from '../journeys/given'
import { button, desk, leave, phone, seen } from '../support/browser'
import { atTheRota, dialog, fits } from './rota-editor-given'

describe('a month', () => {
  const { at, opened } = atTheRota()

  it('is drafted, changed in one shift, rehearsed on invented questions that say so, and published', async () => {
    const she = await opened('高审查', desk, '/roles/rota/draft/index')
    const { page } = she
    await button(page, '起草').click()
    await seen(page, '起草好了。').waitFor()
    await seen(page, '草稿，还没发布').waitFor()
    await fits(she, 'draft-1280')

    // The first of November is a Sunday.
    await page.getByRole('radio', { name: /11 月 2 日到 8 日/ }).click()
    await page
      .getByRole('button', { name: /热线值班，周三 4 日/ })
      .first()
      .click()
    await button(page, '改这一班').click()
    await dialog(she).getByText('请选一个人').waitFor()
    await dialog(she).getByRole('radio', { name: '不排人' }).click()
    await button(page, '改这一班').click()
    await seen(page, '改好了，检查和工时重新算过了。').waitFor()
    await page
      .getByRole('button', { name: /热线值班，周三 4 日，空岗/ })
      .first()
      .waitFor()

    await button(page, /^演练$/).click()
    await seen(page, '演示数据').waitFor()
    await seen(page, '八分钟内有人接').waitFor()
    await fits(she, 'rehearsed-1280')

    await button(page, /^发布$/).click()
    await page.getByRole('textbox', { name: '为什么有问题还要发布' }).fill('四号另找人')
    await button(page, '写明理由，照样发布').click()
    await seen(page, '11 月 1 日到 30 日发布好了').waitFor()
    await seen(page, '已经发布').waitFor()
    const { items } = await at.server.api('sun', 'rota.publications', {})
    expect(items[0]).toMatchObject({ from: '2026-11-01', to: '2026-11-30', force: '四号另找人' })
  })

  it('stands on a phone a day at a time, and is found again when she comes back', async () => {
    const she = await opened('秦审查', phone, '/roles/rota/draft/index')
    const { page } = she
    await page.getByRole('radio', { name: /2026 年 12 月/ }).click()
    await button(page, '起草').click()
    await seen(page, '草稿，还没发布').waitFor()
    await fits(she, 'draft-390')
    await leave(she)
    await she.goto('/roles/rota/draft/index')
    await seen(page, '草稿，还没发布').waitFor()
    await page
      .getByRole('radio', { name: /12 月 7 日到 13 日/ })
      .first()
      .click()
    await page
      .getByRole('radio', { name: /周三.9/ })
      .first()
      .click()
    await page
      .getByRole('button', { name: /热线值班，周三 9 日/ })
      .first()
      .waitFor()
  })
})

describe('a county without a rota', () => {
  const { opened } = atTheRota({ ...county(), seats: [], layers: [] })

  it('says what to do first, and its first seat is made there', async () => {
    const she = await opened('高审查', phone)
    const { page } = she
    await seen(page, '还没有值班表').waitFor()
    await fits(she, 'empty')
    await button(page, '加班位').click()
    await button(page, '存好').click()
    await seen(page, '请写名字').waitFor()
    await page.getByRole('textbox', { name: '名字', exact: true }).fill('热线夜班')
    await page.getByRole('radio', { name: '热线' }).click()
    await page.getByRole('radio', { name: '只在几点到几点' }).click()
    await page.locator('#seat-from').fill('18:00')
    await page.locator('#seat-to').fill('08:30')
    await fits(she, 'seat-form')
    await button(page, '存好').click()
    await page.getByRole('heading', { name: '热线夜班' }).filter({ visible: true }).waitFor()
    await seen(page, '还没有轮值，这个班位一直空着。').waitFor()
    await seen(page, '18:00–8:30').waitFor()
    expect(she.wrong).toEqual([])
  })
})
