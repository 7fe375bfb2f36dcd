import { expect, it } from 'vitest'
import { button, phone, seen, signIn, tooWide, withBrowser } from '../support/browser'
import { asked, inEast, onDuty, questionOf, send, waiting, writes } from './ask-steps'

const { at, visitor } = withBrowser({ now: '2026-10-12T09:04:00+08:00', county: onDuty() })

it('with both phones open: she asks, he takes it on his, they talk, he answers, and she says it helped', async () => {
  const her = await visitor(phone)
  const him = await visitor(phone)
  await signIn(him, '李律')
  await signIn(her, '包群众')
  await inEast(her)
  await writes(her)
  await send(her)
  await waiting(her)

  const offer = him.page.locator('.card--offer').filter({ hasText: asked })
  await offer.getByRole('button', { name: '接', exact: true }).click()
  await him.page.waitForURL(/roles\/duty\/question/)
  await her.page.getByRole('heading', { name: '李律 接了' }).waitFor()

  await him.page.getByRole('textbox').filter({ visible: true }).first().fill('您好，我是李律，有工资条吗？')
  await button(him.page, '发送').click()
  await seen(her.page, '您好，我是李律，有工资条吗？').waitFor()
  await her.page.getByRole('textbox', { name: '写在这里' }).fill('有，三个月的都有')
  await button(her.page, '发送').click()
  await seen(him.page, '有，三个月的都有').waitFor()

  await button(him.page, '答复完了').click()
  const sheet = him.page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: '答复的要点' }).fill('带工资条去劳动监察大队，不收钱')
  await sheet.getByRole('button', { name: '就这样答复' }).click()
  await seen(her.page, '带工资条去劳动监察大队，不收钱').waitFor()
  await button(her.page, '帮到了').click()
  await seen(her.page, '知道了，谢谢您告诉我们。').waitFor()
  await seen(him.page, '提问人说帮上了').waitFor()

  const { clocks, detail } = await at.server.api('bao', 'matter.get', { id: questionOf(her) })
  expect(detail.helped).toEqual({ yes: true })
  expect(clocks.find(({ code }) => code === 'question.answer')).toMatchObject({ state: 'stopped', outcome: 'kept' })
  expect([...(await tooWide(her.page)), ...(await tooWide(him.page))]).toEqual([])
  expect([...her.wrong, ...him.wrong]).toEqual([])
})
