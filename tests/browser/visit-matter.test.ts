import { expect, it } from 'vitest'
import { booked, hourAt, WEDNESDAY } from '../journeys/visit-given'
import { button, desk, phone, seen, shot, signIn, type Visitor, withBrowser } from '../support/browser'
import { box, heading, nothingWrong, planned, radio } from './visit-steps'

const { at, visitor } = withBrowser({ now: WEDNESDAY, county: planned })

async function opens(her: Visitor, id: string) {
  await signIn(her, '包群众', `/roles/resident/visit/matter/index?id=${id}`)
  await heading(her, /^约见/).waitFor()
}
const stands = async (id: string) => at.server.api('bao', 'matter.get', { id })

it('she moves her hour, and the old one is free again; then she cancels, and may say why', async () => {
  const { id } = await booked(at.server, '2026-10-15T09:00')
  const her = await visitor(phone)
  const { page } = her
  await opens(her, id)
  await button(page, '换个时间').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: /^周五/ }).click()
  await shot(page, 'visit-move')
  await nothingWrong(her)
  await sheet.getByRole('radio', { name: /^10:00/ }).click()
  await button(page, '就换到这个').click()
  await seen(page, '换好了。').waitFor()
  expect((await stands(id)).detail.start).toBe('2026-10-16T10:00:00.000+08:00')
  await hourAt(at.server, '2026-10-15T09:00')

  await button(page, '不约了').click()
  await page.getByRole('dialog').getByRole('textbox').fill('孩子病了')
  await page.getByRole('dialog').getByRole('button', { name: '不约了' }).click()
  await seen(page, '取消了。').waitFor()
  await shot(page, 'visit-cancelled')
  await nothingWrong(her)
  const { stage, detail } = await stands(id)
  expect([stage, detail.cancelled?.why]).toEqual(['cancelled', '孩子病了'])
  expect(await button(page, '换个时间').count()).toBe(0)
})

it('asked to give up her hour she sees both, and nothing changes unless she says yes', async () => {
  const { id } = await booked(at.server, '2026-10-15T09:30')
  const home = {
    name: '吴群众',
    phone: '13900000012',
    need: 'elder' as const,
    address: '二组',
    topic: 'support' as const,
  }
  const waiting = await at.server.api('wu', 'visit.book', { kind: 'home', village: '150524100200', ...home })
  const slot = await hourAt(at.server, '2026-10-16T11:00', { from: '2026-10-16', to: '2026-10-17' })
  await at.server.api('gao', 'visit.askMove', { id, slot, for: waiting.id })
  const her = await visitor(phone)
  const { page } = her
  await opens(her, id)
  await heading(her, '有个来不了的人，急着要用您的时间').waitFor()
  await shot(page, 'visit-asked')
  await nothingWrong(her)
  await button(page, '不换').click()
  await seen(page, '好的，还是原来的时间。').waitFor()
  expect((await stands(id)).detail.start).toBe('2026-10-15T09:30:00.000+08:00')

  await at.server.api('gao', 'visit.askMove', { id, slot, for: waiting.id })
  await page.reload()
  await button(page, '愿意换').click()
  await seen(page, '谢谢您，换好了。').waitFor()
  expect((await stands(id)).detail.start).toBe('2026-10-16T11:00:00.000+08:00')
})

it('nobody came: she says so, reads that it was our fault and who answers for it, and takes another hour', async () => {
  const { id } = await booked(at.server, '2026-10-15T10:00')
  const her = await visitor(phone)
  const { page } = her
  await opens(her, id)
  // Before its hour there is nothing to complain of.
  expect(await button(page, '等了，没人来').count()).toBe(0)
  await at.server.demo.advance('P1DT1H20M')
  await page.reload()
  await button(page, '等了，没人来').click()
  await button(page, '没来').click()
  await heading(her, '对不起，是我们没来').waitFor()
  await shot(page, 'visit-ours')
  await nothingWrong(her)
  await page.setViewportSize(desk)
  await shot(page, 'visit-ours-1280')
  await page.setViewportSize(phone)
  await button(page, '换个时间').click()
  await page.getByRole('dialog').getByRole('radio', { name: /^周一/ }).click()
  await page.getByRole('dialog').getByRole('radio', { name: /^9:00/ }).click()
  await button(page, '就换到这个').click()
  await seen(page, '换好了。').waitFor()
  expect(await stands(id)).toMatchObject({ stage: 'booked' })
})

it('after they met she reads what came of it, and says how it was', async () => {
  const { id, detail } = await booked(at.server, '2026-10-19T10:00', {
    asked: { from: '2026-10-19', to: '2026-10-20' },
  })
  await at.server.demo.to('2026-10-19T10:05:00+08:00')
  await at.server.api('li', 'visit.arrive', { id, code: detail.checkIn })
  await at.server.api('li', 'visit.done', { id, note: '带上合同再来一次' })
  const her = await visitor(phone, 'elder')
  const { page } = her
  await opens(her, id)
  await seen(page, '带上合同再来一次').waitFor()
  await button(page, '评好了').click()
  await seen(page, '选一个').waitFor()
  await shot(page, 'visit-rate')
  await nothingWrong(her)
  await radio(her, /^很满意|^满意/).click()
  await box(her, /想说的话/).fill('说得明白')
  await button(page, '评好了').click()
  await seen(page, '谢谢您，我们知道了。').waitFor()
  expect((await stands(id)).detail.rated).toMatchObject({ text: '说得明白' })
})

it('a question that ends with a meeting leads here with its topic and its village', async () => {
  const question = { village: '150524100200', topic: 'wages', text: '工地欠工资', language: 'zh' } as const
  const { id } = await at.server.api('bao', 'question.ask', question)
  await at.server.api('li', 'question.take', { id })
  await at.server.api('li', 'question.answer', { id, summary: '见面看看合同', next: 'visit' })
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '包群众', `/roles/resident/question/index?id=${id}`)
  await button(page, '去约时间').click()
  await heading(her, '怎么见面？').waitFor()
  await seen(page, '甲镇 东嘎查').waitFor()
  await radio(her, /^到办公室见面/).click()
  await button(page, '下一步').click()
  await heading(her, '想谈什么事？').waitFor()
  await page.getByRole('radio', { name: '工钱', checked: true }).filter({ visible: true }).waitFor()
  await nothingWrong(her)
})

it('my matters say when and how', async () => {
  await booked(at.server, '2026-10-20T09:00', { asked: { from: '2026-10-20', to: '2026-10-21' } })
  const her = await visitor(phone)
  await signIn(her, '包群众', '/pages/matters/index')
  await seen(her.page, /周二 10.月.20.日 9:00 到办公室/).waitFor()
  await button(her.page, /周二 10.月.20.日 9:00 到办公室/).click()
  await heading(her, /^约见/).waitFor()
})
