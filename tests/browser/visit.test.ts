import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { WEDNESDAY } from '../journeys/visit-given'
import { button, link, phone, seen, settled, shot, signIn, withBrowser } from '../support/browser'
import {
  page as bookingPage,
  box,
  heading,
  next,
  nothingWrong,
  onThursday,
  planned,
  radio,
  takes,
  toCheck,
  toHours,
  visitOf,
} from './visit-steps'

const { at, visitor } = withBrowser({ now: WEDNESDAY, county: planned })

describe.each([
  ['in normal letters', 'normal', '09:00', '9:00'],
  ['in the largest letters', 'elder-max', '09:30', '9:30'],
] as const)('a resident books an hour at an office, %s', (_, size, start, said) => {
  it('chooses, has it kept while she writes, checks, and gets who, where, the digits and the code', async () => {
    const her = await visitor(phone, size)
    const { page } = her
    await toHours(her, /^到办公室见面/)
    await onThursday(her)
    await shot(page, `visit-hours-${size}`)
    await nothingWrong(her)
    // A day without an hour says so, and can't be chosen.
    expect(await radio(her, /^周六/).count()).toBe(0)
    await seen(page, '没有空').waitFor()

    await radio(her, new RegExp(`^${said}`)).click()
    await seen(page, /还为您留 [23].分/).waitFor()
    await shot(page, `visit-who-${size}`)
    await nothingWrong(her)
    await toCheck(her)
    for (const text of ['到办公室见面', '李律，第一律师事务所', '甲镇 东嘎查', '工钱', '包群众'])
      await seen(page, text).waitFor()
    await shot(page, `visit-check-${size}`)
    await nothingWrong(her)

    await button(page, '约好').click()
    await heading(her, '约好了').waitFor()
    const id = visitOf(her)
    const { stage, detail, code } = await at.server.api('bao', 'matter.get', { id })
    expect([stage, detail.start, detail.host?.id]).toEqual(['booked', `2026-10-15T${start}:00.000+08:00`, 'li'])
    await seen(page, detail.checkIn ?? 'no digits').waitFor()
    expect(code).toBeTruthy()
    await shot(page, `visit-booked-${size}`)
    await nothingWrong(her)
    await button(page, '我会到').click()
    await seen(page, '您说了会到').waitFor()
    // What was sent is no longer a draft.
    await her.goto(bookingPage)
    expect(await seen(page, '上次填到一半的还在，接着填就行。').count()).toBe(0)
  })
})

it('the hour goes into her calendar as a file that says when and with whom', async () => {
  const her = await visitor(phone)
  const { page } = her
  const { id } = await takes(at.server, 'wu', '2026-10-15T10:00')
  await at.server.api('wu', 'matter.get', { id })
  await signIn(her, '吴群众', `/roles/resident/visit/matter/index?id=${id}`)
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, '记到日历').click()])
  expect(file.suggestedFilename()).toBe('2026-10-15.ics')
  const text = readFileSync(await file.path(), 'utf8')
  expect(text).toContain('DTSTART:20261015T020000Z')
  expect(text).toMatch(/SUMMARY:.*李律/)
  await seen(page, '放好了').waitFor()
})

it('an hour that somebody else took meanwhile: she is told, is offered three others, and loses nothing she wrote', async () => {
  const her = await visitor(phone)
  const { page } = her
  await toHours(her, /^到办公室见面/)
  await onThursday(her)
  await radio(her, /^10:30/).waitFor()
  await takes(at.server, 'wu', '2026-10-15T10:30')
  await radio(her, /^10:30/).click()
  await seen(page, '这个时间刚被别人约走了').waitFor()
  await shot(page, 'visit-taken')
  await nothingWrong(her)
  const others = page.getByRole('button', { name: /10.月.15.日（周四）.*李律|10.月.16.日（周五）.*李律/ })
  expect(await others.filter({ visible: true }).count()).toBe(3)
  await others.filter({ visible: true }).first().click()
  await seen(page, /还为您留/).waitFor()
  await toCheck(her)
  await button(page, '约好').click()
  await heading(her, '约好了').waitFor()
  expect((await at.server.api('bao', 'matter.get', { id: visitOf(her) })).detail.start).toMatch(/^2026-10-1[56]/)
})

