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
  await seen(page, /李律 9:04/).waitFor()
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
