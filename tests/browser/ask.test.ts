import { expect, it } from 'vitest'
import { button, phone, seen, settled, shot, signIn, tooWide, violations, withBrowser } from '../support/browser'
import { asked, inEast, onDuty, questionOf, send, waiting, writes } from './ask-steps'

const { at, visitor } = withBrowser({ now: '2026-10-12T09:04:00+08:00', county: onDuty() })

it('asks, waits, is answered by a named lawyer, talks with him, and says whether it helped', async () => {
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '包群众')
  await inEast(her)
  await writes(her)
  await shot(page, 'ask-form')
  expect([...(await violations(page)), ...(await tooWide(page))]).toEqual([])
  await send(her)

  await waiting(her)
  await seen(page, /最晚 9:12 有人答复/).waitFor()
  await seen(page, '9:04 正在问').waitFor()
  await seen(page, asked).waitFor()
  await shot(page, 'ask-waiting')
  expect([...(await violations(page)), ...(await tooWide(page))]).toEqual([])

  const id = questionOf(her)
  await at.server.api('li', 'question.take', { id })
  await page.getByRole('heading', { name: '李律 接了' }).waitFor()
  await page.getByRole('textbox', { name: '写在这里' }).fill('有三个工友能作证')
  await button(page, '发送').click()
  await at.server.api('li', 'question.message', { id, text: '工友的电话留好，先别签东西。' })
  await seen(page, '工友的电话留好，先别签东西。').waitFor()
  const { items } = await at.server.api('li', 'question.messages', { id })
  expect(items.map(({ text }) => text)).toEqual(['有三个工友能作证', '工友的电话留好，先别签东西。'])
  await shot(page, 'ask-talk')
  expect([...(await violations(page)), ...(await tooWide(page))]).toEqual([])

  await at.server.api('li', 'question.answer', { id, summary: '先去劳动监察大队投诉，带上聊天记录。', next: 'aid' })
  await seen(page, '先去劳动监察大队投诉，带上聊天记录。').waitFor()
  await button(page, '没帮到').click()
  await page.getByRole('textbox', { name: /哪里没帮到/ }).fill('还是不知道去哪里')
  await shot(page, 'ask-answered')
  await button(page, '告诉我们').click()
  await seen(page, /记下了/).waitFor()
  expect((await at.server.api('bao', 'matter.get', { id })).detail.helped).toEqual({
    yes: false,
    text: '还是不知道去哪里',
  })

  await button(page, '去申请法律援助').click()
  await page.getByRole('heading', { name: '事情发生在哪里？' }).waitFor()
  await page.getByRole('radio', { name: /^在本旗/, checked: true }).waitFor()
  await seen(page, /东嘎查/).waitFor()
  expect(her.wrong).toEqual([])
})

it('who has no account asks too: her code stands for her, on this phone and by the code', async () => {
  const her = await visitor(phone, 'elder-max')
  const { page } = her
  await inEast(her)
  await writes(her, { phone: '13900000077' })
  await shot(page, 'ask-form-elder-max')
  await send(her)
  await waiting(her)
  await shot(page, 'ask-waiting-elder-max')
  expect([...(await violations(page)), ...(await tooWide(page))]).toEqual([])
  const id = questionOf(her)
  await at.server.api('li', 'question.take', { id })
  await page.getByRole('heading', { name: '李律 接了' }).waitFor()
  expect(await button(page, '说话').count()).toBe(0)
  await page.getByRole('textbox', { name: '写在这里' }).fill('我在东嘎查')
  await button(page, '发送').click()
  await seen(page, '我在东嘎查').waitFor()
  await shot(page, 'ask-talk-elder-max')
  expect([...(await violations(page)), ...(await tooWide(page))]).toEqual([])
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 700 })
    expect([width, await tooWide(page)]).toEqual([width, []])
    await shot(page, `ask-talk-${width}`)
  }
  await page.setViewportSize(phone)

  await her.goto('/')
  await page.reload()
  await settled(page)
  await button(page, /^您问的/).click()
  await seen(page, '我在东嘎查').waitFor()
  // As she read it out, with its lines, it opens on somebody else's phone and stands there as it was.
  const code = (await page.locator('.code').filter({ visible: true }).textContent()) ?? ''
  const hers = await visitor(phone)
  await hers.goto('/pages/track/index')
  await hers.page.getByRole('textbox', { name: /查询码/ }).fill(code)
  await button(hers.page, '查').click()
  await button(hers.page, '看答复，接着问').click()
  await seen(hers.page, '我在东嘎查').waitFor()
  await seen(hers.page, code).waitFor()
  await button(page, '不问了').click()
  await page.getByRole('dialog').getByRole('button', { name: '不问了' }).click()
  await page.getByRole('heading', { name: '您撤回了，不再找人了' }).waitFor()
  expect((await at.server.api('li', 'question.messages', { id })).items.map(({ text }) => text)).toEqual(['我在东嘎查'])
  // Another phone without the code sees nothing of it.
  const other = await visitor(phone)
  await other.goto(`/roles/resident/question/index?id=${id}`)
  await other.page.getByRole('alert').waitFor()
  expect(await other.page.getByText(asked).count()).toBe(0)
})

