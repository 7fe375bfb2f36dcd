import { describe, expect, it } from 'vitest'
import { ditch, t } from '../journeys/grievance-given'
import { button, desk, link, seen, signIn } from '../support/browser'
import { atTheCommandSeat, dialog, fits, press, write } from './command-given'

/** What the command seat does less often, on a computer. */

const { at, visitor, reported, accepted, atWater, resolved, act, now, opened } = atTheCommandSeat()
const inSheet = (she: Awaited<ReturnType<typeof opened>>, name: string) =>
  dialog(she).getByRole('button', { name, exact: true }).click()
/** Who supervises comes from elsewhere, to this one report. */
async function leader(id: string) {
  const he = await visitor(desk)
  await signIn(he, '董督查', `/roles/command/matter/index?id=${id}`)
  return he
}

describe('at the command seat', () => {
  it('two that may be one thing are read side by side before they are put together, and can be parted again', async () => {
    const first = await reported({ text: '西渠桥头那一段淤住了，地浇不上水' })
    const { id } = await at.server.api('wu', 'grievance.submit', ditch({ text: '西渠桥头那一段又淤住了，地浇不上水' }))
    const she = await opened('陆派单', id)
    const { page } = she
    await link(page, /^对比/).click()
    await dialog(she).getByText('西渠桥头那一段淤住了').waitFor()
    await dialog(she).getByText('西渠桥头那一段又淤住了').waitFor()
    await fits(she, 'compare-1280')
    await inSheet(she, '不是同一件')
    expect((await now(id)).detail.follows).toBeUndefined()
    await link(page, /^对比/).click()
    await inSheet(she, '是同一件，随并到那一件')
    await seen(page, '已随并。那一件有了结果，会一起答复。').waitFor()
    expect((await now(id)).detail.follows).toBe(first)
    await fits(she, 'follows-1280')
    await button(page, '不是同一件，分开办').click()
    await seen(page, '已经分开办。').waitFor()
    expect((await now(id)).detail.follows).toBeUndefined()
  })

  it('more time is given once, with the day it is given to', async () => {
    const id = await atWater()
    await act(id)('shui', 'grievance.extend', { until: t('2026-10-16 17:30'), why: '等挖掘机' })
    const she = await opened('陆派单', id)
    await seen(she.page, /^水务甲 申请延到 .*17:30/).waitFor()
    await fits(she, 'extension-1280')
    await button(she.page, '同意延期').click()
    await seen(she.page, '同意延期了，新的日期会告诉本人。').waitFor()
    expect((await now(id)).detail.extension).toMatchObject({ ok: true, ruledBy: '陆派单' })
    expect(await button(she.page, '同意延期').count()).toBe(0)
  })

  it('an order of the line above is answered by its number', async () => {
    const order = { source: 'upper', upperNo: '通12345-2026-8871', upperDue: t('2026-10-16 18:00') } as const
    const by = { reporter: { name: '老额', phone: '13900000088' } }
    const { id } = await at.server.api('lu', 'grievance.submit', ditch({ ...order, ...by }))
    await act(id)('lu', 'grievance.accept', { type: 'consult', handling: 'consult' })
    const she = await opened('陆派单', id)
    await button(she.page, '写给上级的答复').click()
    await inSheet(she, '答复上级')
    await seen(she.page, '请写答复的内容').waitFor()
    await write(she, /^答复的内容/, '已答复反映人，附情况说明')
    await fits(she, 'upper-1280')
    await inSheet(she, '答复上级')
    await seen(she.page, '已经答复上级。').waitFor()
    expect((await now(id)).detail.upper).toMatchObject({ no: order.upperNo, answered: { by: '陆派单' } })
  })

  it('a paper is issued by hand and cancelled with a reason; a 督办单 waits for the leader, who comes to it', async () => {
    const id = await atWater()
    const she = await opened('陆派单', id)
    const { page } = she
    const issue = async (rung: RegExp) => {
      await button(page, '手工发单').click()
      await dialog(she).getByRole('radio', { name: rung }).click()
      await dialog(she).getByRole('radiogroup').nth(1).getByRole('radio').first().click()
      await write(she, /^写什么/, '两天了，没有动静')
    }
    await button(page, '手工发单').click()
    await inSheet(she, '发出去')
    await seen(page, '请选一种').waitFor()
    await page.keyboard.press('Escape')
    await issue(/^催办单/)
    await fits(she, 'issue-1280')
    await inSheet(she, '发出去')
    await seen(page, '单子好了，在下面看。').waitFor()
    await link(page, /^撤销催办单/).click()
    await write(she, /^为什么撤销/, '发错了')
    await inSheet(she, '撤销')
    await seen(page, '撤销了。').waitFor()
    expect((await now(id)).detail.notices).toMatchObject([{ rung: 'urge', state: 'cancelled' }])
    await issue(/^督办单/)
    await inSheet(she, '发出去')
    await seen(page, '督办单要写新的期限').waitFor()
    await dialog(she).locator('input[type=date]').fill('2026-10-16')
    await inSheet(she, '发出去')
    await seen(page, '单子好了，在下面看。').waitFor()
    await fits(she, 'papers-1280')
    const he = await leader(id)
    await link(he.page, /^去签督办单/).click()
    await button(he.page, /^签发$/).waitFor()
    await fits(he, 'to-sign-1280')
  })

  it('what belongs to the discipline bodies is handed over with a record, and to no unit', async () => {
    const id = await accepted({ text: '村里的账对不上', topic: 'other' }, { type: 'report', handling: 'escalate' })
    const she = await opened('陆派单', id)
    await button(she.page, '移送纪检监察').click()
    await inSheet(she, '移送')
    await seen(she.page, '请写移送记录').waitFor()
    expect((await now(id)).stage).toBe('accepted')
    await write(she, /^移送记录/, '当面交，王主任接的')
    await fits(she, 'hand-over-1280')
    await inSheet(she, '移送')
    await seen(she.page, '已移送给旗纪委监委，留了记录。').waitFor()
    expect(await now(id)).toMatchObject({ stage: 'handed-over', detail: { handedOver: { to: '旗纪委监委' } } })
  })

  it('what is closed begins again for a reason; the leader comes from an objection to where it is ruled on', async () => {
    const id = await resolved()
    await act(id)('lu', 'grievance.check', { ok: true })
    await act(id)('mei', 'grievance.callBack', { reached: true, satisfied: true, note: '说行' })
    await act(id)('bao', 'grievance.object', { why: '只清了一半' })
    const he = await leader(id)
    await button(he.page, '去裁定').click()
    await he.page.getByRole('heading', { name: '本人说哪里不对' }).filter({ visible: true }).waitFor()
    await fits(he, 'objected-1280')
    const she = await opened('陆派单', id)
    expect(await button(she.page, '去裁定').count()).toBe(0)
    await button(she.page, '重新办理').click()
    await write(she, /^为什么重新办理/, '泵站那头又淤了')
    await inSheet(she, '重新办理')
    await seen(she.page, '重新办理了，等派单。').waitFor()
    expect(await now(id)).toMatchObject({ stage: 'reopened', detail: { generation: 2 } })
    await fits(she, 'reopened-1280')
    await press(she, '派给别的单位')
    await dialog(she).waitFor()
  })
})