it('the minutes run out: it says so kindly, keeps what she wrote, and keeps the hour anew', async () => {
  const her = await visitor(phone)
  const { page } = her
  await toHours(her, /^打电话/)
  await onThursday(her)
  await radio(her, /^14:00/).click()
  await toCheck(her)
  await at.server.demo.advance('PT3M')
  // Looking at the hours, her phone hears what time it is.
  await link(page, '换个时间').click()
  await heading(her, '什么时候？').waitFor()
  await settled(page)
  await page.goBack()
  await seen(page, '留的时间到了').waitFor()
  await shot(page, 'visit-hold-over')
  await nothingWrong(her)
  await button(page, '再留一次').click()
  await seen(page, /还为您留 [23].分/).waitFor()
  // And once more, unseen: the hour is still free, so it is hers all the same.
  await at.server.demo.advance('PT3M')
  await button(page, '约好').click()
  await heading(her, '约好了').waitFor()
  await seen(page, /14:00/).waitFor()
  expect(await at.server.api('bao', 'matter.get', { id: visitOf(her) })).toMatchObject({ stage: 'booked' })
})

describe('a visit at home', () => {
  it('for an elder without an hour of her choice: somebody comes within a day, and the clock says why', async () => {
    const her = await visitor(phone)
    const { page } = her
    await toHours(her, /^上门/, '吴群众')
    await heading(her, '到家里看谁？').waitFor()
    await next(her)
    for (const text of ['选一个：谁来不了', '写上家住哪里，不然找不到', '选一个：是不是孩子'])
      await seen(page, text).waitFor()
    await radio(her, '老人，行动不便').click()
    await box(her, /^家住哪里/).fill('东嘎查二组，红铁门')
    await radio(her, /^不是$/).click()
    await shot(page, 'visit-home')
    await nothingWrong(her)
    await next(her)
    await heading(her, '什么时候？').waitFor()
    await shot(page, 'visit-home-hours')
    await button(page, '不挑时间，24 小时内来').click()
    await toCheck(her, '13900000012')
    await button(page, '约好').click()
    await heading(her, /收到了/).waitFor()
    const { detail, clocks, stage } = await at.server.api('wu', 'matter.get', { id: visitOf(her) })
    expect([stage, detail.start, detail.need?.code, detail.address]).toEqual([
      'booked',
      undefined,
      'elder',
      '东嘎查二组，红铁门',
    ])
    expect(clocks.map(({ code, state }) => [code, state])).toEqual([['visit.home', 'running']])
    await shot(page, 'visit-home-booked')
    await nothingWrong(her)
  })

  it('to a child is booked only with the adult who is there', async () => {
    const her = await visitor(phone)
    const { page } = her
    await toHours(her, /^上门/)
    await radio(her, '留守儿童').click()
    await box(her, /^家住哪里/).fill('东嘎查一组')
    await next(her)
    await page
      .getByRole('alert')
      .getByText(/没有大人陪着，不能上门看孩子/)
      .first()
      .waitFor()
    await shot(page, 'visit-child')
    await nothingWrong(her)
    await box(her, '陪着的大人叫什么').fill('奶奶乌云')
    await next(her)
    await heading(her, '什么时候？').waitFor()
  })
})

it('without signal it waits on the telephone, says so, survives a restart, and is booked once', async () => {
  const her = await visitor(phone)
  const { page, context } = her
  await toHours(her, /^打电话/)
  await onThursday(her)
  await radio(her, /^14:30/).click()
  await toCheck(her)
  await context.setOffline(true)
  await button(page, '约好').click()
  await seen(page, '还没约上，只存在这部手机里。急事请打电话。').waitFor()
  await shot(page, 'visit-offline')
  await context.setOffline(false)
  await page.reload()
  await settled(page)
  await seen(page, /14:30/).waitFor()
  let lost = 0
  await page.route('**/api/visit.book', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await button(page, '约好').click()
  await seen(page, '还没约上，只存在这部手机里。急事请打电话。').waitFor()
  await button(page, '再发一次').click()
  await heading(her, '约好了').waitFor()
  const { items } = await at.server.api('bao', 'matter.list', { kind: 'visit', open: true })
  expect(items.filter(({ hint }) => hint?.includes('14:30'))).toHaveLength(1)
})

it('whoever isn’t signed in is told why, and nobody stands before a question too early', async () => {
  const her = await visitor(phone)
  await her.goto(bookingPage)
  await seen(her.page, '先登录，再约时间').waitFor()
  await nothingWrong(her)
})