it('without signal the question waits on the telephone, says so, survives a restart, and is asked once', async () => {
  const her = await visitor(phone)
  const { page, context } = her
  await signIn(her, '吴群众')
  await inEast(her)
  await writes(her, { topic: '土地' })
  await context.setOffline(true)
  await send(her)
  await seen(page, '还没送出去，只存在这部手机里。急事请打电话。').waitFor()
  await shot(page, 'ask-offline')
  expect(await at.server.api('wu', 'matter.list', { kind: 'question' })).toMatchObject({ items: [] })
  await context.setOffline(false)
  await her.goto('/')
  await page.reload()
  await settled(page)
  await button(page, /接着问没发出去的/).click()
  await seen(page, '上次写到一半的还在，接着写就行。').waitFor()
  expect(
    await page
      .getByRole('textbox', { name: /写下来/ })
      .filter({ visible: true })
      .inputValue(),
  ).toBe(asked)
  await send(her)
  await waiting(her)
  expect((await at.server.api('wu', 'matter.list', { kind: 'question' })).items).toHaveLength(1)
  await her.goto('/')
  expect(await button(page, /接着问没发出去的/).count()).toBe(0)
})

it('what is missing is named at its place, and nothing is sent', async () => {
  const her = await visitor(phone)
  await her.goto('/roles/resident/ask/index')
  await send(her)
  for (const text of ['选一个最接近的', '说一段，或者写一句，是什么事', '选您在哪个嘎查、村'])
    await her.page.getByRole('alert').getByText(text).first().waitFor()
  for (const width of [320, 1280]) {
    await her.page.setViewportSize({ width, height: 700 })
    expect([width, await tooWide(her.page)]).toEqual([width, []])
    await shot(her.page, `ask-form-${width}`)
  }
  await her.page.getByRole('radio', { name: '工钱' }).click()
  expect(await her.page.getByText('选一个最接近的').filter({ visible: true }).count()).toBe(0)
  expect(her.wrong).toEqual([])
})

it('where there may be danger the police and a way out stand first', async () => {
  const her = await visitor(phone)
  await inEast(her)
  await writes(her, { topic: '家暴' })
  await seen(her.page, '现在有危险，先打 110').waitFor()
  await button(her.page, '马上离开').waitFor()
  await shot(her.page, 'ask-danger')
})

it('rather later: a named person, the hour she chose, and what to do if nobody rings', async () => {
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '包群众')
  await inEast(her)
  await writes(her, { topic: '借钱' })
  await send(her)
  await waiting(her)
  await button(page, '换个时间打给我').click()
  await page.getByRole('radio', { name: /^一小时后/ }).click()
  await shot(page, 'ask-later')
  await button(page, /打给您$/).click()
  await page.getByRole('heading', { name: /会给您打电话$/ }).waitFor()
  await seen(page, /^今天 10:0\d.前$/).waitFor()
  await shot(page, 'ask-routed')
  expect([...(await violations(page)), ...(await tooWide(page))]).toEqual([])
  const id = questionOf(her)
  expect((await at.server.api('bao', 'matter.get', { id })).detail.routed).toMatchObject({ chosen: true })
  await at.server.demo.advance('PT2H')
  await page.getByRole('heading', { name: '对不起，让您白等了' }).waitFor()
  await shot(page, 'ask-missed')
  expect(her.wrong).toEqual([])
})

it('who left no number is told that nobody can ring her; who left one isn’t', async () => {
  for (const number of [undefined, '13900000077']) {
    const her = await visitor(phone)
    await inEast(her)
    await writes(her, { phone: number })
    await send(her)
    await waiting(her)
    await at.server.demo.advance('PT9M')
    await her.page.getByRole('heading', { name: /会给您打电话$/ }).waitFor()
    expect(await her.page.getByText(/没有留电话/).count()).toBe(number ? 0 : 1)
    expect(her.wrong).toEqual([])
  }
})
