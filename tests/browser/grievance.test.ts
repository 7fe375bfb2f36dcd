import { expect, it } from 'vitest'
import { button, desk, phone, seen, signIn, tooWide } from '../support/browser'
import { choose as choosesAtCommand, press, write as writesAtCommand } from './command-given'
import { atTheUnits, choose, send, takes, write } from './unit-given'

const { at, visitor } = atTheUnits()
const words = '村西水渠从桥头到泵站都淤了，二十几户的地浇不上'

it('from a photo to the call-back, with four desks open: she reports, it is accepted and sent, done, checked, and another rings', async () => {
  const her = await visitor(phone)
  const dispatcher = await visitor(desk)
  const officer = await visitor(phone)
  const caller = await visitor(desk)
  await signIn(her, '包群众')
  await signIn(dispatcher, '陆派单')
  await signIn(officer, '水务甲')
  await signIn(caller, '梅回访')

  await her.goto('/pages/home/index')
  await button(her.page, /^反映问题/).click()
  await choose(her, '用水')
  await write(her, /^写下来/, words)
  await button(her.page, '选事情在哪个嘎查、村').click()
  const villages = her.page.getByRole('dialog')
  await villages.getByRole('button', { name: '甲镇' }).click()
  await villages.getByRole('radio', { name: '东嘎查' }).click()
  await takes(her)
  await seen(her.page, '1 张，最多 9 张').waitFor()
  await button(her.page, '提交').click()
  await seen(her.page, /前告诉您受理没有/).waitFor()
  const id = decodeURIComponent(/[?&]id=([^&]+)/.exec(her.page.url())?.[1] ?? '')

  await dispatcher.goto(`/roles/command/matter/index?id=${id}`)
  await seen(dispatcher.page, words).waitFor()
  await choosesAtCommand(dispatcher, '求助')
  await choosesAtCommand(dispatcher, /^即办类/)
  await button(dispatcher.page, /^受理$/).click()
  await seen(dispatcher.page, '已受理，办理时限从反映的时候算起。').waitFor()
  await press(dispatcher, /^(派给别的单位|选单位)$/)
  await writesAtCommand(dispatcher, /单位名字/, '水务')
  await dispatcher.page
    .getByRole('dialog')
    .getByRole('radio', { name: /水务局/ })
    .click()
  await writesAtCommand(dispatcher, /派单理由/, '水渠清淤归水务局')
  await button(dispatcher.page, '派给水务局').click()
  await seen(dispatcher.page, '已派给水务局。').waitFor()

  await officer.goto(`/roles/unit/matter/index?id=${id}`)
  await button(officer.page, /^签收$/).click()
  await seen(officer.page, '签收了，这件由您负责。').waitFor()
  await button(officer.page, '交办理结果').click()
  await choose(officer, /^解决了(?!一)/)
  await write(officer, /^结果的内容/, '渠清好了，水到地头')
  await takes(officer)
  await expect
    .poll(() =>
      officer.page
        .getByRole('button', { name: /^第 1 张照片$/ })
        .filter({ visible: true })
        .count(),
    )
    .toBe(1)
  await send(officer, '交去审核')
  await seen(officer.page, '结果交去审核了。').waitFor()

  await dispatcher.goto(`/roles/command/matter/index?id=${id}&again=1`)
  await seen(dispatcher.page, '渠清好了，水到地头').waitFor()
  await button(dispatcher.page, '审核通过，交去回访').click()
  await seen(dispatcher.page, '审核通过，等回访。').waitFor()

  await caller.goto(`/roles/command/matter/index?id=${id}`)
  await choosesAtCommand(caller, /^打通了/)
  await choosesAtCommand(caller, /^满意/)
  await writesAtCommand(caller, /本人怎么说/, '水到了，满意')
  await button(caller.page, '记下来').click()
  await expect.poll(async () => (await at.server.api('bao', 'matter.get', { id })).stage).toBe('closed')

  await her.goto(`/roles/resident/grievance/index?id=${id}`)
  await seen(her.page, '渠清好了，水到地头').waitFor()
  await choose(her, /^非常满意|^很满意/)
  await button(her.page, '评好了').click()
  await expect.poll(async () => (await at.server.api('lu', 'matter.get', { id })).detail.rating?.stars).toBe(5)

  const { clocks } = await at.server.api('lu', 'matter.get', { id })
  expect(clocks.map(({ code, outcome }) => `${code} ${outcome}`).sort()).toEqual([
    'grievance.accept kept',
    'grievance.callback kept',
    'grievance.quick kept',
    'grievance.resolve kept',
    'grievance.respond kept',
  ])
  const desks = [her, dispatcher, officer, caller]
  expect((await Promise.all(desks.map(({ page }) => tooWide(page)))).flat()).toEqual([])
  expect(desks.flatMap(({ wrong }) => wrong)).toEqual([])
})
