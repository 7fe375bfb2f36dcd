import { readFileSync } from 'node:fs'
import readSheets from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { button, desk, phone, seen, signIn } from '../support/browser'
import { atTheCentre, dialog, fits } from './centre-given'

const { at, visitor, applied, act, inHand, closed } = atTheCentre({
  allowances: [
    { form: 'agency', result: 'award', yuan: 1200.5, since: '2026-01-01', source: '旗司法局补贴办法（示例）' },
  ],
})
/** What the counter says, whoever got its numbers. */
async function counted(last: number) {
  const { store } = at.server.world
  const id = 'aid-grant:2026'
  const doc = await store.get('counters', id)
  await store.save([
    { collection: 'counters', id, expected: doc?.version ?? 0, keys: {}, body: JSON.stringify({ last }) },
  ])
}

/** The centre's books, at the desk and on a phone. */
describe('the books', () => {
  it('are opened from the desk: nothing to pay yet, the numbers without a gap, the cases as a file', async () => {
    const id = await applied('斯琴')
    await act('gao', 'aid.grant', { id })
    await act('gao', 'aid.renumber', { id, document: 'grant', why: '盖错了章' })
    const she = await visitor(desk)
    await signIn(she, '高审查')
    const { page } = she
    await button(page, '台账').click()
    await seen(page, '这段时间没有审查通过的案卷').waitFor()
    await fits(she, 'ledger-empty')
    await page.getByText('案号登记簿').first().click()
    await seen(page, /逐号查过，没有缺号/).waitFor()
    await seen(page, /作废：盖错了章/).waitFor()
    await fits(she, 'ledger-numbers-1280')
    await page.setViewportSize(phone)
    await fits(she, 'ledger-numbers-390')
    await page.getByText('导出给上级').first().click()
    await seen(page, /待核实/).waitFor()
    await fits(she, 'ledger-export-390')
    await page.setViewportSize(desk)
    await fits(she, 'ledger-export-1280')
    await button(page, '导出').click()
    const saved = page.waitForEvent('download')
    await dialog(she).getByRole('button', { name: '导出', exact: true }).click()
    const sheets = await readSheets(readFileSync(await (await saved).path()))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['案件', '没有对上的', '说明'])
    expect(sheets[0]?.data.flat()).toContain('斯琴')
    await seen(page, /^导出 1\s件。表格做好了/).waitFor()
  })
  it('what the county set no rate for has no amount, and a number that nobody has is red', async () => {
    await closed('格日勒')
    const id = await inHand('乌兰图雅')
    await act('li', 'aid.close', { id, result: 'award', text: '裁决支付 2 万元' })
    await act('gao', 'aid.reviewClose', { id, ok: true })
    await counted(9)
    await act('gao', 'aid.grant', { id: await applied('娜仁') })
    const she = await visitor(desk)
    await signIn(she, '高审查')
    const { page } = she
    await button(page, '台账').click()
    await seen(page, /有 1\s件未定标准，金额空着/).waitFor()
    await seen(page, /1,?200\.50?/)
      .first()
      .waitFor()
    await fits(she, 'ledger-rows-1280')
    await page.setViewportSize(phone)
    await fits(she, 'ledger-rows-390')
    await page.getByText('案号登记簿').first().click()
    await seen(page, /缺号/).first().waitFor()
    expect(await seen(page, /没有缺号/).count()).toBe(0)
    await fits(she, 'ledger-gap-390')
    await page.setViewportSize(desk)
    await fits(she, 'ledger-gap-1280')
  })
})
