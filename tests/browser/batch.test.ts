import { describe, expect, it } from 'vitest'
import { button, desk, phone, seen, signIn } from '../support/browser'
import { atTheCentre, dialog, fits } from './centre-given'

const { visitor, applied, act, now } = atTheCentre()

/** All that waits for a lawyer, at the centre's desk and on a clerk's phone. */
describe('a batch', () => {
  it('is opened from the desk, says that nothing waits, then proposes what was read, and is assigned without the one ticked off', async () => {
    const ids = [await applied('斯琴'), await applied('格日勒'), await applied('娜仁')]
    const she = await visitor(desk)
    await signIn(she, '高审查')
    const { page } = she
    await page.getByRole('tab', { name: /待审查/ }).click()
    await page.getByText('整批派律师').first().click()
    await seen(page, '现在没有在等派律师的').waitFor()
    await fits(she, 'batch-empty')
    for (const name of ['斯琴', '格日勒', '娜仁'])
      await page.getByRole('checkbox', { name: new RegExp(`^${name}：`) }).click()
    await seen(page, '派得出去的 3 件').waitFor()
    await seen(page, /放在一起算/).waitFor()
    await fits(she, 'batch-1280')
    await page.setViewportSize(phone)
    await fits(she, 'batch-390')
    await page.setViewportSize(desk)
    await page.getByRole('checkbox', { name: /^派娜仁这件给/ }).click()
    await page.getByRole('textbox', { name: /给予援助的理由/ }).fill('符合条件')
    await button(page, '派这 2 件').click()
    await dialog(she).getByText('派这 2 件，其中 2 件同时给予援助？').waitFor()
    await fits(she, 'batch-confirm')
    await dialog(she).getByRole('button', { name: '派', exact: true }).click()
    await seen(page, '派好了 2 件。').waitFor()
    await fits(she, 'batch-done')
    expect(await Promise.all(ids.map(async (id) => (await now(id)).stage))).toEqual([
      'assigned',
      'assigned',
      'submitted',
    ])
  })

  it('tells of the one that somebody else decided meanwhile, and assigns the others', async () => {
    const [lost, kept] = [await applied('巴图'), await applied('苏和')]
    const she = await visitor(phone)
    await signIn(she, '高审查')
    await she.goto('/roles/centre/batch/index')
    const { page } = she
    for (const name of ['巴图', '苏和']) await page.getByRole('checkbox', { name: new RegExp(`^${name}：`) }).click()
    await seen(page, '派得出去的 2 件').waitFor()
    await act('qin', 'aid.grant', { id: lost, lawyer: 'wang', why: '就近' })
    await button(page, '派这 2 件').click()
    await dialog(she).getByRole('button', { name: '派', exact: true }).click()
    await seen(page, /派好了 1\s件，1\s件没派成/).waitFor()
    await seen(page, /^巴图：.*秦审查/).waitFor()
    await fits(she, 'batch-lost')
    expect((await now(kept)).stage).toBe('assigned')
  })

  it('a supervisor looks and has nothing to press', async () => {
    const he = await visitor(desk)
    await signIn(he, '孙督查')
    await he.goto('/roles/centre/batch/index')
    await seen(he.page, '现在没有在等派律师的').waitFor()
    expect(await button(he.page, /^派这/).count()).toBe(0)
    await fits(he, 'batch-supervisor')
  })
})
