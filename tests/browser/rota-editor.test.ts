import { describe, expect, it } from 'vitest'
import { button, desk, link, phone, seen, settled, signIn, type Visitor } from '../support/browser'
import { atTheRota, cell, dialog, fits, long } from './rota-editor-given'

const { at, visitor, opened, on } = atTheRota()

const thursday = /周四.15/
const wednesday = /周三.14/

describe.each([
  ['1280', desk, thursday, /热线值班，周四 15 日/, '2026-10-15', '孟凡林', 'meng'],
  ['390', phone, wednesday, /热线值班，周三 14 日/, '2026-10-14', '萨仁', 'saren'],
] as const)('the week at %s', (width, screen, day, name, date, who, id) => {
  it('changes one shift: asked for what is missing, seen before it is saved, cancelled with a reason', async () => {
    const noon = `${date}T12:00:00+08:00`
    const [before] = await on('hotline', noon)
    const she = await visitor(screen)
    const { page } = she
    await signIn(she, '高审查')
    await button(page, '值班表').click()
    await seen(page, '发布前检查').waitFor()
    await fits(she, `board-${width}`)

    await cell(she, width, day, name)
    await button(page, '看看改了以后').click()
    await seen(page, '请选一个人').waitFor()
    await seen(page, '请写一句为什么').waitFor()
    await dialog(she)
      .getByRole('textbox', { name: /写名字找人/ })
      .fill(who)
    await dialog(she).getByRole('radio', { name: who }).click()
    await dialog(she).getByRole('textbox', { name: '为什么改' }).fill('原来的人开庭')
    await fits(she, `change-${width}`)
    await button(page, '看看改了以后').click()
    await seen(page, '改以前').waitFor()
    await dialog(she)
      .getByText(new RegExp(`^${who}$`))
      .first()
      .waitFor()
    await fits(she, `preview-${width}`)
    // Seen is not saved.
    expect(await on('hotline', noon)).toEqual([before])
    await button(page, '就这样改').click()
    await seen(page, '改好了，涉及的人会收到消息。').waitFor()
    expect(await on('hotline', noon)).toEqual([id])
    await seen(page, '原因：原来的人开庭').waitFor()

    await cell(she, width, day, name)
    await button(page, '取消这次调班').click()
    await button(page, '取消调班').click()
    await seen(page, '请写一句为什么').waitFor()
    expect(await on('hotline', noon)).toEqual([id])
    await dialog(she).getByRole('textbox', { name: '为什么取消' }).fill('改期了')
    await button(page, '取消调班').click()
    await seen(page, '取消了，原来的安排恢复了。').waitFor()
    expect(await on('hotline', noon)).toEqual([before])
    await fits(she, `cancelled-${width}`)
  })
})

describe('what was filled in wrong is said beside its field, and nothing is saved', () => {
  it('an end before the beginning, a time that is over, somebody who stands elsewhere', async () => {
    const she = await opened('高审查', desk)
    const { page } = she
    await cell(she, '1280', thursday, /热线值班，周五 16 日/)
    const days = dialog(she).locator('input[type=date]')
    await dialog(she).getByRole('textbox', { name: '为什么改' }).fill('试一试')
    await dialog(she)
      .getByRole('textbox', { name: /写名字找人/ })
      .fill('李律')
    await dialog(she).getByRole('radio', { name: '李律' }).click()
    await days.last().fill('2026-10-15')
    await button(page, '看看改了以后').click()
    await dialog(she).locator('#change-to-error').getByText('结束要比开始晚').waitFor()
    await days.first().fill('2026-10-09')
    await days.last().fill('2026-10-10')
    await dialog(she).locator('#change-to-error').getByText('这段时间已经过去了').waitFor()
    // Friday: li stands for the town, so he can't stand here too.
    const [there] = await on('town:150524100', '2026-10-16T12:00:00+08:00')
    await dialog(she)
      .getByRole('textbox', { name: /写名字找人/ })
      .fill(there === 'li' ? '李律' : '王律')
    await dialog(she)
      .getByRole('radio', { name: there === 'li' ? '李律' : '王律' })
      .click()
    await days.first().fill('2026-10-16')
    await days.last().fill('2026-10-17')
    await button(page, '看看改了以后').click()
    await dialog(she).locator('#change-in-error').waitFor()
    expect(await dialog(she).getByText('改以前').count()).toBe(0)
    await fits(she, 'two-seats')
    const { overrides } = await board()
    expect(overrides).toEqual([])
  })

  it('a layer without people, and one that begins and ends at the same minute', async () => {
    const she = await opened('高审查', phone, '/roles/rota/seat/index?seat=hotline')
    const { page } = she
    await button(page, '加一层轮值').click()
    await page.getByRole('radio', { name: '只管几点到几点' }).click()
    const times = page.locator('#layer-from, #layer-to')
    await times.first().fill('09:00')
    await times.last().fill('09:00')
    await button(page, '存好').click()
    await page.locator('#layer-people-error').getByText('请至少加一个人').waitFor()
    await page.locator('#layer-to-error').getByText('起和止是同一个钟点').waitFor()
    await page.getByRole('radio', { name: '萨仁' }).click()
    await times.last().fill('12:00')
    await page.getByRole('textbox', { name: '优先' }).fill('2')
    await fits(she, 'layer')
    await button(page, '存好').click()
    await seen(page, '轮值存好了。').waitFor()
    expect(await on('hotline', '2026-10-20T10:00:00+08:00')).toEqual(['saren'])
    await seen(page, /优先 2/).waitFor()
    await button(page, '去掉这一层').click()
    await page.getByRole('textbox', { name: '为什么去掉' }).fill('试过了')
    await button(page, '去掉这一层').click()
    await seen(page, '这一层去掉了。').waitFor()
    expect(await on('hotline', '2026-10-20T10:00:00+08:00')).not.toContain('saren')
  })
})

