import { describe, expect, it } from 'vitest'
import { quick, t, toWater } from '../journeys/grievance-given'
import { button, desk, link, phone, seen, signIn } from '../support/browser'
import { atTheUnits, choose, dialog, fits, send, write } from './unit-given'

const { at, visitor, sent, act, now } = atTheUnits()

/** 催办单 four hours without any move: a 督办单 waits for a leader. */
async function drafted() {
  const id = await sent(toWater)
  await act(id)('shui', 'grievance.sign', {})
  await at.server.demo.advance('P1DT5H')
  const paper = (await now(id)).detail.notices?.find(({ state }) => state === 'draft')
  return { id, paper: paper?.id ?? '' }
}
const state = async (id: string, paper: string) => (await now(id)).detail.notices?.find((each) => each.id === paper)

describe.each([
  ['1280', desk],
  ['390', phone],
] as const)('三单一函 at %s', (width, screen) => {
  it('a leader signs a 督办单 with a new limit; the unit receives it, answers it, and it is printed as an official letter', async () => {
    const { id, paper } = await drafted()
    const she = await visitor(screen)
    await signIn(she, '董督查', '/roles/supervisor/papers/index')
    await link(she.page, '看全文：督办单').waitFor()
    await fits(she, `waiting-${width}`)
    await she.goto(`/roles/papers/paper/index?id=${paper}`)
    await button(she.page, /^签发$/).waitFor()
    await fits(she, `draft-${width}`)
    await button(she.page, /^签发$/).click()
    await send(she, '签发')
    await seen(she.page, '请定新的期限').waitFor()
    expect((await state(id, paper))?.state).toBe('draft')
    await dialog(she).locator('input[type=date]').fill('2026-10-30')
    await write(she, /^想补充的话/, '请局长亲自看一看')
    await send(she, '签发')
    await seen(she.page, '签好了。').waitFor()
    expect(await state(id, paper)).toMatchObject({ state: 'issued', until: t('2026-10-30 17:30') })
    const he = await visitor(screen)
    await signIn(he, '水务甲', '/roles/unit/desk/index?tab=papers')
    await link(he.page, `看全文：${(await state(id, paper))?.no}`).click()
    await seen(he.page, '请局长亲自看一看').waitFor()
    await button(he.page, /^签收$/).click()
    await seen(he.page, '签收了，记下了时间。').waitFor()
    await button(he.page, '回复这张单子').click()
    await write(he, /^办到哪一步/, '明天完工')
    await send(he, '回复')
    await seen(he.page, '回复好了。').waitFor()
    expect(await state(id, paper)).toMatchObject({ state: 'replied', reply: { by: '水务甲', text: '明天完工' } })
    await fits(he, `replied-${width}`)
    // Onto paper goes the letter, and nothing of the page around it.
    await he.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await he.page.emulateMedia({ media: 'print' })
    expect(await he.page.locator('.print-sheet .letter__title').filter({ visible: true }).count()).toBe(1)
    expect(await button(he.page, /^打印$/).count()).toBe(0)
    if (process.env.SHOTS) await he.page.screenshot({ path: `shots/unit-print-${width}.png` })
    await he.page.emulateMedia({ media: null })
    const saved = he.page.waitForEvent('download')
    await button(he.page, '下载文书').click()
    expect((await saved).suggestedFilename()).toMatch(/^督办单〔2026〕\d+号\.docx$/)
  })

  it('an objection is ruled on with a reason: it is begun again', async () => {
    const id = await sent(toWater)
    const text = '水渠已经清淤'
    await act(id)('shui', 'grievance.resolve', { result: 'explained', text, photos: [] })
    await act(id)('lu', 'grievance.check', { ok: true })
    await act(id)('bao', 'grievance.object', { why: `只清了一半 ${width}` })
    const she = await visitor(screen)
    const { page } = she
    await signIn(she, '董督查', '/roles/supervisor/objections/index')
    await page.getByText('东嘎查', { exact: false }).filter({ visible: true }).first().click()
    await seen(page, `只清了一半 ${width}`).waitFor()
    await fits(she, `objection-${width}`)
    await button(page, /^裁定$/).click()
    await seen(page, '请选一种').waitFor()
    await choose(she, /^重新办理/)
    await write(she, /^裁定理由/, '只清了一半，属实')
    await button(page, /^裁定$/).click()
    await seen(page, /^裁定重新办理/).waitFor()
    expect(await now(id)).toMatchObject({ stage: 'reopened', detail: { generation: 2 } })
  })

  it('the overview says what waits for the supervisor, and where people should be brought together', async () => {
    for (let n = 0; n < 3; n++) {
      const { id } = await at.server.api('bao', 'grievance.submit', {
        topic: 'land',
        place: '150524100201',
        text: `第 ${n} 家和邻居的地界说不清 ${width}`,
        anonymity: 'none',
      })
      await act(id)('lu', 'grievance.accept', quick)
    }
    const she = await visitor(screen)
    const { page } = she
    await signIn(she, '董督查', '/roles/supervisor/overview/index')
    await seen(page, '超期的单位').waitFor()
    await seen(page, '水务局').waitFor()
    await link(page, /^给西嘎查定调解日$/).click()
    await send(she, '记下来')
    await seen(page, '请选哪天').waitFor()
    await dialog(she).locator('input[type=date]').fill('2026-11-02')
    await send(she, '记下来')
    await seen(page, /西嘎查的调解日定在/).waitFor()
    await fits(she, `overview-${width}`)
    await button(page, /^等签的单子/).click()
    await page.getByRole('heading', { name: '三单一函', exact: true }).filter({ visible: true }).waitFor()
    await fits(she, `papers-${width}`)
  })
})