const board = () =>
  at.server.api('gao', 'rota.board', { from: '2026-10-12T00:00:00+08:00', to: '2026-10-19T00:00:00+08:00' })

describe('two who change one shift at once', () => {
  it('the second sees the first in what stands before', async () => {
    const first = await opened('高审查', desk)
    const second = await opened('秦审查', desk)
    await cell(second, '1280', thursday, /热线值班，周六 17 日/)
    await cell(first, '1280', thursday, /热线值班，周六 17 日/)
    await filled(first, '孟凡林')
    await filled(second, '萨仁')
    await button(first.page, '看看改了以后').click()
    await button(first.page, '就这样改').click()
    await seen(first.page, '改好了').waitFor()

    // What the first did stands in the second's preview, and in what he is told stands now.
    await button(second.page, '看看改了以后').click()
    await button(second.page, '就这样改').waitFor()
    await settled(second.page)
    const said = (await dialog(second).textContent()) ?? ''
    expect(said).toMatch(/现在的安排孟凡林/)
    expect(said).toMatch(/改以前孟凡林.*改以后萨仁/s)
    expect(await on('hotline', '2026-10-17T12:00:00+08:00')).toEqual(['meng'])
    const [change] = (await board()).overrides
    await at.server.api('gao', 'rota.cancelOverride', { override: change?.override ?? '', why: '试过了' })
  })
})

async function filled(she: Visitor, who: string) {
  await dialog(she)
    .getByRole('textbox', { name: /写名字找人/ })
    .fill(who)
  await dialog(she).getByRole('radio', { name: who }).click()
  await dialog(she).getByRole('textbox', { name: '为什么改' }).fill('临时有事')
}

describe('publishing', () => {
  it('is refused while somebody is missing, then forced with a reason that the supervisor reads', async () => {
    const night = { from: '2026-10-22T08:00:00+08:00', to: '2026-10-23T08:00:00+08:00' }
    const [out] = await on('hotline', '2026-10-22T12:00:00+08:00')
    await at.server.api('gao', 'rota.override', { seat: 'hotline', ...night, kind: 'remove', out, why: '病了' })
    const she = await opened('高审查', desk)
    const { page } = she
    await button(page, '下一周').click()
    await seen(page, '1 处空岗或人不够').waitFor()
    await page
      .getByRole('button', { name: /热线值班，周四 22 日，空岗/ })
      .filter({ visible: true })
      .first()
      .waitFor()
    await fits(she, 'gap')
    await button(page, /^发布$/).click()
    await button(page, '写明理由，照样发布').click()
    await seen(page, '请写清楚理由').waitFor()
    await page.getByRole('textbox', { name: '为什么有问题还要发布' }).fill('周三前补上')
    await button(page, '写明理由，照样发布').click()
    await seen(page, /发布好了/).waitFor()
    await seen(page, '强行发布').waitFor()
    await fits(she, 'forced')

    const he = await opened('孙督查', phone, '/roles/rota/published/index')
    await seen(he.page, '理由：周三前补上').waitFor()
    await seen(he.page, /空岗.24.小时/).waitFor()
    await fits(he, 'published')
  })

  it('of days that end before they begin is said beside the last day', async () => {
    const she = await opened('高审查', phone)
    const { page } = she
    await page.getByRole('radio', { name: '自己选' }).click()
    await page.locator('#publish-to').fill('2026-10-01')
    await seen(page, '最后一天比第一天还早').waitFor()
    await page.locator('#publish-to').fill('2026-12-31')
    await seen(page, /一次最多发布 35 天/).waitFor()
    await button(page, /^发布$/).click()
    await settled(page)
    expect((await board()).published).toEqual([])
  })
})

describe('who may not', () => {
  it('a town sees every seat and changes only its own', async () => {
    const she = await opened('唐司法', phone)
    const { page } = she
    await page
      .getByRole('button', { name: /^蒙古语热线值班，周一/ })
      .first()
      .click()
    await seen(page, '这个班位您只能看').waitFor()
    expect(await page.getByRole('button', { name: '看看改了以后' }).count()).toBe(0)
    await dialog(she).getByRole('button', { name: '关上' }).click()
    await page
      .getByRole('button', { name: /^甲镇值班律师，周一/ })
      .first()
      .click()
    await button(page, '看看改了以后').waitFor()
    expect(await page.getByRole('tab', { name: '起草一个月' }).filter({ visible: true }).count()).toBe(0)
  })
  it('a supervisor reads and is offered nothing to press', async () => {
    const she = await opened('孙督查', desk)
    const { page } = she
    await seen(page, '发布前检查').waitFor()
    expect(
      await page
        .getByRole('button', { name: /^发布$/ })
        .filter({ visible: true })
        .count(),
    ).toBe(0)
    await link(page, '回工作台').waitFor()
  })
  it('a lawyer is told that it isn’t his', async () => {
    const she = await opened('李律', phone)
    await seen(she.page, '这一步办不了').waitFor()
  })
})

it('without a signal the week stays and says how old it is; another week can’t be had', async () => {
  const she = await opened('高审查', phone)
  const { page, context } = she
  await seen(page, '发布前检查').waitFor()
  await context.setOffline(true)
  await button(page, '下一周').click()
  await seen(page, '现在没有信号').waitFor()
  await context.setOffline(false)
  await button(page, '再试一次').click()
  await seen(page, '发布前检查').waitFor()
  await page
    .getByRole('radio', { name: /周二.20/ })
    .first()
    .click()
  await seen(page, new RegExp(`${long}|巴雅尔`)).waitFor()
})
